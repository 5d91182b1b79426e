// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/licensemanagementapplicationservice.h"

#include "core/domain/waitingentry.h"
#include "core/services/changerules.h"
#include "core/services/refusalinwords.h"
#include "core/services/undoinwords.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

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

ChangePlanner::Wish wishOf(Action action, const AssignmentsCommand &command,
                           const QList<MemberId> &receivers = {})
{
    return {
        .action = action, .assignments = command.assignments, .mode = command.mode, .receivers = receivers};
}

ChangePlanner::Wish movingDays(const AssignmentsCommand &command)
{
    return {.action = Action::ChangeAssignments,
            .assignments = command.assignments,
            .mode = command.mode,
            .movesDays = true};
}

/// Who gets what of an assignment.
struct Shares {
    QList<MemberId> granted = {};
    QList<MemberId> waiting = {};
    std::vector<LeftOut> leftOut = {};
};

Shares sharesOf(const AssignmentPlan &plan, bool wait)
{
    Shares shares;
    for (const PlanItem &item : plan.items) {
        if (item.isGranted())
            shares.granted.append(item.member());
        else if (wait && mayWait(*item.refusal))
            shares.waiting.append(item.member());
        else
            shares.leftOut.push_back({std::nullopt, item.member(), *item.refusal});
    }
    return shares;
}

QString summaryOf(const QString &license, const Shares &shares)
{
    const auto granted = static_cast<int>(shares.granted.size());
    const auto waiting = static_cast<int>(shares.waiting.size());
    const QString waits = QCoreApplication::translate("services", "%n member(s) wait(s) for %1", nullptr,
                                                      waiting);
    if (granted == 0)
        return waits.arg(license);
    const QString assigned =
        QCoreApplication::translate("services", "Assign %1 to %n member(s)", nullptr, granted).arg(license);
    return waiting == 0 ? assigned : assigned + u"; "_s + waits.arg(license);
}

bool addedMembers(const std::vector<OperationPart> &parts)
{
    return std::ranges::any_of(parts, [](const OperationPart &part) {
        return part.entity == u"member" && part.action == u"insert";
    });
}

/// Undoing removes what was added; nothing else of it can be in the way of a foreign key, but a seat that
/// would come back to who has departed.
template <typename T>
Result<T> orWhyNot(Result<T> undone, bool addedMembers)
{
    if (undone)
        return undone;
    const bool isHolder = !addedMembers
                          && undone.error().details.value("constraint"_L1) == "license_assignment_holder"_L1;
    if (undone.error().code != ErrorCode::InUse || isHolder)
        return std::unexpected(undoInWords(std::move(undone).error()));
    return std::unexpected(
        Refusal{.reason = RefusalReason::MovedOn,
                .explanation = QCoreApplication::translate(
                    "services", "This cannot be undone: something newer refers to what it added.")}
            .toError());
}

} // namespace

LicenseManagementApplicationService::LicenseManagementApplicationService(
    const LicenseRepository &licenses, const MemberRepository &members,
    const LicenseAssignmentRepository &assignments, const OperationRepository &operations,
    const WaitingRepository &waiting, const AccessApplicationService &access)
    : m_licenses(licenses),
      m_members(members),
      m_assignments(assignments),
      m_operations(operations),
      m_waiting(waiting),
      m_access(access),
      m_facts(licenses, assignments),
      m_changes(licenses, assignments, operations, access)
{}

Result<LicenseFacts> LicenseManagementApplicationService::factsFor(Session &session, const Reach &reach,
                                                                   const AssignCommand &command) const
{
    const QList<MemberId> members = asList(command.request.members);
    const auto reached = reach.among(session, members);
    if (!reached)
        return std::unexpected(reached.error());
    const auto today = m_operations.today(session);
    if (!today)
        return std::unexpected(today.error());
    auto facts = m_facts.readWithHoldings(session, *today, command.license, members);
    if (facts)
        reached->mark(members, facts->facts.members);
    return facts;
}

Result<AssignmentPlan> LicenseManagementApplicationService::planAssign(Session &session,
                                                                       const AssignCommand &command) const
{
    return operate(session, u"plan assign", [&](Session &) -> Result<AssignmentPlan> {
        const auto reach = m_access.reach(session, Action::Assign);
        if (!reach)
            return std::unexpected(reach.error());
        const auto facts = factsFor(session, *reach, command);
        if (!facts)
            return std::unexpected(facts.error());
        return rulesOf(*facts).planAssign(facts->facts, command.request);
    });
}

Result<OperationOutcome> LicenseManagementApplicationService::assign(Session &session,
                                                                     const AssignCommand &command) const
{
    return operate(session, u"assign", [&](Session &) -> Result<OperationOutcome> {
        const auto reach = m_access.reach(session, Action::Assign);
        if (!reach)
            return std::unexpected(reach.error());
        if (auto locked = m_licenses.lockSeats(session, {command.license}); !locked)
            return std::unexpected(std::move(locked).error());
        const auto facts = factsFor(session, *reach, command);
        if (!facts)
            return std::unexpected(facts.error());
        return giveSeats(session, command, *facts);
    });
}

