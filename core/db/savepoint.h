// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/domain/result.h"

namespace seatledger {

/// A part of an open transaction that can be taken back alone, also after a statement in it failed. Goes back
/// when destroyed without a `keep()`. Savepoints are nested like scopes. Thread of the connection.
class Savepoint final
{
public:
    /// Internal without an open transaction; Offline or Cancelled.
    [[nodiscard]] static Result<Savepoint> set(Connection &connection);

    ~Savepoint();
    Savepoint(Savepoint &&other) noexcept;
    Savepoint &operator=(Savepoint &&) = delete;
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;

    /// What was done since stays a part of the transaction.
    [[nodiscard]] Result<void> keep();
    /// Undoes what was done since, and what failed.
    [[nodiscard]] Result<void> goBack();

private:
    explicit Savepoint(Connection &connection) : m_connection(&connection) {}

    Connection *m_connection; // null once finished or moved from
};

} // namespace seatledger
