// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dayrange.h"
#include "core/services/sampleapplicationservice.h"
#include "core/services/samplecatalogue.h"
#include "core/services/sampleplan.h"

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace seatledger {

/// The columns of a licence, beside its name.
struct SampleLicenseTerms {
    QString metric;
    QLatin1StringView term;
    QLatin1StringView state;
    bool isToBeSuspended = false; ///< once its seats are given
    std::optional<qint64> owner = std::nullopt;
    int overagePercent = 0;
    int devicesPerSeat = 1;
    std::optional<int> leaseMinutes = std::nullopt;
    QLatin1StringView expiryAction;
    std::optional<qint64> lowSeatThreshold = std::nullopt;

    [[nodiscard]] static SampleLicenseTerms of(const SampleLicense &license, const SampleSize &size,
                                               DayNumber today, const SampleCatalogue &catalogue);
};

/// What an entitlement cost and where it came from.
struct SamplePurchase {
    std::optional<qint64> priceMinor = std::nullopt; ///< of one billing cycle
    std::optional<QString> currency = std::nullopt;
    QLatin1StringView billing;
    QString orderNumber;
    QString supplier;

    [[nodiscard]] static SamplePurchase of(const SampleLicense &license, const SampleEntitlement &entitlement,
                                           qint64 id, const SampleSize &size,
                                           const SampleCatalogue &catalogue);
};

} // namespace seatledger
