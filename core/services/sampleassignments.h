// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sampleapplicationservice.h"
#include "core/services/samplecatalogue.h"
#include "core/services/sampleplan.h"

#include <vector>

namespace seatledger {

/// The assignments of a licence: as many as it is to have, each to another member, open ones only to members
/// who have not departed.
[[nodiscard]] std::vector<SampleAssignment> sampleAssignments(const SampleLicense &license,
                                                              const SampleSize &size, DayNumber today,
                                                              const SampleCatalogue &catalogue);

/// The seats that are promised at once at most.
[[nodiscard]] qint64 sampleDemand(const SampleBook &book);

} // namespace seatledger
