// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/moneysum.h"

#include <optional>
#include <span>

namespace seatledger {

/// The price of an entitlement by the month, as a fraction so that nothing is rounded before it is shared:
/// `price / months`. None without a price, and for a single payment that covers no end of months.
struct MonthlyPrice {
    Money price;
    int months;
};
[[nodiscard]] std::optional<MonthlyPrice> monthlyPrice(const EntitlementFields &entitlement);

/// Adds to `sum` what `seats` seats of a licence cost a month on `day`: their share of the entitlements that
/// cover it. All bought seats cost the same; seats beyond what was bought (overage) and seats of an unlimited
/// licence cost nothing more. Negative for negative `seats`. Where `seats` are some of `heldInAll` seats and
/// those are more than were bought, all of them share the price. Fails with InvalidInput only if a sum
/// exceeds 64 bits.
[[nodiscard]] Result<void> addMonthlyCost(MoneySum &sum, std::span<const Entitlement> entitlements, QDate day,
                                          qint64 seats, qint64 heldInAll = 0);

} // namespace seatledger
