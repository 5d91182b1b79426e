// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/domain/result.h"

#include <chrono>
#include <functional>

namespace seatledger {

/// How a migration gets the locks it needs of a book that people work with. Who waits for a table's lock
/// makes everybody queue who comes after, readers too; so it waits only a moment, lets the others go by, and
/// tries again.
struct MigrationPatience {
    std::chrono::milliseconds lock = std::chrono::seconds(1); ///< for one lock; the longest anybody queues
    std::chrono::milliseconds pause = std::chrono::seconds(2); ///< in which the others go by
    std::chrono::milliseconds inAll = std::chrono::minutes(10); ///< then it gives up
};

/// Runs `work`, which rolls back when it fails and sets `lock_timeout` by setLockTimeout() in its
/// transaction, again and again until it gets its locks. Says on the log for whom it waits. After the
/// patience Busy, reason `locks_held`, naming who has been at work longest; Cancelled by the connection's
/// token.
[[nodiscard]] Result<void> withLocks(Connection &connection, const MigrationPatience &patience,
                                     const std::function<Result<void>()> &work);

/// For the transaction that is open.
[[nodiscard]] Result<void> setLockTimeout(Connection &connection, const MigrationPatience &patience);

} // namespace seatledger
