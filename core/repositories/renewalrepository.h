// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"
#include "core/domain/seats.h"

#include <vector>

namespace seatledger {

/// What the seats of a licence are on the day after one of its entitlements ends.
struct RenewalStanding {
    EntitlementId entitlement;
    LicenseId license;
    QString licenseName;
    qint64 held = 0;
    qint64 waiting = 0;
    qint64 idle = 0;
    Seats otherSeats;
};

/// Finds what is due for renewal. Stateless; reads only.
class RenewalRepository final
{
public:
    /// Entitlements that end within `days` days from today (today's included), are not cancelled and not
    /// renewed, by the day they end. A held seat counts as idle if a device of it was seen before, but not
    /// for `idleDays` days.
    [[nodiscard]] Result<std::vector<RenewalStanding>> due(Session &session, int days, int idleDays) const;
};

} // namespace seatledger
