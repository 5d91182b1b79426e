// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/savepoint.h"

#include "core/db/pgresult.h"

#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(savepointLog, "seatledger.db.savepoint", QtWarningMsg)

Result<Savepoint> Savepoint::set(Connection &connection)
{
    if (!connection.inTransaction())
        return failure(ErrorCode::Internal, u"A savepoint needs an open transaction."_s);
    if (auto may = detail::checkMayRun(connection); !may)
        return std::unexpected(std::move(may).error());
    if (auto done = detail::control(connection, "SAVEPOINT part"); !done)
        return std::unexpected(std::move(done).error());
    return Savepoint(connection);
}

Savepoint::Savepoint(Savepoint &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Savepoint::~Savepoint()
{
    if (!m_connection)
        return;
    if (auto done = goBack(); !done && done.error().code != ErrorCode::Offline)
        qCWarning(savepointLog) << "Go back failed:" << done.error().message;
}

Result<void> Savepoint::keep()
{
    return detail::control(*std::exchange(m_connection, nullptr), "RELEASE SAVEPOINT part");
}

Result<void> Savepoint::goBack()
{
    Connection &connection = *std::exchange(m_connection, nullptr);
    // released, too: the name is then free for the savepoint around this one
    return detail::control(connection, "ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part");
}

} // namespace seatledger
