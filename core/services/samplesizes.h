// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/services/sampleapplicationservice.h"
#include "core/services/sampleplan.h"

#include <QtGlobal>

#include <vector>

namespace seatledger {

/// What the `index`-th licence is to show; spread evenly over the licences.
[[nodiscard]] SampleProfile sampleProfile(const SampleSize &size, qint64 index);

/// How many assignments each licence gets: few get many (Zipf), drafts none, none more than there are
/// members, and together exactly as many as asked for.
[[nodiscard]] std::vector<qint32> sampleSizes(const SampleSize &size);

/// Refuses sizes that do not go together, with InvalidInput, naming the `field` and what would do.
[[nodiscard]] Result<void> checkSampleSize(const SampleSize &size);

} // namespace seatledger
