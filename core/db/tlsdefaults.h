// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"

#include <QString>

namespace seatledger {

/// Whether the server is on this machine, by what is written and without asking anybody: a socket's folder,
/// `localhost`, 127.0.0.0/8 or ::1, for each of the hosts. A `service` may lead anywhere, so it is not.
[[nodiscard]] bool isOnThisMachine(const ConnectionSettings &settings);

/// The certificates of the authorities that this system trusts, as libpq's `sslrootcert` takes them. Empty
/// when there are none.
[[nodiscard]] QString systemAuthorities();

/// The settings with what was left open about TLS decided: `sslmode` is `verify-full`, and for a server on
/// this machine `prefer`; with `verify-full`, `sslrootcert` is the system's authorities unless the person has
/// a `~/.postgresql/root.crt`. The environment variables PGSSLMODE and PGSSLROOTCERT count as said.
/// Connection does this to whatever it is given.
[[nodiscard]] ConnectionSettings withTlsDefaults(ConnectionSettings settings);

} // namespace seatledger
