// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"
#include "tests/support/redis/redisserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// The quotas of servers that share a Redis.
class QuotaTest final : public QObject
{
    Q_OBJECT

private slots:
    void isOneForAllServers();
    void isOfEachServerWithoutRedis();

private:
    [[nodiscard]] QMap<QString, QString> settings() const
    {
        return {{u"CACHE_REDIS"_s, m_redis.address().text()},
                {u"LIMITS_REQUESTS_PER_ADDRESS"_s, u"20"_s},
                {u"METRICS_PORT"_s, u"0"_s}};
    }
    [[nodiscard]] static int ask(RunningServer &server)
    {
        HttpClient client(server.port());
        return client.request("GET", "/healthz").status;
    }
    [[nodiscard]] static bool isShared(RunningServer &server)
    {
        HttpClient client(server.metricsPort());
        return client.request("GET", "/metrics").body.contains("\nseatledger_quota_shared 1\n");
    }

    RedisServer m_redis;
};

void QuotaTest::isOneForAllServers()
{
    RunningServer first(settings());
    RunningServer second(settings());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(ask(first), 200);
    QCOMPARE(ask(first), 429);
    // the first one it is asked counts by itself, what the other has granted it learns soon after
    QCOMPARE(ask(second), 200);
    QTRY_COMPARE(ask(second), 429);
}

void QuotaTest::isOfEachServerWithoutRedis()
{
    m_redis.kill();
    RunningServer server(settings());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(ask(server), 200);
    QCOMPARE(ask(server), 429);
    QTRY_VERIFY(!isShared(server));
    m_redis.begin();
    QTRY_VERIFY(isShared(server));
    QCOMPARE(ask(server), 429);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::QuotaTest)
#include "quotatest.moc"
