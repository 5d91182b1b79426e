// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/licensemanagementapplicationservice.h"

#include "core/services/refusalinwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

std::vector<Holding> holdingsOf(std::span<const Assignment> assignments)
{
    std::vector<Holding> holdings;
    holdings.reserve(assignments.size());
    std::ranges::transform(assignments, std::back_inserter(holdings), &Assignment::holding);
    return holdings;
}

/// Why the plan cannot be applied, naming its licence.
Error verdictOf(const License &license, const Result<void> &verdict)
{
    Error error = verdict.error();
    error.message = license.name.text() + u": "_s + error.message;
    error.details.insert(u"license"_s, license.id.value());
    error.details.insert(u"license_name"_s, license.name.text());
    return error;
}

QString summaryOf(QLatin1StringView kind, qint64 count)
{
    const auto number = static_cast<int>(count);
    if (kind == "revoke"_L1)
        return QCoreApplication::translate("services", "Revoke %n assignment(s)", nullptr, number);
    if (kind == "suspend"_L1)
        return QCoreApplication::translate("services", "Suspend %n assignment(s)", nullptr, number);
    if (kind == "resume"_L1)
        return QCoreApplication::translate("services", "Resume %n assignment(s)", nullptr, number);
    if (kind == "transfer"_L1)
        return QCoreApplication::translate("services", "Transfer %n assignment(s)", nullptr, number);
    if (kind == "reschedule"_L1)
        return QCoreApplication::translate("services", "Change the days of %n assignment(s)", nullptr,
                                           number);
    return QCoreApplication::translate("services", "Change the seats of %n assignment(s)", nullptr, number);
}

Result<EndReason> reasonFor(const AssignmentsCommand &command)
{
    auto reason = EndReason::create(command.reason);
    if (!reason)
        reason.error().details = {{u"field"_s, u"reason"_s}};
    return reason;
}

QList<MemberId> asList(const std::vector<MemberId> &members)
{
    return {members.begin(), members.end()};
}

} // namespace

/// The rows of a command under their licences' locks, ordered by licence.
struct LicenseManagementApplicationService::Loaded {
    QDate today;
    QList<LicenseId> licenses;
    std::vector<Assignment> assignments;
};

/// What is granted and what is not, over all licences.
struct LicenseManagementApplicationService::Planned {
    std::vector<Assignment> granted;
    std::vector<LeftOut> leftOut;
};

LicenseManagementApplicationService::LicenseManagementApplicationService(
    const LicenseRepository &licenses, const MemberRepository &members,
    const LicenseAssignmentRepository &assignments, const OperationRepository &operations)
    : m_licenses(licenses),
      m_members(members),
      m_assignments(assignments),
      m_operations(operations),
      m_facts(licenses, assignments)
{}

// ---------------------------------------------------------------------------------------------------- assign

Result<LicenseFacts> LicenseManagementApplicationService::factsFor(Session &session,
                                                                   const AssignCommand &command) const
{
    const auto today = m_operations.today(session);
    if (!today)
        return std::unexpected(today.error());
    return m_facts.readWithHoldings(session, *today, command.license, asList(command.request.members));
}

Result<AssignmentPlan> LicenseManagementApplicationService::planAssign(Session &session,
                                                                       const AssignCommand &command) const
{
    return operate(session, u"plan assign", [&](Session &) -> Result<AssignmentPlan> {
        const auto facts = factsFor(session, command);
        if (!facts)
            return std::unexpected(facts.error());
        return LicenseAssignmentDomainService(facts->facts.calendar.today())
            .planAssign(facts->facts, command.request);
    });
}

