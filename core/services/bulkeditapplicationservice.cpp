// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/bulkeditapplicationservice.h"

#include "core/db/transaction.h"
#include "core/domain/refusal.h"
#include "core/services/edittrial.h"
#include "core/services/editwords.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <iterator>
#include <span>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

template <typename Id>
QList<Id> idsOf(const QList<qint64> &values)
{
    QList<Id> ids;
    for (const qint64 value : values) {
        if (const auto id = Id::fromValue(value))
            ids.append(*id);
    }
    return ids;
}

Error wrong(const char *sentence)
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("services", sentence), {}};
}

template <typename Row>
Result<void> checkVersions(const std::vector<Row> &rows, const EditTargets &targets)
{
    QJsonArray conflicts;
    for (const Row &row : rows) {
        if (targets.versions.value(row.id.value(), row.version) != row.version)
            conflicts.append(row.id.value());
    }
    if (conflicts.isEmpty())
        return {};
    const int count = static_cast<int>(conflicts.size());
    return failure(ErrorCode::Conflict,
                   QCoreApplication::translate("services",
                                               "%n row(s) were changed by somebody else meanwhile. Nothing "
                                               "was changed; look at the preview again.",
                                               nullptr, count),
                   {{u"conflicts"_s, conflicts}});
}

Result<EditNames> namesFor(Session &session, const MemberRepository &members,
                           const LicenseRepository &licenses, const QList<MemberId> &people,
                           const QList<LicenseId> &pools)
{
    EditNames names;
    if (!people.isEmpty()) {
        const auto found = members.findMany(session, people);
        if (!found)
            return std::unexpected(found.error());
        for (const Member &member : *found)
            names.members.insert(member.id, member.name.text());
    }
    if (!pools.isEmpty()) {
        const auto found = licenses.findMany(session, pools);
        if (!found)
            return std::unexpected(found.error());
        for (const License &license : *found)
            names.licenses.insert(license.id, license.name.text());
    }
    return names;
}

} // namespace

/// What an edit is of, and how its rows are read, changed and written.
template <typename Row>
struct BulkEditApplicationService::Subject {
    Action action;
    QString kind;                                 ///< of the operation
    bool isEmpty = false;                         ///< the edit changes nothing
    bool isForOne = false;                        ///< it has fields that are one row's own
    std::function<QString(int count)> summary;    ///< of the operation, for several
    std::function<QString(const QString &)> summaryOfOne;
    std::function<Result<std::vector<Row>>(const QList<qint64> &ids)> read;
    std::function<Result<Row>(const Row &)> over;
    std::function<Result<EditNames>(const std::vector<Row> &before, const std::vector<Row> &after)> names;
    std::function<Result<qint64>(std::span<const Row>)> write;
    std::function<std::optional<MemberId>(const Row &)> person = {}; ///< whom it must be permitted for
};

/// A plan, and the rows as they would be that it leaves to be changed.
template <typename Row>
struct BulkEditApplicationService::Planned {
    EditPlan plan;
    std::vector<Row> changed = {};
    std::vector<std::size_t> places = {}; ///< of these among the plan's items
};

BulkEditApplicationService::BulkEditApplicationService(const MemberRepository &members,
                                                       const LicenseRepository &licenses,
                                                       const LicenseAssignmentRepository &assignments,
                                                       const CatalogueRepository &catalogue,
                                                       const OperationRepository &operations,
                                                       const WaitingRepository &waiting,
                                                       const AccessApplicationService &access)
    : m_members(members),
      m_licenses(licenses),
      m_assignments(assignments),
      m_catalogue(catalogue),
      m_operations(operations),
      m_waiting(waiting),
      m_access(access)
{}

BulkEditApplicationService::Subject<Member> BulkEditApplicationService::memberSubject(
    Session &session, const MemberEdit &edit) const
{
    return {
        .action = Action::EditMembers,
        .kind = u"edit_member"_s,
        .isEmpty = edit.isEmpty(),
        .isForOne = edit.number || edit.name || edit.email,
        .summary =
            [](int count) {
                return QCoreApplication::translate("services", "Edit %n member(s)", nullptr, count);
            },
        .summaryOfOne =
            [](const QString &name) {
                return QCoreApplication::translate("services", "Edit member %1").arg(name);
            },
        .read = [this, &session](
                    const QList<qint64> &ids) { return m_members.findMany(session, idsOf<MemberId>(ids)); },
        .over = [edit](const Member &member) { return edit.over(member); },
        .names = [this, &session](const std::vector<Member> &,
                                  const std::vector<Member> &) -> Result<EditNames> {
            auto departments = m_catalogue.departments(session);
            if (!departments)
                return std::unexpected(std::move(departments).error());
            return EditNames{.departments = *std::move(departments)};
        },
        .write = [this, &session,
                  edit](std::span<const Member> members) { return m_members.edit(session, members, edit); },
        .person = [](const Member &member) { return std::optional(member.id); }};
}

