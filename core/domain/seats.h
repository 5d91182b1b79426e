// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <limits>

namespace seatledger {

/// A number of seats there are or that are free, which may be unlimited. Unlimited is more than any number.
/// A plain value.
class Seats final
{
public:
    constexpr Seats() = default; ///< none
    constexpr explicit Seats(qint64 count) : m_count(count) {}
    [[nodiscard]] static constexpr Seats unlimited() { return Seats(unlimitedCount); }

    [[nodiscard]] constexpr bool isUnlimited() const { return m_count == unlimitedCount; }

    /// The number; the largest there is when unlimited.
    [[nodiscard]] constexpr qint64 count() const { return m_count; }

    /// The number, or "unlimited", translated.
    [[nodiscard]] QString displayText() const;

    friend constexpr auto operator<=>(const Seats &, const Seats &) = default;

private:
    static constexpr qint64 unlimitedCount = std::numeric_limits<qint64>::max();

    qint64 m_count = 0;
};

} // namespace seatledger
