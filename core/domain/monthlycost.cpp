// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/monthlycost.h"

#include <algorithm>

namespace seatledger {

namespace {

std::optional<int> monthsOfPayment(const EntitlementFields &entitlement)
{
    switch (entitlement.billing) {
    case BillingCycle::Monthly:
        return 1;
    case BillingCycle::Quarterly:
        return 3;
    case BillingCycle::Yearly:
        return 12;
    case BillingCycle::Once:
        break;
    }
    return entitlement.period.monthCount();
}

std::vector<const Entitlement *> covering(std::span<const Entitlement> entitlements, QDate day)
{
    std::vector<const Entitlement *> result;
    for (const Entitlement &entitlement : entitlements) {
        if (!entitlement.isCancelled() && entitlement.period.contains(day))
            result.push_back(&entitlement);
    }
    return result;
}

} // namespace

std::optional<MonthlyPrice> monthlyPrice(const EntitlementFields &entitlement)
{
    const std::optional<int> months = monthsOfPayment(entitlement);
    if (!entitlement.price || !months)
        return std::nullopt;
    return MonthlyPrice{*entitlement.price, *months};
}

Result<void> addMonthlyCost(MoneySum &sum, std::span<const Entitlement> entitlements, QDate day, qint64 seats,
                            qint64 heldInAll)
{
    const std::vector<const Entitlement *> bought = covering(entitlements, day);
    qint64 seatsBought = 0;
    for (const Entitlement *entitlement : bought) {
        if (!entitlement->quantity)
            return {};
        seatsBought += entitlement->quantity->value();
    }
    const qint64 sharing = std::max(seatsBought, heldInAll);
    const qint64 paid = std::clamp(seats, -sharing, sharing);
    for (const Entitlement *entitlement : bought) {
        const std::optional<MonthlyPrice> monthly = monthlyPrice(*entitlement);
        if (!monthly)
            continue;
        const Result<Money> share = monthly->price.share(paid, sharing * monthly->months);
        if (const Result<void> added = share ? sum.add(*share) : std::unexpected(share.error()); !added)
            return added;
    }
    return {};
}

} // namespace seatledger