BulkEditApplicationService::Subject<License> BulkEditApplicationService::licenseSubject(
    Session &session, const LicenseEdit &edit) const
{
    return {
        .action = Action::EditCatalogue,
        .kind = u"edit_license"_s,
        .isEmpty = edit.isEmpty(),
        .isForOne = edit.name.has_value(),
        .summary =
            [](int count) {
                return QCoreApplication::translate("services", "Edit %n licence(s)", nullptr, count);
            },
        .summaryOfOne =
            [](const QString &name) {
                return QCoreApplication::translate("services", "Edit licence %1").arg(name);
            },
        .read = [this, &session](
                    const QList<qint64> &ids) { return m_licenses.findMany(session, idsOf<LicenseId>(ids)); },
        .over = [edit](const License &license) { return edit.over(license); },
        .names =
            [this, &session](const std::vector<License> &before, const std::vector<License> &after) {
                QList<MemberId> owners;
                for (const auto *rows : {&before, &after}) {
                    for (const License &license : *rows) {
                        if (license.owner && !owners.contains(*license.owner))
                            owners.append(*license.owner);
                    }
                }
                return namesFor(session, m_members, m_licenses, owners, {});
            },
        .write = [this, &session, edit](
                     std::span<const License> licenses) { return m_licenses.edit(session, licenses, edit); }};
}

BulkEditApplicationService::Subject<Assignment> BulkEditApplicationService::assignmentSubject(
    Session &session, const AssignmentEdit &edit) const
{
    return {.action = Action::ChangeAssignments,
            .kind = u"edit_assignment"_s,
            .isEmpty = edit.isEmpty(),
            .summary =
                [](int count) {
                    return QCoreApplication::translate("services", "Edit %n assignment(s)", nullptr, count);
                },
            .summaryOfOne =
                [](const QString &name) {
                    return QCoreApplication::translate("services", "Edit an assignment of %1").arg(name);
                },
            .read =
                [this, &session](const QList<qint64> &ids) {
                    return m_assignments.findMany(session, idsOf<AssignmentId>(ids));
                },
            .over = [edit](const Assignment &assignment) { return edit.over(assignment); },
            .names =
                [this, &session](const std::vector<Assignment> &before, const std::vector<Assignment> &) {
                    QSet<MemberId> people;
                    QSet<LicenseId> pools;
                    for (const Assignment &assignment : before) {
                        people.insert(assignment.member);
                        pools.insert(assignment.license);
                    }
                    return namesFor(session, m_members, m_licenses, people.values(), pools.values());
                },
            .write =
                [this, &session, edit](std::span<const Assignment> assignments) {
                    return m_assignments.edit(session, assignments, edit);
                },
            .person = [](const Assignment &assignment) { return std::optional(assignment.member); }};
}

template <typename Row>
Result<BulkEditApplicationService::Planned<Row>> BulkEditApplicationService::prepare(
    Session &session, const Subject<Row> &subject, const EditTargets &targets) const
{
    const auto reach = m_access.reach(session, subject.action);
    if (!reach)
        return std::unexpected(reach.error());
    if (subject.isEmpty)
        return std::unexpected(wrong(QT_TRANSLATE_NOOP("services", "Choose what is to be changed.")));
    if (subject.isForOne && targets.ids.size() > 1)
        return std::unexpected(wrong(
            QT_TRANSLATE_NOOP("services", "Several rows cannot have the same name, number or address.")));
    const auto rows = subject.read(targets.ids);
    if (!rows)
        return std::unexpected(rows.error());
    if (std::ssize(*rows) < QSet<qint64>(targets.ids.begin(), targets.ids.end()).size())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("services", "Some of the rows are not there any more."));
    if (auto current = checkVersions(*rows, targets); !current)
        return std::unexpected(std::move(current).error());

    std::vector<Row> after;
    std::vector<std::optional<Error>> refusals;
    QList<MemberId> people;
    for (const Row &row : *rows) {
        auto changed = subject.over(row);
        refusals.push_back(changed ? std::optional<Error>() : std::move(changed).error());
        after.push_back(changed ? *std::move(changed) : row);
        if (subject.person)
            people.append(*subject.person(row));
    }
    const auto wrongEverywhere = [](const std::optional<Error> &error) {
        return error && error->code == ErrorCode::InvalidInput;
    };
    if (!refusals.empty() && std::ranges::all_of(refusals, wrongEverywhere))
        return std::unexpected(*refusals.front());
    const auto reached = reach->among(session, people);
    if (!reached)
        return std::unexpected(reached.error());
    const auto names = subject.names(*rows, after);
    if (!names)
        return std::unexpected(names.error());

    Planned<Row> planned{.plan = {.mode = targets.mode}};
    for (std::size_t at = 0; at < rows->size(); ++at) {
        EditItem item = itemOf((*rows)[at], after[at], *names);
        item.refusal = refusals[at];
        if (subject.person && !reached->contains(*subject.person((*rows)[at])))
            item.refusal = Refusal{.reason = RefusalReason::NotPermitted}.toError();
        if (item.isChanged()) {
            planned.changed.push_back(after[at]);
            planned.places.push_back(planned.plan.items.size());
        }
        planned.plan.items.push_back(std::move(item));
    }
    return planned;
}

