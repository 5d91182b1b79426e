// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seatcalendar.h"
#include "tests/core/domain/histories.h"
#include "tests/core/domain/property.h"

#include <QTest>

using namespace seatledger;
using namespace seatledger::testing;

namespace {

template <typename Check>
void onEveryDay(Check check)
{
    for (QDate day = byday::firstDay(); day <= byday::lastDay(); day = day.addDays(1))
        check(day);
}

qint64 lackingByDay(const Book &book, QDate day)
{
    const qint64 demand = byday::demand(book.holdings, day);
    const Seats supply = byday::supply(book.entitlements, book.overage, day);
    return Seats(demand) > supply ? demand - supply.count() : 0;
}

/// What an assignment with these days could get, counted on each of them.
Seats freeByDay(const Book &book, const Period &period)
{
    Seats fewest = Seats::unlimited();
    bool answersAtAll = false;
    onEveryDay([&](QDate day) {
        if (!byday::answersFor(book, period, day))
            return;
        answersAtAll = true;
        const Seats supply = byday::supply(book.entitlements, book.overage, day);
        if (!supply.isUnlimited())
            fewest = std::min(fewest,
                              Seats(std::max<qint64>(0, supply.count() - byday::demand(book.holdings, day))));
    });
    return answersAtAll ? fewest : Seats();
}

qint64 lackingIn(const std::vector<SeatShortage> &shortages, QDate day)
{
    qint64 seats = 0;
    for (const SeatShortage &shortage : shortages) {
        if (day >= shortage.firstDay && (!shortage.lastDay || day <= *shortage.lastDay))
            seats += shortage.seats;
    }
    return seats;
}

} // namespace

/// The calendar against the rule counted day by day, over random books.
class SeatCalendarPropertyTest final : public QObject
{
    Q_OBJECT

private slots:
    void demandAndSupplyAreCountedByDay()
    {
        VERIFY_PROPERTY("demand, supply and lapses", [] {
            const Book book = *books();
            const SeatCalendar calendar = book.calendar();
            onEveryDay([&](QDate day) {
                RC_ASSERT(calendar.demandOn(day) == byday::demand(book.holdings, day));
                RC_ASSERT(calendar.supplyOn(day) == byday::supply(book.entitlements, book.overage, day));
                RC_ASSERT((calendar.lapseAfter(day.addDays(-1)) == day) == byday::lapses(book, day));
            });
        });
    }

    void windowsAreThoseOfTheRule()
    {
        VERIFY_PROPERTY("windows", [] {
            const Book book = *books();
            const Period period = *periods();
            const DayRange window = book.calendar().window(period);
            onEveryDay([&](QDate day) {
                RC_ASSERT(window.contains(day.toJulianDay()) == byday::answersFor(book, period, day));
            });
        });
    }

    void shortagesAreCountedByDay()
    {
        VERIFY_PROPERTY("shortages", [] {
            const Book book = *books();
            const QDate from = day(*rc::gen::inRange(-10, 30));
            const std::vector<SeatShortage> shortages = book.calendar().shortages(from);
            onEveryDay([&](QDate day) {
                RC_ASSERT(lackingIn(shortages, day) == (day < from ? 0 : lackingByDay(book, day)));
            });
        });
    }

    void freeSeatsAreCountedByDay()
    {
        VERIFY_PROPERTY("free seats", [] {
            const Book book = *books();
            const Period period = *periods();
            RC_ASSERT(book.calendar().seatsFree(period) == freeByDay(book, period));
        });
    }

    void freeSeatsAreExactlyWhatIsGranted()
    {
        VERIFY_PROPERTY("as many as are free are granted, one more is not", [] {
            const Book book = *books();
            const Period period = *periods();
            const SeatCalendar calendar = book.calendar();
            const Seats free = calendar.seatsFree(period);
            RC_PRE(!calendar.window(period).isEmpty() && !free.isUnlimited());
            const auto refusalOf = [&](qint64 count) {
                return calendar.refusalOf(HoldingChanges{{.after = holding(1000, period, count)}});
            };
            RC_ASSERT(free == Seats(0) || !refusalOf(free.count()));
            RC_ASSERT(refusalOf(free.count() + 1).has_value());
        });
    }

    void operationsAreRefusedByTheRule()
    {
        VERIFY_PROPERTY("refused operations", [] {
            const Book book = *books();
            const HoldingChanges changes = *changesOf(book);
            const std::optional<QDate> broken = byday::firstBrokenDay(book, changes);
            const std::optional<Refusal> refusal = book.calendar().refusalOf(changes);
            RC_CLASSIFY(broken.has_value(), "refused");
            RC_ASSERT(refusal.has_value() == broken.has_value());
            if (!broken)
                return;
            RC_ASSERT(refusal->day == broken);
            RC_ASSERT(refusal->demand == byday::demand(byday::after(book.holdings, changes), *broken));
            RC_ASSERT(Seats(*refusal->capacity) == byday::supply(book.entitlements, book.overage, *broken));
            RC_ASSERT((refusal->reason == RefusalReason::OutsideSupply) == (refusal->capacity == 0));
        });
    }

    void cutsAreRefusedByTheRule()
    {
        VERIFY_PROPERTY("refused cuts", [] {
            const Book book = *books();
            const Book cut = *booksWithOtherSupply(book);
            const std::optional<QDate> broken = byday::firstCutDay(book, cut);
            const std::optional<Refusal> refusal = book.calendar().refusalOf(cut.supply());
            RC_CLASSIFY(broken.has_value(), "refused");
            RC_ASSERT(refusal.has_value() == broken.has_value());
            if (!broken)
                return;
            RC_ASSERT(refusal->reason == RefusalReason::BelowPromised);
            RC_ASSERT(refusal->day == broken);
            RC_ASSERT(refusal->seatsLacking() == lackingByDay(cut, *broken));
        });
    }

    void theCalendarAfterwardsIsThatOfTheRowsAfterwards()
    {
        VERIFY_PROPERTY("calendar after changes", [] {
            const Book book = *books();
            const HoldingChanges changes = *changesOf(book);
            const Book changed{book.entitlements, book.overage, byday::after(book.holdings, changes)};
            RC_ASSERT(book.calendar().with(changes).demand() == changed.calendar().demand());
        });
    }
};

QTEST_GUILESS_MAIN(SeatCalendarPropertyTest)
#include "seatcalendarpropertytest.moc"
