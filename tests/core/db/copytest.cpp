// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/copy.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace seatledger;

class CopyTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_db.sql(u"DROP TABLE IF EXISTS word; CREATE TABLE word (id int PRIMARY KEY, text text)"_s);
    }

    void awkwardTextGoesInAndComesOut()
    {
        const std::vector<std::optional<QString>> words = {
            u"plain"_s, u"tab\there"_s, u"line\nline\r\n"_s, u"\\N"_s,    u"\\."_s,
            u""_s,      std::nullopt,   u"漢字 🙂"_s,        u"back\\"_s, u"\\t\\\\\b\f\v"_s};
        CopyIn in(m_db.session(), u"word (id, text)"_s);
        int id = 0;
        for (const auto &word : words)
            VERIFY_RESULT(in.row({id++, word}));
        const auto written = in.finish();
        VERIFY_RESULT(written);
        QCOMPARE(*written, qint64(words.size()));

        std::vector<std::optional<QString>> read;
        const auto rows = CopyOut(m_db.session(), u"SELECT id, text FROM word ORDER BY id"_s)
                              .rows([&](std::span<const CopyField> fields) -> Result<void> {
                                  read.push_back(fields[1].isNull
                                                     ? std::nullopt
                                                     : std::optional(QString::fromUtf8(fields[1].text)));
                                  return {};
                              });
        VERIFY_RESULT(rows);
        QCOMPARE(*rows, qint64(words.size()));
        QCOMPARE(read, words);
    }

    void manyRowsStreamThrough()
    {
        VERIFY_RESULT(fill(100'000));
        qint64 sum = 0;
        const auto rows = CopyOut(m_db.session(), u"SELECT id FROM word"_s)
                              .rows([&](std::span<const CopyField> fields) -> Result<void> {
                                  sum += fields[0].text.toByteArray().toLongLong();
                                  return {};
                              });
        VERIFY_RESULT(rows);
        QCOMPARE(*rows, 100'000);
        QCOMPARE(sum, 100'000LL * 99'999 / 2);
    }

    void valuesAreBoundIntoTheQuery()
    {
        VERIFY_RESULT(fill(10));
        m_db.sql(u"UPDATE word SET text = 'it''s' WHERE id = 7"_s);
        QByteArray lines;
        const auto take = [&](QByteArrayView line) -> Result<void> {
            lines += line;
            return {};
        };
        VERIFY_RESULT(
            CopyOut(m_db.session(), u"SELECT id, text FROM word WHERE text = :text OR id = :id ORDER BY id"_s)
                .bind("text", u"it's"_s)
                .bind("id", 3)
                .lines(u"FORMAT csv, HEADER"_s, take));
        QCOMPARE(lines, "id,text\n3,word 3\n7,it's\n");
    }

    void theConsumersFailureEndsTheStream()
    {
        VERIFY_RESULT(fill(200'000));
        int seen = 0;
        const auto rows = CopyOut(m_db.session(), u"SELECT * FROM word"_s)
                              .rows([&](std::span<const CopyField>) -> Result<void> {
                                  if (++seen == 5)
                                      return failure(ErrorCode::StorageFull, u"full"_s);
                                  return {};
                              });
        VERIFY_ERROR(rows, ErrorCode::StorageFull);
        QCOMPARE(seen, 5);
        VERIFY_RESULT(Query(m_db.session(), u"SELECT 1"_s).exec());
    }

    void aFailureOfTheQueryIsReported()
    {
        const auto rows = CopyOut(m_db.session(), u"SELECT 1 / (5 - n) FROM generate_series(1, 9) AS n"_s)
                              .rows([](std::span<const CopyField>) -> Result<void> { return {}; });
        VERIFY_ERROR(rows, ErrorCode::InvalidInput);
        VERIFY_RESULT(Query(m_db.session(), u"SELECT 1"_s).exec());
    }

    void aRefusedRowUndoesTheWholeCopy()
    {
        CopyIn in(m_db.session(), u"word (id, text)"_s);
        VERIFY_RESULT(in.row({1, u"a"_s}));
        VERIFY_RESULT(in.row({1, u"b"_s}));
        VERIFY_ERROR(in.finish(), ErrorCode::Conflict);
        QCOMPARE(count(), u"0"_s);
        VERIFY_ERROR(in.finish(), ErrorCode::Internal);
    }

    void withoutAnEndNothingHappens()
    {
        {
            CopyIn in(m_db.session(), u"word (id, text)"_s);
            VERIFY_RESULT(in.row({1, u"a"_s}));
        }
        QCOMPARE(count(), u"0"_s);
    }

    void noRowsAreFine()
    {
        const auto written = CopyIn(m_db.session(), u"word (id, text)"_s).finish();
        VERIFY_RESULT(written);
        QCOMPARE(*written, 0);
    }

    void anUnknownTargetIsReported()
    {
        CopyIn in(m_db.session(), u"nothing (id)"_s);
        VERIFY_ERROR(in.row({1}), ErrorCode::Internal);
        VERIFY_RESULT(Query(m_db.session(), u"SELECT 1"_s).exec());
    }

    void isPartOfTheTransaction()
    {
        {
            const auto transaction = Transaction::begin(m_db.connection(), u"undone");
            VERIFY_RESULT(transaction);
            VERIFY_RESULT(fill(5));
            QCOMPARE(count(), u"5"_s);
        }
        QCOMPARE(count(), u"0"_s);
    }

    void canBeCancelledBothWays()
    {
        const CancelToken token = CancelToken::create();
        m_db.connection().setCancelToken(token);
        CopyIn in(m_db.session(), u"word (id, text)"_s);
        VERIFY_RESULT(in.row({1, u"a"_s}));
        token.cancel();
        const auto written = in.finish();

        const CancelToken outToken = CancelToken::create();
        m_db.connection().setCancelToken(outToken);
        const auto rows = CopyOut(m_db.session(), u"SELECT generate_series(1, 100000000)"_s)
                              .rows([&](std::span<const CopyField>) -> Result<void> {
                                  outToken.cancel();
                                  return {};
                              });
        m_db.connection().setCancelToken({});
        VERIFY_ERROR(written, ErrorCode::Cancelled);
        VERIFY_ERROR(rows, ErrorCode::Cancelled);
        QCOMPARE(count(), u"0"_s);
    }

private:
    Result<qint64> fill(int rows)
    {
        CopyIn in(m_db.session(), u"word (id, text)"_s);
        for (int id = 0; id < rows; ++id) {
            if (auto written = in.row({id, u"word "_s + QString::number(id)}); !written)
                return std::unexpected(std::move(written).error());
        }
        return in.finish();
    }

    QString count() { return m_db.value(u"SELECT count(*) FROM word"_s); }

    TestDatabase m_db{TestDatabase::Content::Empty};
};

QTEST_GUILESS_MAIN(CopyTest)
#include "copytest.moc"
