// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/monthlycost.h"

#include "tests/core/domain/bookvalues.h"
#include "tests/support/verify.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

using Entitlements = std::vector<Entitlement>;

Money euro(qint64 minor)
{
    return {minor, *Currency::create(u"EUR")};
}

std::vector<Money> costOf(const Entitlements &entitlements, qint64 count, QDate on = today())
{
    MoneySum sum;
    if (!addMonthlyCost(sum, entitlements, on, count))
        return {};
    return sum.amounts();
}

Period yearFromToday()
{
    return *Period::create(today(), today().addYears(1).addDays(-1));
}

} // namespace

class MonthlyCostTest final : public QObject
{
    Q_OBJECT

private slots:
    void spreadsThePriceOverItsMonths_data()
    {
        QTest::addColumn<BillingCycle>("billing");
        QTest::addColumn<int>("months");
        QTest::newRow("monthly") << BillingCycle::Monthly << 1;
        QTest::newRow("quarterly") << BillingCycle::Quarterly << 3;
        QTest::newRow("yearly") << BillingCycle::Yearly << 12;
        QTest::newRow("once for a year") << BillingCycle::Once << 12;
    }

    void spreadsThePriceOverItsMonths()
    {
        QFETCH(BillingCycle, billing);
        QFETCH(int, months);
        const auto monthly = monthlyPrice(priced(bought(10, yearFromToday()), 12'000, billing));
        QVERIFY(monthly);
        QCOMPARE(monthly->price, euro(12'000));
        QCOMPARE(monthly->months, months);
    }

    void someHaveNoMonthlyPrice()
    {
        QVERIFY(!monthlyPrice(bought(10, yearFromToday())));
        QVERIFY(!monthlyPrice(priced(bought(10, days(0)), 12'000, BillingCycle::Once)));
    }

    void seatsCostTheirShare()
    {
        const Entitlements year{priced(bought(10, yearFromToday()), 12'000, BillingCycle::Yearly)};
        QCOMPARE(costOf(year, 3), std::vector{euro(300)});
        QCOMPARE(costOf(year, -3), std::vector{euro(-300)});
        QCOMPARE(costOf(year, 0), std::vector<Money>());
        QCOMPARE(costOf(year, 3, today().addDays(-1)), std::vector<Money>());
    }

    void allBoughtSeatsCostTheSame()
    {
        const Entitlements mixed{priced(bought(10, days(0)), 1000), bought(10, days(0), 2),
                                 priced(bought(20, days(0), 3), 500, BillingCycle::Monthly, u"USD"),
                                 cancelled(priced(bought(40, days(0), 4), 9999))};
        QCOMPARE(costOf(mixed, 4), (std::vector{euro(100), Money(50, *Currency::create(u"USD"))}));
    }

    void overageCostsNothingMore()
    {
        QCOMPARE(costOf({priced(bought(10, days(0)), 1000)}, 15), std::vector{euro(1000)});
    }

    void moreSeatsThanWereBoughtShareThePrice()
    {
        const Entitlements year{priced(bought(10, yearFromToday()), 12'000, BillingCycle::Yearly)};
        const auto shareOf = [&](qint64 count, qint64 heldInAll) {
            MoneySum sum;
            return addMonthlyCost(sum, year, today(), count, heldInAll) ? sum.amounts()
                                                                        : std::vector<Money>();
        };
        QCOMPARE(shareOf(5, 20), std::vector{euro(250)});
        QCOMPARE(shareOf(20, 20), std::vector{euro(1000)});
        QCOMPARE(shareOf(5, 8), std::vector{euro(500)}); // what nobody holds is nobody's cost
    }

    void unlimitedSeatsCostNothingMore()
    {
        const Entitlements site{priced(bought(std::nullopt, days(0)), 100'000),
                                priced(bought(5, days(0), 2), 10)};
        QCOMPARE(costOf(site, 3), std::vector<Money>());
    }

    void aSumTooLargeIsAnError()
    {
        MoneySum sum;
        VERIFY_RESULT(sum.add(euro(std::numeric_limits<qint64>::max())));
        const Entitlements one{priced(bought(1, days(0)), 1)};
        VERIFY_ERROR(addMonthlyCost(sum, one, today(), 1), ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(MonthlyCostTest)
#include "monthlycosttest.moc"
