// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

namespace seatledger {

/// While one lives, its thread must not wait for a database: whatever would open a connection or run a
/// statement there fails with Internal at once, and says so in the log. For the thread of a window, which has
/// the Executor.
class NoStatementsHere final
{
public:
    NoStatementsHere();
    ~NoStatementsHere();
    NoStatementsHere(const NoStatementsHere &) = delete;
    NoStatementsHere &operator=(const NoStatementsHere &) = delete;

    /// Fails on a thread where one lives.
    [[nodiscard]] static Result<void> check();
};

} // namespace seatledger
