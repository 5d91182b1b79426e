// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dayrange.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/period.h"
#include "core/domain/quantity.h"

#include <array>
#include <optional>
#include <vector>

namespace seatledger {

/// What the seat rule needs to know of one assignment. A plain value, small, for planning with many.
struct Holding {
    std::optional<AssignmentId> id = std::nullopt; ///< none is not in the book yet
    MemberId member;
    Quantity quantity;
    Period period;
    AssignmentState state;
    bool seatReleased = false;
    std::optional<QDate> suspendedUntil = std::nullopt;

    /// Reserved, active or suspended: it has not ended.
    [[nodiscard]] bool isOpen() const;

    /// The days on which it takes seats; empty if none. A released suspension takes none until it is over.
    [[nodiscard]] DayRange heldDays() const;

    friend bool operator==(const Holding &, const Holding &) = default;
};

/// One row as an operation finds and as it leaves it; no `before` is a new row.
struct HoldingChange {
    std::optional<Holding> before = std::nullopt;
    std::optional<Holding> after = std::nullopt;

    /// The days on which it takes more seats after than before: at most two runs of days, the others empty.
    [[nodiscard]] std::array<DayRange, 2> grownDays() const;

    friend bool operator==(const HoldingChange &, const HoldingChange &) = default;
};

/// Changes that only make sense together, such as the two rows of a transfer.
using HoldingChanges = std::vector<HoldingChange>;

} // namespace seatledger
