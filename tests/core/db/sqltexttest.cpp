// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqltext.h"

#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class SqlTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void numbersNames_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("at the end") << u"SELECT :a"_s << QByteArray("SELECT $1");
        QTest::newRow("alone") << u":a"_s << QByteArray("$1");
        QTest::newRow("twice") << u":a+:b+:a"_s << QByteArray("$1+$2+$1");
        QTest::newRow("longer name") << u":ab :a"_s << QByteArray("$3 $1");
        QTest::newRow("cast") << u":a::text, x::a"_s << QByteArray("$1::text, x::a");
        QTest::newRow("assignment") << u"f(p := :a)"_s << QByteArray("f(p := $1)");
        QTest::newRow("slice") << u"x[1:2]"_s << QByteArray("x[1:2]");
        QTest::newRow("text") << u"':a'':a' :a"_s << QByteArray("':a'':a' $1");
        QTest::newRow("text with an escape") << u"E'\\':a' :a"_s << QByteArray("E'\\':a' $1");
        QTest::newRow("name in quotes") << u"\":a\" :a"_s << QByteArray("\":a\" $1");
        QTest::newRow("line comment") << u"-- :a '\n:a"_s << QByteArray("-- :a '\n$1");
        QTest::newRow("nested comment") << u"/* /* :a */ ' :a */:a"_s << QByteArray("/* /* :a */ ' :a */$1");
        QTest::newRow("dollar quotes") << u"$$:a$$ $x$:a $$ $x$ :a"_s << QByteArray("$$:a$$ $x$:a $$ $x$ $1");
        QTest::newRow("open text") << u":a 'no end :b"_s << QByteArray("$1 'no end :b");
        QTest::newRow("open comment") << u":a /* no end :b"_s << QByteArray("$1 /* no end :b");
        QTest::newRow("open dollars") << u":a $$ no end :b"_s << QByteArray("$1 $$ no end :b");
        QTest::newRow("division and minus") << u":a / :b - :b"_s << QByteArray("$1 / $2 - $2");
        QTest::newRow("nothing") << QString() << QByteArray();
    }

    void numbersNames()
    {
        QFETCH(QString, sql);
        QFETCH(QByteArray, expected);
        SqlText text(sql);
        text.bind("a", 1);
        text.bind("b", 2);
        text.bind("ab", 3);
        const auto numbered = text.numbered();
        VERIFY_RESULT(numbered);
        QCOMPARE(numbered->sql, expected);
        QCOMPARE(numbered->values.size(), 3);
    }

    void aLaterValueReplacesAnEarlierOne()
    {
        SqlText text(u":a"_s);
        text.bind("a", 1);
        text.bind("a", 2);
        const auto numbered = text.numbered();
        VERIFY_RESULT(numbered);
        QCOMPARE(numbered->values.first().text(), "2");
    }

    void putsLiteralsInPlace()
    {
        SqlText text(u"SELECT $2, $1, '$1', $2"_s);
        text.bind(u"it's"_s);
        text.bind(QString());
        const auto inlined = text.inlined([](const SqlValue &value) { return '<' + value.text() + '>'; });
        VERIFY_RESULT(inlined);
        QCOMPARE(*inlined, "SELECT NULL, <it's>, '$1', NULL");
    }

    void refusesWhatDoesNotFit()
    {
        SqlText missing(u":a"_s);
        VERIFY_ERROR(missing.numbered(), ErrorCode::Internal);

        SqlText beyond(u"$2"_s);
        beyond.bind(1);
        VERIFY_ERROR(beyond.inlined([](const SqlValue &value) { return value.text(); }), ErrorCode::Internal);

        SqlText namedAfterNumbered(u":a"_s);
        namedAfterNumbered.bind(1);
        namedAfterNumbered.bind("a", 1);
        VERIFY_ERROR(namedAfterNumbered.numbered(), ErrorCode::Internal);
    }
};

QTEST_GUILESS_MAIN(SqlTextTest)
#include "sqltexttest.moc"
