// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "core/domain/result.h"

#include <QString>

namespace seatledger::ctl {

// A password is never an argument: those are in everybody's list of processes and in the shell's history.

/// The first line of standard input, without its line break. InvalidInput if there is none.
[[nodiscard]] Result<QString> passwordFromStdin();

/// Asks twice at the terminal, without showing what is typed. InvalidInput without a terminal, or if the two
/// differ; Cancelled, with the terminal as it was, when `token` says so.
[[nodiscard]] Result<QString> passwordFromTerminal(const QString &login, const CancelToken &token);

/// Asks once, to sign in; the same failures. An empty `login` is that of the account the command runs under.
[[nodiscard]] Result<QString> signInPasswordFromTerminal(const QString &login, const CancelToken &token);

} // namespace seatledger::ctl
