// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/pgresult.h"
#include "core/db/sqlvalue.h"

#include <QByteArray>
#include <QList>

// For core/db itself: the one way of statements to libpq, with what SentTogether lets wait for them. Between
// two calls a connection is in libpq's pipeline mode only if a COMMIT is not waited for.

namespace seatledger::detail {

/// Sends a statement, after what waits, in one round trip.
[[nodiscard]] Result<PgResult> runStatement(const Connection &connection, const QByteArray &sql,
                                            const QList<SqlValue> &values);

/// Begins a transaction: with its first statement where a SentTogether lives, at once otherwise.
[[nodiscard]] Result<void> beginTransaction(const Connection &connection);

/// Commits; what only reads under a SentTogether is not waited for.
[[nodiscard]] Result<void> commitTransaction(const Connection &connection);

/// Rolls back; nothing is sent if the transaction still waits to be.
[[nodiscard]] Result<void> rollBackTransaction(const Connection &connection);

/// Whether a transaction of the connection waits to be begun.
[[nodiscard]] bool isBeginWaiting(const Connection &connection);

/// Brings the connection to where libpq's other functions may be used: what waits is sent, what was not
/// waited for is read.
[[nodiscard]] Result<void> settle(const Connection &connection);

} // namespace seatledger::detail
