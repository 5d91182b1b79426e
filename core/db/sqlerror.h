// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

#include <QByteArrayView>
#include <QString>

struct pg_conn;
struct pg_result;

namespace seatledger {

/// Turns the server's refusal into ours, by SQLSTATE alone and never by the wording:
///
/// | SQLSTATE | code |
/// | --- | --- |
/// | 23505, 23P01, SL006 | Conflict |
/// | 23503 | InUse |
/// | 23502, 22xxx | InvalidInput |
/// | 23514, other SLxxx | RuleBroken |
/// | 40001, 40P01, 55P03 | Busy |
/// | 57014 | Cancelled |
/// | 08xxx, 57P01 to 57P03, 57P05, 53300, 25006 (a replica) | Offline |
/// | 42501, 28xxx | Forbidden |
/// | 53100 | StorageFull |
/// | 3D000 | NotFound |
/// | anything else | Internal |
///
/// `SLxxx`, and 42501 with such a detail, are raised by our own functions: their message is a sentence for
/// people and their detail a JSON object, which becomes the error's details. For every other state the
/// server's own message and detail are kept. The details also get `sqlstate` and, where a constraint refused,
/// its name as `constraint`.
[[nodiscard]] Error errorFromSqlState(QByteArrayView sqlState, const QString &message, const QString &detail,
                                      const QString &constraint = {});

/// The error of a failed statement.
[[nodiscard]] Error errorFromResult(const pg_result *result, const pg_conn *connection);

/// The error of a connection that gave no answer: Offline when it is lost, else Internal.
[[nodiscard]] Error errorFromConnection(const pg_conn *connection);

} // namespace seatledger
