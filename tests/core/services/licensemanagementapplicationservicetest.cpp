// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

AssignmentTerms terms(const Period &period, int quantity = 1)
{
    return {Quantity::fromStored(quantity), period, {}};
}

} // namespace

/// Giving and taking seats through the service, on a real database.
class LicenseManagementApplicationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_book = std::make_unique<Book>(*m_database);
        m_today = m_book->today();
    }

    void cleanup()
    {
        QCOMPARE(m_book->wrongCounters(), 0);
        m_book.reset();
        m_database.reset();
    }

    void assignsToEverybodyPicked();
    void assignsNobodyWhenOneCannotHave();
    void assignsPartlyAndSaysWhoWasLeftOut();
    void reservesFromALaterDay();
    void promisesTodayASeatThatIsFreeLater();
    void explainsWithoutChangingAnything();
    void refusesALicenceThatIsNotThere();
    void refusesToShrinkBelowWhatIsPromised();
    void revokesWithAReason();
    void suspendsKeepingAndReleasingTheSeat();
    void resumesOnlyIfTheSeatIsStillFree();
    void comesBackByItselfFromATimedSuspension();
    void transfersInOneStep();
    void changesDaysAndQuantity();
    void renewsAndKeepsTheHistory();
    void takesTheSeatsOfWhoDeparts();
    void undoesAnyOperationAndTheUndo();
    void plansAnUndoWithoutChangingAnything();
    void refusesToUndoWhenTheWorldMovedOn();
    void showsAShortageWhenTimeTakesSupplyAway();
    void changesAssignmentsOfSeveralLicences();
    void refusesAssignmentsThatDoNotExist();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] Period fromDay(int first, std::optional<int> last = std::nullopt) const
    {
        return Period::create(m_today.addDays(first),
                              last ? std::optional(m_today.addDays(*last)) : std::nullopt)
            .value();
    }
    [[nodiscard]] Result<OperationOutcome> assign(LicenseId license, const QList<MemberId> &members,
                                                  PlanMode mode = PlanMode::AllOrNothing,
                                                  std::optional<Period> period = std::nullopt)
    {
        return m_services.management.assign(
            session(),
            {license, {{members.begin(), members.end()}, terms(period.value_or(fromDay(0))), mode}});
    }
    [[nodiscard]] QList<AssignmentId> madeBy(OperationId operation)
    {
        QList<AssignmentId> ids;
        const auto made = m_services.assignments.madeBy(session(), operation);
        for (const Assignment &assignment : made.value())
            ids.append(assignment.id);
        return ids;
    }

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    QDate m_today;
};

void LicenseManagementApplicationServiceTest::assignsToEverybodyPicked()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 5);
    const auto outcome = assign(ide, m_book->members(3));
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->changed, 3);
    QVERIFY(outcome->leftOut.empty());
    QCOMPARE(m_book->held(ide), 3);
    QCOMPARE(m_services.operations.find(session(), outcome->operation)->kind, u"assign"_s);
}

void LicenseManagementApplicationServiceTest::assignsNobodyWhenOneCannotHave()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 2);
    const auto refused = assign(ide, m_book->members(3));
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"no_seat"_s);
    QCOMPARE(refused.error().details.value(u"license_name"_s).toString(), u"IDE"_s);
    QCOMPARE(m_book->held(ide), 0);
}

void LicenseManagementApplicationServiceTest::assignsPartlyAndSaysWhoWasLeftOut()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 2);
    const auto members = m_book->members(3);
    m_book->assignment(ide, members[0]);
    const auto outcome = assign(ide, members, PlanMode::Partial);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->changed, 1);
    QCOMPARE(outcome->leftOut.size(), 2u);
    QCOMPARE(outcome->leftOut[0].refusal.reason, RefusalReason::AlreadyHolds);
    QCOMPARE(outcome->leftOut[1].refusal.reason, RefusalReason::NoSeat);
    QCOMPARE(outcome->leftOut[1].member, members[2]);
}

void LicenseManagementApplicationServiceTest::reservesFromALaterDay()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const auto outcome = assign(ide, m_book->members(1), PlanMode::AllOrNothing, fromDay(10));
    VERIFY_RESULT(outcome);
    const AssignmentId id = madeBy(outcome->operation).first();
    QCOMPARE(m_book->state(id), u"reserved"_s);
    QCOMPARE(m_book->held(ide), 0);
    m_book->pass(10);
    QCOMPARE(m_book->state(id), u"active"_s);
    QCOMPARE(m_book->held(ide), 1);
}

