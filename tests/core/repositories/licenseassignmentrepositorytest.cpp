// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/licenseassignmentrepository.h"

#include "core/db/transaction.h"
#include "core/repositories/operationrepository.h"
#include "tests/support/book.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Assignments in a real database.
class LicenseAssignmentRepositoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_book = std::make_unique<Book>(*m_database);
        m_today = m_book->today();
        m_ide = m_book->licenseWithSeats(u"IDE"_s, 5);
    }
    void cleanup()
    {
        QCOMPARE(m_book->wrongCounters(), 0);
        m_book.reset();
        m_database.reset();
    }

    void assignsAndKeepsEveryField();
    void reservesWhatStartsLater();
    void findsManyInTheOrderOfTheirIds();
    void knowsTheLastUse();
    void listsWhatAMemberHolds();
    void listsHoldingsOfManyMembers();
    void knowsTheFactsOfMembers();
    void revokesWithTheReason();
    void suspendsAndResumes();
    void transfersTheRestOfTheDays();
    void movesDaysAndState();
    void keepsASuspensionWhenDaysMove();
    void changesTheNumberOfSeats();
    void changesNothingIfOneRowIsOld();
    void saysWhenARowIsGone();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] Period from(int first, std::optional<int> last = std::nullopt) const
    {
        return Period::create(m_today.addDays(first),
                              last ? std::optional(m_today.addDays(*last)) : std::nullopt)
            .value();
    }
    [[nodiscard]] Result<OperationId> assign(const QList<MemberId> &members, const Period &period,
                                             int quantity = 1)
    {
        return transact(session(), u"assign", [&](Session &within) -> Result<OperationId> {
            auto operation = m_operations.begin(within, u"assign"_s, u"Test"_s);
            const AssignmentTerms terms{Quantity::fromStored(quantity), period,
                                        Note::create(u"for the project"_s).value()};
            const auto done = m_assignments.assign(within, m_ide, members, terms, *operation);
            if (!done)
                return std::unexpected(done.error());
            return operation;
        });
    }
    [[nodiscard]] Assignment assigned(const QString &name, std::optional<Period> period = std::nullopt)
    {
        const auto operation = assign({m_book->member(name)}, period.value_or(from(0)));
        return m_assignments.madeBy(session(), operation.value()).value().front();
    }
    [[nodiscard]] Assignment again(const Assignment &assignment)
    {
        return m_assignments.find(session(), assignment.id).value();
    }
    [[nodiscard]] static EndReason reason() { return EndReason::create(u"not used"_s).value(); }

    LicenseAssignmentRepository m_assignments;
    OperationRepository m_operations;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    QDate m_today;
    LicenseId m_ide = *LicenseId::fromValue(1);
};

void LicenseAssignmentRepositoryTest::assignsAndKeepsEveryField()
{
    const auto members = m_book->members(2);
    const auto operation = assign(members, from(0, 20), 2);
    VERIFY_RESULT(operation);
    const auto made = m_assignments.madeBy(session(), *operation);
    VERIFY_RESULT(made);
    QCOMPARE(made->size(), 2u);
    const Assignment &first = made->front();
    QCOMPARE(first.member, members[0]);
    QCOMPARE(first.license, m_ide);
    QCOMPARE(first.quantity.value(), 2);
    QVERIFY(first.period == from(0, 20));
    QCOMPARE(first.state, AssignmentState::Active);
    QCOMPARE(first.note.text(), u"for the project"_s);
    QCOMPARE(first.operation, *operation);
    QCOMPARE(first.version, 1);
    QVERIFY(!first.seatReleased && !first.suspendedUntil && !first.endedOn && !first.endReason);
    QVERIFY(again(first) == first);
    VERIFY_ERROR(m_assignments.find(session(), *AssignmentId::fromValue(404)), ErrorCode::NotFound);
}

void LicenseAssignmentRepositoryTest::reservesWhatStartsLater()
{
    QCOMPARE(assigned(u"Ana"_s, from(1)).state, AssignmentState::Reserved);
    QCOMPARE(m_book->held(m_ide), 0);
}

void LicenseAssignmentRepositoryTest::findsManyInTheOrderOfTheirIds()
{
    const Assignment ana = assigned(u"Ana"_s);
    const Assignment bo = assigned(u"Bo"_s);
    const auto found = m_assignments.findMany(session(), {bo.id, ana.id, *AssignmentId::fromValue(404)});
    QVERIFY(found.value() == (std::vector{ana, bo}));
    QVERIFY(m_assignments.findMany(session(), {})->empty());
}

