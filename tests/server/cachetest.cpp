// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"
#include "tests/support/redis/redisserver.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Kept answers, through the built server and a real Redis: given again, true within a second of any commit,
/// and only to whom they are for.
class CacheTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void areGivenAgain();
    void followChangesOfAnybody();
    void followOnesOwnChangesAtOnce();
    void areNobodyElses();
    void followWhatPeopleMayDo();
    void stayRightWithoutRedis();

private:
    static constexpr const char *statistics = "/api/v1/statistics";

    /// The statistics as they are, whole.
    [[nodiscard]] QByteArray ask(const QByteArray &token)
    {
        const HttpAnswer answer = m_server->get(token, statistics);
        return answer.status == 200 ? answer.body : QByteArray::number(answer.status);
    }
    [[nodiscard]] double metric(const QByteArray &name);

    RedisServer m_redis;
    std::unique_ptr<RunningServer> m_server;
    QByteArray m_root;
    LicenseId m_ide = *LicenseId::fromValue(1);
};

void CacheTest::initTestCase()
{
    m_server = std::make_unique<RunningServer>(
        QMap<QString, QString>{{u"CACHE_REDIS"_s, m_redis.address().text()}, {u"METRICS_PORT"_s, u"0"_s}});
    m_root = m_server->administrator();
    m_ide = m_server->book().licenseWithSeats(u"IDE"_s, 50);
    // answers are kept once the server listens to the database
    QTRY_VERIFY(ask(m_root).startsWith('{') && metric("seatledger_cache_memory_answers") > 0);
}

double CacheTest::metric(const QByteArray &name)
{
    HttpClient client(m_server->metricsPort());
    const QByteArray text = client.request("GET", "/metrics").body;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(name + ' '))
            return line.mid(name.size() + 1).toDouble();
    }
    return -1;
}

void CacheTest::areGivenAgain()
{
    QTRY_VERIFY([this] {
        (void)ask(m_root);
        const double asked = metric("seatledger_cache_asked");
        for (int i = 0; i < 10; ++i)
            (void)ask(m_root);
        return metric("seatledger_cache_asked") == asked;
    }());
}

void CacheTest::followChangesOfAnybody()
{
    for (int i = 0; i < 3; ++i) {
        const QByteArray before = ask(m_root);
        m_server->book().assignment(m_ide, m_server->book().member(u"Ana"_s)); // by plain SQL
        QTRY_VERIFY_WITH_TIMEOUT(ask(m_root) != before, 1000);
    }
}

void CacheTest::followOnesOwnChangesAtOnce()
{
    for (int i = 0; i < 5; ++i) {
        const QByteArray before = ask(m_root);
        const MemberId ben = m_server->book().member(u"Ben"_s);
        QCOMPARE(m_server
                     ->send("POST", m_root, "/api/v1/assignments",
                            {{u"license_id"_s, m_ide.value()}, {u"member_id"_s, ben.value()}})
                     .status,
                 201);
        QVERIFY(ask(m_root) != before);
    }
}

void CacheTest::areNobodyElses()
{
    const QByteArray all = ask(m_root);
    const QByteArray manager = m_server->token(u"mia"_s, {.role = Role::Manager});
    QVERIFY(ask(manager).startsWith('{'));
    QVERIFY(ask(manager) != all);
    const QByteArray withoutReports = m_server->token(u"rob"_s, {.role = Role::Administrator},
                                                      {TokenScope::Read});
    QCOMPARE(ask(withoutReports), "403");
}

void CacheTest::followWhatPeopleMayDo()
{
    const QByteArray token = m_server->token(u"eve"_s, {.role = Role::Administrator});
    QVERIFY(ask(token).startsWith('{'));
    m_server->database().sql(u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(
        m_server->login(u"eve"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(ask(token), "401", 1000);
}

void CacheTest::stayRightWithoutRedis()
{
    m_redis.kill();
    for (int i = 0; i < 3; ++i) {
        const QByteArray before = ask(m_root);
        m_server->book().assignment(m_ide, m_server->book().member(u"Eli"_s));
        QTRY_VERIFY_WITH_TIMEOUT(ask(m_root) != before, 1000);
    }
    QVERIFY(metric("seatledger_cache_redis_failures") > 0);
    m_redis.begin();
    QTRY_VERIFY(ask(m_root).startsWith('{') && metric("seatledger_cache_redis_off") == 0);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::CacheTest)
#include "cachetest.moc"