void LicenseManagementApplicationServiceTest::promisesTodayASeatThatIsFreeLater()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const auto members = m_book->members(3);
    VERIFY_RESULT(assign(ide, {members[0]}, PlanMode::AllOrNothing, fromDay(0, 9)));
    VERIFY_ERROR(assign(ide, {members[1]}, PlanMode::AllOrNothing, fromDay(9)), ErrorCode::RuleBroken);
    VERIFY_RESULT(assign(ide, {members[1]}, PlanMode::AllOrNothing, fromDay(10)));
    VERIFY_ERROR(assign(ide, {members[2]}, PlanMode::AllOrNothing, fromDay(300)), ErrorCode::RuleBroken);
}

void LicenseManagementApplicationServiceTest::explainsWithoutChangingAnything()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 2);
    const auto members = m_book->members(3);
    const auto plan = m_services.management.planAssign(
        session(), {ide, {{members.begin(), members.end()}, terms(fromDay(0)), PlanMode::Partial}});
    VERIFY_RESULT(plan);
    QCOMPARE(plan->grantedCount(), 2);
    QCOMPARE(plan->refusedCount(), 1);
    QCOMPARE(plan->seatsLeft.count(), 0);
    QCOMPARE(m_book->held(ide), 0);
}

void LicenseManagementApplicationServiceTest::refusesALicenceThatIsNotThere()
{
    VERIFY_ERROR(assign(*LicenseId::fromValue(999), m_book->members(1)), ErrorCode::NotFound);
}

void LicenseManagementApplicationServiceTest::refusesToShrinkBelowWhatIsPromised()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    const EntitlementId bought = m_book->entitlement(ide, 3);
    VERIFY_RESULT(assign(ide, m_book->members(2)));
    VERIFY_RESULT(assign(ide, m_book->members(1), PlanMode::AllOrNothing, fromDay(20)));

    auto entitlement = m_services.licenses.findEntitlement(session(), bought).value();
    entitlement.quantity = Quantity::fromStored(2);
    const auto refused = m_services.catalogueService.updateEntitlement(session(), entitlement);
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"below_promised"_s);
    QCOMPARE(refused.error().details.value(u"day"_s).toString(), m_today.addDays(20).toString(Qt::ISODate));
    QCOMPARE(refused.error().details.value(u"seats"_s).toInt(), 1);
    VERIFY_ERROR(m_services.catalogueService.cancelEntitlement(
                     session(), m_services.licenses.findEntitlement(session(), bought).value()),
                 ErrorCode::RuleBroken);
}

void LicenseManagementApplicationServiceTest::revokesWithAReason()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    VERIFY_ERROR(m_services.management.revoke(session(), {{id}, PlanMode::AllOrNothing, u"  "_s}),
                 ErrorCode::InvalidInput);
    VERIFY_RESULT(
        m_services.management.revoke(session(), {{id}, PlanMode::AllOrNothing, u"left the project"_s}));
    QCOMPARE(m_book->state(id), u"revoked"_s);
    QCOMPARE(m_services.assignments.find(session(), id)->endReason->text(), u"left the project"_s);
    QCOMPARE(m_book->held(ide), 0);
    VERIFY_ERROR(m_services.management.revoke(session(), {{id}, PlanMode::AllOrNothing, u"again"_s}),
                 ErrorCode::RuleBroken);
}

void LicenseManagementApplicationServiceTest::suspendsKeepingAndReleasingTheSeat()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 2);
    const AssignmentId kept = m_book->assignment(ide, m_book->member(u"Ana"_s));
    const AssignmentId released = m_book->assignment(ide, m_book->member(u"Bo"_s));
    VERIFY_RESULT(m_services.management.suspend(session(), {{kept}}, {.releaseSeat = false}));
    VERIFY_RESULT(m_services.management.suspend(session(), {{released}}, {.releaseSeat = true}));
    QCOMPARE(m_book->held(ide), 1);
    VERIFY_RESULT(m_services.management.resume(session(), {{kept, released}}));
    QCOMPARE(m_book->held(ide), 2);
}

