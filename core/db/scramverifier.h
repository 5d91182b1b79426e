// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/domain/result.h"

#include <QString>

namespace seatledger {

/// What PostgreSQL keeps instead of a password: its SCRAM-SHA-256 verifier, made here, so that the password
/// itself never goes to the server, into its log or into a list of running statements. Different each time.
/// Asks the server nothing.
[[nodiscard]] Result<QString> scramVerifier(const Connection &connection, const QString &login,
                                            const QString &password);

} // namespace seatledger
