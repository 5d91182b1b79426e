// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignmentplan.h"

#include <QDate>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// Many members are to get the same seats of one licence.
struct AssignmentRequest {
    std::vector<MemberId>
        members; ///< in the order they are served; one named twice already holds it the second time
    AssignmentTerms terms;
    PlanMode mode = PlanMode::AllOrNothing;
};

/// How an assignment is suspended.
struct SuspensionTerms {
    bool releaseSeat = false;
    std::optional<QDate> until =
        std::nullopt; ///< the first day it is active again by itself; none is until resumed
};

/// An assignment is to have other days.
struct PeriodChange {
    Holding holding;
    Period period;
};

/// An assignment is to have another number of seats.
struct QuantityChange {
    Holding holding;
    Quantity quantity;
};

/// An assignment is to be ended and the seat given to somebody else, from today or its first day on.
struct Transfer {
    Holding holding;
    MemberId to;
};

/// Seats of one licence that a departure gives back.
struct ReturnedSeats {
    LicenseId license;
    qint64 now = 0;      ///< taken today
    qint64 promised = 0; ///< reserved for later, or released and to come back

    friend bool operator==(const ReturnedSeats &, const ReturnedSeats &) = default;
};

/// What a departure ends.
struct DepartureEffect {
    std::vector<AssignmentId> ended = {};
    std::vector<ReturnedSeats> returned = {}; ///< by licence, in order of id
};

/// The rules of assignments: which state may follow which, and for every operation on the assignments of one
/// licence the plan: what would become of each row, or why not, what it costs and what stays free. Decides by
/// the facts it is given, by the same rules as the database, which decides last. Pure; may be used from any
/// thread.
///
/// Planning n rows is O(n log n); a hundred thousand take well under a second.
class LicenseAssignmentDomainService final
{
public:
    explicit LicenseAssignmentDomainService(QDate today) : m_today(today) {}

    /// The state machine. Staying is allowed; what has ended stays as it was.
    [[nodiscard]] static bool transitionAllowed(AssignmentState from, AssignmentState to);

    /// Reserved, active or, for a period that is over, expired.
    [[nodiscard]] AssignmentState stateFor(const Period &period) const;

    /// Why an open assignment cannot be in its state today with its days (StateAgainstDays), or none.
    [[nodiscard]] std::optional<Refusal> refusalOfDays(const Holding &holding) const;

    [[nodiscard]] AssignmentPlan planAssign(const PlanFacts &facts, const AssignmentRequest &request) const;
    [[nodiscard]] AssignmentPlan planRevoke(const PlanFacts &facts, std::span<const Holding> holdings,
                                            PlanMode mode) const;
    [[nodiscard]] AssignmentPlan planSuspend(const PlanFacts &facts, std::span<const Holding> holdings,
                                             const SuspensionTerms &terms, PlanMode mode) const;
    [[nodiscard]] AssignmentPlan planResume(const PlanFacts &facts, std::span<const Holding> holdings,
                                            PlanMode mode) const;
    [[nodiscard]] AssignmentPlan planTransfer(const PlanFacts &facts, std::span<const Transfer> transfers,
                                              PlanMode mode) const;
    [[nodiscard]] AssignmentPlan planPeriods(const PlanFacts &facts, std::span<const PeriodChange> changes,
                                             PlanMode mode) const;
    [[nodiscard]] AssignmentPlan planQuantities(const PlanFacts &facts,
                                                std::span<const QuantityChange> changes, PlanMode mode) const;

    /// What becomes of the assignments of one member who departs today: those that have not ended are
    /// revoked.
    [[nodiscard]] DepartureEffect planDeparture(std::span<const Assignment> assignments) const;

private:
    QDate m_today;
};

} // namespace seatledger
