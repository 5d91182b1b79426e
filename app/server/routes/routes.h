// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/router.h"

namespace seatledger::server {

// A resource is a file beside this one and a line in addAllRoutes().

void addHealthRoutes(Router &router);
void addDescriptionRoutes(Router &router);
void addMemberRoutes(Router &router);
void addLicenseRoutes(Router &router);
void addEntitlementRoutes(Router &router);
void addAssignmentRoutes(Router &router);
void addBulkRoutes(Router &router);
void addOperationRoutes(Router &router);
void addReportRoutes(Router &router);
void addExportRoutes(Router &router);
void addAuditRoutes(Router &router);
void addEventRoutes(Router &router);
void addPermissionRoutes(Router &router);
void addOwnLicenseRoutes(Router &router);
void addDeviceRoutes(Router &router);
void addTokenRoutes(Router &router);
void addFeatureSwitchRoutes(Router &router);

/// All there are.
void addAllRoutes(Router &router);

} // namespace seatledger::server
