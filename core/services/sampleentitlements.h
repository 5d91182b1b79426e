// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sampleapplicationservice.h"
#include "core/services/sampleplan.h"

#include <vector>

namespace seatledger {

/// What was bought for a licence, from the seats that its assignments promise: the years before, what counts
/// now (perhaps in two purchases), perhaps the renewal that is ordered already.
[[nodiscard]] std::vector<SampleEntitlement> sampleEntitlements(const SampleBook &book,
                                                                const SampleSize &size);

} // namespace seatledger
