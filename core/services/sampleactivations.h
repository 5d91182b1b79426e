// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/samplelicenseterms.h"
#include "core/services/samplemoments.h"
#include "core/services/sampleplan.h"

#include <QLatin1StringView>

#include <optional>
#include <vector>

namespace seatledger {

/// An assignment running on a machine of its holder.
struct SampleActivation {
    qint64 device = 0; ///< which of the member's machines, from 0
    SampleMoment activatedAt;
    std::optional<SampleMoment> releasedAt = std::nullopt;
    QLatin1StringView releaseReason = {};
    SampleMoment lastSeen;
};

/// Where one assignment runs and ran: most are used today or were this week, some not for
/// weeks, some not for months, some were tried once. Nothing for licences whose metric counts no machines.
/// `machines` is how many the holder has in use.
[[nodiscard]] std::vector<SampleActivation> sampleActivations(const SampleLicense &license,
                                                              const SampleLicenseTerms &terms,
                                                              const SampleAssignment &row, qint64 machines,
                                                              quint32 seed, DayNumber today);

} // namespace seatledger
