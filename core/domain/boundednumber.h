// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <compare>

namespace seatledger {

/// The one sentence for a number out of its limits.
[[nodiscard]] Error numberOutOfRange(qint64 value, qint64 minimum, qint64 maximum);

/// A whole number that is certain to be within the limits of its `Rule`
/// (`static constexpr int minimum, maximum;`). A plain value.
template <typename Rule>
class BoundedNumber final
{
public:
    static constexpr int minimum = Rule::minimum;
    static constexpr int maximum = Rule::maximum;

    /// Fails with InvalidInput outside of `minimum` to `maximum`.
    [[nodiscard]] static Result<BoundedNumber> create(qint64 value)
    {
        if (value < minimum || value > maximum)
            return std::unexpected(numberOutOfRange(value, minimum, maximum));
        return BoundedNumber(static_cast<int>(value));
    }

    /// A value that the database's constraint or the compiler has already checked.
    [[nodiscard]] static constexpr BoundedNumber fromStored(qint64 value)
    {
        Q_ASSERT(value >= minimum && value <= maximum);
        return BoundedNumber(static_cast<int>(value));
    }

    [[nodiscard]] constexpr int value() const { return m_value; }

    friend constexpr auto operator<=>(const BoundedNumber &, const BoundedNumber &) = default;

private:
    explicit constexpr BoundedNumber(int value) : m_value(value) {}

    int m_value;
};

struct OverageRule {
    static constexpr int minimum = 0;
    static constexpr int maximum = 1000;
};

struct DevicesPerSeatRule {
    static constexpr int minimum = 1;
    static constexpr int maximum = 1000;
};

struct LeaseMinutesRule {
    static constexpr int minimum = 1;
    static constexpr int maximum = 525'600;
};

struct SeatThresholdRule {
    static constexpr int minimum = 0;
    static constexpr int maximum = 10'000'000;
};

/// Seats that may be given out beyond what was bought, in percent of it.
using OveragePercent = BoundedNumber<OverageRule>;
/// Machines that one seat covers.
using DevicesPerSeat = BoundedNumber<DevicesPerSeatRule>;
/// Minutes a floating seat stays taken without a sign of life; up to a year.
using LeaseMinutes = BoundedNumber<LeaseMinutesRule>;
/// Fewer free seats than this are worth a notice.
using SeatThreshold = BoundedNumber<SeatThresholdRule>;

} // namespace seatledger
