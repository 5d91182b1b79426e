// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartticks.h"

#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

class ChartTicksTest final : public QObject
{
    Q_OBJECT

private slots:
    void valuesReachTheLargest_data()
    {
        QTest::addColumn<double>("largest");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<double>("top");
        QTest::addColumn<double>("step");
        QTest::newRow("nothing") << 0.0 << 4 << true << 1.0 << 1.0;
        QTest::newRow("one seat") << 1.0 << 4 << true << 1.0 << 1.0;
        QTest::newRow("three seats") << 3.0 << 5 << true << 3.0 << 1.0;
        QTest::newRow("percents") << 100.0 << 4 << false << 100.0 << 20.0;
        QTest::newRow("exactly") << 100.0 << 5 << false << 100.0 << 20.0;
        QTest::newRow("just above") << 1'003.0 << 2 << false << 1'500.0 << 500.0;
        QTest::newRow("a million") << 1'200'000.0 << 4 << true << 1'500'000.0 << 500'000.0;
        QTest::newRow("no money") << 0.0 << 4 << false << 1.0 << 0.2;
        QTest::newRow("small money") << 0.34 << 4 << false << 0.4 << 0.1;
    }

    void valuesReachTheLargest()
    {
        QFETCH(double, largest);
        QFETCH(int, wanted);
        QFETCH(bool, whole);
        QFETCH(double, top);
        QFETCH(double, step);
        const ValueScale scale = valueScale(largest, wanted, whole);
        QVERIFY2(qAbs(scale.top - top) < 1e-9, qPrintable(QString::number(scale.top)));
        QVERIFY2(qAbs(scale.step - step) < 1e-9, qPrintable(QString::number(scale.step)));
    }

    void daysAreMarkedByWhatFits()
    {
        const QLocale english(QLocale::English);
        QCOMPARE(dayTicks({2026, 3, 1}, {2026, 3, 3}, 8, english),
                 (std::vector<DayTick>{{{2026, 3, 1}, u"2026-03-01"_s},
                                       {{2026, 3, 2}, u"2026-03-02"_s},
                                       {{2026, 3, 3}, u"2026-03-03"_s}}));
        const auto months = dayTicks({2025, 11, 15}, {2026, 2, 20}, 5, english);
        QCOMPARE(months,
                 (std::vector<DayTick>{
                     {{2025, 12, 1}, u"2025-12"_s}, {{2026, 1, 1}, u"2026-01"_s}, {{2026, 2, 1}, u"Feb"_s}}));
        const auto years = dayTicks({2020, 5, 1}, {2030, 1, 1}, 10, english);
        QCOMPARE(years.front(), (DayTick{{2021, 1, 1}, u"2021"_s}));
        QCOMPARE(years.size(), 10U);
    }

    void neverMoreMarksThanThereIsRoomFor()
    {
        for (const int days : {0, 1, 6, 30, 59, 90, 365, 800, 4'000, 40'000}) {
            for (const int room : {1, 2, 3, 7, 12}) {
                const auto ticks = dayTicks({2026, 1, 31}, QDate(2026, 1, 31).addDays(days), room);
                QVERIFY2(static_cast<int>(ticks.size()) <= room, qPrintable(u"%1 %2"_s.arg(days).arg(room)));
            }
        }
        QVERIFY(dayTicks({2026, 1, 31}, {2026, 1, 1}, 5).empty());
    }

    void numbersAreAsShortAsTheyArePlain()
    {
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        QCOMPARE(plainNumber(1'200, english), u"1,200"_s);
        QCOMPARE(plainNumber(0.5, english), u"0.50"_s);
        QCOMPARE(plainNumber(12.34, english), u"12.3"_s);
    }
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::ChartTicksTest)
#include "charttickstest.moc"