Result<OperationOutcome> LicenseManagementApplicationService::assign(Session &session,
                                                                     const AssignCommand &command) const
{
    return operate(session, u"assign", [&](Session &) -> Result<OperationOutcome> {
        if (auto locked = m_licenses.lockSeats(session, {command.license}); !locked)
            return std::unexpected(std::move(locked).error());
        const auto facts = factsFor(session, command);
        if (!facts)
            return std::unexpected(facts.error());
        const auto plan = LicenseAssignmentDomainService(facts->facts.calendar.today())
                              .planAssign(facts->facts, command.request);
        if (const auto verdict = plan.verdict(); !verdict)
            return std::unexpected(verdictOf(facts->license, verdict));

        QList<MemberId> granted;
        std::vector<LeftOut> leftOut;
        for (const PlanItem &item : plan.items) {
            if (item.isGranted())
                granted.append(item.member());
            else
                leftOut.push_back({std::nullopt, item.member(), *item.refusal});
        }
        const auto operation = m_operations.begin(
            session, u"assign"_s,
            QCoreApplication::translate("services", "Assign %1 to %n member(s)", nullptr,
                                        static_cast<int>(granted.size()))
                .arg(facts->license.name.text()));
        if (!operation)
            return std::unexpected(operation.error());
        const auto assigned = m_assignments.assign(session, command.license, granted, command.request.terms,
                                                   *operation);
        if (!assigned)
            return std::unexpected(assigned.error());
        return OperationOutcome{*operation, *assigned, std::move(leftOut)};
    });
}

// ---------------------------------------------------------------------------------------- existing
// assignments

Result<LicenseManagementApplicationService::Loaded> LicenseManagementApplicationService::loadLocked(
    Session &session, const AssignmentsCommand &command) const
{
    const auto seen = m_assignments.findMany(session, command.assignments);
    if (!seen)
        return std::unexpected(seen.error());
    std::set<LicenseId> licenses;
    for (const Assignment &assignment : *seen)
        licenses.insert(assignment.license);
    const QList<LicenseId> ids(licenses.begin(), licenses.end());
    if (auto locked = m_licenses.lockSeats(session, ids); !locked)
        return std::unexpected(std::move(locked).error());

    // Read again: until the locks were held, anybody could change them.
    auto assignments = m_assignments.findMany(session, command.assignments);
    if (!assignments)
        return std::unexpected(std::move(assignments).error());
    const QSet<AssignmentId> asked(command.assignments.begin(), command.assignments.end());
    if (std::ssize(*assignments) != asked.size() || asked.isEmpty())
        return failure(
            ErrorCode::NotFound,
            QCoreApplication::translate("services", "%n of the assignments do(es) not exist.", nullptr,
                                        static_cast<int>(asked.size() - std::ssize(*assignments))));
    const auto today = m_operations.today(session);
    if (!today)
        return std::unexpected(today.error());
    std::ranges::stable_sort(*assignments, {}, &Assignment::license);
    return Loaded{*today, ids, *std::move(assignments)};
}

Result<LicenseManagementApplicationService::Planned> LicenseManagementApplicationService::planAll(
    Session &session, const Loaded &loaded, PlanMode mode, const QList<MemberId> &receivers,
    const Plan &plan) const
{
    auto facts = m_facts.read(session, loaded.today, loaded.licenses, receivers);
    if (!facts)
        return std::unexpected(std::move(facts).error());
    Planned planned;
    std::optional<Error> refusal;
    for (auto first = loaded.assignments.begin(); first != loaded.assignments.end();) {
        const auto last = std::find_if(
            first, loaded.assignments.end(),
            [first](const Assignment &assignment) { return assignment.license != first->license; });
        LicenseFacts &of = facts->at(first->license);
        if (!receivers.isEmpty()) {
            auto holdings = m_assignments.openHoldings(session, first->license, receivers);
            if (!holdings)
                return std::unexpected(std::move(holdings).error());
            of.facts.holdings = *std::move(holdings);
        }
        const AssignmentPlan made = plan(of, std::span(first, last));
        if (const auto verdict = made.verdict(); !verdict && !refusal)
            refusal = verdictOf(of.license, verdict);
        for (const PlanItem &item : made.items) {
            const Assignment &assignment = *(first + (&item - made.items.data()));
            if (item.isGranted())
                planned.granted.push_back(assignment);
            else
                planned.leftOut.push_back({assignment.id, assignment.member, *item.refusal});
        }
        first = last;
    }
    if (refusal && (mode == PlanMode::AllOrNothing || planned.granted.empty()))
        return std::unexpected(*std::move(refusal));
    return planned;
}

