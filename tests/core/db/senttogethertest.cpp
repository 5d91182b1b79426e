// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/senttogether.h"

#include "core/db/copy.h"
#include "core/db/prepared.h"
#include "core/db/query.h"
#include "core/db/savepoint.h"
#include "core/db/transaction.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

using Use = SentTogether::Use;

Result<void> add(Session &session, int n)
{
    return Query(session, u"INSERT INTO kept VALUES ($1)"_s).bind(n).exec();
}

Result<void> label(Session &session, const QString &value)
{
    return sendAhead(session.connection(), "SELECT set_config('seatledger.test', $1, true)", {value});
}

Result<QString> readLabel(Session &session)
{
    return Query(session, u"SELECT current_setting('seatledger.test', true) AS x"_s).one([](const Row &row) {
        return row.optionalText("x").value_or(QString());
    });
}

} // namespace

/// Transactions whose statements are sent together do what others do.
class SentTogetherTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_db.sql(u"DROP TABLE IF EXISTS kept; CREATE TABLE kept (n int UNIQUE)"_s); }

    void keepsWhatIsCommitted()
    {
        const SentTogether together(Use::Writing);
        const auto done = transact(m_session, u"add", [](Session &session) { return add(session, 1); });
        VERIFY_RESULT(done);
        QVERIFY(!m_connection->inTransaction());
        QCOMPARE(kept(), u"{1}"_s);
    }

    void whatWasSentAheadHoldsInTheTransactionAlone()
    {
        const SentTogether together(Use::Writing);
        const auto read = transact(m_session, u"read", [](Session &session) -> Result<QString> {
            if (auto sent = label(session, u"here"_s); !sent)
                return std::unexpected(std::move(sent).error());
            return readLabel(session);
        });
        VERIFY_RESULT(read);
        QCOMPARE(*read, u"here"_s);
        const auto after = readLabel(m_session);
        VERIFY_RESULT(after);
        QVERIFY(after->isEmpty());
    }

    void withoutItEverythingIsSentAtOnce()
    {
        const auto done = transact(m_session, u"fail", [](Session &session) {
            return sendAhead(session.connection(), "SELECT 1 / $1::int", {0});
        });
        VERIFY_ERROR(done, ErrorCode::InvalidInput);
    }

    void itsFailureIsToldFromTheStatements()
    {
        const SentTogether together(Use::Writing);
        const auto done = transact(m_session, u"fail", [](Session &session) -> Result<void> {
            if (auto sent = sendAhead(session.connection(), "SELECT 1 / $1::int", {0}); !sent)
                return sent;
            return add(session, 1);
        });
        VERIFY_ERROR(done, ErrorCode::InvalidInput);
        QVERIFY(together.failure());
        QCOMPARE(together.failure()->details.value("sqlstate"_L1).toString(), u"22012"_s);
        QVERIFY(!m_connection->inTransaction());
        const auto own = transact(m_session, u"fail",
                                  [](Session &session) { return Query(session, u"SELECT 1 / 0"_s).exec(); });
        VERIFY_ERROR(own, ErrorCode::InvalidInput);
        QVERIFY(!together.failure());
        QVERIFY(kept().isEmpty());
    }

    void rollsBackWhatFails()
    {
        const SentTogether together(Use::Writing);
        const auto done = transact(m_session, u"add", [](Session &session) -> Result<void> {
            if (auto added = add(session, 1); !added)
                return added;
            return failure(ErrorCode::RuleBroken, u"no"_s);
        });
        VERIFY_ERROR(done, ErrorCode::RuleBroken);
        QVERIFY(kept().isEmpty());
        QVERIFY(!m_connection->inTransaction());
    }

    void nothingIsLeftOfWorkThatAskedNothing()
    {
        const SentTogether together(Use::Writing);
        const auto done = transact(m_session, u"nothing", [](Session &session) -> Result<void> {
            if (auto sent = label(session, u"here"_s); !sent)
                return sent;
            if (!session.connection().inTransaction())
                return failure(ErrorCode::Internal, u"no transaction"_s);
            return failure(ErrorCode::RuleBroken, u"no"_s);
        });
        VERIFY_ERROR(done, ErrorCode::RuleBroken);
        QVERIFY(!m_connection->inTransaction());
        const auto after = readLabel(m_session);
        VERIFY_RESULT(after);
        QVERIFY(after->isEmpty());
    }

    /// Who only sends ahead learns from the commit that it failed.
    void isSentByTheCommitAtTheLatest()
    {
        const SentTogether together(Use::Reading);
        const auto done = transact(m_session, u"fail", [](Session &session) {
            return sendAhead(session.connection(), "SELECT 1 / $1::int", {0});
        });
        VERIFY_ERROR(done, ErrorCode::InvalidInput);
        QVERIFY(!m_connection->inTransaction());
    }

    void whatOnlyReadsWritesNothing()
    {
        const SentTogether together(Use::Reading);
        const auto done = transact(m_session, u"add", [](Session &session) { return add(session, 1); });
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().details.value("sqlstate"_L1).toString(), u"25006"_s);
    }

    /// The COMMIT before is still under way when the next transaction begins.
    void oneReadFollowsTheOther()
    {
        const SentTogether together(Use::Reading);
        for (int i = 1; i <= 50; ++i) {
            const auto read = transact(m_session, u"read", [i](Session &session) -> Result<QString> {
                if (auto sent = label(session, QString::number(i)); !sent)
                    return std::unexpected(std::move(sent).error());
                return readLabel(session);
            });
            VERIFY_RESULT(read);
            QCOMPARE(*read, QString::number(i));
            QVERIFY(!m_connection->inTransaction());
            QVERIFY(m_connection->isAlive());
        }
    }

    void scriptsAndSavepointsFollowWhatWaits()
    {
        const SentTogether together(Use::Writing);
        const auto done = transact(m_session, u"all", [](Session &session) -> Result<QString> {
            if (auto sent = label(session, u"here"_s); !sent)
                return std::unexpected(std::move(sent).error());
            auto savepoint = Savepoint::set(session.connection());
            if (!savepoint)
                return std::unexpected(std::move(savepoint).error());
            if (auto added = add(session, 7); !added)
                return std::unexpected(std::move(added).error());
            if (auto back = savepoint->goBack(); !back)
                return std::unexpected(std::move(back).error());
            return readLabel(session);
        });
        VERIFY_RESULT(done);
        QCOMPARE(*done, u"here"_s);
        QVERIFY(kept().isEmpty());
        VERIFY_RESULT(transact(m_session, u"script", [](Session &session) {
            return session.connection().execScript(
                u"INSERT INTO kept VALUES (1); INSERT INTO kept VALUES (2)"_s);
        }));
        QCOMPARE(kept(), u"{1,2}"_s);
    }

    void copiesFollowWhatWaits()
    {
        m_db.sql(u"INSERT INTO kept VALUES (1), (2)"_s);
        const SentTogether together(Use::Reading);
        QStringList seen;
        for (int i = 0; i < 2; ++i) {
            VERIFY_RESULT(transact(m_session, u"copy", [&seen](Session &session) -> Result<void> {
                auto copied = CopyOut(session, u"SELECT n FROM kept ORDER BY n"_s)
                                  .rows([&seen](std::span<const CopyField> fields) -> Result<void> {
                                      seen.append(QString::fromUtf8(fields[0].text));
                                      return {};
                                  });
                return copied ? Result<void>() : std::unexpected(std::move(copied).error());
            }));
        }
        QCOMPARE(seen.join(u' '), u"1 2 1 2"_s);
    }

    /// A statement is planned for each reader, whose policies are a part of it.
    void preparesWhatIsMarked()
    {
        const auto read = [this](const QByteArray &reader) {
            const SentTogether together(Use::Reading, reader);
            return transact(m_session, u"read", [](Session &session) {
                return Query(session, prepared(u"SELECT $1::int * 2 AS x"_s))
                    .bind(21)
                    .one([](const Row &row) { return row.integer("x"); });
            });
        };
        for (const char *reader : {"ana", "bea", "ana", "bea"}) {
            const auto x = read(reader);
            VERIFY_RESULT(x);
            QCOMPARE(*x, 42);
        }
        const auto names = Query(m_session, u"SELECT count(*) AS n FROM pg_prepared_statements "
                                            "WHERE statement LIKE '%* 2 AS x' AND name <> ''"_s)
                               .one([](const Row &row) { return row.integer("n"); });
        VERIFY_RESULT(names);
        QCOMPARE(*names, 2);
    }

    void outsideItNothingIsPrepared()
    {
        VERIFY_RESULT(Query(m_session, prepared(u"SELECT 3 AS outside"_s)).exec());
        const auto names = Query(m_session, u"SELECT count(*) AS n FROM pg_prepared_statements "
                                            "WHERE statement LIKE '%AS outside'"_s)
                               .one([](const Row &row) { return row.integer("n"); });
        VERIFY_RESULT(names);
        QCOMPARE(*names, 0);
    }

    /// A plan is of tables as they were: the work is repeated with a new one.
    void followsTablesThatChange()
    {
        const SentTogether together(Use::Writing);
        const auto columns = [this] {
            return transact(m_session, u"read", [](Session &session) {
                return Query(session, prepared(u"SELECT * FROM kept"_s)).exec();
            });
        };
        VERIFY_RESULT(columns());
        VERIFY_RESULT(columns());
        m_db.sql(u"ALTER TABLE kept ADD COLUMN m int"_s);
        VERIFY_RESULT(columns());
    }

    void aLostConnectionIsNoticed()
    {
        auto connection = m_db.connect();
        Session session(*connection, {u"tester"_s, {}});
        const SentTogether together(Use::Reading);
        const auto read = [&session] { return transact(session, u"read", readLabel); };
        VERIFY_RESULT(read());
        m_db.sql(u"SELECT pg_terminate_backend(%1)"_s.arg(connection->backendPid()));
        QTRY_VERIFY(!connection->isAlive());
        VERIFY_ERROR(read(), ErrorCode::Offline);
        QVERIFY(!connection->inTransaction());
    }

private:
    QString kept() { return m_db.value(u"SELECT array_agg(n ORDER BY n)::text FROM kept"_s); }

    TestDatabase m_db; // looks on by a connection of its own
    std::unique_ptr<Connection> m_connection = m_db.connect();
    Session m_session{*m_connection, {u"tester"_s, {}}};
};

QTEST_GUILESS_MAIN(SentTogetherTest)

#include "senttogethertest.moc"
