// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/supplyplan.h"

#include "tests/core/domain/bookvalues.h"

#include <QTest>

using namespace seatledger;
using namespace seatledger::testing;

/// What a change of supply would do: seats, shortages, cost, and when it is refused.
class SupplyPlanTest final : public QObject
{
    Q_OBJECT

private slots:
    void aRenewalEndsTheShortageToCome()
    {
        // 5 seats until day 30, 3 held open-endedly
        const std::vector<Entitlement> before{priced(bought(5, days(-30, 30)), 5000)};
        const Entitlement renewal = priced(bought(8, days(31, 90)), 12000);
        const SupplyPlan plan = planOf(before, 3, {.by = renewal});
        QVERIFY(plan.isApplicable());
        QCOMPARE(plan.day, day(31));
        QCOMPARE(plan.before, Seats(0));
        QCOMPARE(plan.after, Seats(8));
        QCOMPARE(plan.seatsFree, Seats(5));
        QCOMPARE(plan.shortagesNow.front().firstDay, day(31));
        QCOMPARE(plan.shortages.front().firstDay, day(91));
        QCOMPARE(plan.monthlyCost, std::vector<Money>{euros(12000)});
    }

    void aCutBelowWhatIsPromisedIsRefused()
    {
        const std::vector<Entitlement> before{bought(5, days(0))};
        const SupplyPlan plan = planOf(before, 3, {.replaced = before[0].id, .by = bought(2, days(0))});
        QVERIFY(!plan.isApplicable());
        QCOMPARE(plan.refusal->reason, RefusalReason::BelowPromised);
        QCOMPARE(plan.refusal->day, std::optional(today()));
        QCOMPARE(plan.refusal->seatsLacking(), 1);
    }

    void aCutThatLeavesEnoughSavesMoney()
    {
        const std::vector<Entitlement> before{priced(bought(5, days(-9)), 5000)};
        const SupplyPlan plan = planOf(before, 3,
                                       {.replaced = before[0].id, .by = priced(bought(3, days(-9)), 3000)});
        QVERIFY(plan.isApplicable());
        QCOMPARE(plan.day, today());
        QCOMPARE(plan.seatsFree, Seats(0));
        QCOMPARE(plan.monthlyCost, std::vector<Money>{euros(-2000)});
    }

    void cancellingTakesAllItsSeats()
    {
        const std::vector<Entitlement> before{bought(5, days(0), 1), bought(4, days(0), 2)};
        QCOMPARE(planOf(before, 3, {.replaced = before[0].id}).after, Seats(4));
        QVERIFY(!planOf(before, 5, {.replaced = before[0].id}).isApplicable());
    }

    void nothingElseThanANoteChangesNothing()
    {
        const std::vector<Entitlement> before{bought(std::nullopt, days(-9))};
        const SupplyPlan plan = planOf(before, 3, {.replaced = before[0].id, .by = before[0]});
        QVERIFY(plan.isApplicable());
        QCOMPARE(plan.day, today());
        QCOMPARE(plan.before, plan.after);
        QVERIFY(plan.seatsFree.isUnlimited());
        QVERIFY(plan.monthlyCost.empty());
    }

private:
    static Money euros(qint64 minor) { return {minor, *Currency::create(u"EUR")}; }

    static SupplyPlan planOf(const std::vector<Entitlement> &before, qint64 held, const SupplyChange &change)
    {
        const auto noOverage = OveragePercent::fromStored(0);
        const std::vector<Holding> holdings{holding(1, days(-5), held)};
        const SeatCalendar calendar(today(), holdings, SeatSupply(before, noOverage));
        return planSupply(calendar, noOverage, before, change);
    }
};

QTEST_GUILESS_MAIN(SupplyPlanTest)
#include "supplyplantest.moc"
