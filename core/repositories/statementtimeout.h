// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <chrono>

namespace seatledger {

/// From now on the database stops what takes longer on this connection, even if nobody is left to ask for it;
/// the statement fails with TimedOut. Said by a statement, not when connecting: poolers do not hand that on.
/// Outside of transactions. Fails with Offline.
[[nodiscard]] Result<void> limitStatements(Session &session, std::chrono::seconds longest);

} // namespace seatledger