Result<OperationOutcome> LicenseManagementApplicationService::giveSeats(Session &session,
                                                                        const AssignCommand &command,
                                                                        const LicenseFacts &facts) const
{
    const auto plan = rulesOf(facts).planAssign(facts.facts, command.request);
    Shares shares = sharesOf(plan, command.wait);
    if (const auto verdict = plan.verdict(); !verdict && shares.waiting.isEmpty())
        return std::unexpected(namingLicense(verdict.error(), facts.license));
    const auto operation = m_operations.begin(session, u"assign"_s,
                                              summaryOf(facts.license.name.text(), shares));
    if (!operation)
        return std::unexpected(operation.error());
    const AssignmentTerms &terms = command.request.terms;
    if (!shares.granted.isEmpty()) {
        if (auto done = m_assignments.assign(session, command.license, shares.granted, terms, *operation);
            !done)
            return std::unexpected(std::move(done).error());
    }
    if (!shares.waiting.isEmpty()) {
        if (auto done = m_waiting.add(session, command.license, shares.waiting, terms); !done)
            return std::unexpected(std::move(done).error());
    }
    return OperationOutcome{.operation = *operation,
                            .changed = shares.granted.size(),
                            .leftOut = std::move(shares.leftOut),
                            .waiting = shares.waiting.size()};
}

Result<ChangePlan> LicenseManagementApplicationService::explain(Session &session,
                                                                const ChangePlanner::Wish &wish,
                                                                const ChangePlanner::Plan &plan) const
{
    return operate(session, u"plan change", [&](Session &) {
        return m_changes.plan(session, wish, ChangePlanner::Locking::None, plan);
    });
}

Result<OperationOutcome> LicenseManagementApplicationService::change(Session &session, QLatin1StringView kind,
                                                                     const QString &reason,
                                                                     const ChangePlanner::Wish &wish,
                                                                     const ChangePlanner::Plan &plan,
                                                                     const Apply &apply) const
{
    return operate(session, QString(kind), [&](Session &) -> Result<OperationOutcome> {
        const auto planned = m_changes.plan(session, wish, ChangePlanner::Locking::Seats, plan);
        if (!planned)
            return std::unexpected(planned.error());
        if (auto verdict = planned->verdict(); !verdict)
            return std::unexpected(std::move(verdict).error());
        const std::vector<Assignment> granted = planned->granted();
        const auto operation = m_operations.begin(session, kind, summaryOf(kind, std::ssize(granted)),
                                                  reason);
        if (!operation)
            return std::unexpected(operation.error());
        if (const auto changed = apply(granted, *operation); !changed)
            return std::unexpected(changed.error());
        const auto served = m_waiting.serve(session, *operation);
        if (!served)
            return std::unexpected(served.error());
        return OperationOutcome{.operation = *operation,
                                .changed = std::ssize(granted),
                                .leftOut = planned->leftOut(),
                                .served = std::ssize(*served)};
    });
}

Result<ChangePlan> LicenseManagementApplicationService::planRevoke(Session &session,
                                                                   const AssignmentsCommand &command) const
{
    return explain(session, wishOf(Action::Revoke, command), revocation(command.mode));
}

Result<OperationOutcome> LicenseManagementApplicationService::revoke(Session &session,
                                                                     const AssignmentsCommand &command) const
{
    const auto reason = reasonFor(command);
    if (!reason)
        return std::unexpected(reason.error());
    return change(session, "revoke"_L1, command.reason, wishOf(Action::Revoke, command),
                  revocation(command.mode), [&](std::span<const Assignment> granted, OperationId) {
                      return m_assignments.revoke(session, granted, *reason);
                  });
}

Result<ChangePlan> LicenseManagementApplicationService::planSuspend(Session &session,
                                                                    const AssignmentsCommand &command,
                                                                    const SuspensionTerms &terms) const
{
    return explain(session, wishOf(Action::Suspend, command), suspension(command.mode, terms));
}

Result<OperationOutcome> LicenseManagementApplicationService::suspend(Session &session,
                                                                      const AssignmentsCommand &command,
                                                                      const SuspensionTerms &terms) const
{
    return change(session, "suspend"_L1, command.reason, wishOf(Action::Suspend, command),
                  suspension(command.mode, terms), [&](std::span<const Assignment> granted, OperationId) {
                      return m_assignments.suspend(session, granted, terms);
                  });
}

Result<ChangePlan> LicenseManagementApplicationService::planResume(Session &session,
                                                                   const AssignmentsCommand &command) const
{
    return explain(session, wishOf(Action::Suspend, command), resumption(command.mode));
}

Result<OperationOutcome> LicenseManagementApplicationService::resume(Session &session,
                                                                     const AssignmentsCommand &command) const
{
    return change(session, "resume"_L1, command.reason, wishOf(Action::Suspend, command),
                  resumption(command.mode), [&](std::span<const Assignment> granted, OperationId) {
                      return m_assignments.resume(session, granted);
                  });
}

