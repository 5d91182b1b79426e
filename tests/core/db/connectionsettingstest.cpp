// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connectionsettings.h"

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

    void neverWritesThePassword()
    {
        ConnectionSettings settings;
        settings.user = u"ann"_s;
        settings.password = u"hidden"_s;
        QVERIFY(!settings.toUri().contains("hidden"_L1));
    }
};

QTEST_GUILESS_MAIN(ConnectionSettingsTest)
#include "connectionsettingstest.moc"
