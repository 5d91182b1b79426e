// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "core/db/connectionsettings.h"
#include "core/domain/result.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>

struct pg_conn;
struct pg_cancel;

namespace seatledger {

/// One connection to PostgreSQL: a uniquely named QSqlDatabase (QPSQL) of its own.
///
/// Belongs to the thread that opened it and may be used there only. Speaks UTF-8, UTC and ISO dates
/// whatever the server's defaults. It does not come back by itself after a loss: `isAlive()` turns false,
/// every use fails with Offline, and its owner (Executor, NotificationListener) opens another.
class Connection final
{
public:
    /// Opens it, waiting at most `settings.connectTimeoutSeconds`. What the settings leave open about TLS is
    /// decided as `withTlsDefaults` does. Fails with Offline (nobody answers, TLS cannot be had as asked for,
    /// or the server is starting or stopping), Forbidden (login refused), NotFound (no such database);
    /// `reason` in the details says more, see connectattempt.h. A failure has been tried twice.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const ConnectionSettings &settings);

    /// Whether it could be opened; fails like `open`, but after one attempt: with a password just typed,
    /// which some servers take only so many times.
    [[nodiscard]] static Result<void> probe(const ConnectionSettings &settings);

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const ConnectionSettings &settings() const;

    /// False once the server has gone. Notices a loss while idle without asking the server.
    [[nodiscard]] bool isAlive() const;

    /// The server process behind it, as in `pg_stat_activity.pid`.
    [[nodiscard]] int backendPid() const;

    /// Whether a transaction is open (a failed one included).
    [[nodiscard]] bool inTransaction() const;

    /// Statements from now on obey this token; give a default-constructed one to stop that.
    void setCancelToken(CancelToken token);
    [[nodiscard]] const CancelToken &cancelToken() const;

    /// Runs a whole script of statements without parameters, `$$` bodies included, as one round trip and,
    /// unless it says otherwise, as one transaction. The first error ends it.
    [[nodiscard]] Result<void> execScript(const QString &sql);

    /// The libpq handle, for core/db itself (COPY, LISTEN, parameters): the driver's own PGconn.
    [[nodiscard]] pg_conn *handle() const;

private:
    friend class Transaction;
    friend class StatementGuard;

    Connection(ConnectionSettings settings, const QSqlDatabase &database, pg_conn *handle);
    [[nodiscard]] Result<void> prepareSession() const;

    struct CancelDeleter {
        void operator()(pg_cancel *cancel) const;
    };

    ConnectionSettings m_settings;
    QSqlDatabase m_database;
    pg_conn *m_handle = nullptr;
    std::unique_ptr<pg_cancel, CancelDeleter> m_cancel;
    CancelToken m_cancelToken;
    int m_transactionDepth = 0;
    bool m_transactionDoomed = false;
};

} // namespace seatledger
