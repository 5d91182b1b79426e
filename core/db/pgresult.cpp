// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/pgresult.h"

#include "core/db/nostatements.h"
#include "core/db/pipeline.h"
#include "core/db/sqlerror.h"

#include <QCoreApplication>

#include <utility>

namespace seatledger::detail {

Result<void> checkMayRun(const Connection &connection)
{
    if (connection.cancelToken().isCancelled())
        return failure(ErrorCode::Cancelled, QCoreApplication::translate("Database", "Cancelled."));
    return NoStatementsHere::check();
}

Result<PgResult> checked(PgResult result, const Connection &connection)
{
    switch (PQresultStatus(result.get())) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
    case PGRES_COPY_OUT:
    case PGRES_COPY_IN:
        return result;
    default:
        return std::unexpected(errorFromResult(result.get(), connection.handle()));
    }
}

Result<void> control(const Connection &connection, const char *sql)
{
    if (auto settled = settle(connection); !settled)
        return settled;
    auto done = checked(PgResult(PQexec(connection.handle(), sql)), connection);
    if (!done)
        return std::unexpected(std::move(done).error());
    return {};
}

} // namespace seatledger::detail
