// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transaction.h"

#include "core/db/query.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <future>
#include <latch>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

Result<void> add(Session &session, int n)
{
    return Query(session, u"INSERT INTO kept VALUES ($1)"_s).bind(n).exec();
}

Error lostAgainstOthers()
{
    return {ErrorCode::Busy, u"lost"_s, {{u"sqlstate"_s, u"40001"_s}}};
}

} // namespace

class TransactionTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_db.sql(
            u"DROP TABLE IF EXISTS kept; CREATE TABLE kept (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)"_s);
    }

    void keepsWhatIsCommitted()
    {
        const auto done = transact(m_db.session(), u"add", [](Session &session) { return add(session, 1); });
        VERIFY_RESULT(done);
        QCOMPARE(kept(), u"{1}"_s);
    }

    void answersWhatTheWorkAnswers()
    {
        const auto done = transact(m_db.session(), u"add",
                                   [](Session &) -> Result<QString> { return u"yes"_s; });
        VERIFY_RESULT(done);
        QCOMPARE(*done, u"yes"_s);
    }

    void rollsBackWhatFails()
    {
        const auto done = transact(m_db.session(), u"add", [](Session &session) -> Result<void> {
            if (auto added = add(session, 1); !added)
                return added;
            return failure(ErrorCode::RuleBroken, u"no"_s);
        });
        VERIFY_ERROR(done, ErrorCode::RuleBroken);
        QVERIFY(kept().isEmpty());
        QVERIFY(!m_db.connection().inTransaction());
    }

    void rollsBackWhenDestroyed()
    {
        {
            const auto transaction = Transaction::begin(m_db.connection(), u"forgotten");
            VERIFY_RESULT(transaction);
            VERIFY_RESULT(add(m_db.session(), 1));
        }
        QVERIFY(kept().isEmpty());
    }

    void joinsTheOuterOne()
    {
        auto outer = Transaction::begin(m_db.connection(), u"outer");
        VERIFY_RESULT(outer);
        VERIFY_RESULT(transact(m_db.session(), u"inner", [](Session &session) { return add(session, 1); }));
        QCOMPARE(m_db.otherSession().connection().inTransaction(), false);
        QCOMPARE(keptFor(m_db.otherSession()), 0);
        VERIFY_RESULT(outer->commit());
        QCOMPARE(keptFor(m_db.otherSession()), 1);
    }

    void aFailedInnerOneDoomsTheOuterOne()
    {
        auto outer = Transaction::begin(m_db.connection(), u"outer");
        VERIFY_RESULT(outer);
        VERIFY_RESULT(add(m_db.session(), 1));
        {
            auto inner = Transaction::begin(m_db.connection(), u"inner");
            VERIFY_RESULT(inner);
            QVERIFY(inner->isJoined());
        }
        VERIFY_ERROR(outer->commit(), ErrorCode::Internal);
        QVERIFY(kept().isEmpty());
        VERIFY_RESULT(transact(m_db.session(), u"next", [](Session &session) { return add(session, 2); }));
    }

    void aStatementThatFailedUnnoticedCannotBeCommitted()
    {
        auto transaction = Transaction::begin(m_db.connection(), u"careless");
        VERIFY_RESULT(transaction);
        std::ignore = Query(m_db.session(), u"SELECT 1 / 0"_s).exec();
        VERIFY_ERROR(transaction->commit(), ErrorCode::Internal);
        VERIFY_ERROR(transaction->commit(), ErrorCode::Internal);
    }

    void rulesCheckedAtCommitAreReported()
    {
        const auto done = transact(m_db.session(), u"twice", [](Session &session) -> Result<void> {
            std::ignore = add(session, 1);
            return add(session, 1);
        });
        VERIFY_ERROR(done, ErrorCode::Conflict);
        QVERIFY(!m_db.connection().inTransaction());
    }

    void repeatsWhatLost()
    {
        int runs = 0;
        const auto done = transact(m_db.session(), u"unlucky", [&](Session &session) -> Result<void> {
            if (++runs < 3)
                return std::unexpected(lostAgainstOthers());
            return add(session, runs);
        });
        VERIFY_RESULT(done);
        QCOMPARE(kept(), u"{3}"_s);
    }

    void givesUpAfterFiveRuns()
    {
        int runs = 0;
        const auto done = transact(m_db.session(), u"hopeless", [&](Session &) -> Result<void> {
            ++runs;
            return std::unexpected(lostAgainstOthers());
        });
        VERIFY_ERROR(done, ErrorCode::Busy);
        QCOMPARE(runs, 5);
    }

    void leavesRepeatingToTheOuterOne()
    {
        int runs = 0;
        auto outer = Transaction::begin(m_db.connection(), u"outer");
        VERIFY_RESULT(outer);
        const auto done = transact(m_db.session(), u"inner", [&](Session &) -> Result<void> {
            ++runs;
            return std::unexpected(lostAgainstOthers());
        });
        VERIFY_ERROR(done, ErrorCode::Busy);
        QCOMPARE(runs, 1);
    }

    void survivesARealDeadlock()
    {
        m_db.sql(u"INSERT INTO kept VALUES (1), (2); SET deadlock_timeout = '20ms'"_s);
        std::latch bothHoldOne(2);
        const auto crossing = [&](Session &session, int first, int second) {
            bool isFirstRun = true;
            return transact(session, u"crossing", [&](Session &inside) -> Result<void> {
                const auto lock = [&](int n) {
                    return Query(inside, u"UPDATE kept SET n = n WHERE n = $1"_s).bind(n).exec();
                };
                if (auto locked = lock(first); !locked)
                    return locked;
                if (std::exchange(isFirstRun, false))
                    bothHoldOne.arrive_and_wait();
                return lock(second);
            });
        };
        auto other = std::async(std::launch::async, [&] {
            const auto connection = m_db.connect();
            Session session(*connection, m_db.session().actor());
            return crossing(session, 2, 1);
        });
        VERIFY_RESULT(crossing(m_db.session(), 1, 2));
        VERIFY_RESULT(other.get());
    }

    void doesNotCommitWhatWasCancelled()
    {
        const CancelToken token = CancelToken::create();
        m_db.connection().setCancelToken(token);
        const auto done = transact(m_db.session(), u"cancelled", [&](Session &session) {
            auto added = add(session, 1);
            token.cancel();
            return added;
        });
        m_db.connection().setCancelToken({});
        VERIFY_ERROR(done, ErrorCode::Cancelled);
        QVERIFY(kept().isEmpty());
        QVERIFY(!m_db.connection().inTransaction());
    }

private:
    QString kept() { return m_db.value(u"SELECT array_agg(n) FROM kept"_s); }

    static qint64 keptFor(Session &session)
    {
        return Query(session, u"SELECT count(*) AS n FROM kept"_s)
            .one([](const Row &row) { return row.integer("n"); })
            .value_or(-1);
    }

    TestDatabase m_db{TestDatabase::Content::Empty};
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "transactiontest.moc"
