// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/executor.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/domain/enums.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <atomic>
#include <vector>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

Result<qint64> backendOf(Session &session)
{
    return Query(session, u"SELECT pg_backend_pid() AS pid"_s).one([](const Row &row) {
        return row.integer("pid");
    });
}

Result<void> sleepLong(Session &session)
{
    return Query(session, u"SELECT pg_sleep(60)"_s).exec();
}

} // namespace

class ExecutorTest final : public QObject
{
    Q_OBJECT

private slots:
    void worksAndTellsOnAnotherThread()
    {
        Executor executor(m_db.settings(), m_actor);
        QThread *worker = nullptr;
        std::atomic<QThread *> teller = nullptr;
        std::atomic<bool> hasAnswer = false;
        executor.runThen(
            [&](Session &session) {
                worker = QThread::currentThread();
                return backendOf(session);
            },
            [&](const Result<qint64> &pid) {
                teller = QThread::currentThread();
                hasAnswer = pid.has_value();
            });
        QTRY_VERIFY(hasAnswer);
        QCOMPARE(teller.load(), worker);
        QVERIFY(worker != thread());
    }

    void handsOverActorAndClock()
    {
        const QDateTime instant(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC);
        Executor executor(m_db.settings(), m_actor, [instant] { return instant; });
        const auto whoAndWhen = [](Session &session) -> Result<QString> {
            return session.actor().name + session.now().toString(Qt::ISODate);
        };
        QCOMPARE(executor.run(whoAndWhen).result().value(), u"ann2026-01-01T08:00:00Z"_s);
        QCOMPARE(executor.runAs({u"bob"_s, OperationSource::Api}, whoAndWhen).result().value(),
                 u"bob2026-01-01T08:00:00Z"_s);
    }

    void usesOneConnectionPerThread()
    {
        Executor executor(m_db.settings(), m_actor, systemClock(), 2);
        std::vector<QFuture<Result<qint64>>> futures;
        for (int i = 0; i < 20; ++i)
            futures.push_back(executor.run(backendOf));
        QSet<qint64> backends;
        for (auto &future : futures)
            backends.insert(future.result().value_or(0));
        QVERIFY(!backends.contains(0));
        QVERIFY(backends.size() <= 2);
    }

    void worksAtTheSameTime()
    {
        Executor executor(m_db.settings(), m_actor, systemClock(), 2);
        const auto meet = [](Session &session) {
            return Query(session, u"SELECT pg_advisory_lock_shared(7), pg_sleep(0.3)"_s).exec();
        };
        QElapsedTimer timer;
        timer.start();
        auto first = executor.run(meet);
        auto second = executor.run(meet);
        VERIFY_RESULT(first.result());
        VERIFY_RESULT(second.result());
        QVERIFY(timer.elapsed() < 590);
    }

    void cancelsARunningStatement()
    {
        Executor executor(m_db.settings(), m_actor, systemClock(), 1);
        const CancelToken token = CancelToken::create();
        auto future = executor.run(sleepLong, token);
        QTRY_COMPARE(sleepers(), u"1"_s);
        token.cancel();
        VERIFY_ERROR(future.result(), ErrorCode::Cancelled);
        VERIFY_RESULT(executor.run(backendOf).result());
    }

    void cancelsWhateverTheMoment()
    {
        Executor executor(m_db.settings(), m_actor, systemClock(), 1);
        for (unsigned delay = 0; delay < 40; ++delay) {
            const CancelToken token = CancelToken::create();
            auto cancelled = executor.run(sleepLong, token);
            QThread::usleep(delay * 50);
            token.cancel();
            auto next = executor.run(backendOf);
            VERIFY_ERROR(cancelled.result(), ErrorCode::Cancelled);
            VERIFY_RESULT(next.result());
        }
    }

