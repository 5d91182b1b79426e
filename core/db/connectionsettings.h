// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QDebug>
#include <QMap>
#include <QString>

namespace seatledger {

/// Where a database is and who signs in. A plain value.
struct ConnectionSettings {
    QString host;              ///< a name, an address, or (beginning with `/`) the folder of a Unix socket
    int port = 5432;           ///< also names the socket file: `.s.PGSQL.<port>`
    QString database;
    QString user;
    QString password;          ///< empty where the server asks for none
    QString applicationName;   ///< what an administrator sees in `pg_stat_activity`
    int connectTimeoutSeconds = 10;
    QMap<QString, QString> options; ///< further ones by libpq's names: `sslmode`, `sslrootcert`, ...

    /// Reads what psql takes: `postgresql://user@host:port/database?option=value` or `key=value ...`.
    /// Fails with InvalidInput, saying which part libpq did not understand, but never what the password is.
    [[nodiscard]] static Result<ConnectionSettings> fromUri(const QString &uri);

    /// The URI that psql and `fromUri` take. Never holds the password, nor that of a client's key: URIs end
    /// up in logs and `ps`.
    [[nodiscard]] QString toUri() const;

    friend bool operator==(const ConnectionSettings &, const ConnectionSettings &) = default;
};

/// Prints the URI, so without the password.
QDebug operator<<(QDebug debug, const ConnectionSettings &settings);

} // namespace seatledger
