// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seatcalendar.h"

#include "tests/core/domain/histories.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

HoldingChanges newRow(const Period &period, qint64 count = 1)
{
    return {{.after = holding(1000, period, count)}};
}

Book withOverage(Book book, int percent)
{
    book.overage = OveragePercent::fromStored(percent);
    return book;
}

} // namespace

/// The seat rule by examples; SeatCalendarPropertyTest is about all the rest.
class SeatCalendarTest final : public QObject
{
    Q_OBJECT

private slots:
    void overageIsRoundedDown()
    {
        const Book book{.entitlements = {bought(5, days(0))}};
        QCOMPARE(book.supply().on(today()), Seats(5));
        QCOMPARE(withOverage(book, 10).supply().on(today()), Seats(5));
        QCOMPARE(withOverage(book, 20).supply().on(today()), Seats(6));
        QCOMPARE(withOverage(book, 1000).supply().on(today()), Seats(55));
    }

    /// Whatever was bought: the supply less its overage.
    void overageIsToldFromWhatWasBought()
    {
        for (const int percent : {0, 1, 5, 33, 50, 99, 100, 250, OveragePercent::maximum}) {
            for (int seats = 1; seats <= 400; ++seats) {
                const Book book = withOverage({.entitlements = {bought(seats, days(0))}}, percent);
                const qint64 supply = book.supply().on(today()).count();
                QCOMPARE(SeatSupply::overageWithin(supply, book.overage), supply - seats);
            }
        }
        QCOMPARE(SeatSupply::overageWithin(0, OveragePercent::fromStored(50)), 0);
    }

    void cancelledEntitlementsSupplyNothing()
    {
        const Book book{.entitlements = {cancelled(bought(std::nullopt, days(0))), bought(2, days(0), 2)}};
        QCOMPARE(book.supply().on(today()), Seats(2));
    }

    void oneUnlimitedEntitlementIsEnough()
    {
        const Book book{.entitlements = {bought(std::nullopt, days(0, 9)), bought(2, days(0), 2)}};
        const SeatCalendar calendar = book.calendar();
        QCOMPARE(calendar.supplyOn(day(9)), Seats::unlimited());
        QCOMPARE(calendar.supplyOn(day(10)), Seats(2));
        QCOMPARE(calendar.lapseAfter(today()), day(10));
        QCOMPARE(calendar.seatsFree(days(0)), Seats::unlimited());
        QVERIFY(!calendar.lapseAfter(day(10)));
    }

    /// Demand is below zero where seats are given back that the calendar was not told of.
    void nothingIsLackingOfUnlimitedSeats()
    {
        const Book book{.entitlements = {bought(std::nullopt, days(0))}};
        const HoldingChanges givenBack{{.before = holding(1, days(0), 2)}};
        const SeatCalendar calendar = book.calendar().with(givenBack);
        QCOMPARE(calendar.demandOn(today()), -2);
        QVERIFY(calendar.shortages(today()).empty());
    }

    void anOpenEndedAssignmentMayOutliveItsSubscription()
    {
        const Book book{.entitlements = {bought(1, days(-30, 30))}};
        const SeatCalendar calendar = book.calendar();
        QVERIFY(!calendar.refusalOf(newRow(days(0))));
        QCOMPARE(calendar.with(newRow(days(0))).shortages(today()),
                 (std::vector{SeatShortage{.firstDay = day(31), .lastDay = std::nullopt, .seats = 1}}));
    }

    void aSeatFreeLaterCanBePromisedToday()
    {
        const Book book{.entitlements = {bought(1, days(-30))}, .holdings = {holding(1, days(-5, 19))}};
        const SeatCalendar calendar = book.calendar();
        QVERIFY(calendar.refusalOf(newRow(days(19))));
        QVERIFY(!calendar.refusalOf(newRow(days(20))));
        QCOMPARE(calendar.seatsFree(days(20)), Seats(1));
        QCOMPARE(calendar.seatsFree(days(0)), Seats(0));
    }

    void whatIsRefusedNamesTheDayAndTheSeats()
    {
        const Book book{.entitlements = {bought(3, days(-30))}, .holdings = {holding(1, days(12, 15), 2)}};
        const std::optional<Refusal> refusal = book.calendar().refusalOf(newRow(days(5, 30), 3));
        QVERIFY(refusal);
        QCOMPARE(refusal->reason, RefusalReason::NoSeat);
        QCOMPARE(refusal->day, day(12));
        QCOMPARE(refusal->seatsLacking(), 2);
    }

    void withoutSupplyThereIsNothingToAssign()
    {
        const Book book{.entitlements = {bought(3, days(10))}};
        const std::optional<Refusal> refusal = book.calendar().refusalOf(newRow(days(0)));
        QVERIFY(refusal);
        QCOMPARE(refusal->reason, RefusalReason::OutsideSupply);
        QCOMPARE(refusal->day, today());
    }

    void aShortageDoesNotStandInTheWayOfWhatDoesNotGrow()
    {
        const Book book{.entitlements = {bought(1, days(-30))}, .holdings = {holding(1, days(-5), 3)}};
        const SeatCalendar calendar = book.calendar();
        Holding smaller = book.holdings[0];
        smaller.quantity = seats(2);
        QVERIFY(!calendar.refusalOf(HoldingChanges{{.before = book.holdings[0], .after = smaller}}));
        QVERIFY(calendar.refusalOf(HoldingChanges{{.before = smaller, .after = book.holdings[0]}}));
    }

    void passedDaysDoNotCount()
    {
        const Book book{.entitlements = {bought(1, days(-2))}, .holdings = {holding(1, days(-30, -1))}};
        QVERIFY(!book.calendar().refusalOf(newRow(days(-20))));
        QVERIFY(book.calendar().window(days(-9, -1)).isEmpty());
        QCOMPARE(book.calendar().seatsFree(days(-9, -1)), Seats(0));
    }

    void aCutBelowWhatIsPromisedIsRefused()
    {
        const Book book{.entitlements = {bought(5, days(-30))},
                        .holdings = {holding(1, days(-5), 2), holding(2, days(8, 9), 2)}};
        const SeatCalendar calendar = book.calendar();
        QVERIFY(!calendar.refusalOf(Book{.entitlements = {bought(4, days(-30))}}.supply()));
        const std::optional<Refusal> refusal = calendar.refusalOf(
            Book{.entitlements = {bought(3, days(-30))}}.supply());
        QVERIFY(refusal);
        QCOMPARE(refusal->reason, RefusalReason::BelowPromised);
        QCOMPARE(refusal->day, day(8));
        QCOMPARE(refusal->seatsLacking(), 1);
    }

    void aCutDuringAShortageIsRefusedEvenIfTheShortageWasThere()
    {
        const Book book{.entitlements = {bought(2, days(-30))}, .holdings = {holding(1, days(-5), 3)}};
        QVERIFY(book.calendar().refusalOf(Book{.entitlements = {bought(1, days(-30))}}.supply()));
        QVERIFY(!book.calendar().refusalOf(Book{.entitlements = {bought(2, days(-30))}}.supply()));
    }

    void demandMayComeAddedUp()
    {
        const Book book{.entitlements = {bought(2, days(-30))}, .holdings = {holding(1, days(-5), 3)}};
        const SeatCalendar added(today(), book.calendar().demand(), book.supply());
        QCOMPARE(added.demandOn(today()), 3);
        QCOMPARE(added.shortages(today()), book.calendar().shortages(today()));
        QCOMPARE(added.today(), today());
    }
};

QTEST_GUILESS_MAIN(SeatCalendarTest)
#include "seatcalendartest.moc"