void LicenseAssignmentRepositoryTest::knowsTheLastUse()
{
    const Assignment ana = assigned(u"Ana"_s);
    QCOMPARE(m_assignments.lastUse(session(), ana.id).value(), std::nullopt);
    const auto runs = [&](int device, const QString &columns, const QString &values) {
        m_database->sql(
            u"INSERT INTO seatledger.device (id, fingerprint, name) VALUES (%1, 'finger:print:%1', 'Laptop');"
            "INSERT INTO seatledger.activation (id, assignment_id, license_id, device_id, activated_at%2) "
            "VALUES (%1, %3, %4, %1, '2026-01-01 09:00Z'%5)"_s.arg(device)
                .arg(columns)
                .arg(ana.id.value())
                .arg(ana.license.value())
                .arg(values));
    };
    const auto lastUse = [&] { return m_assignments.lastUse(session(), ana.id)->value_or(QDateTime()); };
    runs(1, u", released_at, release_reason"_s, u", '2026-01-03 17:00Z', 'Replaced'"_s);
    QCOMPARE(lastUse(), QDateTime({2026, 1, 3}, {17, 0}, Qt::UTC));
    runs(2, {}, {});
    QCOMPARE(lastUse(), QDateTime({2026, 1, 3}, {17, 0}, Qt::UTC));
    m_database->sql(u"INSERT INTO seatledger.activation_lease VALUES (2, '2026-01-05 10:30Z', 'infinity')"_s);
    QCOMPARE(lastUse(), QDateTime({2026, 1, 5}, {10, 30}, Qt::UTC));
}

void LicenseAssignmentRepositoryTest::listsWhatAMemberHolds()
{
    const Assignment open = assigned(u"Ana"_s);
    QVERIFY(m_assignments.openOf(session(), open.member).value() == std::vector{open});
    VERIFY_RESULT(m_assignments.revoke(session(), std::vector{open}, reason()));
    QVERIFY(m_assignments.openOf(session(), open.member)->empty());
}

void LicenseAssignmentRepositoryTest::listsHoldingsOfManyMembers()
{
    const Assignment ana = assigned(u"Ana"_s);
    const Assignment bo = assigned(u"Bo"_s);
    const auto holdings = m_assignments.openHoldings(session(), m_ide, {ana.member, bo.member});
    VERIFY_RESULT(holdings);
    QCOMPARE(holdings->size(), 2u);
    QVERIFY(std::ranges::find(*holdings, ana.holding()) != holdings->end());
    QVERIFY(m_assignments.openHoldings(session(), m_ide, {})->empty());
    QVERIFY(m_assignments.openHoldings(session(), m_book->license(u"CAD"_s), {ana.member})->empty());
}

void LicenseAssignmentRepositoryTest::knowsTheFactsOfMembers()
{
    const MemberId ana = m_book->member(u"Ana"_s);
    const MemberId gone = m_book->member(u"Gone"_s);
    m_database->sql(u"UPDATE seatledger.member SET status = 'departed', left_on = seatledger.today() "
                    "WHERE name = 'Gone'"_s);
    const auto facts = m_assignments.memberFacts(session(), {ana, gone, *MemberId::fromValue(404)});
    VERIFY_RESULT(facts);
    QCOMPARE(facts->size(), 2u);
    for (const MemberFacts &each : *facts)
        QCOMPARE(each.status, each.id == gone ? MemberStatus::Departed : MemberStatus::Active);
}

void LicenseAssignmentRepositoryTest::revokesWithTheReason()
{
    const Assignment ana = assigned(u"Ana"_s);
    QCOMPARE(m_assignments.revoke(session(), std::vector{ana}, reason()).value(), 1);
    QCOMPARE(again(ana).state, AssignmentState::Revoked);
    QCOMPARE(again(ana).endedOn, std::optional(m_today));
    QCOMPARE(again(ana).endReason->text(), u"not used"_s);
    QCOMPARE(again(ana).version, 2);
}

