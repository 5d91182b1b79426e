// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/answercache.h"

#include "core/db/notificationlistener.h"
#include "tests/support/book.h"
#include "tests/support/redis/redisserver.h"
#include "tests/support/testdatabase.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

/// The whole way: two servers' caches, one Redis, and a book that changes under them by plain SQL.
class AnswerCacheTest : public QObject
{
    Q_OBJECT

private slots:
    void asksOnceUntilSomethingChanges();
    void asksAgainWhileNobodyListens();
    void keepsNoFailure();
    void setsScopesApart();
    void takesFromTheOtherServer();
    void answersAsTheDatabaseWould();
    void staysRightWhileRedisComesAndGoes();

private:
    /// One server's cache and what it hears.
    struct Server {
        Server(const TestDatabase &db, std::unique_ptr<SharedLevel> shared)
            : cache(1'000'000, std::move(shared)), listener(db.settings())
        {
            QObject::connect(
                &listener, &NotificationListener::changed, &listener,
                [this](const ChangeNotice &notice) { cache.takeChange(notice.entity.toUtf8()); });
            QObject::connect(&listener, &NotificationListener::connected, &listener,
                             [this] { cache.listen(); });
            QSignalSpy connected(&listener, &NotificationListener::connected);
            listener.start();
            if (connected.isEmpty())
                connected.wait(10'000);
        }
        AnswerCache cache;
        NotificationListener listener;
    };

    static constexpr CircuitBreaker::Limits quick{.failures = 3, .pause = 20ms};
    static CacheKey seats()
    {
        return {.question = "seats",
                .scope = "administrator",
                .tables = {"license", "license_assignment", "entitlement"}};
    }
    std::unique_ptr<SharedLevel> shared(const QByteArray &space) const
    {
        return std::make_unique<SharedLevel>(m_redis.address(), space, quick);
    }
    static QByteArray textOf(const Result<QByteArray> &answer)
    {
        return answer ? *answer : describe(answer.error());
    }
    static QByteArray ask(TestDatabase &db)
    {
        return db
            .value(
                u"SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY license_id), '[]') FROM seatledger.license_seats s"_s)
            .toUtf8();
    }
    void changeAtRandom(TestDatabase &db, Book &book, QRandomGenerator &random,
                        const QList<LicenseId> &licenses);
    void compareUnderRandomWrites(const QByteArray &space, const std::function<void(int)> &disturb);

