// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/assignmentplanner.h"

#include "core/domain/monthlycost.h"
#include "core/domain/seatplanner.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace seatledger {

namespace {

/// The rows that an item changes: one, or the two of a transfer.
HoldingChanges rowsOf(const HoldingChange &change)
{
    const auto &[before, after] = change;
    if (!before || before->member == after->member)
        return {change};
    Holding ended = *before;
    ended.state = AssignmentState::Revoked;
    return {{.before = before, .after = ended}, {.before = std::nullopt, .after = after}};
}

bool growsFrom(QDate today, const HoldingChange &change)
{
    const DayRange future{today.toJulianDay(), endOfDays};
    return std::ranges::any_of(change.grownDays(),
                               [&](const DayRange &days) { return !days.intersected(future).isEmpty(); });
}

qint64 seatsTaken(const std::optional<Holding> &holding)
{
    return holding && !holding->heldDays().isEmpty() ? holding->quantity.value() : 0;
}

} // namespace

HolderIndex::HolderIndex(std::span<const Holding> holdings, std::span<const PlanItem> items)
{
    for (const PlanItem &item : items)
        m_held.try_emplace(item.member());
    for (const Holding &holding : holdings) {
        const auto member = m_held.find(holding.member);
        if (member != m_held.end() && holding.isOpen())
            member->second.push_back({holding.id, holding.period});
    }
}

std::optional<Refusal> HolderIndex::refusalOf(const HoldingChange &change) const
{
    const auto &[before, after] = change;
    if (!after->isOpen())
        return std::nullopt;
    const auto inTheWay = [&](const Held &held) {
        const bool isItself = before && held.id && held.id == before->id;
        return !isItself && held.period.overlaps(after->period);
    };
    const std::vector<Held> &held = m_held.at(after->member);
    const auto found = std::ranges::find_if(held, inTheWay);
    if (found == held.end())
        return std::nullopt;
    return Refusal{.reason = RefusalReason::AlreadyHolds, .period = found->period};
}

void HolderIndex::apply(const HoldingChange &change)
{
    const auto &[before, after] = change;
    const auto holder = before ? m_held.find(before->member) : m_held.end();
    if (holder != m_held.end())
        std::erase_if(holder->second, [&](const Held &held) { return held.id && held.id == before->id; });
    if (after->isOpen())
        m_held[after->member].push_back({after->id, after->period});
}

AssignmentPlanner::AssignmentPlanner(const PlanFacts &facts, std::vector<PlanItem> items, PlanMode mode)
    : m_facts(facts)
{
    m_plan.mode = mode;
    m_plan.items = std::move(items);
}

AssignmentPlan AssignmentPlanner::plan(const Period &days) &&
{
    refuseGrowthOfClosedLicense();
    if (!fitsTogether())
        serveInOrder();
    m_plan.seatsLeft = m_facts.calendar.with(grantedRows()).seatsFree(days);
    m_plan.monthlyCost = costOfGranted().value_or(std::vector<Money>());
    return std::move(m_plan);
}

void AssignmentPlanner::refuseGrowthOfClosedLicense()
{
    const std::optional<Refusal> closed = refusalOfSeats(m_facts.state);
    if (!closed)
        return;
    for (PlanItem &item : m_plan.items) {
        if (item.isGranted() && growsFrom(m_facts.calendar.today(), item.change))
            item.refusal = closed;
    }
}

/// Rows that make room for others may come after them; so the whole is judged by its end.
bool AssignmentPlanner::fitsTogether() const
{
    HolderIndex holders(m_facts.holdings, m_plan.items);
    for (const PlanItem &item : m_plan.items) {
        if (!item.isGranted() || holders.refusalOf(item.change))
            return false;
        holders.apply(item.change);
    }
    return !m_facts.calendar.refusalOf(grantedRows());
}

void AssignmentPlanner::serveInOrder()
{
    HolderIndex holders(m_facts.holdings, m_plan.items);
    SeatPlanner seats(m_facts.calendar, grantedRows());
    for (PlanItem &item : m_plan.items) {
        if (item.isGranted())
            item.refusal = holders.refusalOf(item.change);
        if (item.isGranted())
            item.refusal = seats.take(rowsOf(item.change));
        if (item.isGranted())
            holders.apply(item.change);
    }
}

HoldingChanges AssignmentPlanner::grantedRows() const
{
    HoldingChanges rows;
    rows.reserve(m_plan.items.size());
    for (const PlanItem &item : m_plan.items) {
        if (item.isGranted())
            std::ranges::copy(rowsOf(item.change), std::back_inserter(rows));
    }
    return rows;
}

Result<std::vector<Money>> AssignmentPlanner::costOfGranted() const
{
    const QDate today = m_facts.calendar.today();
    std::map<QDate, qint64> seatsByDay;
    for (const PlanItem &item : m_plan.items) {
        const auto &[before, after] = item.change;
        if (item.isGranted())
            seatsByDay[std::max(today, after->period.firstDay())] += seatsTaken(after) - seatsTaken(before);
    }
    MoneySum sum;
    for (const auto &[day, seats] : seatsByDay) {
        if (const Result<void> added = addMonthlyCost(sum, m_facts.entitlements, day, seats); !added)
            return std::unexpected(added.error());
    }
    return sum.amounts();
}

} // namespace seatledger
