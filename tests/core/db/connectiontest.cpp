// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"

#include "core/db/query.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class ConnectionTest final : public QObject
{
    Q_OBJECT

private slots:
    void speaksUtcAndIso()
    {
        QCOMPARE(m_db.value(u"SHOW timezone"_s), u"UTC"_s);
        QCOMPARE(m_db.value(u"SELECT pg_client_encoding()"_s), u"UTF8"_s);
        QVERIFY(m_db.value(u"SHOW datestyle"_s).startsWith("ISO"_L1));
    }

    void carriesAwkwardOptions()
    {
        ConnectionSettings settings = m_db.settings();
        settings.applicationName = u"it's a \\ test"_s;
        const auto connection = Connection::open(settings);
        VERIFY_RESULT(connection);
        auto name = Query(**connection, u"SELECT current_setting('application_name') AS x"_s)
                        .one([](const Row &row) { return row.text("x"); });
        VERIFY_RESULT(name);
        QCOMPARE(*name, settings.applicationName);
    }

    void saysWhatWasWrong_data()
    {
        QTest::addColumn<ConnectionSettings>("settings");
        QTest::addColumn<ErrorCode>("code");
        ConnectionSettings settings = m_db.settings();
        settings.database = u"nowhere"_s;
        QTest::newRow("database") << settings << ErrorCode::NotFound;
        settings = m_db.settings();
        settings.user = u"nobody"_s;
        QTest::newRow("user") << settings << ErrorCode::Forbidden;
        settings = m_db.settings();
        settings.host = u"/nonexistent"_s;
        QTest::newRow("socket") << settings << ErrorCode::Offline;
        settings = m_db.settings();
        settings.host = u"127.0.0.1"_s;
        settings.port = 1;
        QTest::newRow("port") << settings << ErrorCode::Offline;
    }

    void saysWhatWasWrong()
    {
        QFETCH(ConnectionSettings, settings);
        QFETCH(ErrorCode, code);
        const auto connection = Connection::open(settings);
        VERIFY_ERROR(connection, code);
        QVERIFY(!connection.error().message.isEmpty());
    }

    void runsAScriptAsOne()
    {
        const auto failed = m_db.connection().execScript(
            u"CREATE TABLE half (n int); DO $$ BEGIN PERFORM 1; END $$; INSERT INTO half VALUES ('x')"_s);
        VERIFY_ERROR(failed, ErrorCode::InvalidInput);
        QVERIFY(m_db.value(u"SELECT to_regclass('half')"_s).isEmpty());
    }

    void noticesALossWhileIdle()
    {
        const auto victim = m_db.connect();
        QVERIFY(victim->isAlive());
        m_db.sql(u"SELECT pg_terminate_backend(%1)"_s.arg(victim->backendPid()));
        QTRY_VERIFY(!victim->isAlive());
        VERIFY_ERROR(Query(*victim, u"SELECT 1"_s).exec(), ErrorCode::Offline);
    }

    void aLossDuringAStatementIsOffline()
    {
        const auto victim = m_db.connect();
        const auto done = Query(*victim, u"SELECT pg_terminate_backend(pg_backend_pid())"_s).exec();
        VERIFY_ERROR(done, ErrorCode::Offline);
        QVERIFY(!victim->isAlive());
    }

    void aCancelledTokenStopsTheNextStatement()
    {
        const CancelToken token = CancelToken::create();
        m_db.connection().setCancelToken(token);
        token.cancel();
        const auto query = Query(m_db.connection(), u"SELECT 1"_s).exec();
        const auto script = m_db.connection().execScript(u"SELECT 1"_s);
        m_db.connection().setCancelToken({});
        VERIFY_ERROR(query, ErrorCode::Cancelled);
        VERIFY_ERROR(script, ErrorCode::Cancelled);
        VERIFY_RESULT(Query(m_db.connection(), u"SELECT 1"_s).exec());
    }

private:
    TestDatabase m_db{TestDatabase::Content::Empty};
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "connectiontest.moc"
