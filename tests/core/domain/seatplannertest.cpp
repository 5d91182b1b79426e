// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seatplanner.h"

#include "tests/core/domain/histories.h"
#include "tests/core/domain/property.h"

#include <QTest>

#include <algorithm>

using namespace seatledger;
using namespace seatledger::testing;

namespace {

HoldingChanges newRow(qint64 number, const Period &period, qint64 count = 1)
{
    return {{.after = holding(number, period, count)}};
}

} // namespace

class SeatPlannerTest final : public QObject
{
    Q_OBJECT

private slots:
    void countsOnWhatWasTaken()
    {
        const Book book{.entitlements = {bought(2, days(-10, 100))}};
        SeatPlanner planner(book.calendar(), {});
        QVERIFY(!planner.take(newRow(1, days(0))));
        QVERIFY(!planner.take(newRow(2, days(0))));
        const std::optional<Refusal> refusal = planner.take(newRow(3, days(0)));
        QVERIFY(refusal);
        QCOMPARE(refusal->reason, RefusalReason::NoSeat);
        QCOMPARE(refusal->day, today());
        QCOMPARE(refusal->capacity, 2);
        QCOMPARE(refusal->demand, 3);
    }

    void leavesEverythingAsItWasWhenItRefuses()
    {
        const Book book{.entitlements = {bought(2, days(-10, 100))}};
        SeatPlanner planner(book.calendar(), {});
        QVERIFY(planner.take(newRow(1, days(0), 3)));
        QVERIFY(!planner.take(newRow(2, days(0), 2)));
    }

    void neverRunsOutOfUnlimitedSeats()
    {
        const Book book{.entitlements = {bought(std::nullopt, days(0))}};
        SeatPlanner planner(book.calendar(), {});
        QVERIFY(!planner.take(newRow(1, days(0), QuantityRule::maximum)));
        QVERIFY(!planner.take(newRow(2, days(5), QuantityRule::maximum)));
    }

    void doesNotLetALaterRowBreakAnEarlierOne()
    {
        // The second would only answer for the days until the first purchase lapses, yet its seat is also
        // taken on those days that the first row, which starts after the lapse, answers for.
        const Book book{.entitlements = {bought(5, days(0, 9)), bought(1, days(10, 100), 2)}};
        const HoldingChanges candidates{{.after = holding(1, days(20, 30))}, {.after = holding(2, days(0))}};
        SeatPlanner planner(book.calendar(), candidates);
        QVERIFY(!planner.take(std::span(candidates).first(1)));
        const std::optional<Refusal> refusal = planner.take(std::span(candidates).subspan(1));
        QVERIFY(refusal);
        QCOMPARE(refusal->day, day(20));
    }

    void takesWhatTheRuleAllowsTogether()
    {
        VERIFY_PROPERTY("one after the other, as the rule says of all taken", [] {
            const Book book = *books();
            HoldingChanges candidates = *changesOf(book);
            SeatPlanner planner(book.calendar(), candidates);
            HoldingChanges taken;
            for (const HoldingChange &candidate : candidates) {
                taken.push_back(candidate);
                const std::optional<QDate> broken = byday::firstBrokenDay(book, taken);
                const std::optional<Refusal> refusal = planner.take({&candidate, 1});
                RC_ASSERT(refusal.has_value() == broken.has_value());
                if (!broken)
                    continue;
                RC_ASSERT(refusal->day == broken);
                RC_ASSERT(refusal->demand == byday::demand(byday::after(book.holdings, taken), *broken));
                taken.pop_back();
            }
        });
    }

    void takesPairsWholeOrNotAtAll()
    {
        VERIFY_PROPERTY("pairs", [] {
            const Book book = *books();
            HoldingChanges candidates = *changesOf(book);
            candidates.push_back({.after = holding(2000, *periods(), 2)});
            SeatPlanner planner(book.calendar(), candidates);
            const std::span all(candidates);
            const std::optional<Refusal> refusal = planner.take(all.first(2));
            RC_ASSERT(refusal.has_value()
                      == byday::firstBrokenDay(book, {candidates[0], candidates[1]}).has_value());
            if (refusal)
                RC_ASSERT(planner.take(all.first(1)).has_value()
                          == byday::firstBrokenDay(book, {candidates[0]}).has_value());
        });
    }
};

QTEST_GUILESS_MAIN(SeatPlannerTest)
#include "seatplannertest.moc"
