// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "core/domain/money.h"
#include "core/domain/refusal.h"
#include "core/domain/seatcalendar.h"

#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// One entitlement of a licence is to be added, changed, or to supply nothing any more.
struct SupplyChange {
    std::optional<EntitlementId> replaced = std::nullopt; ///< none adds one
    std::optional<EntitlementFields> by = std::nullopt;   ///< none cancels
};

/// What a change of what was bought would do, before anything is done. A plain value.
struct SupplyPlan {
    QDate day;                                    ///< the first day from today on that it changes
    Seats before;                                 ///< seats there are on that day now, overage included
    Seats after;                                  ///< and afterwards
    Seats seatsFree;                              ///< that day to the next lapse after it, afterwards
    std::vector<SeatShortage> shortagesNow = {};  ///< from today on
    std::vector<SeatShortage> shortages = {};     ///< afterwards
    std::vector<Money> monthlyCost = {}; ///< how much more (or less) all seats of that day cost a month;
                                         ///< empty, too, if a sum exceeds 64 bits
    std::optional<Refusal> refusal = std::nullopt; ///< BelowPromised; none if it may be done

    [[nodiscard]] bool isApplicable() const { return !refusal; }
};

/// Plans by the same rule as the database, which decides last. `entitlements` are all of the licence.
[[nodiscard]] SupplyPlan planSupply(const SeatCalendar &calendar, OveragePercent overage,
                                    std::span<const Entitlement> entitlements, const SupplyChange &change);

} // namespace seatledger
