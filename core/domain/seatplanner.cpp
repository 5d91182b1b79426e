// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seatplanner.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace seatledger {

namespace {

/// More than all seats together and far from overflow.
constexpr qint64 plenty = qint64(1) << 60;

} // namespace

bool SeatPlanner::Place::isOutside(Runs wanted) const
{
    return runs.end <= wanted.first || wanted.end <= runs.first;
}

bool SeatPlanner::Place::isInside(Runs wanted) const
{
    return wanted.first <= runs.first && runs.end <= wanted.end;
}

SeatPlanner::Place SeatPlanner::Place::left() const
{
    return {2 * node, {runs.first, std::midpoint(runs.first, runs.end)}};
}

SeatPlanner::Place SeatPlanner::Place::right() const
{
    return {2 * node + 1, {std::midpoint(runs.first, runs.end), runs.end}};
}

SeatPlanner::SeatPlanner(const SeatCalendar &calendar, std::span<const HoldingChange> candidates)
    : m_calendar(calendar)
{
    collectDays(candidates);
    m_nodes.resize(2 * std::bit_ceil(m_days.size()));
    build(root());
}

void SeatPlanner::collectDays(std::span<const HoldingChange> candidates)
{
    const DayNumber today = m_calendar.today().toJulianDay();
    m_days.push_back(today);
    for (const StepFunction *steps : {&m_calendar.demand(), &m_calendar.supply().steps()}) {
        for (const StepFunction::Step &step : steps->steps())
            m_days.push_back(step.day);
    }
    for (const auto &[before, after] : candidates) {
        for (const auto *holding : {&before, &after}) {
            const DayRange days = *holding ? (*holding)->heldDays() : DayRange{};
            if (!days.isEmpty())
                m_days.insert(m_days.end(), {days.first, days.end});
        }
    }
    std::erase_if(m_days, [today](DayNumber day) { return day < today || day == endOfDays; });
    std::ranges::sort(m_days);
    const auto repeated = std::ranges::unique(m_days);
    m_days.erase(repeated.begin(), repeated.end());
}

void SeatPlanner::build(Place place)
{
    Node &node = m_nodes[place.node];
    if (!place.isLeaf()) {
        build(place.left());
        build(place.right());
        pullUp(place);
        return;
    }
    const DayNumber day = m_days[place.runs.first];
    const Seats supply(m_calendar.supply().steps().valueOn(day));
    node.free = supply.isUnlimited() ? plenty : supply.count() - m_calendar.demand().valueOn(day);
    node.guardedFree = plenty;
}

void SeatPlanner::pushDown(Place place)
{
    const qint64 pending = std::exchange(m_nodes[place.node].pending, 0);
    for (const size_t child : {place.left().node, place.right().node}) {
        m_nodes[child].free += pending;
        m_nodes[child].guardedFree += pending;
        m_nodes[child].pending += pending;
    }
}

void SeatPlanner::pullUp(Place place)
{
    const Node &left = m_nodes[place.left().node];
    const Node &right = m_nodes[place.right().node];
    Node &node = m_nodes[place.node];
    node.free = std::min(left.free, right.free);
    node.guardedFree = std::min(left.guardedFree, right.guardedFree);
    node.allGuarded = left.allGuarded && right.allGuarded;
}

void SeatPlanner::add(Place place, Runs wanted, qint64 seats)
{
    if (place.isOutside(wanted))
        return;
    if (place.isInside(wanted)) {
        Node &node = m_nodes[place.node];
        node.free += seats;
        node.guardedFree += seats;
        node.pending += seats;
        return;
    }
    pushDown(place);
    add(place.left(), wanted, seats);
    add(place.right(), wanted, seats);
    pullUp(place);
}

void SeatPlanner::guard(Place place, Runs wanted)
{
    Node &node = m_nodes[place.node];
    if (place.isOutside(wanted) || node.allGuarded)
        return;
    if (place.isLeaf()) {
        node.guardedFree = node.free;
        node.allGuarded = true;
        return;
    }
    pushDown(place);
    guard(place.left(), wanted);
    guard(place.right(), wanted);
    pullUp(place);
}

std::optional<SeatPlanner::Broken> SeatPlanner::firstBelowZero(Place place, Runs wanted, qint64 Node::*free)
{
    const Node &node = m_nodes[place.node];
    if (place.isOutside(wanted) || node.*free >= 0)
        return std::nullopt;
    if (place.isLeaf())
        return Broken{place.runs.first, node.free};
    pushDown(place);
    const std::optional<Broken> inLeft = firstBelowZero(place.left(), wanted, free);
    return inLeft ? inLeft : firstBelowZero(place.right(), wanted, free);
}

std::optional<Refusal> SeatPlanner::take(std::span<const HoldingChange> changes)
{
    for (const HoldingChange &change : changes)
        apply(change, 1);
    const std::optional<Broken> broken = firstBroken(changes);
    if (!broken) {
        for (const HoldingChange &change : changes)
            guardWindow(change);
        return std::nullopt;
    }
    for (const HoldingChange &change : changes)
        apply(change, -1);
    Refusal refusal = m_calendar.refusalOn(m_days[broken->run]);
    refusal.demand = *refusal.capacity - broken->free;
    return refusal;
}

void SeatPlanner::apply(const HoldingChange &change, int sign)
{
    if (change.before)
        add(root(), runsOf(change.before->heldDays()), sign * change.before->quantity.value());
    if (change.after)
        add(root(), runsOf(change.after->heldDays()), -sign * change.after->quantity.value());
}

/// What the change must answer for itself, and what rows taken before it answer for.
std::optional<SeatPlanner::Broken> SeatPlanner::firstBroken(std::span<const HoldingChange> changes)
{
    std::optional<Broken> first;
    const auto keepEarlier = [&first](std::optional<Broken> found) {
        if (found && (!first || found->run < first->run))
            first = found;
    };
    for (const HoldingChange &change : changes) {
        for (const DayRange grown : change.grownDays()) {
            if (grown.isEmpty())
                continue;
            const DayRange own = grown.intersected(m_calendar.window(change.after->period));
            keepEarlier(firstBelowZero(root(), runsOf(own), &Node::free));
            keepEarlier(firstBelowZero(root(), runsOf(grown), &Node::guardedFree));
        }
    }
    return first;
}

void SeatPlanner::guardWindow(const HoldingChange &change)
{
    for (const DayRange grown : change.grownDays()) {
        if (!grown.isEmpty())
            guard(root(), runsOf(grown.intersected(m_calendar.window(change.after->period))));
    }
}

SeatPlanner::Runs SeatPlanner::runsOf(DayRange days) const
{
    if (days.isEmpty())
        return {0, 0};
    const auto indexOf = [this](DayNumber day) {
        return size_t(std::ranges::lower_bound(m_days, day) - m_days.begin());
    };
    return {indexOf(days.first), indexOf(days.end)};
}

} // namespace seatledger
