// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/assignmentplan.h"
#include "core/domain/entitlement.h"
#include "core/domain/licenseassignmentdomainservice.h"
#include "core/domain/member.h"
#include "core/domain/result.h"
#include "core/repositories/licenseassignmentrepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/memberrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/waitingrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"
#include "core/services/changeplan.h"
#include "core/services/changeplanner.h"
#include "core/services/planfactsreader.h"

#include <QList>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// Give seats of one licence to members.
struct AssignCommand {
    LicenseId license;
    AssignmentRequest request;
    bool wait = false; ///< who gets none for want of a seat goes on the waiting list; for PlanMode::Partial
};

/// Do something to assignments, which may be of several licences.
struct AssignmentsCommand {
    QList<AssignmentId> assignments;
    PlanMode mode = PlanMode::AllOrNothing;
    QString reason = {}; ///< kept with the operation; revoking needs one
};

/// What an operation did. With a partial mode it may have done less than asked; `leftOut` says what and why.
struct OperationOutcome {
    OperationId operation;
    qint64 changed = 0;
    std::vector<LeftOut> leftOut = {};
    qint64 waiting = 0; ///< put on the waiting list
    qint64 served = 0;  ///< who waited and got what came free, as far as the session sees them
};

/// The use cases of giving and taking seats. Each is planned by the domain, applied by the database in one
/// transaction and one statement a step, booked as one operation that undo() takes back. All or nothing
/// unless the mode is Partial. Stateless apart from its repositories; use it in the thread of the session.
///
/// Functions named plan... change nothing and explain; the others plan again under the licence's lock, so
/// what they answer is what happened. Refusals are RuleBroken with a Refusal's details; a lost race that
/// cannot be repeated is Busy; a row changed by somebody else meanwhile is Conflict. What is not permitted to
/// who is asking is Forbidden, plans included; permitted for some members only, the others are refused in the
/// plan (NotPermitted).
class LicenseManagementApplicationService final
{
public:
    LicenseManagementApplicationService(const LicenseRepository &licenses, const MemberRepository &members,
                                        const LicenseAssignmentRepository &assignments,
                                        const OperationRepository &operations,
                                        const WaitingRepository &waiting,
                                        const AccessApplicationService &access);

    [[nodiscard]] Result<AssignmentPlan> planAssign(Session &session, const AssignCommand &command) const;
    [[nodiscard]] Result<OperationOutcome> assign(Session &session, const AssignCommand &command) const;

    [[nodiscard]] Result<ChangePlan> planRevoke(Session &session, const AssignmentsCommand &command) const;
    [[nodiscard]] Result<OperationOutcome> revoke(Session &session, const AssignmentsCommand &command) const;

    [[nodiscard]] Result<ChangePlan> planSuspend(Session &session, const AssignmentsCommand &command,
                                                 const SuspensionTerms &terms) const;
    [[nodiscard]] Result<OperationOutcome> suspend(Session &session, const AssignmentsCommand &command,
                                                   const SuspensionTerms &terms) const;

    [[nodiscard]] Result<ChangePlan> planResume(Session &session, const AssignmentsCommand &command) const;
    [[nodiscard]] Result<OperationOutcome> resume(Session &session, const AssignmentsCommand &command) const;

    /// Ends each and gives its seats for the rest of its days to `to`, in one step.
    [[nodiscard]] Result<ChangePlan> planTransfer(Session &session, const AssignmentsCommand &command,
                                                  MemberId to) const;
    [[nodiscard]] Result<OperationOutcome> transfer(Session &session, const AssignmentsCommand &command,
                                                    MemberId to) const;

    /// Gives all of them these days.
    [[nodiscard]] Result<ChangePlan> planChangePeriod(Session &session, const AssignmentsCommand &command,
                                                      const Period &period) const;
    [[nodiscard]] Result<OperationOutcome> changePeriod(Session &session, const AssignmentsCommand &command,
                                                        const Period &period) const;

    /// Gives each of them so many seats.
    [[nodiscard]] Result<ChangePlan> planChangeQuantity(Session &session, const AssignmentsCommand &command,
                                                        Quantity quantity) const;
    [[nodiscard]] Result<OperationOutcome> changeQuantity(Session &session, const AssignmentsCommand &command,
                                                          Quantity quantity) const;

    /// Adds the entitlement that follows `expiring`; fields.renews is set to it.
    [[nodiscard]] Result<Booked<Entitlement>> renew(Session &session, EntitlementId expiring,
                                                    const EntitlementFields &fields) const;

    /// The member leaves on `day` (not after today): all their seats come back, then they are departed.
    [[nodiscard]] Result<OperationOutcome> depart(Session &session, const Member &member, QDate day,
                                                  const QString &reason) const;

    /// Takes an operation back as one; answers the operation that did so. RuleBroken, reason `moved_on`
    /// (which also is something newer that refers to what it added), `already_undone` or the seat rule's, if
    /// that is no longer possible.
    [[nodiscard]] Result<OperationId> undo(Session &session, OperationId operation) const;

    /// What undo() would change, by doing it and going back: so it takes as long and refuses for the same
    /// reasons.
    [[nodiscard]] Result<std::vector<OperationPart>> planUndo(Session &session, OperationId operation) const;

private:
    using Apply = std::function<Result<qint64>(std::span<const Assignment>, OperationId)>;

    [[nodiscard]] Result<LicenseFacts> factsFor(Session &session, const Reach &reach,
                                                const AssignCommand &command) const;
    [[nodiscard]] Result<OperationOutcome> giveSeats(Session &session, const AssignCommand &command,
                                                     const LicenseFacts &facts) const;
    [[nodiscard]] Result<ChangePlan> explain(Session &session, const ChangePlanner::Wish &wish,
                                             const ChangePlanner::Plan &plan) const;
    [[nodiscard]] Result<OperationOutcome> change(Session &session, QLatin1StringView kind,
                                                  const QString &reason, const ChangePlanner::Wish &wish,
                                                  const ChangePlanner::Plan &plan, const Apply &apply) const;
    [[nodiscard]] Result<OperationOutcome> endSeats(Session &session, const Member &member, QDate day,
                                                    const EndReason &reason) const;

    const LicenseRepository &m_licenses;
    const MemberRepository &m_members;
    const LicenseAssignmentRepository &m_assignments;
    const OperationRepository &m_operations;
    const WaitingRepository &m_waiting;
    const AccessApplicationService &m_access;
    PlanFactsReader m_facts;
    ChangePlanner m_changes;
};

} // namespace seatledger
