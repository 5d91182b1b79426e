// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seatcalendar.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace seatledger {

namespace {

constexpr qint64 unlimited = Seats::unlimited().count();

qint64 freeSeats(qint64 supply, qint64 demand)
{
    return supply == unlimited ? unlimited : supply - demand;
}

qint64 lackingSeats(qint64 supply, qint64 demand)
{
    return supply == unlimited ? 0 : std::max<qint64>(0, demand - supply);
}

std::optional<QDate> dateOf(DayNumber day)
{
    return day == endOfDays ? std::nullopt : std::optional(QDate::fromJulianDay(day));
}

StepFunction demandOf(std::span<const Holding> holdings)
{
    std::vector<StepFunction::Delta> deltas;
    deltas.reserve(2 * holdings.size());
    for (const Holding &holding : holdings)
        addDeltas(deltas, holding.heldDays(), holding.quantity.value());
    return StepFunction::fromDeltas(std::move(deltas));
}

StepFunction demandOf(std::span<const HoldingChange> changes)
{
    std::vector<StepFunction::Delta> deltas;
    deltas.reserve(4 * changes.size());
    for (const auto &[before, after] : changes) {
        if (before)
            addDeltas(deltas, before->heldDays(), -before->quantity.value());
        if (after)
            addDeltas(deltas, after->heldDays(), after->quantity.value());
    }
    return StepFunction::fromDeltas(std::move(deltas));
}

} // namespace

SeatSupply::SeatSupply(std::span<const Entitlement> entitlements, OveragePercent overage)
{
    std::vector<StepFunction::Delta> bought;
    std::vector<StepFunction::Delta> unlimitedOnes;
    for (const Entitlement &entitlement : entitlements) {
        if (entitlement.isCancelled())
            continue;
        const DayRange days = entitlement.period.range();
        if (entitlement.quantity)
            addDeltas(bought, days, entitlement.quantity->value());
        else
            addDeltas(unlimitedOnes, days, 1);
    }
    const auto withOverage = [percent = 100 + overage.value()](qint64 seats, qint64 withoutLimit) {
        return withoutLimit > 0 ? unlimited : seats * percent / 100;
    };
    m_steps = StepFunction::combined(StepFunction::fromDeltas(std::move(bought)),
                                     StepFunction::fromDeltas(std::move(unlimitedOnes)), withOverage);
    qint64 before = 0;
    for (const auto &[day, value] : m_steps.steps()) {
        if (value < before)
            m_lapses.push_back(day);
        before = value;
    }
}

/// Of all numbers of seats that may have been bought only one makes so many with its overage.
qint64 SeatSupply::overageWithin(qint64 seats, OveragePercent overage)
{
    const qint64 percent = 100 + overage.value();
    const qint64 bought = (100 * seats + percent - 1) / percent;
    return seats - bought;
}

Seats SeatSupply::on(QDate day) const
{
    return Seats(m_steps.valueOn(day.toJulianDay()));
}

DayNumber SeatSupply::lapseAfter(DayNumber day) const
{
    const auto lapse = std::ranges::upper_bound(m_lapses, day);
    return lapse == m_lapses.end() ? endOfDays : *lapse;
}

SeatCalendar::SeatCalendar(QDate today, std::span<const Holding> holdings, SeatSupply supply)
    : SeatCalendar(today, demandOf(holdings), std::move(supply))
{}

SeatCalendar::SeatCalendar(QDate today, StepFunction demand, SeatSupply supply)
    : m_today(today), m_demand(std::move(demand)), m_supply(std::move(supply))
{}

qint64 SeatCalendar::demandOn(QDate day) const
{
    return m_demand.valueOn(day.toJulianDay());
}

std::optional<QDate> SeatCalendar::lapseAfter(QDate day) const
{
    return dateOf(m_supply.lapseAfter(day.toJulianDay()));
}

DayRange SeatCalendar::window(const Period &period) const
{
    const DayRange days = period.range();
    const DayNumber first = std::max(days.first, m_today.toJulianDay());
    return {first, std::min(days.end, m_supply.lapseAfter(first))};
}

Seats SeatCalendar::seatsFree(const Period &period) const
{
    const DayRange days = window(period);
    if (days.isEmpty())
        return {};
    const StepFunction free = StepFunction::combined(m_supply.steps(), m_demand, freeSeats);
    return Seats(std::max<qint64>(0, free.minimumOn(days)));
}

std::vector<SeatShortage> SeatCalendar::shortages(QDate from) const
{
    const StepFunction lacking = StepFunction::combined(m_supply.steps(), m_demand, lackingSeats);
    const std::span<const StepFunction::Step> steps = lacking.steps();
    std::vector<SeatShortage> result;
    for (size_t i = 0; i < steps.size(); ++i) {
        const DayRange run{steps[i].day, i + 1 < steps.size() ? steps[i + 1].day : endOfDays};
        const DayRange days = run.intersected({from.toJulianDay(), endOfDays});
        if (steps[i].value == 0 || days.isEmpty())
            continue;
        const std::optional<QDate> end = dateOf(days.end);
        result.push_back({.firstDay = QDate::fromJulianDay(days.first),
                          .lastDay = end ? std::optional(end->addDays(-1)) : std::nullopt,
                          .seats = steps[i].value});
    }
    return result;
}

SeatCalendar SeatCalendar::with(std::span<const HoldingChange> changes) const
{
    return {m_today, StepFunction::combined(m_demand, demandOf(changes), std::plus()), m_supply};
}

Refusal SeatCalendar::refusalOn(DayNumber day) const
{
    const qint64 capacity = m_supply.steps().valueOn(day);
    return {.reason = capacity == 0 ? RefusalReason::OutsideSupply : RefusalReason::NoSeat,
            .day = dateOf(day),
            .capacity = capacity,
            .demand = m_demand.valueOn(day)};
}

std::optional<Refusal> SeatCalendar::refusalOf(std::span<const HoldingChange> changes) const
{
    const SeatCalendar after = with(changes);
    const StepFunction lacking = StepFunction::combined(m_supply.steps(), after.m_demand, lackingSeats);
    std::optional<DayNumber> first;
    for (const HoldingChange &change : changes) {
        for (const DayRange grown : change.grownDays()) {
            if (grown.isEmpty())
                continue;
            const auto day = lacking.firstNonZero(grown.intersected(window(change.after->period)));
            if (day && (!first || *day < *first))
                first = day;
        }
    }
    return first ? std::optional(after.refusalOn(*first)) : std::nullopt;
}

std::optional<Refusal> SeatCalendar::refusalOf(const SeatSupply &after) const
{
    const StepFunction cut = StepFunction::combined(m_supply.steps(), after.steps(),
                                                    [](qint64 before, qint64 now) { return now < before; });
    const StepFunction lacking = StepFunction::combined(after.steps(), m_demand, lackingSeats);
    const StepFunction broken = StepFunction::combined(cut, lacking, std::multiplies());
    const std::optional<DayNumber> day = broken.firstNonZero({m_today.toJulianDay(), endOfDays});
    if (!day)
        return std::nullopt;
    return Refusal{.reason = RefusalReason::BelowPromised,
                   .day = dateOf(*day),
                   .capacity = after.steps().valueOn(*day),
                   .demand = m_demand.valueOn(*day)};
}

} // namespace seatledger
