// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/boundednumber.h"

namespace seatledger {

struct QuantityRule {
    static constexpr int minimum = 1;
    static constexpr int maximum = 10'000'000;
};

/// A number of seats that somebody holds or that was bought: 1 to 10 million.
using Quantity = BoundedNumber<QuantityRule>;

} // namespace seatledger