    RedisServer m_redis;
};

void AnswerCacheTest::asksOnceUntilSomethingChanges()
{
    TestDatabase db;
    Book book(db);
    Server server(db, {});
    const auto answer = [&] { return textOf(server.cache.answer(seats(), [&] { return ask(db); })); };
    const QByteArray before = answer();
    QCOMPARE(answer(), before);
    QCOMPARE(server.cache.figures().asked, 1u);
    QCOMPARE(server.cache.figures().fromMemory, 1u);

    book.licenseWithSeats(u"IDE"_s, 3);
    QTRY_VERIFY(answer() != before);

    // notices come in the order of the commits: with the member's all earlier ones have come
    QSignalSpy heard(&server.listener, &NotificationListener::changed);
    const auto hasHeardOfMembers = [&heard](int times) {
        return std::ranges::count(heard, u"member"_s,
                                  [](const QVariantList &arguments) {
                                      return arguments.first().value<ChangeNotice>().entity;
                                  })
               == times;
    };
    book.member(u"Ana"_s);
    QTRY_VERIFY(hasHeardOfMembers(1));
    (void)answer();
    const quint64 asked = server.cache.figures().asked;
    book.member(u"Bo"_s); // what it does not depend on
    QTRY_VERIFY(hasHeardOfMembers(2));
    (void)answer();
    QCOMPARE(server.cache.figures().asked, asked);
}

void AnswerCacheTest::asksAgainWhileNobodyListens()
{
    AnswerCache cache(1'000'000);
    int asked = 0;
    const auto answer = [&] {
        return textOf(cache.answer(seats(), [&] { return QByteArray::number(++asked); }));
    };
    QCOMPARE(answer(), QByteArray("1"));
    QCOMPARE(answer(), QByteArray("2"));
    cache.listen();
    QCOMPARE(answer(), QByteArray("3"));
    QCOMPARE(answer(), QByteArray("3"));
    cache.lose();
    QCOMPARE(answer(), QByteArray("4"));
    cache.listen(); // and what was missed meanwhile is not believed
    QCOMPARE(answer(), QByteArray("5"));
    QCOMPARE(cache.figures().passed, 3u);
}

void AnswerCacheTest::keepsNoFailure()
{
    AnswerCache cache(1'000'000);
    cache.listen();
    QVERIFY(!cache.answer(seats(),
                          []() -> Result<QByteArray> { return failure(ErrorCode::Offline, u"gone"_s); }));
    QCOMPARE(textOf(cache.answer(seats(), [] { return QByteArray("back"); })), QByteArray("back"));
}

void AnswerCacheTest::setsScopesApart()
{
    AnswerCache cache(1'000'000, shared("scopes"));
    cache.listen();
    CacheKey manager = seats();
    manager.scope = "manager 3 7";
    QCOMPARE(textOf(cache.answer(seats(), [] { return QByteArray("all"); })), QByteArray("all"));
    QCOMPARE(textOf(cache.answer(manager, [] { return QByteArray("some"); })), QByteArray("some"));
    QCOMPARE(textOf(cache.answer(seats(), [] { return QByteArray("?"); })), QByteArray("all"));
}

void AnswerCacheTest::takesFromTheOtherServer()
{
    TestDatabase db;
    Server here(db, shared("two"));
    Server there(db, shared("two"));
    // each begins with telling Redis that it knows nothing of what was before; then one asks for both
    QTRY_VERIFY([&] {
        (void)here.cache.answer(seats(), [&] { return ask(db); });
        here.cache.takeChange("license");
        there.cache.takeChange("license");
        QTest::qWait(20);
        const quint64 before = there.cache.figures().fromShared;
        (void)here.cache.answer(seats(), [&] { return ask(db); });
        (void)there.cache.answer(seats(), [&] { return ask(db); });
        return there.cache.figures().fromShared > before;
    }());
}

void AnswerCacheTest::answersAsTheDatabaseWould()
{
    compareUnderRandomWrites("property", [](int) {});
}

void AnswerCacheTest::staysRightWhileRedisComesAndGoes()
{
    compareUnderRandomWrites("faults", [this](int step) {
        switch (step % 8) {
        case 1:
            m_redis.freeze();
            break;
        case 3:
            m_redis.thaw();
            break;
        case 5:
            m_redis.kill();
            break;
        case 7:
            m_redis.begin();
            break;
        default:
            break;
        }
    });
}

void AnswerCacheTest::changeAtRandom(TestDatabase &db, Book &book, QRandomGenerator &random,
                                     const QList<LicenseId> &licenses)
{
    const LicenseId license = licenses.at(random.bounded(licenses.size()));
    switch (random.bounded(4)) {
    case 0:
        book.entitlement(license, random.bounded(1, 9));
        break;
    case 1:
        book.assignment(license, book.member(u"Holder"_s));
        break;
    case 2:
        db.sql(
            u"UPDATE seatledger.license SET low_seat_threshold = %1 WHERE id = %2"_s.arg(random.bounded(50))
                .arg(license.value()));
        break;
    default:
        book.member(u"Somebody"_s);
        break;
    }
}

void AnswerCacheTest::compareUnderRandomWrites(const QByteArray &space,
                                               const std::function<void(int)> &disturb)
{
    TestDatabase db;
    Book book(db);
    const QList<LicenseId> licenses{book.licenseWithSeats(u"IDE"_s, 500),
                                    book.licenseWithSeats(u"CAD"_s, 500)};
    Server here(db, shared(space));
    Server there(db, shared(space));
    QRandomGenerator random(7);
    for (int step = 0; step < 40; ++step) {
        disturb(step);
        QSignalSpy heardHere(&here.listener, &NotificationListener::changed);
        QSignalSpy heardThere(&there.listener, &NotificationListener::changed);
        changeAtRandom(db, book, random, licenses);
        QTRY_VERIFY(!heardHere.isEmpty() && !heardThere.isEmpty());
        const QByteArray now = ask(db);
        for (Server *server : {&here, &there, &here}) {
            // all notices of the write have been heard when its last one was
            QTRY_COMPARE_WITH_TIMEOUT(textOf(server->cache.answer(seats(), [&] { return ask(db); })), now,
                                      1000);
        }
    }
    QVERIFY(here.cache.figures().fromMemory > 0);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::AnswerCacheTest)
#include "answercachetest.moc"