Result<OperationOutcome> LicenseManagementApplicationService::change(Session &session, QLatin1StringView kind,
                                                                     const AssignmentsCommand &command,
                                                                     const Plan &plan, const Apply &apply,
                                                                     const QList<MemberId> &receivers) const
{
    return operate(session, QString(kind), [&](Session &) -> Result<OperationOutcome> {
        const auto loaded = loadLocked(session, command);
        if (!loaded)
            return std::unexpected(loaded.error());
        auto planned = planAll(session, *loaded, command.mode, receivers, plan);
        if (!planned)
            return std::unexpected(std::move(planned).error());
        const auto operation = m_operations.begin(
            session, kind, summaryOf(kind, std::ssize(planned->granted)), command.reason);
        if (!operation)
            return std::unexpected(operation.error());
        const auto changed = apply(session, planned->granted, *operation);
        if (!changed)
            return std::unexpected(changed.error());
        return OperationOutcome{*operation, std::ssize(planned->granted), std::move(planned->leftOut)};
    });
}

Result<OperationOutcome> LicenseManagementApplicationService::revoke(Session &session,
                                                                     const AssignmentsCommand &command) const
{
    const auto reason = reasonFor(command);
    if (!reason)
        return std::unexpected(reason.error());
    return change(
        session, "revoke"_L1, command,
        [&](const LicenseFacts &of, std::span<const Assignment> assignments) {
            return LicenseAssignmentDomainService(of.facts.calendar.today())
                .planRevoke(of.facts, holdingsOf(assignments), command.mode);
        },
        [&](Session &, std::span<const Assignment> granted, OperationId) {
            return m_assignments.revoke(session, granted, *reason);
        });
}

Result<OperationOutcome> LicenseManagementApplicationService::suspend(Session &session,
                                                                      const AssignmentsCommand &command,
                                                                      const SuspensionTerms &terms) const
{
    return change(
        session, "suspend"_L1, command,
        [&](const LicenseFacts &of, std::span<const Assignment> assignments) {
            return LicenseAssignmentDomainService(of.facts.calendar.today())
                .planSuspend(of.facts, holdingsOf(assignments), terms, command.mode);
        },
        [&](Session &, std::span<const Assignment> granted, OperationId) {
            return m_assignments.suspend(session, granted, terms);
        });
}

Result<OperationOutcome> LicenseManagementApplicationService::resume(Session &session,
                                                                     const AssignmentsCommand &command) const
{
    return change(
        session, "resume"_L1, command,
        [&](const LicenseFacts &of, std::span<const Assignment> assignments) {
            return LicenseAssignmentDomainService(of.facts.calendar.today())
                .planResume(of.facts, holdingsOf(assignments), command.mode);
        },
        [&](Session &, std::span<const Assignment> granted, OperationId) {
            return m_assignments.resume(session, granted);
        });
}

Result<OperationOutcome> LicenseManagementApplicationService::transfer(Session &session,
                                                                       const AssignmentsCommand &command,
                                                                       MemberId to) const
{
    const QString because = command.reason.trimmed().isEmpty()
                                ? QCoreApplication::translate("services", "Transferred")
                                : command.reason;
    const auto reason = EndReason::create(because);
    if (!reason)
        return std::unexpected(reason.error());
    return change(
        session, "transfer"_L1, command,
        [&](const LicenseFacts &of, std::span<const Assignment> assignments) {
            std::vector<Transfer> transfers;
            for (const Holding &holding : holdingsOf(assignments))
                transfers.push_back({holding, to});
            return LicenseAssignmentDomainService(of.facts.calendar.today())
                .planTransfer(of.facts, transfers, command.mode);
        },
        [&](Session &, std::span<const Assignment> granted, OperationId operation) {
            const std::vector<MemberId> receivers(granted.size(), to);
            return m_assignments.transfer(session, granted, receivers, *reason, operation);
        },
        {to});
}

