// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licenseassignmentdomainservice.h"

#include "tests/core/domain/planvalues.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

const LicenseAssignmentDomainService service{today()};

Book fiveSeats()
{
    return {.entitlements = {bought(5, days(-30, 60))}};
}

AssignmentPlan assign(const Book &book, const AssignmentRequest &request)
{
    return service.planAssign(withMembers(factsOf(book), 20), request);
}

} // namespace

/// The state machine and the plan of an assignment.
class LicenseAssignmentDomainServiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void statesFollowEachOtherAsInTheDatabase()
    {
        using enum AssignmentState;
        const QList<QPair<AssignmentState, AssignmentState>> allowed{
            {Reserved, Active},   {Reserved, Expired}, {Reserved, Revoked}, {Active, Suspended},
            {Active, Reserved},   {Active, Expired},   {Active, Revoked},   {Suspended, Active},
            {Suspended, Expired}, {Suspended, Revoked}};
        for (const auto &from : enumEntries<AssignmentState>()) {
            for (const auto &to : enumEntries<AssignmentState>()) {
                const bool expected = from.value == to.value || allowed.contains({from.value, to.value});
                QCOMPARE(LicenseAssignmentDomainService::transitionAllowed(from.value, to.value), expected);
            }
        }
    }

    void theDaysDecideTheFirstState()
    {
        QCOMPARE(service.stateFor(days(1)), AssignmentState::Reserved);
        QCOMPARE(service.stateFor(days(0)), AssignmentState::Active);
        QCOMPARE(service.stateFor(days(-9, 0)), AssignmentState::Active);
        QCOMPARE(service.stateFor(days(-9, -1)), AssignmentState::Expired);
    }

    void statesMustFitTheDays()
    {
        const Holding active = holding(1, days(-5, 20));
        QVERIFY(!service.refusalOfDays(active));
        QVERIFY(!service.refusalOfDays(suspended(active, true)));
        QVERIFY(!service.refusalOfDays(suspended(active, true, 20)));
        QVERIFY(service.refusalOfDays(suspended(active, true, 21)));
        QVERIFY(service.refusalOfDays(suspended(active, true, 0)));
        QVERIFY(service.refusalOfDays(suspended(holding(1, days(3)), false)));
        Holding early = holding(1, days(3));
        early.state = AssignmentState::Active;
        QCOMPARE(service.refusalOfDays(early)->reason, RefusalReason::StateAgainstDays);
        Holding ended = active;
        ended.state = AssignmentState::Revoked;
        QVERIFY(!service.refusalOfDays(ended));
    }

    void servesInTheOrderOfTheRequest()
    {
        const AssignmentPlan plan = assign(fiveSeats(), requestFor({9, 3, 5}, days(0), 2));
        QCOMPARE(outcomes(plan), QStringList({u"granted"_s, u"granted"_s, u"no_seat"_s}));
        QCOMPARE(plan.items[0].member(), member(9));
        QCOMPARE(plan.items[2].refusal->day, today());
        QCOMPARE(plan.items[2].refusal->seatsLacking(), 1);
        QCOMPARE(plan.seatsLeft, Seats(1));
        QVERIFY(plan.isApplicable());
    }

    void allOrNothingSaysWhoWouldBeServed()
    {
        const AssignmentPlan plan = assign(fiveSeats(),
                                           requestFor({1, 2, 3}, days(0), 2, PlanMode::AllOrNothing));
        QCOMPARE(outcomes(plan), QStringList({u"granted"_s, u"granted"_s, u"no_seat"_s}));
        QVERIFY(!plan.isApplicable());
    }

    void laterDaysAreReserved()
    {
        const AssignmentPlan plan = assign(fiveSeats(), requestFor({1}, days(5), 1));
        QCOMPARE(plan.items[0].change.after->state, AssignmentState::Reserved);
        QCOMPARE(assign(fiveSeats(), requestFor({1}, days(0))).items[0].change.after->state,
                 AssignmentState::Active);
    }

    void whoeverIsNamedTwiceHoldsItTheSecondTime()
    {
        const AssignmentPlan plan = assign(fiveSeats(), requestFor({1, 1}, days(0)));
        QCOMPARE(outcomes(plan), QStringList({u"granted"_s, u"already_holds"_s}));
        QCOMPARE(plan.items[1].refusal->period, days(0));
    }

    void holdingAtAnotherTimeIsNoObstacle()
    {
        Book book = fiveSeats();
        book.holdings = {holding(1, days(-5, 9)), suspended(holding(2, days(-5)), true)};
        Holding revoked = holding(3, days(-5));
        revoked.state = AssignmentState::Revoked;
        book.holdings.push_back(revoked);
        QCOMPARE(outcomes(assign(book, requestFor({1, 2, 3}, days(9)))),
                 QStringList({u"already_holds"_s, u"already_holds"_s, u"granted"_s}));
        QCOMPARE(outcomes(assign(book, requestFor({1}, days(10)))), QStringList{u"granted"_s});
    }

    void saysWhoCannotHoldSeats()
    {
        PlanFacts facts = factsOf(fiveSeats());
        facts.members = {{.id = member(1), .status = MemberStatus::OnLeave},
                         {.id = member(2), .status = MemberStatus::Departed},
                         {.id = member(3), .status = MemberStatus::Departed, .permitted = false}};
        QCOMPARE(outcomes(service.planAssign(facts, requestFor({1, 2, 3, 4}, days(0)))),
                 QStringList({u"granted"_s, u"member_departed"_s, u"not_permitted"_s, u"member_unknown"_s}));
    }

    void onlyActiveLicencesAreAssigned_data()
    {
        QTest::addColumn<LicenseState>("state");
        QTest::addColumn<QString>("reason");
        QTest::newRow("draft") << LicenseState::Draft << u"license_draft"_s;
        QTest::newRow("suspended") << LicenseState::Suspended << u"license_suspended"_s;
        QTest::newRow("retired") << LicenseState::Retired << u"license_retired"_s;
    }

    void onlyActiveLicencesAreAssigned()
    {
        QFETCH(LicenseState, state);
        QFETCH(QString, reason);
        const PlanFacts facts = withMembers(factsOf(fiveSeats(), state), 2);
        QCOMPARE(outcomes(service.planAssign(facts, requestFor({1, 3}, days(0)))),
                 QStringList({reason, u"member_unknown"_s}));
    }

    void daysMustNotBeOver()
    {
        const AssignmentPlan plan = assign(fiveSeats(), requestFor({1}, days(-9, -1)));
        QCOMPARE(outcomes(plan), QStringList{u"period_in_past"_s});
        QCOMPARE(plan.items[0].refusal->day, day(-1));
        QCOMPARE(plan.seatsLeft, Seats(0));
    }

    void daysMayHaveBegun()
    {
        QCOMPARE(outcomes(assign(fiveSeats(), requestFor({1}, days(-20, 3)))), QStringList{u"granted"_s});
    }

    void withoutSupplyNobodyIsServed()
    {
        const Book later{.entitlements = {bought(5, days(10))}};
        const AssignmentPlan plan = assign(later, requestFor({1}, days(0)));
        QCOMPARE(outcomes(plan), QStringList{u"outside_supply"_s});
        QCOMPARE(plan.items[0].refusal->day, today());
    }

    void unlimitedLicencesServeEverybody()
    {
        const Book unlimited{.entitlements = {bought(std::nullopt, days(-5))}};
        const AssignmentPlan plan = assign(unlimited, requestFor({1, 2, 3}, days(0), 1'000'000));
        QCOMPARE(plan.grantedCount(), 3);
        QCOMPARE(plan.seatsLeft, Seats::unlimited());
    }

    void costIsThatOfTheSeatsGranted()
    {
        const Book book{.entitlements = {priced(bought(4, days(-5)), 1000)}};
        const AssignmentPlan plan = assign(book, requestFor({1, 2, 3}, days(0), 2));
        QCOMPARE(plan.grantedCount(), 2);
        QCOMPARE(plan.monthlyCost, std::vector{Money(1000, *Currency::create(u"EUR"))});
        QCOMPARE(assign(fiveSeats(), requestFor({1}, days(0))).monthlyCost, std::vector<Money>());
    }

    void anEmptyRequestPlansNothing()
    {
        const AssignmentPlan plan = assign(fiveSeats(), requestFor({}, days(0)));
        QVERIFY(plan.items.empty());
        QVERIFY(!plan.isApplicable());
        QCOMPARE(plan.seatsLeft, Seats(5));
    }
};

QTEST_GUILESS_MAIN(LicenseAssignmentDomainServiceTest)
#include "licenseassignmentdomainservicetest.moc"