void LicenseManagementApplicationServiceTest::resumesOnlyIfTheSeatIsStillFree()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    VERIFY_RESULT(m_services.management.suspend(session(), {{id}}, {.releaseSeat = true}));
    VERIFY_RESULT(assign(ide, m_book->members(1)));
    const auto refused = m_services.management.resume(session(), {{id}});
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"no_seat"_s);
}

void LicenseManagementApplicationServiceTest::comesBackByItselfFromATimedSuspension()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    VERIFY_RESULT(
        m_services.management.suspend(session(), {{id}}, {.releaseSeat = true, .until = m_today.addDays(5)}));
    VERIFY_ERROR(assign(ide, m_book->members(1)), ErrorCode::RuleBroken);
    VERIFY_RESULT(assign(ide, m_book->members(1), PlanMode::AllOrNothing, fromDay(0, 4)));
    m_book->pass(5);
    QCOMPARE(m_book->state(id), u"active"_s);
    QCOMPARE(m_book->held(ide), 1);
}

void LicenseManagementApplicationServiceTest::transfersInOneStep()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    const MemberId bo = m_book->member(u"Bo"_s);
    const auto outcome = m_services.management.transfer(session(), {{id}}, bo);
    VERIFY_RESULT(outcome);
    QCOMPARE(m_book->state(id), u"revoked"_s);
    QCOMPARE(m_services.assignments.openOf(session(), bo)->size(), 1u);
    QCOMPARE(m_book->held(ide), 1);
    VERIFY_ERROR(m_services.management.transfer(session(), {madeBy(outcome->operation)}, bo),
                 ErrorCode::RuleBroken);
}

void LicenseManagementApplicationServiceTest::changesDaysAndQuantity()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 3);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    VERIFY_RESULT(m_services.management.changeQuantity(session(), {{id}}, Quantity::fromStored(3)));
    QCOMPARE(m_book->held(ide), 3);
    VERIFY_ERROR(m_services.management.changeQuantity(session(), {{id}}, Quantity::fromStored(4)),
                 ErrorCode::RuleBroken);
    VERIFY_RESULT(m_services.management.changePeriod(session(), {{id}}, fromDay(7, 20)));
    QCOMPARE(m_book->state(id), u"reserved"_s);
    QCOMPARE(m_book->held(ide), 0);
    m_book->pass(21);
    QCOMPARE(m_book->state(id), u"expired"_s);
}

void LicenseManagementApplicationServiceTest::renewsAndKeepsTheHistory()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    const EntitlementId first = m_book->entitlement(ide, 4, -300, 20);
    const auto expiring = m_services.licenses.findEntitlement(session(), first).value();
    const auto fields = EntitlementDraft::renewalOf(expiring).create();
    VERIFY_RESULT(fields);
    const auto renewal = m_services.management.renew(session(), first, *fields);
    VERIFY_RESULT(renewal);
    QCOMPARE(renewal->value.renews, std::optional(first));
    QCOMPARE(renewal->value.period.firstDay(), m_today.addDays(21));
    VERIFY_ERROR(m_services.management.renew(session(), first, *fields), ErrorCode::Conflict);
    QCOMPARE(m_services.licenses.entitlements(session(), ide)->size(), 2u);
}

void LicenseManagementApplicationServiceTest::takesTheSeatsOfWhoDeparts()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const LicenseId cad = m_book->licenseWithSeats(u"CAD"_s, 1);
    const MemberId ana = m_book->member(u"Ana"_s);
    VERIFY_RESULT(assign(ide, {ana}));
    VERIFY_RESULT(assign(cad, {ana}, PlanMode::AllOrNothing, fromDay(5)));
    const auto outcome = m_services.management.depart(
        session(), m_services.members.find(session(), ana).value(), m_today, {});
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->changed, 2);
    QCOMPARE(m_services.members.find(session(), ana)->status, MemberStatus::Departed);
    QCOMPARE(m_book->held(ide), 0);
    const auto refused = assign(ide, {ana});
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"member_departed"_s);

    VERIFY_RESULT(m_services.management.undo(session(), outcome->operation));
    QCOMPARE(m_services.members.find(session(), ana)->status, MemberStatus::Active);
    QCOMPARE(m_services.assignments.openOf(session(), ana)->size(), 2u);
}

