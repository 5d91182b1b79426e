// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dayrange.h"
#include "core/domain/result.h"

#include <QDate>

#include <optional>

namespace seatledger {

/// Some days in a row, both ends included, or open ended. Days are the organisation's; the database holds the
/// same as a half-open daterange. Lies within 1970 to 2199. A plain value.
class Period final
{
public:
    [[nodiscard]] static QDate earliestDay() { return {1970, 1, 1}; }
    [[nodiscard]] static QDate latestDay() { return {2199, 12, 31}; }

    /// `last` is included; none is open ended. Fails with InvalidInput, details naming the field `first_day`
    /// or `last_day`, for a day that does not exist or is out of range, and for an end before the start.
    [[nodiscard]] static Result<Period> create(QDate first, std::optional<QDate> last = std::nullopt);

    /// The bounds of a daterange, `end` excluded, that the database's constraint has already checked.
    [[nodiscard]] static Period fromStored(QDate first, std::optional<QDate> end);

    [[nodiscard]] QDate firstDay() const { return m_first; }
    [[nodiscard]] std::optional<QDate> lastDay() const;
    /// The day after the last, as the database holds it; none is open ended.
    [[nodiscard]] std::optional<QDate> endDay() const { return m_end; }
    [[nodiscard]] bool isOpenEnded() const { return !m_end; }

    [[nodiscard]] bool contains(QDate day) const { return range().contains(day.toJulianDay()); }
    [[nodiscard]] bool overlaps(const Period &other) const
    {
        return !range().intersected(other.range()).isEmpty();
    }
    [[nodiscard]] std::optional<Period> intersected(const Period &other) const;

    /// Number of days; none is open ended.
    [[nodiscard]] std::optional<qint64> dayCount() const;

    /// Calendar months begun, at least 1: a year is 12, forty days are 2; none is open ended.
    [[nodiscard]] std::optional<int> monthCount() const;

    [[nodiscard]] DayRange range() const;

    /// "2026-01-01 to 2026-12-31" or "from 2026-01-01", translated.
    [[nodiscard]] QString displayText() const;

    friend bool operator==(const Period &, const Period &) = default;

private:
    Period(QDate first, std::optional<QDate> end) : m_first(first), m_end(end) {}

    QDate m_first;
    std::optional<QDate> m_end;
};

/// How every front end spells a day: ISO 8601, the same in every language.
[[nodiscard]] QString displayDay(QDate day);

} // namespace seatledger
