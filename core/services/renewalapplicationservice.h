// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/renewal.h"
#include "core/domain/result.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/renewalrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/licensemanagementapplicationservice.h"

#include <vector>

namespace seatledger {

/// The renewals of what ends soon, many as one operation, for whoever may edit the catalogue. Stateless; use
/// it in the thread of the session.
class RenewalApplicationService final
{
public:
    static constexpr int idleDays = 90; ///< a seat that was not seen for longer is idle

    RenewalApplicationService(const RenewalRepository &renewals, const LicenseRepository &licenses,
                              const OperationRepository &operations, const AccessApplicationService &access);

    /// What ends within `days` days, by the day it ends, with what is known to renew it by.
    [[nodiscard]] Result<std::vector<RenewalDue>> due(Session &session, int days) const;

    /// Adds these entitlements, each of which names what it renews, whole or not at all. InvalidInput if one
    /// names none; Conflict if one was renewed before.
    [[nodiscard]] Result<OperationOutcome> renew(Session &session,
                                                 const std::vector<EntitlementFields> &renewals) const;

private:
    const RenewalRepository &m_renewals;
    const LicenseRepository &m_licenses;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
