// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/routes.h"

namespace seatledger::server {

void addAllRoutes(Router &router)
{
    addHealthRoutes(router);
    addDescriptionRoutes(router);
    addMemberRoutes(router);
}

} // namespace seatledger::server
