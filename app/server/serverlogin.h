// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/services/services.h"

namespace seatledger::server {

/// Gives the rights of the connection's own login away, once for each connection: what every worker does
/// first, and again when it got another connection.
[[nodiscard]] Result<void> prepareConnection(Session &session, const Services &services);

} // namespace seatledger::server
