// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/scramverifier.h"

#include "core/db/sqlerror.h"

#include <libpq-fe.h>

#include <memory>

namespace seatledger {

Result<QString> scramVerifier(const Connection &connection, const QString &login, const QString &password)
{
    const std::unique_ptr<char, decltype(&PQfreemem)> verifier(
        PQencryptPasswordConn(connection.handle(), password.toUtf8().constData(), login.toUtf8().constData(),
                              "scram-sha-256"),
        &PQfreemem);
    if (!verifier)
        return std::unexpected(errorFromConnection(connection.handle()));
    return QString::fromLatin1(verifier.get());
}

} // namespace seatledger
