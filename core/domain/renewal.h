// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/moneysum.h"
#include "core/domain/seats.h"

#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// What is known of an entitlement that ends soon and of the seats of its licence.
struct RenewalDue {
    Entitlement entitlement;
    QString licenseName;
    qint64 held = 0;    ///< seats of the licence held or promised on the day after its end
    qint64 waiting = 0; ///< seats that people wait for
    qint64 idle = 0;    ///< held seats whose devices were not seen for long
    Seats otherSeats;   ///< what else was bought for the day after its end
    std::vector<Entitlement> history = {}; ///< what it renewed, and what that renewed, the newest first

    /// How many seats are needed from it: held and waited for, less what is idle and what else there is. None
    /// for an unlimited one, and 0 where it need not be renewed.
    [[nodiscard]] std::optional<qint64> suggestedSeats() const;

    /// The terms of a renewal: as long as it was, from the day after its end, with the suggested seats (as
    /// many as before if none are needed) and a price in proportion.
    [[nodiscard]] EntitlementFields suggestion() const;
};

/// Adds up what entitlements cost a month. What has no price, or none by the month, costs nothing.
class MonthlyCostSum final
{
public:
    void add(const EntitlementFields &fields);
    /// One amount a currency; empty, too, if a sum exceeds 64 bits.
    [[nodiscard]] std::vector<Money> amounts() const;

private:
    MoneySum m_sum;
    bool m_isExceeded = false;
};

/// What they cost a month altogether, see MonthlyCostSum.
[[nodiscard]] std::vector<Money> monthlyCostOf(std::span<const EntitlementFields> entitlements);

} // namespace seatledger
