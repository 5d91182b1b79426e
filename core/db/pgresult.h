// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/domain/result.h"

#include <QByteArray>

#include <libpq-fe.h>

#include <memory>
#include <type_traits>

// For core/db itself: what its classes share about libpq.

namespace seatledger::detail {

struct ResultDeleter {
    void operator()(PGresult *result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, ResultDeleter>;

/// Whether a statement may be sent at all: Cancelled when the token says so, Internal where NoStatementsHere
/// does.
[[nodiscard]] Result<void> checkMayRun(const Connection &connection);

/// Takes an answer of libpq: the result when the server was content, its error otherwise.
[[nodiscard]] Result<PgResult> checked(PgResult result, const Connection &connection);

/// Sends a control statement such as BEGIN or ROLLBACK, which no token stops.
[[nodiscard]] Result<void> control(const Connection &connection, const char *sql);

} // namespace seatledger::detail