Result<ChangePlan> LicenseManagementApplicationService::planTransfer(Session &session,
                                                                     const AssignmentsCommand &command,
                                                                     MemberId to) const
{
    return explain(session, wishOf(Action::Transfer, command, {to}), transferTo(command.mode, to));
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
    return change(session, "transfer"_L1, command.reason, wishOf(Action::Transfer, command, {to}),
                  transferTo(command.mode, to),
                  [&](std::span<const Assignment> granted, OperationId operation) {
                      const std::vector<MemberId> receivers(granted.size(), to);
                      return m_assignments.transfer(session, granted, receivers, *reason, operation);
                  });
}

Result<ChangePlan> LicenseManagementApplicationService::planChangePeriod(Session &session,
                                                                         const AssignmentsCommand &command,
                                                                         const Period &period) const
{
    return explain(session, movingDays(command), rescheduling(command.mode, period));
}

Result<OperationOutcome> LicenseManagementApplicationService::changePeriod(Session &session,
                                                                           const AssignmentsCommand &command,
                                                                           const Period &period) const
{
    return change(session, "reschedule"_L1, command.reason, movingDays(command),
                  rescheduling(command.mode, period), [&](std::span<const Assignment> granted, OperationId) {
                      return m_assignments.changePeriod(session, granted, period);
                  });
}

Result<ChangePlan> LicenseManagementApplicationService::planChangeQuantity(Session &session,
                                                                           const AssignmentsCommand &command,
                                                                           Quantity quantity) const
{
    return explain(session, wishOf(Action::ChangeAssignments, command), resizing(command.mode, quantity));
}

Result<OperationOutcome> LicenseManagementApplicationService::changeQuantity(
    Session &session, const AssignmentsCommand &command, Quantity quantity) const
{
    return change(session, "requantify"_L1, command.reason, wishOf(Action::ChangeAssignments, command),
                  resizing(command.mode, quantity), [&](std::span<const Assignment> granted, OperationId) {
                      return m_assignments.changeQuantity(session, granted, quantity);
                  });
}

Result<Booked<Entitlement>> LicenseManagementApplicationService::renew(Session &session,
                                                                       EntitlementId expiring,
                                                                       const EntitlementFields &fields) const
{
    return operate(session, u"renew", [&](Session &) -> Result<Booked<Entitlement>> {
        if (auto may = m_access.require(session, Action::EditCatalogue); !may)
            return std::unexpected(std::move(may).error());
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
        auto added = m_licenses.addEntitlement(session, renewal);
        if (!added)
            return std::unexpected(std::move(added).error());
        return Booked<Entitlement>{*std::move(added), *operation};
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
        if (auto may = m_access.require(session, Action::EditMembers); !may)
            return std::unexpected(std::move(may).error());
        return endSeats(session, member, day, *endReason);
    });
}

Result<OperationOutcome> LicenseManagementApplicationService::endSeats(Session &session, const Member &member,
                                                                       QDate day,
                                                                       const EndReason &reason) const
{
    const auto operation = m_operations.begin(
        session, u"depart"_s, QCoreApplication::translate("services", "%1 departs").arg(member.name.text()),
        reason.text());
    if (!operation)
        return std::unexpected(operation.error());
    const auto held = m_assignments.openOf(session, member.id);
    if (!held)
        return std::unexpected(held.error());
    if (!held->empty()) {
        if (auto revoked = m_assignments.revoke(session, *held, reason); !revoked)
            return std::unexpected(std::move(revoked).error());
    }
    Member departed = member;
    departed.status = MemberStatus::Departed;
    departed.leftOn = day;
    if (auto updated = m_members.update(session, departed); !updated)
        return std::unexpected(std::move(updated).error());
    const auto served = m_waiting.serve(session, *operation);
    if (!served)
        return std::unexpected(served.error());
    return OperationOutcome{
        .operation = *operation, .changed = std::ssize(*held), .served = std::ssize(*served)};
}

Result<OperationId> LicenseManagementApplicationService::undo(Session &session, OperationId operation) const
{
    return operate(session, u"undo", [&](Session &) -> Result<OperationId> {
        if (auto may = m_access.require(session, Action::Undo); !may)
            return std::unexpected(std::move(may).error());
        const auto parts = m_operations.parts(session, operation);
        if (!parts)
            return std::unexpected(parts.error());
        return orWhyNot(m_operations.undo(session, operation), addedMembers(*parts));
    });
}

Result<std::vector<OperationPart>> LicenseManagementApplicationService::planUndo(Session &session,
                                                                                 OperationId operation) const
{
    if (auto may = m_access.require(session, Action::Undo); !may)
        return std::unexpected(std::move(may).error());
    const auto transaction = Transaction::begin(session.connection(), u"plan an undo");
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto parts = m_operations.parts(session, operation);
    if (!parts)
        return std::unexpected(parts.error());
    const auto undone = orWhyNot(m_operations.undo(session, operation), addedMembers(*parts));
    if (!undone)
        return std::unexpected(undone.error());
    return m_operations.parts(session, *undone);
}

} // namespace seatledger
