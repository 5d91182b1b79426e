// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"

#include "core/db/connectattempt.h"
#include "core/db/nostatements.h"
#include "core/db/pgresult.h"
#include "core/db/pipeline.h"
#include "core/db/tlsdefaults.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDriver>
#include <QSqlError>
#include <QStringList>
#include <QVariant>

#include <libpq-fe.h>
#include <poll.h>

#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString uniqueName()
{
    static std::atomic<quint64> count = 0;
    return u"seatledger-"_s + QString::number(++count);
}

/// A libpq connection option; the driver hands the text on as it is.
QString option(const QString &key, QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return key + u"='"_s + value + u'\'';
}

QString connectOptions(const ConnectionSettings &settings)
{
    QStringList options = {
        option(u"connect_timeout"_s, QString::number(settings.connectTimeoutSeconds)),
        option(u"application_name"_s, QString(settings.applicationName).replace(u';', u',')),
        // a network that swallows packets is noticed in a minute, not in two hours
        u"keepalives_idle=30;keepalives_interval=10;keepalives_count=3"_s};
    for (auto entry = settings.options.cbegin(); entry != settings.options.cend(); ++entry)
        options.append(option(entry.key(), entry.value()));
    return options.join(u';');
}

/// The driver takes a semicolon for the end of an option, even inside of one.
Result<void> checkOptions(const ConnectionSettings &settings)
{
    for (auto entry = settings.options.cbegin(); entry != settings.options.cend(); ++entry) {
        if (entry.value().contains(u';'))
            return failure(ErrorCode::InvalidInput,
                           QCoreApplication::translate("Database", "%1 must not have a semicolon in it.")
                               .arg(entry.key()),
                           {{u"field"_s, entry.key()}});
    }
    return {};
}

QSqlDatabase makeDatabase(const ConnectionSettings &given)
{
    const ConnectionSettings settings = withTlsDefaults(given);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, uniqueName());
    database.setHostName(settings.host);
    database.setPort(settings.port);
    database.setDatabaseName(settings.database);
    database.setUserName(settings.user);
    database.setPassword(settings.password);
    database.setConnectOptions(connectOptions(settings));
    return database;
}

void dropDatabase(QSqlDatabase &database)
{
    const QString name = database.connectionName();
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(name);
}

/// Asks libpq, which knows more than the wording; but who did not answer for so long is not asked again.
Error whyNot(const ConnectionSettings &settings, const QString &wording, qint64 waitedMs)
{
    const bool timedOut = settings.connectTimeoutSeconds > 0
                          && waitedMs >= settings.connectTimeoutSeconds * qint64(1000);
    detail::ConnectAttempt attempt{.timedOut = timedOut, .text = wording};
    if (!timedOut)
        attempt = detail::tryToConnect(settings);
    Error error = detail::connectError(attempt, settings);
    error.details.insert(u"said"_s, wording);
    return error;
}

PGconn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return *static_cast<PGconn *const *>(handle.constData());
}

} // namespace

void Connection::CancelDeleter::operator()(pg_cancel *cancel) const
{
    PQfreeCancel(cancel);
}

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionSettings &settings)
{
    if (auto may = NoStatementsHere::check(); !may)
        return std::unexpected(std::move(may).error());
    if (auto checked = checkOptions(settings); !checked)
        return std::unexpected(std::move(checked).error());
    QSqlDatabase database = makeDatabase(settings);
    QElapsedTimer waited;
    waited.start();
    if (!database.open()) {
        const QString wording = database.lastError().databaseText().trimmed();
        dropDatabase(database);
        return std::unexpected(whyNot(settings, wording, waited.elapsed()));
    }
    PGconn *handle = handleOf(database);
    std::unique_ptr<Connection> connection(new Connection(settings, database, handle));
    database = {}; // the last copy must be gone before the driver can be removed
    if (auto prepared = connection->prepareSession(); !prepared)
        return std::unexpected(std::move(prepared).error());
    return connection;
}

Result<void> Connection::probe(const ConnectionSettings &settings)
{
    if (auto may = NoStatementsHere::check(); !may)
        return may;
    const detail::ConnectAttempt attempt = detail::tryToConnect(settings);
    if (!attempt.succeeded)
        return std::unexpected(detail::connectError(attempt, settings));
    return {};
}

Connection::Connection(ConnectionSettings settings, const QSqlDatabase &database, pg_conn *handle)
    : m_settings(std::move(settings)), m_database(database), m_handle(handle), m_cancel(PQgetCancel(handle))
{}

Connection::~Connection()
{
    dropDatabase(m_database);
}

Result<void> Connection::prepareSession() const
{
    // Qt's driver has already asked for UTF-8 and ISO dates; it also asks for the old form of bytea
    return detail::control(*this,
                           "SET TIME ZONE 'UTC'; SET bytea_output = hex; SET client_min_messages = warning");
}

const ConnectionSettings &Connection::settings() const
{
    return m_settings;
}

bool Connection::isAlive() const
{
    // an idle connection is readable only when the server has something to say, such as good-bye
    pollfd socket{PQsocket(m_handle), POLLIN, 0};
    while (PQstatus(m_handle) == CONNECTION_OK && poll(&socket, 1, 0) > 0)
        PQconsumeInput(m_handle);
    return PQstatus(m_handle) == CONNECTION_OK;
}

int Connection::backendPid() const
{
    return PQbackendPID(m_handle);
}

bool Connection::inTransaction() const
{
    if (detail::isBeginWaiting(*this))
        return true;
    if (PQpipelineStatus(m_handle) != PQ_PIPELINE_OFF) // its COMMIT was not waited for
        return false;
    const PGTransactionStatusType status = PQtransactionStatus(m_handle);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

void Connection::setCancelToken(CancelToken token)
{
    m_cancelToken = std::move(token);
}

const CancelToken &Connection::cancelToken() const
{
    return m_cancelToken;
}

Result<void> Connection::execScript(const QString &sql)
{
    if (auto may = detail::checkMayRun(*this); !may)
        return may;
    const StatementGuard guard(*this);
    return detail::control(*this, sql.toUtf8().constData());
}

pg_conn *Connection::handle() const
{
    return m_handle;
}

} // namespace seatledger
