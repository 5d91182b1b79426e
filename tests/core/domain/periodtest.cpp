// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/period.h"

#include "core/domain/seats.h"
#include "tests/core/domain/histories.h"
#include "tests/core/domain/property.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

class PeriodTest final : public QObject
{
    Q_OBJECT

private slots:
    void includesBothEnds()
    {
        const Result<Period> period = Period::create({2026, 1, 1}, QDate(2026, 1, 31));
        VERIFY_RESULT(period);
        QVERIFY(!period->contains({2025, 12, 31}));
        QVERIFY(period->contains({2026, 1, 1}));
        QVERIFY(period->contains({2026, 1, 31}));
        QVERIFY(!period->contains({2026, 2, 1}));
        QCOMPARE(period->endDay(), QDate(2026, 2, 1));
        QCOMPARE(period->dayCount(), 31);
    }

    void mayBeOpenEnded()
    {
        const Period period = *Period::create({2026, 1, 1});
        QVERIFY(period.isOpenEnded());
        QVERIFY(period.contains({2199, 12, 31}));
        QVERIFY(!period.lastDay());
        QVERIFY(!period.endDay());
        QVERIFY(!period.dayCount());
        QVERIFY(!period.monthCount());
    }

    void namesTheFieldItRefuses_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<QString>("field");
        QTest::newRow("no first day") << QDate() << QDate(2026, 1, 1) << u"first_day"_s;
        QTest::newRow("too early") << QDate(1969, 12, 31) << QDate(2026, 1, 1) << u"first_day"_s;
        QTest::newRow("no last day") << QDate(2026, 1, 1) << QDate() << u"last_day"_s;
        QTest::newRow("too late") << QDate(2026, 1, 1) << QDate(2200, 1, 1) << u"last_day"_s;
        QTest::newRow("turned round") << QDate(2026, 1, 2) << QDate(2026, 1, 1) << u"last_day"_s;
    }

    void namesTheFieldItRefuses()
    {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(QString, field);
        const Result<Period> period = Period::create(first, last);
        VERIFY_ERROR(period, ErrorCode::InvalidInput);
        QCOMPARE(period.error().details.value("field"_L1).toString(), field);
    }

    void isWhatTheDatabaseHolds()
    {
        QCOMPARE(Period::fromStored({2026, 1, 1}, QDate(2026, 2, 1)),
                 *Period::create({2026, 1, 1}, QDate(2026, 1, 31)));
        QCOMPARE(Period::fromStored({2026, 1, 1}, std::nullopt), *Period::create({2026, 1, 1}));
    }

    void countsMonthsBegun_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<int>("months");
        QTest::newRow("a year") << QDate(2026, 1, 1) << QDate(2026, 12, 31) << 12;
        QTest::newRow("a year from the middle") << QDate(2026, 7, 15) << QDate(2027, 7, 14) << 12;
        QTest::newRow("a day more") << QDate(2026, 7, 15) << QDate(2027, 7, 15) << 13;
        QTest::newRow("one day") << QDate(2026, 7, 15) << QDate(2026, 7, 15) << 1;
        QTest::newRow("forty days") << QDate(2026, 1, 1) << QDate(2026, 2, 9) << 2;
        QTest::newRow("over the end of a month") << QDate(2026, 1, 20) << QDate(2026, 2, 3) << 1;
    }

    void countsMonthsBegun()
    {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(int, months);
        QCOMPARE(Period::create(first, last)->monthCount(), months);
    }

    void overlapsWhereADayIsInBoth()
    {
        VERIFY_PROPERTY("overlap", [] {
            const Period left = *periods();
            const Period right = *periods();
            const std::optional<Period> both = left.intersected(right);
            bool common = false;
            for (QDate day = byday::firstDay(); day <= byday::lastDay(); day = day.addDays(1)) {
                const bool inBoth = left.contains(day) && right.contains(day);
                RC_ASSERT((both && both->contains(day)) == inBoth);
                common = common || inBoth;
            }
            RC_ASSERT(left.overlaps(right) == common);
            RC_ASSERT(both.has_value() == common);
            RC_ASSERT(right.overlaps(left) == common);
        });
    }

    void isReadable()
    {
        QCOMPARE(Period::create({2026, 1, 1}, QDate(2026, 12, 31))->displayText(),
                 u"2026-01-01 to 2026-12-31"_s);
        QCOMPARE(Period::create({2026, 1, 1})->displayText(), u"from 2026-01-01"_s);
        QCOMPARE(displayDay({2026, 3, 9}), u"2026-03-09"_s);
    }

    void seatsMayBeUnlimited()
    {
        QVERIFY(Seats::unlimited() > Seats(1'000'000'000'000));
        QVERIFY(Seats() == Seats(0));
        QCOMPARE(Seats(12).displayText(), u"12"_s);
        QCOMPARE(Seats::unlimited().displayText(), u"unlimited"_s);
    }
};

QTEST_GUILESS_MAIN(PeriodTest)
#include "periodtest.moc"
