// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connections/signincheck.h"

#include "core/db/connection.h"
#include "core/db/migrator.h"
#include "tests/support/tlsserver.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class SignInCheckTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_book = m_server.makeBook();
        m_server.addLogin(u"ana"_s, secret, {u"seatledger_staff"_s});
        m_server.addLogin(u"stranger"_s, secret);
        m_server.addLogin(u"owner"_s, secret, {u"seatledger_owner"_s});
    }

    void reportsWhatItFound()
    {
        const auto report = checkSignIn(as(u"ana"_s, m_book));
        VERIFY_RESULT(report);
        QVERIFY(report->serverVersion.section(u'.', 0, 0).toInt() >= 15);
        QVERIFY(report->tls.startsWith("TLSv1."_L1));
        QCOMPARE(report->login, u"ana"_s);
        QVERIFY(report->schemaVersion >= 16);
    }

    void passesOnWhyThereIsNoConnection()
    {
        ConnectionSettings settings = as(u"ana"_s, m_book);
        settings.password = u"mistyped"_s;
        check(settings, ErrorCode::Forbidden, u"password_wrong"_s);
    }

    void noticesALoginWithoutARole()
    {
        const Error error = check(as(u"stranger"_s, m_book), ErrorCode::Forbidden, u"no_role"_s);
        QVERIFY2(error.message.contains("stranger"_L1), qPrintable(error.message));
    }

    void noticesADatabaseWithoutABook()
    {
        const QString empty = m_server.makeDatabase();
        const Error stranger = check(as(u"stranger"_s, empty), ErrorCode::VersionMismatch, u"no_book"_s);
        QVERIFY(!stranger.details.value("may_migrate"_L1).toBool());
        QVERIFY2(stranger.message.contains("seatledgerctl migrate up"_L1), qPrintable(stranger.message));
        // the owner's rights come by SET ROLE only when somebody is a superuser by themselves
        m_server.sql(u"ALTER ROLE owner SUPERUSER"_s);
        const Error owner = check(as(u"owner"_s, empty), ErrorCode::VersionMismatch, u"no_book"_s);
        QVERIFY(owner.details.value("may_migrate"_L1).toBool());
        VERIFY_RESULT(bringUpToDate(as(u"owner"_s, empty)));
        VERIFY_RESULT(checkSignIn(as(u"owner"_s, empty)));
        m_server.sql(u"ALTER ROLE owner NOSUPERUSER"_s);
    }

    void noticesAnOlderDatabase()
    {
        const QString old = m_server.makeBook();
        {
            const auto connection = Connection::open(m_server.ownerSettings(old));
            VERIFY_RESULT(connection);
            VERIFY_RESULT(Migrator(**connection).down(1));
        }
        const Error owner = check(as(u"owner"_s, old), ErrorCode::VersionMismatch, u"database_older"_s);
        QVERIFY(owner.details.value("may_migrate"_L1).toBool());
        const Error ana = check(as(u"ana"_s, old), ErrorCode::VersionMismatch, u"database_older"_s);
        QVERIFY(!ana.details.value("may_migrate"_L1).toBool());
        QVERIFY2(ana.message.contains("seatledgerctl migrate up"_L1), qPrintable(ana.message));
    }

    void noticesANewerDatabase()
    {
        const QString newer = m_server.makeBook();
        m_server.sql(
            u"INSERT INTO seatledger.schema_version (version, name, checksum) "
            "SELECT max(version) + 1, 'of_tomorrow', repeat('0', 64) FROM seatledger.schema_version"_s,
            newer);
        check(as(u"ana"_s, newer), ErrorCode::VersionMismatch, u"database_newer"_s);
    }

private:
    static Error check(const ConnectionSettings &settings, ErrorCode code, const QString &reason)
    {
        const auto report = checkSignIn(settings);
        const Error error = report ? Error{} : report.error();
        [&] {
            VERIFY_ERROR(report, code);
            QCOMPARE(error.details.value("reason"_L1).toString(), reason);
        }();
        return error;
    }

    [[nodiscard]] ConnectionSettings as(const QString &user, const QString &database) const
    {
        return m_server.settings(database, user, secret);
    }

    static inline const QString secret = u"s3cret-word"_s;
    TlsServer &m_server = TlsServer::shared();
    QString m_book;
};

QTEST_GUILESS_MAIN(SignInCheckTest)
#include "signinchecktest.moc"
