// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/sharedlevel.h"

#include "tests/support/redis/redisserver.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

/// Two servers before one Redis: what they share, and that they never believe an old answer.
class SharedLevelTest : public QObject
{
    Q_OBJECT

private slots:
    void sharesAnswers();
    void endsAnswersWhenATableChanges_data();
    void endsAnswersWhenATableChanges();
    void endsAnswersOfAllTablesWhenOneChanges();
    void keepsNothingThatWasReadBeforeAChange();
    void believesNoOldAnswerWhenRedisComesBack();
    void losesAnswersWithTheirMarks();
    void refusesWhatSomebodyElseWrote();
    void doesNotWaitForAFrozenRedis();
    void comesBackAfterARestart();
    void signsIn();
    void setsDatabasesApart();

private:
    static constexpr CircuitBreaker::Limits quick{.failures = 3, .pause = 50ms};

    /// Waits until the level has told Redis of all changes, which it does by itself.
    static bool settles(SharedLevel &level)
    {
        return QTest::qWaitFor([&] { return !level.find(key()).stamp.isEmpty(); });
    }
    static bool put(SharedLevel &level, const QByteArray &answer)
    {
        if (!settles(level))
            return false;
        level.keep(key(), level.find(key()).stamp, answer);
        return level.find(key()).answer == answer;
    }
    static CacheKey key()
    {
        return {.question = "licenses", .scope = "administrator", .tables = {"license", "product"}};
    }
    static CacheKey keyOfEverything() { return {.question = "dashboard", .scope = "administrator"}; }

    RedisServer m_redis;
};

void SharedLevelTest::sharesAnswers()
{
    SharedLevel here(m_redis.address(), "shares", quick);
    SharedLevel there(m_redis.address(), "shares", quick);
    QVERIFY(settles(there));
    QVERIFY(put(here, "answer"));
    QCOMPARE(there.find(key()).answer, QByteArray("answer"));
    CacheKey manager = key();
    manager.scope = "manager 7";
    QVERIFY(!there.find(manager).answer);
}

void SharedLevelTest::endsAnswersWhenATableChanges_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<bool>("ends");
    QTest::newRow("one of its tables") << QByteArray("product") << true;
    QTest::newRow("anything") << QByteArray() << true;
    QTest::newRow("another table") << QByteArray("member") << false;
}

void SharedLevelTest::endsAnswersWhenATableChanges()
{
    QFETCH(QByteArray, table);
    QFETCH(bool, ends);
    SharedLevel here(m_redis.address(), "ends", quick);
    SharedLevel there(m_redis.address(), "ends", quick);
    QVERIFY(settles(there));
    QVERIFY(put(here, "answer"));
    there.raise(table);
    // at once for who knows of the change
    QCOMPARE(there.find(key()).answer.has_value(), !ends);
    QVERIFY(settles(there));
    QCOMPARE(there.find(key()).answer.has_value(), !ends);
    QCOMPARE(here.find(key()).answer.has_value(), !ends);
}

void SharedLevelTest::endsAnswersOfAllTablesWhenOneChanges()
{
    SharedLevel level(m_redis.address(), "all", quick);
    QVERIFY(settles(level));
    QTRY_VERIFY(!level.find(keyOfEverything()).stamp.isEmpty());
    level.keep(keyOfEverything(), level.find(keyOfEverything()).stamp, "answer");
    QVERIFY(level.find(keyOfEverything()).answer);
    level.raise("member");
    QTRY_VERIFY(!level.find(keyOfEverything()).stamp.isEmpty());
    QVERIFY(!level.find(keyOfEverything()).answer);
}

void SharedLevelTest::keepsNothingThatWasReadBeforeAChange()
{
    SharedLevel level(m_redis.address(), "race", quick);
    QVERIFY(settles(level));
    const QByteArray before = level.find(key()).stamp;
    level.raise("license");
    QVERIFY(settles(level));
    level.keep(key(), before, "read before the change");
    QVERIFY(!level.find(key()).answer);
}

void SharedLevelTest::believesNoOldAnswerWhenRedisComesBack()
{
    SharedLevel level(m_redis.address(), "back", quick);
    QVERIFY(put(level, "old"));
    m_redis.freeze();
    level.raise("license");
    QVERIFY(!level.find(key()).answer);
    m_redis.thaw();
    QVERIFY(!level.find(key()).answer);
    QVERIFY(settles(level));
    QVERIFY(!level.find(key()).answer);
}

void SharedLevelTest::losesAnswersWithTheirMarks()
{
    SharedLevel level(m_redis.address(), "forgets", quick);
    QVERIFY(put(level, "answer"));
    const auto redis = RedisConnection::open(m_redis.address());
    VERIFY_RESULT(redis);
    VERIFY_RESULT((*redis)->run({"DEL", "forgets:mark:license"}));
    QVERIFY(!level.find(key()).answer);
    QVERIFY(settles(level));
    QVERIFY(!level.find(key()).answer);
}

void SharedLevelTest::refusesWhatSomebodyElseWrote()
{
    SharedLevel level(m_redis.address(), "foreign", quick);
    QVERIFY(put(level, "answer"));
    const auto redis = RedisConnection::open(m_redis.address());
    VERIFY_RESULT(redis);
    for (const QByteArray &entry : {QByteArray(), QByteArray("x"), QByteArray(100, 'x')}) {
        VERIFY_RESULT((*redis)->run({"SET", "foreign:answer:" + key().name(), entry}));
        QVERIFY(!level.find(key()).answer);
    }
}

void SharedLevelTest::doesNotWaitForAFrozenRedis()
{
    SharedLevel level(m_redis.address(), "frozen", {.failures = 3, .pause = 1h});
    QVERIFY(put(level, "answer"));
    m_redis.freeze();
    QTRY_VERIFY(!level.find(key()).answer && level.isOff());
    const quint64 failures = level.failures();
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!level.find(key()).answer);
    QCOMPARE(level.failures(), failures); // nobody asked
    m_redis.thaw();
}

void SharedLevelTest::comesBackAfterARestart()
{
    SharedLevel level(m_redis.address(), "restart", quick);
    QVERIFY(put(level, "answer"));
    m_redis.kill();
    QVERIFY(!level.find(key()).answer);
    QVERIFY(level.failures() > 0);
    m_redis.begin();
    QVERIFY(put(level, "new answer"));
}

void SharedLevelTest::signsIn()
{
    RedisServer guarded(u"s3cret"_s);
    SharedLevel level(guarded.address(), "signs-in", quick);
    QVERIFY(put(level, "answer"));

    RedisAddress wrong = guarded.address();
    wrong.password = u"guess"_s;
    const auto refused = RedisConnection::open(wrong);
    QVERIFY(!refused);
    QVERIFY(!refused.error().message.contains("guess"_L1));
}

void SharedLevelTest::setsDatabasesApart()
{
    SharedLevel one(m_redis.address(), "one", quick);
    SharedLevel other(m_redis.address(), "other", quick);
    QVERIFY(settles(other));
    QVERIFY(put(one, "answer"));
    QVERIFY(!other.find(key()).answer);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::SharedLevelTest)
#include "sharedleveltest.moc"
