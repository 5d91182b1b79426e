// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redisaddress.h"

#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

class RedisAddressTest : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("whole");
        QTest::newRow("host") << u"redis://cache.example.org"_s << u"redis://cache.example.org:6379/0"_s;
        QTest::newRow("all") << u"redis://ledger@10.0.0.7:7000/3"_s << u"redis://ledger@10.0.0.7:7000/3"_s;
        QTest::newRow("socket") << u"unix:/run/redis/redis.sock"_s << u"unix:/run/redis/redis.sock?db=0"_s;
        QTest::newRow("socket and database") << u"unix:/run/r.sock?db=2"_s << u"unix:/run/r.sock?db=2"_s;
    }

    void reads()
    {
        QFETCH(QString, text);
        const auto address = RedisAddress::fromText(text);
        VERIFY_RESULT(address);
        QTEST(address->text(), "whole");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("another scheme") << u"http://cache:6379"_s;
        QTest::newRow("no host") << u"redis:///1"_s;
        QTest::newRow("no number") << u"redis://cache/first"_s;
        QTest::newRow("a negative number") << u"redis://cache/-1"_s;
        QTest::newRow("no port") << u"redis://cache:port"_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto address = RedisAddress::fromText(text);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::InvalidInput);
    }

    void refusesAPasswordWithoutRepeatingIt()
    {
        const auto address = RedisAddress::fromText(u"redis://:hunter2@cache"_s);
        QVERIFY(!address);
        QVERIFY(!address.error().message.contains("hunter2"_L1));
    }
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::RedisAddressTest)
#include "redisaddresstest.moc"
