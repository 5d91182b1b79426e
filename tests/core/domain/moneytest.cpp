// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"

#include "core/domain/moneysum.h"
#include "tests/core/domain/property.h"
#include "tests/support/verify.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

Money euro(qint64 minor)
{
    return {minor, *Currency::create(u"EUR")};
}

Money yen(qint64 minor)
{
    return {minor, *Currency::create(u"JPY")};
}

} // namespace

class MoneyTest final : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("whole") << u"12"_s << u"EUR"_s << qint64(1200);
        QTest::newRow("decimals") << u" 1234.5 "_s << u"EUR"_s << qint64(123'450);
        QTest::newRow("negative") << u"-0.05"_s << u"EUR"_s << qint64(-5);
        QTest::newRow("plus") << u"+3.00"_s << u"EUR"_s << qint64(300);
        QTest::newRow("no decimals") << u"500"_s << u"JPY"_s << qint64(500);
        QTest::newRow("three decimals") << u"1.234"_s << u"KWD"_s << qint64(1234);
        QTest::newRow("most") << u"92233720368547758.07"_s << u"EUR"_s << most;
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, currency);
        QFETCH(qint64, minor);
        const Result<Money> money = Money::parse(text, *Currency::create(currency));
        VERIFY_RESULT(money);
        QCOMPARE(money->minor(), minor);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << u"twelve"_s;
        QTest::newRow("too many decimals") << u"1.234"_s;
        QTest::newRow("comma") << u"1,5"_s;
        QTest::newRow("grouping") << u"1,234.50"_s;
        QTest::newRow("no digits before the point") << u".5"_s;
        QTest::newRow("no digits after it") << u"5."_s;
        QTest::newRow("other digits") << u"１２"_s;
        QTest::newRow("sign only") << u"-"_s;
        QTest::newRow("too large") << u"92233720368547758.08"_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        VERIFY_ERROR(Money::parse(text, *Currency::create(u"EUR")), ErrorCode::InvalidInput);
    }

    void doesNotMixCurrencies()
    {
        VERIFY_ERROR(euro(1).plus(yen(1)), ErrorCode::InvalidInput);
        VERIFY_ERROR(euro(1).minus(yen(1)), ErrorCode::InvalidInput);
        QVERIFY(!(euro(1) == yen(1)));
    }

    void doesNotWrap()
    {
        VERIFY_ERROR(euro(most).plus(euro(1)), ErrorCode::InvalidInput);
        VERIFY_ERROR(euro(least).minus(euro(1)), ErrorCode::InvalidInput);
        VERIFY_ERROR(euro(most).times(2), ErrorCode::InvalidInput);
        VERIFY_ERROR(euro(most).share(2, 1), ErrorCode::InvalidInput);
        QCOMPARE(*euro(most).share(most, most), euro(most));
    }

    void computes()
    {
        QCOMPARE(*euro(5).plus(euro(-7)), euro(-2));
        QCOMPARE(*euro(5).minus(euro(7)), euro(-2));
        QCOMPARE(*euro(5).times(3), euro(15));
        QVERIFY(euro(-1).isNegative());
        QVERIFY(euro(0).isZero());
    }

    void sharesWithHalvesAwayFromZero()
    {
        QCOMPARE(*euro(1000).share(1, 3), euro(333));
        QCOMPARE(*euro(5).share(1, 2), euro(3));
        QCOMPARE(*euro(-5).share(1, 2), euro(-3));
        QCOMPARE(*euro(5).share(-1, 2), euro(-3));
        QCOMPARE(*euro(7).share(1, 3), euro(2));
    }

    void writesForMachines()
    {
        QCOMPARE(euro(123'450).toText(), u"1234.50"_s);
        QCOMPARE(euro(-5).toText(), u"-0.05"_s);
        QCOMPARE(yen(500).toText(), u"500"_s);
        QCOMPARE(euro(least).toText(), u"-92233720368547758.08"_s);
    }

    void writesForPeople()
    {
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(euro(123'450).displayText(english), u"1,234.50 EUR"_s);
        QCOMPARE(euro(123'450).displayText(german), u"1.234,50 EUR"_s);
        QCOMPARE(euro(-5).displayText(english), u"-0.05 EUR"_s);
        QCOMPARE(euro(-123'405).displayText(english), u"-1,234.05 EUR"_s);
        QCOMPARE(yen(50'000).displayText(english), u"50,000 JPY"_s);
    }

    void readsWhatItWrites()
    {
        VERIFY_PROPERTY("parse and toText", [](qint64 minor) {
            const std::vector<Currency> all = Currency::all();
            const Money money(minor, all[*rc::gen::inRange<size_t>(0, all.size())]);
            RC_ASSERT(*Money::parse(money.toText(), money.currency()) == money);
        });
    }

    void sumsEachCurrencyForItself()
    {
        MoneySum sum;
        VERIFY_RESULT(sum.add(yen(5)));
        VERIFY_RESULT(sum.add(euro(3)));
        VERIFY_RESULT(sum.add(yen(7)));
        QCOMPARE(sum.amounts(), (std::vector{euro(3), yen(12)}));
        VERIFY_RESULT(sum.add(euro(-3)));
        QCOMPARE(sum.amounts(), std::vector{yen(12)});
    }

    void aSumTooLargeAddsNothing()
    {
        MoneySum sum;
        VERIFY_RESULT(sum.add(euro(most)));
        VERIFY_ERROR(sum.add(euro(1)), ErrorCode::InvalidInput);
        QCOMPARE(sum.amounts(), std::vector{euro(most)});
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "moneytest.moc"
