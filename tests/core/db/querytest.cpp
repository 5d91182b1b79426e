// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"

#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

QString textOf(const Row &row)
{
    return row.text("x");
}

} // namespace

class QueryTest final : public QObject
{
    Q_OBJECT

private slots:
    void bindsByPosition()
    {
        auto sum = Query(m_db.session(), u"SELECT $1::int + $2::int AS x"_s).bind(40).bind(2).one(textOf);
        VERIFY_RESULT(sum);
        QCOMPARE(*sum, u"42"_s);
    }

    void bindsByNameMoreThanOnce()
    {
        auto text = Query(m_db.session(), u"SELECT :word || :word || :other AS x"_s)
                        .bind("word", u"ab"_s)
                        .bind("other", u"c"_s)
                        .one(textOf);
        VERIFY_RESULT(text);
        QCOMPARE(*text, u"ababc"_s);
    }

    void leavesAloneWhatOnlyLooksLikeAPlaceholder()
    {
        auto text = Query(m_db.session(),
                          u"SELECT ':no' || $$ :no '$1 $$ || $t$ $$:no $t$ || E'\\':no' -- :no ' \n"
                          " || '1'::text /* :no /* $1 */ ' */ || (ARRAY[5,6,7])[2:2]::text || \":x\""
                          " || :yes AS x FROM (SELECT '!' AS \":x\") AS inside"_s)
                        .bind("yes", u"?"_s)
                        .one(textOf);
        VERIFY_RESULT(text);
        QCOMPARE(*text, u":no :no '$1  $$:no ':no1{6}!?"_s);
    }

    void keepsHostileTextAsText()
    {
        const QString hostile = u"'; DROP TABLE x; -- \\ \" $1 :a 漢字 🙂"_s;
        auto text = Query(m_db.session(), u"SELECT $1::text AS x"_s).bind(hostile).one(textOf);
        VERIFY_RESULT(text);
        QCOMPARE(*text, hostile);
    }

    void roundTripsEveryType()
    {
        const QDateTime instant(QDate(2026, 7, 1), QTime(12, 30, 15, 250), Qt::UTC);
        const QStringList texts = {u"a b"_s, u"x\"y\\z"_s, u"NULL"_s, QString(), u""_s, u"{,}"_s};
        auto done =
            Query(
                m_db.session(),
                u"SELECT $1::bigint AS i, $2::boolean AS b, $3::double precision AS r, $4::date AS d, "
                "$5::timestamptz AS t, $6::bytea AS y, $7::jsonb AS j, $8::bigint[] AS li, $9::text[] AS lt, "
                "$10::date[] AS ld"_s)
                .bind(std::numeric_limits<qint64>::max())
                .bind(true)
                .bind(0.1)
                .bind(QDate(2026, 2, 28))
                .bind(instant)
                .bind(QByteArray("\0\1\xff'\\", 5))
                .bind(QJsonObject{{u"a"_s, QJsonArray{1, u"é"_s}}})
                .bind(QList<qint64>{1, -2})
                .bind(texts)
                .bind(QList<QDate>{QDate(2026, 1, 1), QDate()})
                .one([&](const Row &row) {
                    return row.integer("i") == std::numeric_limits<qint64>::max() && row.boolean("b")
                           && row.real("r") == 0.1 && row.date("d") == QDate(2026, 2, 28)
                           && row.dateTime("t") == instant && row.bytes("y") == QByteArray("\0\1\xff'\\", 5)
                           && row.jsonObject("j").value("a"_L1).toArray().at(1) == u"é"_s
                           && row.integers("li") == QList<qint64>{1, -2} && row.texts("lt") == texts
                           && row.texts("lt").at(3).isNull() && !row.texts("lt").at(4).isNull()
                           && row.texts("ld") == QStringList{u"2026-01-01"_s, QString()};
                });
        VERIFY_RESULT(done);
        QVERIFY(*done);
    }

    void sendsNullForWhatIsNotThere()
    {
        auto nulls =
            Query(m_db.session(),
                  u"SELECT num_nulls($1::text, $2::date, $3::bigint, $4::timestamptz, $5::bytea) AS x, "
                  "$6::text IS NULL AS empty_is_null"_s)
                .bind(QString())
                .bind(QDate())
                .bind(std::optional<qint64>())
                .bind(QDateTime())
                .bind(QByteArray())
                .bind(u""_s)
                .one([](const Row &row) { return row.integer("x") == 5 && !row.boolean("empty_is_null"); });
        VERIFY_RESULT(nulls);
        QVERIFY(*nulls);
    }

    void readsNullAsAbsent()
    {
        auto done = Query(m_db.session(), u"SELECT NULL::text AS x"_s).one([](const Row &row) {
            return row.isNull("x") && row.text("x").isNull() && !row.optionalText("x")
                   && !row.optionalInteger("x") && !row.optionalReal("x") && !row.optionalBoolean("x")
                   && !row.optionalDate("x") && !row.optionalDateTime("x") && !row.date("x").isValid()
                   && !row.dateTime("x").isValid() && row.bytes("x").isNull() && row.json("x").isUndefined()
                   && row.integers("x").isEmpty();
        });
        VERIFY_RESULT(done);
        QVERIFY(*done);
    }

