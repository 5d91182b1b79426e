// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/sharedcounts.h"

#include "tests/support/redis/redisserver.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

class SharedCountsTest final : public QObject
{
    Q_OBJECT

private slots:
    void severalCountTogether();
    void aWindowEndsWhoeverCountsOn();
    void spacesAreCountedApart();
    void goesOnWhenRedisIsBack();

private:
    /// Patient: on a busy machine Redis is slow, which is not what is tried here.
    [[nodiscard]] RedisAddress address() const
    {
        RedisAddress address = m_redis.address();
        address.connectTime = address.answerTime = 20s;
        return address;
    }

    RedisServer m_redis;
};

void SharedCountsTest::severalCountTogether()
{
    SharedCounts one(address(), "a"), other(address(), "a");
    const auto first = one.add({{"x", 3}, {"y", 1}}, 60s);
    VERIFY_RESULT(first);
    QCOMPARE(first->at(0).total, 3);
    QCOMPARE(first->at(1).total, 1);
    QVERIFY(first->at(0).left > 50s && first->at(0).left <= 60s);
    const auto second = other.add({{"x", 2}}, 10s);
    VERIFY_RESULT(second);
    QCOMPARE(second->at(0).total, 5);
    QVERIFY(second->at(0).left > 50s); // the window is the one that began
}

void SharedCountsTest::aWindowEndsWhoeverCountsOn()
{
    SharedCounts counts(address(), "b");
    VERIFY_RESULT(counts.add({{"x", 1}}, 50ms));
    const auto total = [&] {
        const auto told = counts.add({{"x", 0}}, 50ms);
        return told ? told->at(0).total : -1;
    };
    QTRY_COMPARE(total(), 0);
}

void SharedCountsTest::spacesAreCountedApart()
{
    SharedCounts one(address(), "c"), other(address(), "d");
    VERIFY_RESULT(one.add({{"x", 3}}, 60s));
    const auto told = other.add({{"x", 1}}, 60s);
    VERIFY_RESULT(told);
    QCOMPARE(told->at(0).total, 1);
}

void SharedCountsTest::goesOnWhenRedisIsBack()
{
    SharedCounts counts(address(), "e", {.failures = 1, .pause = 20ms});
    VERIFY_RESULT(counts.add({{"x", 7}}, 60s));
    m_redis.kill();
    const auto lost = counts.add({{"x", 1}}, 60s);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::Offline);
    QCOMPARE(counts.failures(), 1U);
    m_redis.begin();
    Result<std::vector<SharedCounts::Count>> told = lost;
    QTRY_VERIFY(told || (told = counts.add({{"x", 1}}, 60s))); // it asks again what is true
    QCOMPARE(told->at(0).total, 1); // an empty one counts anew
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::SharedCountsTest)
#include "sharedcountstest.moc"
