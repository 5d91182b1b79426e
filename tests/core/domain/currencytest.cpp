// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/currency.h"

#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace seatledger;

class CurrencyTest final : public QObject
{
    Q_OBJECT

private slots:
    void knowsDecimals()
    {
        QCOMPARE(Currency::create(u"EUR")->decimals(), 2);
        QCOMPARE(Currency::create(u"EUR")->minorPerMajor(), 100);
        QCOMPARE(Currency::create(u"JPY")->decimals(), 0);
        QCOMPARE(Currency::create(u"JPY")->minorPerMajor(), 1);
        QCOMPARE(Currency::create(u"KWD")->minorPerMajor(), 1000);
    }

    void takesLowerCaseAndBlanks() { QCOMPARE(Currency::create(u" usd ")->code(), u"USD"_s); }

    void refuses_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QString();
        QTest::newRow("unknown") << u"XYZ"_s;
        QTest::newRow("too short") << u"EU"_s;
        QTest::newRow("too long") << u"EURO"_s;
        QTest::newRow("across two codes") << u"D A"_s;
        QTest::newRow("sign") << u"€"_s;
    }

    void refuses()
    {
        QFETCH(QString, code);
        VERIFY_ERROR(Currency::create(code), ErrorCode::InvalidInput);
    }

    void listsAllInOrder()
    {
        const std::vector<Currency> all = Currency::all();
        QVERIFY(all.size() > 150);
        QVERIFY(std::ranges::is_sorted(all));
        QVERIFY(std::ranges::adjacent_find(all) == all.end());
        for (const Currency &currency : all)
            QVERIFY(*Currency::create(currency.code()) == currency);
    }

    void whatIsStoredIsTakenEvenIfUnknown()
    {
        const Currency old = Currency::fromStored(u"DEM");
        QCOMPARE(old.code(), u"DEM"_s);
        QCOMPARE(old.decimals(), 2);
        QCOMPARE(Currency::fromStored(u"JPY"), *Currency::create(u"JPY"));
    }
};

QTEST_GUILESS_MAIN(CurrencyTest)
#include "currencytest.moc"
