// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licenseassignmentdomainservice.h"
#include "tests/core/domain/planvalues.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

const LicenseAssignmentDomainService service{today()};

/// Two seats for good; the first two members hold them, the third's suspension released its seat.
Book twoSeatsAndThreeHolders()
{
    return {.entitlements = {priced(bought(2, days(-30)), 1000)},
            .holdings = {holding(1, days(-10)), holding(2, days(-10, 29)),
                         suspended(holding(3, days(-10, 40)), true)}};
}

Holding revoked(Holding holding)
{
    holding.state = AssignmentState::Revoked;
    return holding;
}

AssignmentPlan resume(const Book &book, const std::vector<Holding> &holdings,
                      PlanMode mode = PlanMode::Partial)
{
    return service.planResume(factsOf(book), holdings, mode);
}

AssignmentPlan suspend(const Book &book, const std::vector<Holding> &holdings, const SuspensionTerms &terms)
{
    return service.planSuspend(factsOf(book), holdings, terms, PlanMode::Partial);
}

AssignmentPlan transfer(const Book &book, const std::vector<Transfer> &transfers)
{
    return service.planTransfer(withMembers(factsOf(book), 9), transfers, PlanMode::Partial);
}

AssignmentPlan changePeriods(const Book &book, const std::vector<PeriodChange> &changes,
                             PlanMode mode = PlanMode::Partial)
{
    return service.planPeriods(factsOf(book), changes, mode);
}

AssignmentPlan changeQuantities(const Book &book, const std::vector<QuantityChange> &changes,
                                PlanMode mode = PlanMode::Partial)
{
    return service.planQuantities(factsOf(book), changes, mode);
}

Assignment assignmentOf(const Holding &holding, qint64 license)
{
    return {.id = *holding.id,
            .license = id<LicenseId>(license),
            .member = member(1),
            .quantity = holding.quantity,
            .period = holding.period,
            .state = holding.state,
            .seatReleased = holding.seatReleased,
            .suspendedUntil = holding.suspendedUntil,
            .operation = id<OperationId>(1)};
}

} // namespace

/// Plans for assignments that are in the book already.
class AssignmentChangesTest final : public QObject
{
    Q_OBJECT

private slots:
    void revokingReturnsTheSeatsAndTheirCost()
    {
        const Book book = twoSeatsAndThreeHolders();
        const AssignmentPlan plan = service.planRevoke(factsOf(book), book.holdings, PlanMode::AllOrNothing);
        QCOMPARE(plan.grantedCount(), 3);
        QCOMPARE(plan.seatsLeft, Seats(2));
        QCOMPARE(plan.monthlyCost, std::vector{Money(-1000, *Currency::create(u"EUR"))});
        QCOMPARE(plan.items[2].change.after->state, AssignmentState::Revoked);
        QVERIFY(!plan.items[2].change.after->seatReleased);
    }

    void whatHasEndedStaysAsItWas()
    {
        const Book book = twoSeatsAndThreeHolders();
        const std::vector ended{revoked(book.holdings[0])};
        const QStringList refusedOnce{u"illegal_transition"_s};
        QCOMPARE(outcomes(service.planRevoke(factsOf(book), ended, PlanMode::Partial)), refusedOnce);
        QCOMPARE(outcomes(suspend(book, ended, {})), refusedOnce);
        QCOMPARE(outcomes(resume(book, ended)), refusedOnce);
        QCOMPARE(outcomes(transfer(book, {{ended[0], member(5)}})), refusedOnce);
        QCOMPARE(outcomes(changePeriods(book, {{ended[0], days(0)}})), refusedOnce);
        QCOMPARE(outcomes(changeQuantities(book, {{ended[0], seats(4)}})), refusedOnce);
    }

    void notPermittedGoesForHoldersToo()
    {
        const Book book = twoSeatsAndThreeHolders();
        PlanFacts facts = factsOf(book);
        facts.members = {{.id = member(1), .permitted = false}};
        QCOMPARE(outcomes(service.planRevoke(facts, book.holdings, PlanMode::Partial)),
                 QStringList({u"not_permitted"_s, u"granted"_s, u"granted"_s}));
    }

    void revokingAndSuspendingNeedNoActiveLicence()
    {
        const Book book = twoSeatsAndThreeHolders();
        const PlanFacts facts = factsOf(book, LicenseState::Suspended);
        QCOMPARE(service.planRevoke(facts, book.holdings, PlanMode::Partial).grantedCount(), 3);
        const std::span active(book.holdings.data(), 2);
        QCOMPARE(service.planSuspend(facts, active, {.releaseSeat = true}, PlanMode::Partial).grantedCount(),
                 2);
        QCOMPARE(outcomes(service.planResume(facts, std::span(book.holdings).last(1), PlanMode::Partial)),
                 QStringList{u"license_suspended"_s});
    }

