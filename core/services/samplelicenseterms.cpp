// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplelicenseterms.h"

#include "core/services/samplemembers.h"
#include "core/services/samplerandom.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 termsStream = 7;
constexpr quint64 purchaseStream = 8;
constexpr qint64 siteSeats = 150; // what an unlimited licence is priced as

QLatin1StringView stateOf(SampleProfile profile)
{
    return profile == SampleProfile::Draft     ? "draft"_L1
           : profile == SampleProfile::Retired ? "retired"_L1
                                               : "active"_L1;
}

QLatin1StringView expiryOf(SampleProfile profile, SampleRandom &random)
{
    const qint64 point = random.below(100);
    if (profile == SampleProfile::Lapsed)
        return point < 20 ? "keep"_L1 : point < 60 ? "suspend"_L1 : "revoke"_L1;
    return point < 60 ? "keep"_L1 : point < 85 ? "suspend"_L1 : "revoke"_L1;
}

std::optional<qint64> ownerOf(const SampleSize &size, DayNumber today, SampleRandom &random)
{
    if (size.members == 0 || random.chance(15))
        return std::nullopt;
    const qint64 owner = random.below(size.members);
    return SampleMember::at(size.seed, today, owner).isDeparted() ? 1 : owner + 1;
}

QLatin1StringView billingOf(const SampleLicense &license, SampleRandom &random)
{
    if (license.term != "subscription"_L1)
        return "once"_L1;
    const qint64 point = random.below(100);
    return point < 70 ? "yearly"_L1 : point < 90 ? "monthly"_L1 : "quarterly"_L1;
}

qint64 cyclesOfYear(QLatin1StringView billing)
{
    return billing == "monthly"_L1 ? 12 : billing == "quarterly"_L1 ? 4 : 1;
}

// The list price by edition, times the seats, less a discount; a perpetual seat costs two years and a half.
qint64 priceOf(const SampleLicense &license, const SampleEntitlement &entitlement,
               const SampleCatalogue &catalogue, SampleRandom &random)
{
    const qint64 list = catalogue.productOf(license.index).yearlyPrice
                        * (10 + 6 * catalogue.editionOf(license.index)) * 10;
    const qint64 seats = entitlement.quantity.value_or(siteSeats);
    const qint64 terms = license.term == "perpetual"_L1 ? 250 : 100;
    return list * seats * terms / 100 * (100 - random.skewed(0, 25)) / 100;
}

} // namespace

SampleLicenseTerms SampleLicenseTerms::of(const SampleLicense &license, const SampleSize &size,
                                          DayNumber today, const SampleCatalogue &catalogue)
{
    constexpr std::array leases{30, 60, 120, 480};
    SampleRandom random(size.seed, termsStream, static_cast<quint64>(license.index));
    const bool hasRoom = license.profile == SampleProfile::Normal || license.profile == SampleProfile::Idle;

    SampleLicenseTerms terms{.metric = catalogue.productOf(license.index).metric,
                             .term = license.term,
                             .state = stateOf(license.profile),
                             .expiryAction = expiryOf(license.profile, random)};
    terms.isToBeSuspended = license.profile == SampleProfile::Normal && random.chance(3);
    terms.owner = ownerOf(size, today, random);
    if (hasRoom && random.chance(15))
        terms.overagePercent = random.chance(50) ? 5 : 10;
    if (terms.metric == "named_user"_L1)
        terms.devicesPerSeat = static_cast<int>(random.skewed(1, 5));
    if (terms.metric == "floating"_L1)
        terms.leaseMinutes = random.pick(leases);
    if (license.profile != SampleProfile::Unlimited && random.chance(60))
        terms.lowSeatThreshold = random.skewed(1, 20);
    return terms;
}

SamplePurchase SamplePurchase::of(const SampleLicense &license, const SampleEntitlement &entitlement,
                                  qint64 id, const SampleSize &size, const SampleCatalogue &catalogue)
{
    static const std::array currencies{u"EUR"_s, u"EUR"_s, u"EUR"_s, u"USD"_s, u"GBP"_s, u"CHF"_s};
    SampleRandom byLicense(size.seed, purchaseStream, static_cast<quint64>(license.index));
    SampleRandom byPurchase(size.seed, purchaseStream + 1, static_cast<quint64>(id));

    SamplePurchase purchase{.billing = billingOf(license, byLicense), .orderNumber = {}, .supplier = {}};
    const QString currency = byLicense.pick(currencies);
    purchase.supplier = byLicense.pick(catalogue.suppliers);
    purchase.orderNumber = u"PO-%1"_s.arg(100'000 + id * 7 + byPurchase.below(7));
    if (license.term != "trial"_L1) {
        purchase.priceMinor = priceOf(license, entitlement, catalogue, byPurchase)
                              / cyclesOfYear(purchase.billing);
        purchase.currency = currency;
    }
    return purchase;
}

} // namespace seatledger
