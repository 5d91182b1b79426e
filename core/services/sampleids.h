// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dayrange.h"

#include <utility>
#include <vector>

namespace seatledger {

/// Ids of assignments that grow with their first days, as they do in life, though the rows are written
/// licence by licence. A copy gives the same ids again to who asks in the same order. A plain value.
class SampleIds final
{
public:
    explicit SampleIds(DayNumber today) : m_firstDay(today - longestPast), m_next(longestPast + longestFuture)
    {}

    /// One assignment begins on this day. All are counted before the first id is taken.
    void count(DayNumber firstDay) { ++m_next[placeOf(firstDay)]; }
    void settle()
    {
        qint64 next = 1;
        for (qint64 &id : m_next)
            next += std::exchange(id, next);
    }

    [[nodiscard]] qint64 take(DayNumber firstDay) { return m_next[placeOf(firstDay)]++; }

private:
    static constexpr DayNumber longestPast = 20'000; // days before today on which anything begins
    static constexpr DayNumber longestFuture = 1'000;

    [[nodiscard]] std::size_t placeOf(DayNumber day) const
    {
        return static_cast<std::size_t>(day - m_firstDay);
    }

    DayNumber m_firstDay;
    std::vector<qint64> m_next;
};

} // namespace seatledger
