// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrationlocks.h"

#include "core/db/canceltoken.h"
#include "core/db/query.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

Q_LOGGING_CATEGORY(locksLog, "seatledger.db.migrator", QtInfoMsg)

namespace {

bool isAboutLocks(const Error &error)
{
    const QString state = error.details.value("sqlstate"_L1).toString();
    return state == "55P03"_L1 || state == "40P01"_L1; // not had in time; had each other's
}

/// The transactions that have been open longest; whose they are only who may see it is told.
QString longestAtWork(Connection &connection)
{
    return Query(connection,
                 u"SELECT coalesce(string_agg(format('%s of %s, process %s, for %s s', "
                 "coalesce(nullif(application_name, ''), '?'), coalesce(usename, '?'), pid, seconds), '; ' "
                 "ORDER BY seconds DESC), '') AS programs FROM (SELECT application_name, usename, pid, "
                 "extract(epoch FROM clock_timestamp() - xact_start)::int AS seconds FROM pg_stat_activity "
                 "WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL "
                 "ORDER BY xact_start LIMIT 3) AS oldest"_s)
        .one([](const Row &row) { return row.text("programs"); })
        .value_or(QString());
}

Error locksHeld(const QString &programs)
{
    const QString message = QCoreApplication::translate(
        "Migrator",
        "Others hold what it has to change, and it does not make everybody wait for them. Nothing "
        "was changed by it. Let them end, then try again: %1.");
    return {ErrorCode::Busy,
            message.arg(programs.isEmpty() ? u"?"_s : programs),
            {{u"reason"_s, u"locks_held"_s}, {u"programs"_s, programs}}};
}

Result<void> waitFor(std::chrono::milliseconds pause, const CancelToken &token)
{
    for (const QDeadlineTimer end(pause); !end.hasExpired(); QThread::msleep(20)) {
        if (token.isCancelled())
            return failure(ErrorCode::Cancelled, {});
    }
    return {};
}

} // namespace

Result<void> setLockTimeout(Connection &connection, const MigrationPatience &patience)
{
    return connection.execScript(u"SET LOCAL lock_timeout = %1"_s.arg(patience.lock.count()));
}

Result<void> withLocks(Connection &connection, const MigrationPatience &patience,
                       const std::function<Result<void>()> &work)
{
    const QDeadlineTimer deadline(patience.inAll);
    for (bool isTold = false;; isTold = true) {
        auto done = work();
        if (done || !isAboutLocks(done.error()))
            return done;
        const QString programs = longestAtWork(connection);
        if (deadline.hasExpired())
            return std::unexpected(locksHeld(programs));
        if (!isTold)
            qCInfo(locksLog).noquote()
                << "Wait, without holding anybody up, for what others hold:" << programs;
        if (auto waited = waitFor(patience.pause, connection.cancelToken()); !waited)
            return waited;
    }
}

} // namespace seatledger
