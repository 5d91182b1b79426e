// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <algorithm>
#include <limits>

namespace seatledger {

/// Days as Julian day numbers, for arithmetic over many of them.
using DayNumber = qint64;

inline constexpr DayNumber firstOfDays = std::numeric_limits<DayNumber>::min();
inline constexpr DayNumber endOfDays = std::numeric_limits<DayNumber>::max();

/// Days from `first` up to but without `end`; `endOfDays` is open ended. Empty unless `first < end`. A plain
/// value.
struct DayRange {
    DayNumber first = 0;
    DayNumber end = 0;

    [[nodiscard]] constexpr bool isEmpty() const { return first >= end; }
    [[nodiscard]] constexpr bool contains(DayNumber day) const { return day >= first && day < end; }

    [[nodiscard]] constexpr DayRange intersected(const DayRange &other) const
    {
        return {std::max(first, other.first), std::min(end, other.end)};
    }

    friend constexpr bool operator==(const DayRange &, const DayRange &) = default;
};

} // namespace seatledger