    void rollsBackWhatIsCancelled()
    {
        m_db.sql(u"DROP TABLE IF EXISTS kept; CREATE TABLE kept (n int)"_s);
        Executor executor(m_db.settings(), m_actor, systemClock(), 1);
        const CancelToken token = CancelToken::create();
        auto future = executor.run(
            [](Session &session) {
                return transact(session, u"half", [](Session &inside) -> Result<void> {
                    if (auto added = Query(inside, u"INSERT INTO kept VALUES (1)"_s).exec(); !added)
                        return added;
                    return sleepLong(inside);
                });
            },
            token);
        QTRY_COMPARE(sleepers(), u"1"_s);
        token.cancel();
        VERIFY_ERROR(future.result(), ErrorCode::Cancelled);
        QCOMPARE(m_db.value(u"SELECT count(*) FROM kept"_s), u"0"_s);
    }

    void onlyTheLatestRequestIsAnswered()
    {
        Executor executor(m_db.settings(), m_actor, systemClock(), 1);
        LatestRequest latest;
        std::vector<QFuture<Result<void>>> superseded;
        for (int i = 0; i < 5; ++i)
            superseded.push_back(executor.run(sleepLong, latest.renew()));
        auto last = executor.run(backendOf, latest.renew());
        for (auto &future : superseded)
            VERIFY_ERROR(future.result(), ErrorCode::Cancelled);
        VERIFY_RESULT(last.result());
    }

    void comesBackAfterALoss()
    {
        Executor executor(m_db.settings(), m_actor, systemClock(), 1);
        const auto first = executor.run(backendOf).result();
        VERIFY_RESULT(first);
        m_db.sql(u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(*first));
        const auto second = executor.run(backendOf).result();
        VERIFY_RESULT(second);
        QVERIFY(*second != *first);
    }

    void aLossInTheMiddleIsOfflineOnce()
    {
        Executor executor(m_db.settings(), m_actor, systemClock(), 1);
        auto future = executor.run(sleepLong);
        QTRY_COMPARE(sleepers(), u"1"_s);
        m_db.sql(
            u"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(60)%'"_s);
        VERIFY_ERROR(future.result(), ErrorCode::Offline);
        VERIFY_RESULT(executor.run(backendOf).result());
    }

    void saysThatNobodyAnswers()
    {
        ConnectionSettings nowhere = m_db.settings();
        nowhere.host = u"/nonexistent"_s;
        Executor executor(nowhere, m_actor);
        VERIFY_ERROR(executor.run(backendOf).result(), ErrorCode::Offline);
    }

    void doesNotPassOnAnOpenTransaction()
    {
        Executor executor(m_db.settings(), m_actor, systemClock(), 1);
        VERIFY_RESULT(
            executor.run([](Session &session) { return Query(session, u"BEGIN"_s).exec(); }).result());
        const auto isOpen = executor.run(
            [](Session &session) -> Result<bool> { return session.connection().inTransaction(); });
        QCOMPARE(isOpen.result().value(), false);
    }

    void tellsOnceWhateverTheMoment()
    {
        constexpr int count = 200'000;
        CancelToken calledOff = CancelToken::create();
        calledOff.cancel();
        std::atomic<int> told = 0;
        {
            Executor executor(m_db.settings(), m_actor, systemClock(), 2);
            for (int i = 0; i < count; ++i)
                executor.runThen(backendOf, [&told](const Result<qint64> &) { ++told; }, calledOff);
        }
        QCOMPARE(told, count);
    }

    void endsQuicklyAndAnswersEverybody()
    {
        std::vector<QFuture<Result<void>>> futures;
        QElapsedTimer timer;
        {
            Executor executor(m_db.settings(), m_actor, systemClock(), 2);
            for (int i = 0; i < 6; ++i)
                futures.push_back(executor.run(sleepLong));
            QTRY_COMPARE(sleepers(), u"2"_s);
            timer.start();
        }
        QVERIFY(timer.elapsed() < 5000);
        for (auto &future : futures)
            VERIFY_ERROR(future.result(), ErrorCode::Cancelled);
    }

private:
    QString sleepers()
    {
        return m_db.value(u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(60)%' "
                          "AND state = 'active' AND datname = current_database()"_s);
    }

    const Actor m_actor{u"ann"_s, OperationSource::Window};
    TestDatabase m_db{TestDatabase::Content::Empty};
};

QTEST_GUILESS_MAIN(ExecutorTest)
#include "executortest.moc"