void LicenseManagementApplicationServiceTest::undoesAnyOperationAndTheUndo()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 3);
    const auto outcome = assign(ide, m_book->members(3));
    VERIFY_RESULT(outcome);
    const auto undone = m_services.management.undo(session(), outcome->operation);
    VERIFY_RESULT(undone);
    QCOMPARE(m_book->held(ide), 0);
    QVERIFY(m_services.operations.find(session(), outcome->operation)->isUndone());
    VERIFY_ERROR(m_services.management.undo(session(), outcome->operation), ErrorCode::RuleBroken);
    VERIFY_RESULT(m_services.management.undo(session(), *undone));
    QCOMPARE(m_book->held(ide), 3);
}

void LicenseManagementApplicationServiceTest::plansAnUndoWithoutChangingAnything()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 3);
    const auto outcome = assign(ide, m_book->members(2));
    VERIFY_RESULT(outcome);
    const QString before = m_database->value(u"SELECT max(position) FROM seatledger.audit_link"_s);
    const auto plan = m_services.management.planUndo(session(), outcome->operation);
    VERIFY_RESULT(plan);
    QCOMPARE(*plan, (std::vector{OperationPart{u"license_assignment"_s, u"update"_s, 2}}));
    QCOMPARE(m_book->held(ide), 2);
    QCOMPARE(m_database->value(u"SELECT max(position) FROM seatledger.audit_link"_s), before);

    VERIFY_RESULT(m_services.management.undo(session(), outcome->operation));
    const auto refused = m_services.management.planUndo(session(), outcome->operation);
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"already_undone"_s);
    QVERIFY(!m_database->connection().inTransaction());
}

void LicenseManagementApplicationServiceTest::refusesToUndoWhenTheWorldMovedOn()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    const auto revoked = m_services.management.revoke(session(), {{id}, PlanMode::AllOrNothing, u"gone"_s});
    VERIFY_RESULT(revoked);
    VERIFY_RESULT(assign(ide, m_book->members(1)));
    const auto refused = m_services.management.undo(session(), revoked->operation);
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"no_seat"_s);
    QCOMPARE(m_book->state(id), u"revoked"_s);
}

void LicenseManagementApplicationServiceTest::showsAShortageWhenTimeTakesSupplyAway()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    m_book->entitlement(ide, 5, -30, 9);
    m_book->entitlement(ide, 2);
    VERIFY_RESULT(assign(ide, m_book->members(6)));
    const auto license = m_services.licenses.find(session(), ide).value();
    const auto ahead = m_services.licenses.calendar(session(), license)->shortages(m_today);
    QCOMPARE(ahead.size(), 1u);
    QCOMPARE(ahead[0].firstDay, m_today.addDays(10));
    QCOMPARE(ahead[0].seats, 4);

    m_book->pass(10);
    QCOMPARE(m_database->value(u"SELECT short FROM seatledger.license_seats"_s), u"4"_s);
    VERIFY_ERROR(assign(ide, m_book->members(1), PlanMode::AllOrNothing, fromDay(10)), ErrorCode::RuleBroken);
}

void LicenseManagementApplicationServiceTest::changesAssignmentsOfSeveralLicences()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const LicenseId cad = m_book->licenseWithSeats(u"CAD"_s, 1);
    const MemberId ana = m_book->member(u"Ana"_s);
    const QList<AssignmentId> ids{m_book->assignment(ide, ana), m_book->assignment(cad, ana)};
    VERIFY_RESULT(m_services.management.suspend(session(), {ids}, {.releaseSeat = true}));
    VERIFY_RESULT(assign(cad, m_book->members(1)));

    VERIFY_ERROR(m_services.management.resume(session(), {ids}), ErrorCode::RuleBroken);
    QCOMPARE(m_book->held(ide), 0);
    const auto partial = m_services.management.resume(session(), {ids, PlanMode::Partial});
    VERIFY_RESULT(partial);
    QCOMPARE(partial->changed, 1);
    QCOMPARE(partial->leftOut.size(), 1u);
    QCOMPARE(partial->leftOut[0].assignment, std::optional(ids[1]));
    QCOMPARE(m_book->held(ide), 1);
}

void LicenseManagementApplicationServiceTest::refusesAssignmentsThatDoNotExist()
{
    VERIFY_ERROR(m_services.management.resume(session(), {{*AssignmentId::fromValue(77)}}),
                 ErrorCode::NotFound);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::LicenseManagementApplicationServiceTest)
#include "licensemanagementapplicationservicetest.moc"
