// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/repositories/inventorylists.h"
#include "core/repositories/licenserepository.h"

namespace seatledger {

/// A page of what was bought, by licence and first day: at most `limit` (1 to 1000) entitlements after the
/// key `after`. Prices for those who may see costs.
[[nodiscard]] Result<ListPage<Entitlement>> entitlementPage(Session &session,
                                                            const LicenseRepository &licenses,
                                                            const EntitlementFilter &filter,
                                                            const PageKey &after, int limit);

} // namespace seatledger