    void suspendingReleasesOrKeepsTheSeat()
    {
        const Book book = twoSeatsAndThreeHolders();
        const std::vector one{book.holdings[0]};
        QCOMPARE(suspend(book, one, {.releaseSeat = false}).seatsLeft, Seats(0));
        const AssignmentPlan released = suspend(book, one, {.releaseSeat = true});
        QCOMPARE(released.seatsLeft, Seats(1));
        QCOMPARE(released.monthlyCost, std::vector{Money(-500, *Currency::create(u"EUR"))});
        QCOMPARE(suspend(book, one, {.releaseSeat = true, .until = day(9)}).monthlyCost,
                 std::vector<Money>());
    }

    void onlyActiveOnesAreSuspended()
    {
        const Book book = twoSeatsAndThreeHolders();
        QCOMPARE(outcomes(suspend(book, {holding(7, days(5))}, {})), QStringList{u"illegal_transition"_s});
        QCOMPARE(outcomes(suspend(book, {book.holdings[2]}, {.releaseSeat = true})),
                 QStringList{u"no_change"_s});
    }

    void aSuspensionEndsWithinTheDays()
    {
        const Book book = twoSeatsAndThreeHolders();
        const std::vector second{book.holdings[1]};
        QCOMPARE(outcomes(suspend(book, second, {.until = day(29)})), QStringList{u"granted"_s});
        QCOMPARE(outcomes(suspend(book, second, {.until = day(30)})), QStringList{u"state_against_days"_s});
        QCOMPARE(outcomes(suspend(book, second, {.until = day(0)})), QStringList{u"state_against_days"_s});
    }

    void keepingASeatThatWasReleasedNeedsOne()
    {
        const Book book = twoSeatsAndThreeHolders();
        QCOMPARE(outcomes(suspend(book, {book.holdings[2]}, {.releaseSeat = false})),
                 QStringList{u"no_seat"_s});
    }

    void resumingNeedsASeat()
    {
        Book book = twoSeatsAndThreeHolders();
        const std::vector third{book.holdings[2]};
        const AssignmentPlan refused = resume(book, third);
        QCOMPARE(outcomes(refused), QStringList{u"no_seat"_s});
        QCOMPARE(refused.items[0].refusal->day, today());
        book.holdings.erase(book.holdings.begin());
        QCOMPARE(outcomes(resume(book, third)), QStringList{u"granted"_s});
        QCOMPARE(outcomes(resume(book, {book.holdings[0]})), QStringList{u"no_change"_s});
        QCOMPARE(outcomes(resume(book, {holding(8, days(3))})), QStringList{u"illegal_transition"_s});
    }

    void aTransferGivesTheRestOfTheDaysToAnother()
    {
        const Book book = twoSeatsAndThreeHolders();
        const AssignmentPlan plan = transfer(book, {{book.holdings[1], member(5)}});
        QCOMPARE(outcomes(plan), QStringList{u"granted"_s});
        QCOMPARE(plan.items[0].member(), member(5));
        const Holding expected{.member = member(5),
                               .quantity = seats(1),
                               .period = days(0, 29),
                               .state = AssignmentState::Active};
        QCOMPARE(*plan.items[0].change.after, expected);
        QCOMPARE(plan.seatsLeft, Seats(0));
        QCOMPARE(plan.monthlyCost, std::vector<Money>());
    }

    void aReservationIsTransferredWithItsDays()
    {
        const Book book{.entitlements = {bought(1, days(-30))}, .holdings = {holding(1, days(5, 9))}};
        const AssignmentPlan plan = transfer(book, {{book.holdings[0], member(5)}});
        QCOMPARE(outcomes(plan), QStringList{u"granted"_s});
        QCOMPARE(plan.items[0].change.after->period, days(5, 9));
        QCOMPARE(plan.items[0].change.after->state, AssignmentState::Reserved);
    }

    void aTransferNeedsSomebodyWhoCanHoldIt()
    {
        const Book book = twoSeatsAndThreeHolders();
        PlanFacts facts = factsOf(book);
        facts.members = {{.id = member(5), .status = MemberStatus::Departed}, {.id = member(2)}};
        const std::vector<Transfer> transfers{{book.holdings[0], member(5)},
                                              {book.holdings[0], member(6)},
                                              {book.holdings[0], member(1)},
                                              {book.holdings[0], member(2)}};
        QCOMPARE(
            outcomes(service.planTransfer(facts, transfers, PlanMode::Partial)),
            QStringList({u"member_departed"_s, u"member_unknown"_s, u"same_member"_s, u"already_holds"_s}));
    }

    void twoSeatsDoNotGoToOneMember()
    {
        const Book book = twoSeatsAndThreeHolders();
        QCOMPARE(outcomes(transfer(book, {{book.holdings[0], member(5)}, {book.holdings[1], member(5)}})),
                 QStringList({u"granted"_s, u"already_holds"_s}));
    }

    void membersMaySwap()
    {
        const Book book = twoSeatsAndThreeHolders();
        const std::vector<Transfer> round{{book.holdings[0], member(5)}, {book.holdings[1], member(1)}};
        QCOMPARE(outcomes(transfer(book, round)), QStringList({u"granted"_s, u"granted"_s}));
    }

    void transferringAReleasedSeatNeedsOne()
    {
        const Book book = twoSeatsAndThreeHolders();
        QCOMPARE(outcomes(transfer(book, {{book.holdings[2], member(5)}})), QStringList{u"no_seat"_s});
    }

