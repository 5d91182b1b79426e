// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/domain/error.h"

namespace seatledger::detail {

/// Why a connection cannot be opened, for core/db itself. QSqlDatabase tells only the wording; this tries
/// once more with libpq, asking for the bare SQLSTATE, and decides by that. Waits as long as a connection
/// may.
[[nodiscard]] Error connectFailure(const ConnectionSettings &settings, const QString &wording);

} // namespace seatledger::detail