    void failsWhenARowIsNotAsTheCodeExpects_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("no such column") << u"SELECT 1 AS y"_s;
        QTest::newRow("null") << u"SELECT NULL::int AS x"_s;
        QTest::newRow("another type") << u"SELECT 'seven' AS x"_s;
    }

    void failsWhenARowIsNotAsTheCodeExpects()
    {
        QFETCH(QString, sql);
        auto number = Query(m_db.session(), sql).first([](const Row &row) { return row.integer("x"); });
        VERIFY_ERROR(number, ErrorCode::Internal);
    }

    void failsWhenAValueIsMissing()
    {
        VERIFY_ERROR(Query(m_db.session(), u"SELECT :a"_s).exec(), ErrorCode::Internal);
        VERIFY_ERROR(Query(m_db.session(), u"SELECT :a, $1"_s).bind("a", 1).bind(2).exec(),
                     ErrorCode::Internal);
    }

    void oneNeedsExactlyOne()
    {
        VERIFY_ERROR(Query(m_db.session(), u"SELECT 1 AS x WHERE false"_s).one(textOf), ErrorCode::NotFound);
        VERIFY_ERROR(Query(m_db.session(), u"VALUES (1), (2)"_s).one([](const Row &) { return 0; }),
                     ErrorCode::Internal);
    }

    void countsAffectedRows()
    {
        m_db.sql(u"CREATE TEMP TABLE counted (n int)"_s);
        Query query(m_db.session(), u"INSERT INTO counted SELECT generate_series(1, :many)"_s);
        VERIFY_RESULT(query.bind("many", 7).exec());
        QCOMPARE(query.rowsAffected(), 7);
        VERIFY_RESULT(query.bind("many", 3).exec());
        QCOMPARE(query.rowsAffected(), 3);
    }

    void mapsRefusalsBySqlState_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("constraint");
        QTest::newRow("unique") << u"INSERT INTO shelf VALUES (1, 1)"_s << ErrorCode::Conflict
                                << u"shelf_pkey"_s;
        QTest::newRow("check") << u"INSERT INTO shelf VALUES (2, -1)"_s << ErrorCode::RuleBroken
                               << u"shelf_n_check"_s;
        QTest::newRow("not null") << u"INSERT INTO shelf VALUES (2, NULL)"_s << ErrorCode::InvalidInput
                                  << QString();
        QTest::newRow("referenced") << u"DELETE FROM shelf"_s << ErrorCode::InUse << u"book_shelf_fkey"_s;
        QTest::newRow("not a number") << u"SELECT 'x'::int"_s << ErrorCode::InvalidInput << QString();
        QTest::newRow("syntax") << u"SELEKT"_s << ErrorCode::Internal << QString();
    }

    void mapsRefusalsBySqlState()
    {
        QFETCH(QString, sql);
        QFETCH(ErrorCode, code);
        QFETCH(QString, constraint);
        m_db.sql(u"DROP TABLE IF EXISTS shelf, book; CREATE TABLE shelf (id int PRIMARY KEY, n int NOT NULL "
                 u"CHECK (n > 0));"
                 "CREATE TABLE book (shelf int REFERENCES shelf); INSERT INTO shelf VALUES (1, 1);"
                 "INSERT INTO book VALUES (1)"_s);
        const auto done = Query(m_db.session(), sql).exec();
        VERIFY_ERROR(done, code);
        QCOMPARE(done.error().details.value("constraint"_L1).toString(), constraint);
    }

    void mapsWhatIsNotAllowed()
    {
        m_db.sql(u"SET ROLE pg_monitor"_s);
        const auto done = Query(m_db.session(), u"SELECT * FROM pg_authid"_s).exec();
        m_db.sql(u"RESET ROLE"_s);
        VERIFY_ERROR(done, ErrorCode::Forbidden);
    }

    void takesOverWhatOurTriggersSay()
    {
        const auto done = Query(m_db.session(), uR"(DO $$ BEGIN
            RAISE EXCEPTION 'Only 2 seats are left on 1 July.' USING ERRCODE = 'SL001',
                DETAIL = '{"reason": "no_seat", "seats": 2}'; END $$)"_s)
                              .exec();
        VERIFY_ERROR(done, ErrorCode::RuleBroken);
        QCOMPARE(done.error().message, u"Only 2 seats are left on 1 July."_s);
        QCOMPARE(done.error().details.value("reason"_L1).toString(), u"no_seat"_s);
        QCOMPARE(done.error().details.value("seats"_L1).toInt(), 2);
    }

private:
    TestDatabase m_db{TestDatabase::Content::Empty};
};

QTEST_GUILESS_MAIN(QueryTest)
#include "querytest.moc"
