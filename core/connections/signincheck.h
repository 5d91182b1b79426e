// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/db/connectionsettings.h"
#include "core/domain/result.h"

#include <QString>

#include <memory>

namespace seatledger {

/// What signing in found.
struct SignInReport {
    QString serverVersion; ///< "15.4"
    QString tls;           ///< the protocol, "TLSv1.3"; empty: not encrypted
    QString login;         ///< as whom
    int schemaVersion = 0;
};

/// Signs in to a server's database and looks whether a book of this program's version is there, changing
/// nothing. Waits: not for the GUI thread. A password is tried once. Fails as Connection::open does, and with
///
/// | reason in the details | means |
/// | --- | --- |
/// | `database_newer`, `database_older` | VersionMismatch: which of the two has to be brought up to date |
/// | `no_book` | VersionMismatch: a database without the book's tables |
/// | `no_role` | Forbidden: the login belongs to none of the book's roles |
///
/// With `database_older` and `no_book`, `may_migrate` in the details tells whether this login may change
/// that.
[[nodiscard]] Result<SignInReport> checkSignIn(const ConnectionSettings &settings);

/// The same for who goes on to work there: answers the connection.
[[nodiscard]] Result<std::unique_ptr<Connection>> signIn(const ConnectionSettings &settings);

/// Makes the book's tables, or brings them to this program's version. The server's own backup is the way
/// back, so ask first. Waits.
[[nodiscard]] Result<void> bringUpToDate(const ConnectionSettings &settings);

} // namespace seatledger
