// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/holding.h"
#include "core/domain/license.h"
#include "core/domain/refusal.h"
#include "core/domain/seats.h"
#include "core/domain/stepfunction.h"

#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// The supply of one licence by day: the seats of the entitlements that cover it, plus the allowed overage,
/// rounded down; unlimited as soon as one of them is. Cancelled entitlements supply nothing. A plain value.
class SeatSupply final
{
public:
    SeatSupply() = default; ///< nothing was bought
    SeatSupply(std::span<const Entitlement> entitlements, OveragePercent overage);

    [[nodiscard]] Seats on(QDate day) const;

    /// By day, unlimited as Seats::unlimited().count().
    [[nodiscard]] const StepFunction &steps() const { return m_steps; }

    /// The first lapse strictly after `day`: a day with less supply than the day before. `endOfDays` if there
    /// is none.
    [[nodiscard]] DayNumber lapseAfter(DayNumber day) const;

    /// How many of a day's `seats`, at least 0 and not unlimited, are there by the overage and were not
    /// bought.
    [[nodiscard]] static qint64 overageWithin(qint64 seats, OveragePercent overage);

private:
    StepFunction m_steps;
    std::vector<DayNumber> m_lapses;
};

/// Some days in a row on which more seats are held than there are.
struct SeatShortage {
    QDate firstDay;
    std::optional<QDate> lastDay; ///< none is for good
    qint64 seats; ///< how many are lacking on each of these days

    friend bool operator==(const SeatShortage &, const SeatShortage &) = default;
};

/// Supply and demand of one licence by day, and the rule between them, the same that the database enforces:
///
/// - Demand on a day is the sum of the quantities of the assignments that hold on it (Holding::heldDays()).
/// - A lapse is a day whose supply is below that of the day before.
/// - An assignment answers for its window: from its first day, or today if later, to the next lapse after
/// that.
/// - An operation that makes rows grow is refused if on a day of the window of such a row, on which that row
///   grew, demand afterwards is above supply.
/// - An operation that cuts supply is refused if on some day from today on supply is less than before and
/// below
///   demand.
///
/// So an open-ended assignment may outlive its subscription: that is a shortage to come, never an error.
/// A plain value; queries are O(log n) in the number of steps unless said otherwise.
class SeatCalendar final
{
public:
    /// `holdings` are all of the licence; ended ones do no harm. O(n log n).
    SeatCalendar(QDate today, std::span<const Holding> holdings, SeatSupply supply);

    /// For a licence with very many holders: their demand already added up.
    SeatCalendar(QDate today, StepFunction demand, SeatSupply supply);

    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] qint64 demandOn(QDate day) const;
    [[nodiscard]] Seats supplyOn(QDate day) const { return m_supply.on(day); }
    [[nodiscard]] std::optional<QDate> lapseAfter(QDate day) const;

    [[nodiscard]] const StepFunction &demand() const { return m_demand; }
    [[nodiscard]] const SeatSupply &supply() const { return m_supply; }

    /// The days an assignment with this period answers for; empty if it is over.
    [[nodiscard]] DayRange window(const Period &period) const;

    /// How many seats an assignment with this period could get: the fewest free on a day of its window, never
    /// less than none. None, too, for a period that is over. O(n).
    [[nodiscard]] Seats seatsFree(const Period &period) const;

    /// Days from `from` on with more demand than supply, in order. Neighbouring days lacking as many are one.
    /// O(n).
    [[nodiscard]] std::vector<SeatShortage> shortages(QDate from) const;

    /// The calendar after the changes. O(n log n).
    [[nodiscard]] SeatCalendar with(std::span<const HoldingChange> changes) const;

    /// Why the changes are refused when made together (NoSeat or OutsideSupply, with the first day), or none.
    /// O(n log n) in steps and changes.
    [[nodiscard]] std::optional<Refusal> refusalOf(std::span<const HoldingChange> changes) const;

    /// Why replacing the supply by `after` is refused (BelowPromised, with the first day), or none. O(n).
    [[nodiscard]] std::optional<Refusal> refusalOf(const SeatSupply &after) const;

    /// The refusal for a day on which demand is above supply: OutsideSupply if there is none, else NoSeat.
    [[nodiscard]] Refusal refusalOn(DayNumber day) const;

private:
    QDate m_today;
    StepFunction m_demand;
    SeatSupply m_supply;
};

} // namespace seatledger