Result<OperationOutcome> LicenseManagementApplicationService::changePeriod(Session &session,
                                                                           const AssignmentsCommand &command,
                                                                           const Period &period) const
{
    return change(
        session, "reschedule"_L1, command,
        [&](const LicenseFacts &of, std::span<const Assignment> assignments) {
            std::vector<PeriodChange> changes;
            for (const Holding &holding : holdingsOf(assignments))
                changes.push_back({holding, period});
            return LicenseAssignmentDomainService(of.facts.calendar.today())
                .planPeriods(of.facts, changes, command.mode);
        },
        [&](Session &, std::span<const Assignment> granted, OperationId) {
            return m_assignments.changePeriod(session, granted, period);
        });
}

Result<OperationOutcome> LicenseManagementApplicationService::changeQuantity(
    Session &session, const AssignmentsCommand &command, Quantity quantity) const
{
    return change(
        session, "requantify"_L1, command,
        [&](const LicenseFacts &of, std::span<const Assignment> assignments) {
            std::vector<QuantityChange> changes;
            for (const Holding &holding : holdingsOf(assignments))
                changes.push_back({holding, quantity});
            return LicenseAssignmentDomainService(of.facts.calendar.today())
                .planQuantities(of.facts, changes, command.mode);
        },
        [&](Session &, std::span<const Assignment> granted, OperationId) {
            return m_assignments.changeQuantity(session, granted, quantity);
        });
}

// ------------------------------------------------------------------------------------ renewing, leaving,
// undoing

Result<Entitlement> LicenseManagementApplicationService::renew(Session &session, EntitlementId expiring,
                                                               const EntitlementFields &fields) const
{
    return operate(session, u"renew", [&](Session &) -> Result<Entitlement> {
        const auto before = m_licenses.findEntitlement(session, expiring);
        if (!before)
            return std::unexpected(before.error());
        const auto license = m_licenses.find(session, before->license);
        if (!license)
            return std::unexpected(license.error());
        const auto operation = m_operations.begin(
            session, u"renew"_s,
            QCoreApplication::translate("services", "Renew %1").arg(license->name.text()));
        if (!operation)
            return std::unexpected(operation.error());
        EntitlementFields renewal = fields;
        renewal.license = before->license;
        renewal.renews = expiring;
        return m_licenses.addEntitlement(session, renewal);
    });
}

Result<OperationOutcome> LicenseManagementApplicationService::depart(Session &session, const Member &member,
                                                                     QDate day, const QString &reason) const
{
    const QString because = reason.trimmed().isEmpty()
                                ? QCoreApplication::translate("services", "The member departed")
                                : reason;
    const auto endReason = EndReason::create(because);
    if (!endReason)
        return std::unexpected(endReason.error());
    return operate(session, u"depart", [&](Session &) -> Result<OperationOutcome> {
        const auto operation = m_operations.begin(
            session, u"depart"_s,
            QCoreApplication::translate("services", "%1 departs").arg(member.name.text()), because);
        if (!operation)
            return std::unexpected(operation.error());
        const auto held = m_assignments.openOf(session, member.id);
        if (!held)
            return std::unexpected(held.error());
        if (!held->empty()) {
            if (auto revoked = m_assignments.revoke(session, *held, *endReason); !revoked)
                return std::unexpected(std::move(revoked).error());
        }
        Member departed = member;
        departed.status = MemberStatus::Departed;
        departed.leftOn = day;
        if (auto updated = m_members.update(session, departed); !updated)
            return std::unexpected(std::move(updated).error());
        return OperationOutcome{*operation, std::ssize(*held)};
    });
}

Result<OperationId> LicenseManagementApplicationService::undo(Session &session, OperationId operation) const
{
    return operate(session, u"undo", [&](Session &) { return m_operations.undo(session, operation); });
}

} // namespace seatledger