    void whatIsOverIsNotTransferred()
    {
        Holding over = holding(1, days(-10, -2));
        over.state = AssignmentState::Active;
        const Book book{.entitlements = {bought(1, days(-30))}, .holdings = {over}};
        QCOMPARE(outcomes(transfer(book, {{over, member(5)}})), QStringList{u"period_in_past"_s});
    }

    void otherDaysMayNeedSeats()
    {
        Book book = twoSeatsAndThreeHolders();
        book.holdings.push_back(holding(4, days(30)));
        const AssignmentPlan plan = changePeriods(book, {{book.holdings[1], days(-10, 39)}});
        QCOMPARE(outcomes(plan), QStringList{u"no_seat"_s});
        QCOMPARE(plan.items[0].refusal->day, day(30));
        QCOMPARE(outcomes(changePeriods(book, {{book.holdings[1], days(-10, 5)}})),
                 QStringList{u"granted"_s});
    }

    void otherDaysChangeTheState()
    {
        const Book book{.entitlements = {bought(9, days(-30))},
                        .holdings = {holding(1, days(5)), holding(2, days(-5)),
                                     suspended(holding(3, days(-5)), false, 20)}};
        const AssignmentPlan plan = changePeriods(
            book,
            {{book.holdings[0], days(0)}, {book.holdings[1], days(3)}, {book.holdings[2], days(-9, 30)}});
        QCOMPARE(plan.grantedCount(), 3);
        QCOMPARE(plan.items[0].change.after->state, AssignmentState::Active);
        QCOMPARE(plan.items[1].change.after->state, AssignmentState::Reserved);
        QCOMPARE(plan.items[2].change.after->state, AssignmentState::Suspended);
    }

    void someDaysCannotBe()
    {
        const Book book{.entitlements = {bought(9, days(-30))},
                        .holdings = {holding(1, days(-5)), suspended(holding(3, days(-5)), false, 20)}};
        QCOMPARE(outcomes(changePeriods(book, {{book.holdings[0], days(-5)},
                                               {book.holdings[0], days(-5, -1)},
                                               {book.holdings[1], days(-5, 19)},
                                               {book.holdings[1], days(1)}})),
                 QStringList({u"no_change"_s, u"period_in_past"_s, u"state_against_days"_s,
                              u"state_against_days"_s}));
    }

    void otherDaysKeepOffTheMembersOtherOnes()
    {
        Holding second = holding(2, days(10, 20));
        second.member = member(1);
        const Book book{.entitlements = {bought(9, days(-30))},
                        .holdings = {holding(1, days(-5, 9)), second}};
        const AssignmentPlan plan = changePeriods(book, {{book.holdings[0], days(-5, 10)}});
        QCOMPARE(outcomes(plan), QStringList{u"already_holds"_s});
        QCOMPARE(plan.items[0].refusal->period, days(10, 20));
    }

    void moreSeatsMustBeFree()
    {
        Book book = twoSeatsAndThreeHolders();
        QCOMPARE(
            outcomes(changeQuantities(book, {{book.holdings[0], seats(2)}, {book.holdings[1], seats(1)}})),
            QStringList({u"no_seat"_s, u"no_change"_s}));
        book.holdings.erase(book.holdings.begin() + 1);
        QCOMPARE(outcomes(changeQuantities(book, {{book.holdings[0], seats(2)}})), QStringList{u"granted"_s});
    }

    void theWholeIsJudgedByItsEnd()
    {
        const Book book{.entitlements = {bought(3, days(-30))},
                        .holdings = {holding(1, days(-5), 1), holding(2, days(-5), 2)}};
        std::vector<QuantityChange> changes{{book.holdings[0], seats(2)}, {book.holdings[1], seats(1)}};
        for (const PlanMode mode : {PlanMode::AllOrNothing, PlanMode::Partial})
            QCOMPARE(changeQuantities(book, changes, mode).grantedCount(), 2);
        changes.push_back({holding(3, days(-5)), seats(9)});
        QCOMPARE(outcomes(changeQuantities(book, changes)),
                 QStringList({u"no_seat"_s, u"granted"_s, u"no_seat"_s}));
    }

    void aDepartureReturnsWhatIsHeld()
    {
        const std::vector assignments{assignmentOf(holding(1, days(-5), 2), 7),
                                      assignmentOf(holding(2, days(5), 3), 7),
                                      assignmentOf(suspended(holding(3, days(-5)), true), 4),
                                      assignmentOf(suspended(holding(4, days(-5)), true, 9), 4),
                                      assignmentOf(revoked(holding(5, days(-5))), 2)};
        const DepartureEffect effect = service.planDeparture(assignments);
        QCOMPARE(effect.ended.size(), 4U);
        QCOMPARE(effect.returned,
                 (std::vector{ReturnedSeats{.license = id<LicenseId>(4), .now = 0, .promised = 1},
                              ReturnedSeats{.license = id<LicenseId>(7), .now = 2, .promised = 3}}));
    }
};

QTEST_GUILESS_MAIN(AssignmentChangesTest)
#include "assignmentchangestest.moc"
