// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/routes.h"

namespace seatledger::server {

void addAllRoutes(Router &router)
{
    addHealthRoutes(router);
    addDescriptionRoutes(router);
    addMemberRoutes(router);
    addLicenseRoutes(router);
    addEntitlementRoutes(router);
    addAssignmentRoutes(router);
    addBulkRoutes(router);
    addOperationRoutes(router);
    addReportRoutes(router);
    addExportRoutes(router);
    addAuditRoutes(router);
    addEventRoutes(router);
    addPermissionRoutes(router);
    addOwnLicenseRoutes(router);
    addDeviceRoutes(router);
    addTokenRoutes(router);
    addFeatureSwitchRoutes(router);
}

} // namespace seatledger::server