void LicenseAssignmentRepositoryTest::suspendsAndResumes()
{
    const Assignment ana = assigned(u"Ana"_s);
    VERIFY_RESULT(m_assignments.suspend(session(), std::vector{ana},
                                        {.releaseSeat = true, .until = m_today.addDays(3)}));
    QCOMPARE(again(ana).state, AssignmentState::Suspended);
    QVERIFY(again(ana).seatReleased);
    QCOMPARE(again(ana).suspendedUntil, std::optional(m_today.addDays(3)));
    VERIFY_RESULT(m_assignments.resume(session(), std::vector{again(ana)}));
    QCOMPARE(again(ana).state, AssignmentState::Active);
    QVERIFY(!again(ana).seatReleased && !again(ana).suspendedUntil);
}

void LicenseAssignmentRepositoryTest::transfersTheRestOfTheDays()
{
    const Assignment ana = assigned(u"Ana"_s, from(0, 20));
    m_book->pass(5);
    const MemberId bo = m_book->member(u"Bo"_s);
    VERIFY_RESULT(transact(session(), u"transfer", [&](Session &within) {
        const auto operation = m_operations.begin(within, u"transfer"_s, u"Test"_s);
        return m_assignments.transfer(within, std::vector{ana}, std::vector{bo}, reason(), *operation);
    }));
    QCOMPARE(again(ana).state, AssignmentState::Revoked);
    const auto received = m_assignments.openOf(session(), bo).value();
    QCOMPARE(received.size(), 1u);
    QVERIFY(received[0].period == from(5, 20));
    QCOMPARE(received[0].note.text(), ana.note.text());
    VERIFY_ERROR(
        m_assignments.transfer(session(), std::vector{ana}, std::vector{bo}, reason(), ana.operation),
        ErrorCode::Conflict);
}

void LicenseAssignmentRepositoryTest::movesDaysAndState()
{
    const Assignment ana = assigned(u"Ana"_s);
    VERIFY_RESULT(m_assignments.changePeriod(session(), std::vector{ana}, from(3, 9)));
    QCOMPARE(again(ana).state, AssignmentState::Reserved);
    QVERIFY(again(ana).period == from(3, 9));
    VERIFY_RESULT(m_assignments.changePeriod(session(), std::vector{again(ana)}, from(-3)));
    QCOMPARE(again(ana).state, AssignmentState::Active);
    QVERIFY(again(ana).period.isOpenEnded());
}

void LicenseAssignmentRepositoryTest::keepsASuspensionWhenDaysMove()
{
    const Assignment ana = assigned(u"Ana"_s);
    VERIFY_RESULT(m_assignments.suspend(session(), std::vector{ana}, {}));
    VERIFY_RESULT(m_assignments.changePeriod(session(), std::vector{again(ana)}, from(-1, 30)));
    QCOMPARE(again(ana).state, AssignmentState::Suspended);
}

void LicenseAssignmentRepositoryTest::changesTheNumberOfSeats()
{
    const Assignment ana = assigned(u"Ana"_s);
    VERIFY_RESULT(m_assignments.changeQuantity(session(), std::vector{ana}, Quantity::fromStored(5)));
    QCOMPARE(m_book->held(m_ide), 5);
    VERIFY_ERROR(m_assignments.changeQuantity(session(), std::vector{again(ana)}, Quantity::fromStored(6)),
                 ErrorCode::RuleBroken);
}

void LicenseAssignmentRepositoryTest::changesNothingIfOneRowIsOld()
{
    const Assignment ana = assigned(u"Ana"_s);
    const Assignment bo = assigned(u"Bo"_s);
    VERIFY_RESULT(m_assignments.changeQuantity(session(), std::vector{bo}, Quantity::fromStored(2)));
    const auto refused = transact(session(), u"revoke", [&](Session &within) {
        return m_assignments.revoke(within, std::vector{ana, bo}, reason());
    });
    VERIFY_ERROR(refused, ErrorCode::Conflict);
    QCOMPARE(refused.error().details.value(u"id"_s).toInteger(), bo.id.value());
    QCOMPARE(again(ana).state, AssignmentState::Active);
}

void LicenseAssignmentRepositoryTest::saysWhenARowIsGone()
{
    Assignment ghost = assigned(u"Ana"_s);
    ghost.id = *AssignmentId::fromValue(404);
    VERIFY_ERROR(m_assignments.resume(session(), std::vector{ghost}), ErrorCode::NotFound);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::LicenseAssignmentRepositoryTest)
#include "licenseassignmentrepositorytest.moc"
