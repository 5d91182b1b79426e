// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dayrange.h"

#include <QLatin1StringView>

#include <optional>

namespace seatledger {

/// What is known of a member besides the name, by index alone: nothing is kept.
struct SampleMember {
    QLatin1StringView status;
    DayNumber joined = 0;
    std::optional<DayNumber> left = std::nullopt;
    quint64 department = 0; ///< a large number, to be brought to the number of departments

    [[nodiscard]] bool isDeparted() const { return left.has_value(); }

    /// The `index`-th member of a sample; the first one never has departed.
    [[nodiscard]] static SampleMember at(quint32 seed, DayNumber today, qint64 index);
};

} // namespace seatledger
