// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sampleapplicationservice.h"
#include "core/services/samplecatalogue.h"
#include "core/services/sampleplan.h"

#include <vector>

namespace seatledger {

/// Invents each licence of a sample with its assignments and entitlements, by its index alone: asked again,
/// it gives the same. Supply is made from demand, so that every rule holds on every day the rows are written.
class SampleBooks final
{
public:
    SampleBooks(const SampleSize &size, DayNumber today, const SampleCatalogue &catalogue);

    [[nodiscard]] SampleLicense license(qint64 index) const;
    [[nodiscard]] SampleBook book(qint64 index) const;

private:
    const SampleSize m_size;
    const DayNumber m_today;
    const SampleCatalogue &m_catalogue;
    const std::vector<qint32> m_sizes;
};

} // namespace seatledger