template <typename Row>
Result<EditPlan> BulkEditApplicationService::plan(Session &session, const Subject<Row> &subject,
                                                  const EditTargets &targets) const
{
    const auto transaction = Transaction::begin(session.connection(), u"plan an edit");
    if (!transaction)
        return std::unexpected(transaction.error());
    auto planned = prepare(session, subject, targets);
    if (!planned)
        return std::unexpected(inWords(std::move(planned).error()));
    if (auto tried = EditTrial(session, planned->changed, planned->places, planned->plan, subject.write)
                         .run();
        !tried)
        return std::unexpected(inWords(std::move(tried).error()));
    return std::move(planned->plan);
}

template <typename Row>
Result<EditOutcome> BulkEditApplicationService::apply(Session &session, const Subject<Row> &subject,
                                                      const EditTargets &targets) const
{
    return operate(session, subject.kind, [&](Session &) -> Result<EditOutcome> {
        auto planned = prepare(session, subject, targets);
        if (!planned)
            return std::unexpected(std::move(planned).error());
        // all or nothing needs no trial: the statement itself is one
        if (targets.mode == PlanMode::Partial) {
            if (auto tried =
                    EditTrial(session, planned->changed, planned->places, planned->plan, subject.write).run();
                !tried)
                return std::unexpected(std::move(tried).error());
        }
        if (auto verdict = planned->plan.verdict(); !verdict)
            return std::unexpected(std::move(verdict).error());
        std::vector<Row> written;
        QString name;
        for (std::size_t at = 0; at < planned->changed.size(); ++at) {
            const EditItem &item = planned->plan.items[planned->places[at]];
            if (item.refusal)
                continue;
            name = item.name;
            written.push_back(planned->changed[at]);
        }
        const QString summary = written.size() == 1 ? subject.summaryOfOne(name)
                                                    : subject.summary(static_cast<int>(written.size()));
        const auto operation = m_operations.begin(session, subject.kind, summary, targets.reason);
        if (!operation)
            return std::unexpected(operation.error());
        const auto changed = subject.write(written);
        if (!changed)
            return std::unexpected(changed.error());
        const auto served = m_waiting.serve(session, *operation);
        if (!served)
            return std::unexpected(served.error());
        return EditOutcome{.operation = *operation,
                           .changed = *changed,
                           .leftOut = planned->plan.leftOut(),
                           .served = std::ssize(*served)};
    });
}

Result<EditPlan> BulkEditApplicationService::planMembers(Session &session, const EditTargets &targets,
                                                         const MemberEdit &edit) const
{
    return plan(session, memberSubject(session, edit), targets);
}

Result<EditOutcome> BulkEditApplicationService::editMembers(Session &session, const EditTargets &targets,
                                                            const MemberEdit &edit) const
{
    return apply(session, memberSubject(session, edit), targets);
}

Result<EditPlan> BulkEditApplicationService::planLicenses(Session &session, const EditTargets &targets,
                                                          const LicenseEdit &edit) const
{
    return plan(session, licenseSubject(session, edit), targets);
}

Result<EditOutcome> BulkEditApplicationService::editLicenses(Session &session, const EditTargets &targets,
                                                             const LicenseEdit &edit) const
{
    return apply(session, licenseSubject(session, edit), targets);
}

Result<EditPlan> BulkEditApplicationService::planAssignments(Session &session, const EditTargets &targets,
                                                             const AssignmentEdit &edit) const
{
    return plan(session, assignmentSubject(session, edit), targets);
}

Result<EditOutcome> BulkEditApplicationService::editAssignments(Session &session, const EditTargets &targets,
                                                                const AssignmentEdit &edit) const
{
    return apply(session, assignmentSubject(session, edit), targets);
}

} // namespace seatledger
