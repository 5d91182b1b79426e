// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include "core/domain/enums.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <libpq-fe.h>

#include <atomic>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString freshName()
{
    static std::atomic<int> count = 0;
    return u"test_%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(++count);
}

std::unique_ptr<Connection> opened(const ConnectionSettings &settings)
{
    auto connection = Connection::open(settings);
    if (!connection)
        qFatal("No test database: %s", describe(connection.error()).constData());
    return *std::move(connection);
}

void administer(TestCluster &cluster, const QString &sql)
{
    if (auto done = opened(cluster.settings(u"postgres"_s))->execScript(sql); !done)
        qWarning("%s: %s", qUtf8Printable(sql), describe(done.error()).constData());
}

QList<QStringList> rowsOf(const PGresult *result)
{
    QList<QStringList> rows;
    for (int row = 0; row < PQntuples(result); ++row) {
        QStringList values;
        for (int column = 0; column < PQnfields(result); ++column)
            values.append(PQgetisnull(result, row, column)
                              ? QString()
                              : QString::fromUtf8(PQgetvalue(result, row, column)));
        rows.append(values);
    }
    return rows;
}

} // namespace

TestDatabase::TestDatabase(Content content, TestCluster &cluster)
    : m_cluster(cluster),
      m_settings(cluster.settings(freshName())),
      m_now(std::make_shared<QDateTime>(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC))
{
    const QString source = content == Content::Schema ? TestCluster::templateDatabase() : u"template0"_s;
    administer(cluster, u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(m_settings.database, source));
    m_connection = opened(m_settings);
    m_session = makeSession(*m_connection);
    // A copy does not take over who may connect.
    if (content == Content::Schema)
        sql(u"SELECT seatledger.admit_operators_only()"_s);
}

TestDatabase::~TestDatabase()
{
    m_otherSession.reset();
    m_otherConnection.reset();
    m_session.reset();
    m_connection.reset();
    administer(m_cluster, u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(m_settings.database));
}

Session &TestDatabase::session()
{
    return *m_session;
}

Session &TestDatabase::otherSession()
{
    if (!m_otherSession) {
        m_otherConnection = connect();
        m_otherSession = makeSession(*m_otherConnection);
    }
    return *m_otherSession;
}

Connection &TestDatabase::connection()
{
    return *m_connection;
}

std::unique_ptr<Connection> TestDatabase::connect() const
{
    return opened(m_settings);
}

const ConnectionSettings &TestDatabase::settings() const
{
    return m_settings;
}

QList<QStringList> TestDatabase::sql(const QString &script, std::source_location where)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(m_connection->handle(), script.toUtf8().constData()), &PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        QTest::qFail(PQresultErrorMessage(result.get()), where.file_name(), static_cast<int>(where.line()));
    return rowsOf(result.get());
}

QString TestDatabase::value(const QString &query, std::source_location where)
{
    const QList<QStringList> rows = sql(query, where);
    return rows.isEmpty() || rows.first().isEmpty() ? QString() : rows.first().first();
}

QDateTime TestDatabase::now() const
{
    return *m_now;
}

void TestDatabase::setNow(const QDateTime &now)
{
    *m_now = now;
}

std::unique_ptr<Session> TestDatabase::makeSession(Connection &connection) const
{
    return std::make_unique<Session>(connection, Actor{u"tester"_s, OperationSource::Command},
                                     [now = m_now] { return *now; });
}

} // namespace seatledger
