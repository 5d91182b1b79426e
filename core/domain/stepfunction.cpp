// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stepfunction.h"

#include <algorithm>
#include <iterator>

namespace seatledger {

StepFunction StepFunction::fromDeltas(std::vector<Delta> deltas)
{
    std::ranges::sort(deltas, {}, &Delta::day);
    StepFunction result;
    qint64 value = 0;
    for (auto delta = deltas.begin(); delta != deltas.end();) {
        const DayNumber day = delta->day;
        for (; delta != deltas.end() && delta->day == day; ++delta)
            value += delta->change;
        result.append(day, value);
    }
    return result;
}

qint64 StepFunction::valueOn(DayNumber day) const
{
    const auto next = std::ranges::upper_bound(m_steps, day, {}, &Step::day);
    return next == m_steps.begin() ? 0 : std::prev(next)->value;
}

qint64 StepFunction::minimumOn(DayRange range) const
{
    qint64 minimum = valueOn(range.first);
    auto step = std::ranges::upper_bound(m_steps, range.first, {}, &Step::day);
    for (; step != m_steps.end() && step->day < range.end; ++step)
        minimum = std::min(minimum, step->value);
    return minimum;
}

std::optional<DayNumber> StepFunction::firstNonZero(DayRange range) const
{
    if (range.isEmpty())
        return std::nullopt;
    if (valueOn(range.first) != 0)
        return range.first;
    // Neighbours differ, so what follows a zero is none.
    const auto next = std::ranges::upper_bound(m_steps, range.first, {}, &Step::day);
    return next != m_steps.end() && next->day < range.end ? std::optional(next->day) : std::nullopt;
}

void StepFunction::append(DayNumber day, qint64 value)
{
    if (value != (m_steps.empty() ? 0 : m_steps.back().value))
        m_steps.push_back({day, value});
}

void addDeltas(std::vector<StepFunction::Delta> &deltas, DayRange range, qint64 amount)
{
    if (range.isEmpty() || amount == 0)
        return;
    deltas.push_back({range.first, amount});
    if (range.end != endOfDays)
        deltas.push_back({range.end, -amount});
}

} // namespace seatledger
