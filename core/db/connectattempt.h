// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/domain/error.h"

#include <QString>

namespace seatledger::detail {

/// What one attempt to connect came to, for core/db itself. QSqlDatabase tells only the wording; libpq, asked
/// itself, gives the SQLSTATE of a server's refusal, and its own words in English whatever the locale.
struct ConnectAttempt {
    bool succeeded = false;
    bool timedOut = false;
    bool needsPassword = false; ///< the server asks for one and there was none
    bool usedTls = false;
    QString sqlState; ///< of the server's refusal; empty: it did not come to that
    QString text; ///< libpq's words
};

/// Tries once, in the words of libpq's parameters, waiting as long as a connection may (a name that nobody
/// resolves can take longer).
[[nodiscard]] ConnectAttempt tryToConnect(const ConnectionSettings &given);

/// Why an attempt failed, for people. The code goes by SQLSTATE, or is Offline when there is none; `reason`
/// in the details tells the cases apart, `said` is what libpq or the server had to say.
///
/// | reason | means |
/// | --- | --- |
/// | `host_unknown` | nobody knows the server's name |
/// | `refused` | nothing listens there |
/// | `timed_out` | no answer in time |
/// | `unreachable` | any other trouble on the way |
/// | `not_postgresql` | something else listens there |
/// | `starting`, `too_many_connections` | the server is there, but takes nobody at the moment |
/// | `tls_missing` | TLS is required and the server has none |
/// | `certificate_host` | the server's certificate is for another name |
/// | `certificate_untrusted` | it is self-signed, of an unknown authority, or expired |
/// | `ca_file_missing`, `ca_file_unreadable` | the authorities' file |
/// | `tls_failed` | TLS, but not for one of these reasons |
/// | `password_needed`, `password_wrong` | PostgreSQL answers the same for wrong, expired and no such user |
/// | `login_refused` | the role may not log in, or pg_hba.conf leaves it out |
/// | `no_such_database`, `database_forbidden` | |
/// | `invalid_option` | libpq does not take an option's value; the code is InvalidInput |
[[nodiscard]] Error connectError(const ConnectAttempt &attempt, const ConnectionSettings &settings);

} // namespace seatledger::detail
