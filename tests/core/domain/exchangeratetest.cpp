// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchangerate.h"

#include "tests/support/verify.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Money amount(qint64 minor, QStringView code)
{
    return {minor, *Currency::create(code)};
}

} // namespace

class ExchangeRateTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsNumbers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::newRow("decimals") << u"0.9213"_s << u"0.9213"_s;
        QTest::newRow("whole") << u"157"_s << u"157"_s;
        QTest::newRow("zeros around") << u" 007.500 "_s << u"7.5"_s;
        QTest::newRow("point first") << u".5"_s << u"0.5"_s;
        QTest::newRow("point last") << u"2."_s << u"2"_s;
        QTest::newRow("very small") << u"0.000000000001"_s << u"0.000000000001"_s;
        QTest::newRow("many digits") << u"123456789.012345"_s << u"123456789.012345"_s;
    }

    void readsNumbers()
    {
        QFETCH(QString, typed);
        const auto rate = Rate::create(typed);
        VERIFY_RESULT(rate);
        QTEST(rate->text(), "text");
    }

    void refusesWhatIsNoRate()
    {
        for (const QString &typed : {u""_s, u"."_s, u"0"_s, u"0.000"_s, u"-1"_s, u"1,5"_s, u"1e3"_s, u"one"_s,
                                     u"0.0000000000001"_s, u"1234567890123456"_s, u"1 000"_s})
            VERIFY_ERROR(Rate::create(typed), ErrorCode::InvalidInput);
    }

    void convertsMinorUnits_data()
    {
        QTest::addColumn<QString>("rate");
        QTest::addColumn<Money>("from");
        QTest::addColumn<Money>("to");
        QTest::newRow("cents") << u"0.92"_s << amount(1000, u"USD") << amount(920, u"EUR");
        QTest::newRow("half up") << u"0.5"_s << amount(1, u"USD") << amount(1, u"EUR");
        QTest::newRow("half down below zero") << u"0.5"_s << amount(-1, u"USD") << amount(-1, u"EUR");
        QTest::newRow("below a half") << u"0.49"_s << amount(1, u"USD") << amount(0, u"EUR");
        QTest::newRow("to fewer decimals") << u"160"_s << amount(250, u"EUR") << amount(400, u"JPY");
        QTest::newRow("from fewer decimals") << u"0.0062"_s << amount(1000, u"JPY") << amount(620, u"EUR");
        QTest::newRow("three decimals") << u"0.3"_s << amount(100, u"EUR") << amount(300, u"KWD");
        QTest::newRow("large") << u"1"_s << amount(std::numeric_limits<qint64>::max(), u"EUR")
                               << amount(std::numeric_limits<qint64>::max(), u"USD");
    }

    void convertsMinorUnits()
    {
        QFETCH(QString, rate);
        QFETCH(Money, from);
        QFETCH(Money, to);
        const auto converted = Rate::create(rate)->convert(from, to.currency());
        VERIFY_RESULT(converted);
        QCOMPARE(*converted, to);
    }

    void refusesWhatIsTooLarge()
    {
        const Money most = amount(std::numeric_limits<qint64>::max(), u"EUR");
        VERIFY_ERROR(Rate::create(u"1.1")->convert(most, amount(0, u"USD").currency()),
                     ErrorCode::InvalidInput);
    }
};

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ExchangeRateTest)
#include "exchangeratetest.moc"
