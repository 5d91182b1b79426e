// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connectionsettings.h"

#include "core/db/addresspassword.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class ConnectionSettingsTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsAnAddress()
    {
        const auto settings = ConnectionSettings::fromUri(
            u"postgresql://ann%40x:s%2Fcret@db.example:6432/book?sslmode=verify-full&connect_timeout=3"_s);
        VERIFY_RESULT(settings);
        QCOMPARE(settings->host, u"db.example"_s);
        QCOMPARE(settings->port, 6432);
        QCOMPARE(settings->database, u"book"_s);
        QCOMPARE(settings->user, u"ann@x"_s);
        QCOMPARE(settings->password, u"s/cret"_s);
        QCOMPARE(settings->connectTimeoutSeconds, 3);
        QCOMPARE(settings->options.value(u"sslmode"_s), u"verify-full"_s);
    }

    void readsKeysAndValues()
    {
        const auto settings = ConnectionSettings::fromUri(u"host=/run/x dbname='the book' user=ann"_s);
        VERIFY_RESULT(settings);
        QCOMPARE(settings->host, u"/run/x"_s);
        QCOMPARE(settings->port, 5432);
        QCOMPARE(settings->database, u"the book"_s);
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::newRow("another protocol") << u"mysql://x"_s;
        QTest::newRow("unknown option") << u"postgresql://x/y?colour=red"_s;
        QTest::newRow("port") << u"postgresql://x:many/y"_s;
        QTest::newRow("timeout") << u"postgresql://x/y?connect_timeout=soon"_s;
    }

    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, uri);
        VERIFY_ERROR(ConnectionSettings::fromUri(uri), ErrorCode::InvalidInput);
    }

    void writesWhatItReads()
    {
        ConnectionSettings settings;
        settings.host = u"/tmp/a folder"_s;
        settings.port = 5433;
        settings.database = u"book & co"_s;
        settings.user = u"ann@home"_s;
        settings.options = {{u"sslmode"_s, u"disable"_s}};
        const auto again = ConnectionSettings::fromUri(settings.toUri());
        VERIFY_RESULT(again);
        QCOMPARE(*again, settings);
    }

    void neverWritesAPassword()
    {
        ConnectionSettings settings;
        settings.user = u"ann"_s;
        settings.password = u"hidden"_s;
        settings.options = {{u"sslpassword"_s, u"hidden"_s}};
        QVERIFY(!settings.toUri().contains("hidden"_L1));
        QString printed;
        QDebug(&printed) << settings;
        QVERIFY(printed.contains("ann"_L1) && !printed.contains("hidden"_L1));
    }

    void neverQuotesAPassword_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("percent") << u"postgresql://ann:hid%xden@host/book"_s;
        QTest::newRow("percent and more") << u"postgresql://ann:hid%xden@host/book?colour=red"_s;
        QTest::newRow("slash") << u"postgresql://ann:hid/den@host/book"_s;
        QTest::newRow("at") << u"postgresql://ann:x@hidden@host/book"_s;
        QTest::newRow("no at") << u"postgresql://ann:hidden/book"_s;
        QTest::newRow("colon") << u"postgresql://ann:hid:den@host:many/book"_s;
        QTest::newRow("one slash") << u"postgresql:/ann:hidden@host/book"_s;
        QTest::newRow("another protocol") << u"mysql://ann:hidden@host/book"_s;
        QTest::newRow("query") << u"postgresql://host/book?password=hid%xden"_s;
        QTest::newRow("key") << u"host=x password=hidden colour=red"_s;
        QTest::newRow("quoted key") << u"host=x password='hid den' colour=red"_s;
        QTest::newRow("open quote") << u"host=x password='hid den"_s;
        QTest::newRow("client key") << u"host=x sslpassword=hidden colour=red"_s;
    }

    void neverQuotesAPassword()
    {
        QFETCH(QString, address);
        const auto settings = ConnectionSettings::fromUri(address);
        VERIFY_ERROR(settings, ErrorCode::InvalidInput);
        const QByteArray told = describe(settings.error());
        QVERIFY2(!told.contains("hid") && !told.contains("den"), told.constData());
    }

    void hidesPasswordsInArguments()
    {
        QByteArray address("postgresql://ann:hidden@host/book");
        QByteArray inOne("--database=host=x password=hidden user=ann");
        QByteArray other("member=password");
        char program[] = "seatledgerctl";
        char *arguments[] = {program, address.data(), inOne.data(), other.data()};
        hidePasswords(4, arguments);
        QCOMPARE(address, "postgresql://ann:******@host/book");
        QCOMPARE(inOne, "--database=host=x password=****** user=ann");
        QCOMPARE(other, "member=password");
    }
};

QTEST_GUILESS_MAIN(ConnectionSettingsTest)
#include "connectionsettingstest.moc"
