// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Who waits gets what comes free, on every path, by the seat rule, and what is taken back is taken back with
/// it.
class WaitingListTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void servesWhoAskedFirst();
    void servesOnEveryPath_data();
    void servesOnEveryPath();
    void servesWhatTheCalendarFrees();
    void promisesASeatThatComesFreeLater();
    void passesOverWhoDoesNotFit();
    void promisesOnlyWhatIsFreeOnAllDays();
    void leavesATransferAlone();
    void takesTheSeatBackWithTheOperation();
    void saysWhatStandsInTheWayOfAnUndo();
    void servesWhatAnUndoFrees();
    void assignsAndPutsTheRestOnTheList();
    void takesOffTheListWhoGotASeatOtherwise();
    void takesOffTheListWhoCannotWait();
    void refusesWhoCannotWait();
    void keepsTheListFromWhoMayNotAssign();
    void letsAManagerServeTheOwnPeople();
    void servesAHundredAtOnce();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] AssignmentTerms terms(int quantity = 1, int firstDay = 0, std::optional<int> lastDay = {})
    {
        const QDate today = m_book->today();
        const auto last = lastDay ? std::optional(today.addDays(*lastDay)) : std::nullopt;
        return {Quantity::fromStored(quantity), Period::create(today.addDays(firstDay), last).value(), {}};
    }
    OperationOutcome wait(const QList<MemberId> &members, const AssignmentTerms &terms);
    OperationOutcome wait(const QList<MemberId> &members) { return wait(members, terms()); }
    [[nodiscard]] AssignmentsCommand first() const
    {
        return {{m_held[0]}, PlanMode::AllOrNothing, u"Because"_s};
    }
    /// The states of the entries in the order they were asked in.
    [[nodiscard]] QString states();
    void sql(const QString &statement);

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    LicenseId m_ide = *LicenseId::fromValue(1);
    EntitlementId m_bought = *EntitlementId::fromValue(1);
    QList<MemberId> m_holders;
    QList<AssignmentId> m_held;
    QList<MemberId> m_others;
};

void WaitingListTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_ide = m_book->license(u"IDE"_s);
    m_bought = m_book->entitlement(m_ide, 3);
    m_holders = m_book->members(3);
    m_held.clear();
    for (const MemberId holder : std::as_const(m_holders))
        m_held.append(m_book->assignment(m_ide, holder));
    m_others = m_book->members(4);
}

void WaitingListTest::cleanup()
{
    QCOMPARE(m_book->wrongCounters(), 0);
    const auto report = m_services.doctor.examine(session());
    VERIFY_RESULT(report);
    for (const DoctorFinding &finding : report->findings) {
        if (finding.check != "real_day"_L1)
            QFAIL(qPrintable(finding.check + u": "_s + finding.subject + u", "_s + finding.expected
                             + u" but "_s + finding.found));
    }
    m_book.reset();
    m_database.reset();
}

OperationOutcome WaitingListTest::wait(const QList<MemberId> &members, const AssignmentTerms &terms)
{
    const auto done = m_services.waitingList.add(session(), {m_ide, members, terms});
    if (!done)
        qWarning("%s", qPrintable(done.error().message));
    return done ? *done : OperationOutcome{*OperationId::fromValue(1), -1};
}

QString WaitingListTest::states()
{
    return m_database->value(
        u"SELECT string_agg(state, ' ' ORDER BY asked_at, id) FROM seatledger.waiting_entry"_s);
}

void WaitingListTest::sql(const QString &statement)
{
    VERIFY_RESULT(Query(session(), statement).exec());
}

void WaitingListTest::servesWhoAskedFirst()
{
    QCOMPARE(wait({m_others[1]}).waiting, 1);
    QCOMPARE(wait({m_others[0], m_others[2]}).waiting, 2);
    const auto listed = m_services.waiting.entries(session(), {}, {WaitingSort::ByTurn}, {}, 0, 10);
    VERIFY_RESULT(listed);
    QCOMPARE(listed->rows.size(), 3U);
    QCOMPARE(listed->rows[0].member, m_others[1]);
    QCOMPARE(listed->rows[2].place, 3);

    const auto revoked = m_services.management.revoke(session(), first());
    VERIFY_RESULT(revoked);
    QCOMPARE(revoked->served, 1);
    QCOMPARE(states(), u"filled waiting waiting"_s);
    QCOMPARE(m_book->held(m_ide), 3);
    // One operation did both, so one undo takes both back.
    const auto made = m_services.assignments.madeBy(session(), revoked->operation);
    VERIFY_RESULT(made);
    QCOMPARE(made->size(), 1U);
    QCOMPARE(made->front().member, m_others[1]);
}

void WaitingListTest::servesOnEveryPath_data()
{
    QTest::addColumn<QString>("statement");
    const auto row = [](const char *name, const QString &statement) { QTest::newRow(name) << statement; };
    row("revoke",
        u"UPDATE license_assignment SET state = 'revoked', ended_on = today(), end_reason = 'x' WHERE id = %1"_s);
    row("suspend with release",
        u"UPDATE license_assignment SET state = 'suspended', seat_released = true WHERE id = %1"_s);
    row("entitlement", u"INSERT INTO entitlement (license_id, quantity, period) SELECT license_id, 1, "
                       "daterange(today(), NULL) FROM license_assignment WHERE id = %1"_s);
    row("more of an entitlement", u"UPDATE entitlement SET quantity = 4 WHERE license_id = "
                                  "(SELECT license_id FROM license_assignment WHERE id = %1)"_s);
    row("unlimited", u"UPDATE entitlement SET quantity = NULL WHERE license_id = "
                     "(SELECT license_id FROM license_assignment WHERE id = %1)"_s);
    row("overage", u"UPDATE license SET overage_percent = 34 WHERE id = "
                   "(SELECT license_id FROM license_assignment WHERE id = %1)"_s);
    row("later first day",
        u"UPDATE license_assignment SET state = 'reserved', period = daterange(today() + 500, NULL) "
        "WHERE id = %1; UPDATE waiting_entry SET period = daterange(today(), today() + 90)"_s);
}

void WaitingListTest::servesOnEveryPath()
{
    QFETCH(QString, statement);
    QCOMPARE(wait({m_others[0]}).waiting, 1);
    m_database->sql(u"SET search_path = seatledger; "_s + statement.arg(m_held[0].value())
                    + u"; RESET search_path"_s);
    QCOMPARE(states(), u"filled"_s);
}

void WaitingListTest::servesWhatTheCalendarFrees()
{
    sql(u"UPDATE seatledger.license_assignment SET period = daterange(seatledger.today(), seatledger.today() "
        u"+ 5) "
        "WHERE id = %1"_s.arg(m_held[0].value()));
    QCOMPARE(wait({m_others[0]}).waiting, 1);
    m_book->pass(4);
    QCOMPARE(states(), u"waiting"_s);
    m_book->pass(1);
    QCOMPARE(states(), u"filled"_s);
    QCOMPARE(
        m_database->value(u"SELECT o.source || ' ' || o.actor FROM seatledger.license_assignment a JOIN "
                          "seatledger.operation o ON o.id = a.operation_id ORDER BY a.id DESC LIMIT 1"_s),
        u"job seatledger"_s);
}

void WaitingListTest::promisesASeatThatComesFreeLater()
{
    sql(u"UPDATE seatledger.license_assignment SET period = daterange(seatledger.today(), seatledger.today() "
        u"+ 5) "
        "WHERE id = %1"_s.arg(m_held[0].value()));
    // Free for who begins later; who wants one now would need another from today on.
    QCOMPARE(wait({m_others[0]}).waiting, 1);
    QCOMPARE(wait({m_others[1]}, terms(1, 40)).served, 1);
    QCOMPARE(states(), u"waiting filled"_s);
    QCOMPARE(m_database->value(u"SELECT state FROM seatledger.license_assignment ORDER BY id DESC LIMIT 1"_s),
             u"reserved"_s);
    m_book->pass(5);
    QCOMPARE(states(), u"waiting filled"_s); // the seat is free until day 40 only
}

void WaitingListTest::passesOverWhoDoesNotFit()
{
    QCOMPARE(wait({m_others[0]}, terms(2)).waiting, 1);
    QCOMPARE(wait({m_others[1]}).waiting, 1);
    VERIFY_RESULT(m_services.management.revoke(session(), first()));
    QCOMPARE(states(), u"waiting filled"_s);
    sql(u"UPDATE seatledger.entitlement SET quantity = 5"_s);
    QCOMPARE(states(), u"filled filled"_s);
    QCOMPARE(m_book->held(m_ide), 5);
}

void WaitingListTest::promisesOnlyWhatIsFreeOnAllDays()
{
    // Released until a day, the seat is needed again then: good for who leaves before, not for who stays.
    QCOMPARE(wait({m_others[0]}).waiting, 1);
    QCOMPARE(wait({m_others[1]}, terms(1, 0, 10)).waiting, 1);
    const auto suspended = m_services.management.suspend(
        session(), first(), {.releaseSeat = true, .until = m_book->today().addDays(20)});
    VERIFY_RESULT(suspended);
    QCOMPARE(states(), u"waiting filled"_s);
}

void WaitingListTest::leavesATransferAlone()
{
    QCOMPARE(wait({m_others[0]}).waiting, 1);
    const auto moved = m_services.management.transfer(session(), first(), m_others[1]);
    VERIFY_RESULT(moved);
    QCOMPARE(moved->served, 0);
    QCOMPARE(states(), u"waiting"_s);
}

void WaitingListTest::takesTheSeatBackWithTheOperation()
{
    QCOMPARE(wait({m_others[0]}).waiting, 1);
    const auto revoked = m_services.management.revoke(session(), first());
    VERIFY_RESULT(revoked);
    const auto undone = m_services.management.undo(session(), revoked->operation);
    VERIFY_RESULT(undone);
    QCOMPARE(states(), u"waiting"_s);
    QCOMPARE(m_book->state(m_held[0]), u"active"_s);
    const auto redone = m_services.management.undo(session(), *undone);
    VERIFY_RESULT(redone);
    QCOMPARE(states(), u"filled"_s);
    QCOMPARE(m_book->state(m_held[0]), u"revoked"_s);
    QCOMPARE(m_book->held(m_ide), 3);
}

void WaitingListTest::saysWhatStandsInTheWayOfAnUndo()
{
    const OperationOutcome asked = wait({m_others[0]});
    const auto revoked = m_services.management.revoke(session(), first());
    VERIFY_RESULT(revoked);
    const auto unasked = m_services.management.undo(session(), asked.operation);
    QVERIFY(!unasked);
    QVERIFY2(unasked.error().message.contains(u"waiting list"_s), qPrintable(unasked.error().message));
    // Who was served has passed the seat on: the revocation cannot be taken back over their head.
    const auto made = m_services.assignments.madeBy(session(), revoked->operation);
    VERIFY_RESULT(made);
    VERIFY_RESULT(m_services.management.transfer(session(), {{made->front().id}}, m_others[2]));
    const auto undone = m_services.management.undo(session(), revoked->operation);
    QVERIFY(!undone);
    QCOMPARE(undone.error().details.value(u"reason"_s).toString(), u"moved_on"_s);
}

void WaitingListTest::servesWhatAnUndoFrees()
{
    sql(u"UPDATE seatledger.entitlement SET quantity = 4"_s);
    const auto assigned = m_services.management.assign(session(), {m_ide, {{m_others[0]}, terms()}});
    VERIFY_RESULT(assigned);
    QCOMPARE(wait({m_others[1]}).waiting, 1);
    const auto undone = m_services.management.undo(session(), assigned->operation);
    VERIFY_RESULT(undone);
    QCOMPARE(states(), u"filled"_s);
    QCOMPARE(m_services.assignments.madeBy(session(), *undone)->size(), 1U);
    VERIFY_RESULT(m_services.management.undo(session(), *undone));
    QCOMPARE(states(), u"waiting"_s);
}

void WaitingListTest::assignsAndPutsTheRestOnTheList()
{
    sql(u"UPDATE seatledger.entitlement SET quantity = 4"_s);
    const std::vector<MemberId> members{m_others[0], m_holders[1], m_others[1], m_others[2]};
    const auto done = m_services.management.assign(
        session(), {.license = m_ide, .request = {members, terms(), PlanMode::Partial}, .wait = true});
    VERIFY_RESULT(done);
    QCOMPARE(done->changed, 1);
    QCOMPARE(done->waiting, 2);
    QCOMPARE(done->leftOut.size(), 1U); // holds it already: waiting does not help
    QCOMPARE(states(), u"waiting waiting"_s);
    VERIFY_RESULT(m_services.management.undo(session(), done->operation));
    QCOMPARE(states(), QString());
    QCOMPARE(m_book->held(m_ide), 3);
}

void WaitingListTest::takesOffTheListWhoGotASeatOtherwise()
{
    QCOMPARE(wait({m_others[0]}).waiting, 1);
    const auto moved = m_services.management.transfer(session(), first(), m_others[0]);
    VERIFY_RESULT(moved);
    QCOMPARE(states(), u"filled"_s);
}

void WaitingListTest::takesOffTheListWhoCannotWait()
{
    QCOMPARE(wait({m_others[0]}).waiting, 1);
    const auto left = m_services.management.depart(
        session(), *m_services.members.find(session(), m_others[0]), m_book->today(), {});
    VERIFY_RESULT(left);
    QCOMPARE(states(), u"withdrawn"_s);
    VERIFY_RESULT(m_services.management.undo(session(), left->operation));
    QCOMPARE(states(), u"waiting"_s);

    const LicenseId bare = m_book->license(u"Bare"_s);
    VERIFY_RESULT(m_services.waitingList.add(session(), {bare, {m_others[1]}, terms()}));
    sql(u"UPDATE seatledger.license SET state = 'retired' WHERE id = %1"_s.arg(bare.value()));
    QCOMPARE(states(), u"waiting withdrawn"_s);

    VERIFY_RESULT(m_services.waitingList.add(session(), {m_ide, {m_others[2]}, terms(1, 0, 3)}));
    m_book->pass(4);
    QCOMPARE(states(), u"waiting withdrawn withdrawn"_s);
}

void WaitingListTest::refusesWhoCannotWait()
{
    const auto reason = [this](const QList<MemberId> &members, const AssignmentTerms &wished) {
        const auto done = m_services.waitingList.add(session(), {m_ide, members, wished});
        return done ? u"fine"_s : done.error().details.value(u"reason"_s).toString();
    };
    QCOMPARE(reason({m_holders[0]}, terms()), u"already_holds"_s);
    QCOMPARE(reason({m_others[0]}, terms(1, -20, -10)), u"period_in_past"_s);
    QCOMPARE(reason({m_others[0]}, terms()), u"fine"_s);
    QCOMPARE(reason({m_others[0]}, terms()), u"no_change"_s);
    sql(u"UPDATE seatledger.member SET status = 'departed', left_on = seatledger.today() WHERE id = %1"_s.arg(
        m_others[1].value()));
    QCOMPARE(reason({m_others[1]}, terms()), u"member_departed"_s);

    const auto entry = *WaitingEntryId::fromValue(
        m_database->value(u"SELECT min(id) FROM seatledger.waiting_entry"_s).toLongLong());
    VERIFY_RESULT(m_services.waitingList.withdraw(session(), {entry}, u"Not needed"_s));
    const auto again = m_services.waitingList.withdraw(session(), {entry}, u"Not needed"_s);
    QVERIFY(!again);
    QCOMPARE(again.error().details.value(u"reason"_s).toString(), u"no_longer_waiting"_s);
}

void WaitingListTest::keepsTheListFromWhoMayNotAssign()
{
    QCOMPARE(wait({m_others[0]}).waiting, 1);
    Colleagues people(*m_database);
    for (const QString &statement :
         {u"INSERT INTO seatledger.waiting_entry (license_id, member_id) VALUES (%1, %2)"_s.arg(m_ide.value())
              .arg(m_others[1].value()),
          u"UPDATE seatledger.waiting_entry SET state = 'withdrawn', end_reason = 'x'"_s,
          u"UPDATE seatledger.waiting_entry SET asked_at = now() - interval '1 year'"_s,
          u"DELETE FROM seatledger.waiting_entry"_s}) {
        sql(u"SET ROLE seatledger_staff"_s);
        const auto done = Query(session(), statement).exec();
        sql(u"RESET ROLE"_s);
        QVERIFY2(!done, qPrintable(statement));
        QCOMPARE(done.error().code, ErrorCode::Forbidden);
    }
    // Nobody jumps the queue or says who was served, not even who may assign.
    for (const QString &set : {u"asked_at = now() - interval '1 year'"_s, u"assignment_id = 1"_s}) {
        sql(u"SET ROLE seatledger_administrator"_s);
        const auto done = Query(session(), u"UPDATE seatledger.waiting_entry SET "_s + set).exec();
        sql(u"RESET ROLE"_s);
        QVERIFY2(!done, qPrintable(set));
        QCOMPARE(done.error().code, ErrorCode::Forbidden);
    }
    QCOMPARE(states(), u"waiting"_s);
}

void WaitingListTest::letsAManagerServeTheOwnPeople()
{
    const auto optics = *DepartmentId::fromValue(
        m_database->value(u"INSERT INTO seatledger.department (name) VALUES ('Optics') RETURNING id"_s)
            .toLongLong());
    sql(u"UPDATE seatledger.member SET department_id = %1 WHERE id IN (%2, %3)"_s.arg(optics.value())
            .arg(m_others[0].value())
            .arg(m_holders[0].value()));
    Colleagues people(*m_database);
    const QString mia = people.add(
        u"mia"_s, {.role = Role::Manager, .rights = {Right::Assign, Right::Revoke}, .departments = {optics}});
    QCOMPARE(wait({m_others[1]}).waiting, 1); // of another department, and first
    VERIFY_RESULT(m_services.waitingList.add(people.as(mia), {m_ide, {m_others[0]}, terms()}));
    const auto other = m_services.waitingList.add(people.as(mia), {m_ide, {m_others[2]}, terms()});
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::Forbidden);
    const auto listed = m_services.waiting.entries(people.as(mia), {}, {}, {}, 0, 10);
    VERIFY_RESULT(listed);
    QCOMPARE(listed->rows.size(), 1U); // sees the own people only
    QCOMPARE(listed->rows[0].place, 2); // but knows where they stand
    VERIFY_RESULT(m_services.management.revoke(people.as(mia), first()));
    QCOMPARE(states(), u"filled waiting"_s); // who asked first is served, whoever frees the seat
}

void WaitingListTest::servesAHundredAtOnce()
{
    sql(u"UPDATE seatledger.entitlement SET quantity = 303"_s);
    const auto many = m_book->members(400);
    const auto held = m_services.management.assign(session(),
                                                   {m_ide, {{many.begin(), many.begin() + 300}, terms()}});
    VERIFY_RESULT(held);
    QCOMPARE(wait(many.sliced(300)).waiting, 100);
    const auto given = m_services.assignments.madeBy(session(), held->operation);
    VERIFY_RESULT(given);
    AssignmentsCommand all{{}, PlanMode::AllOrNothing, u"All of them"_s};
    for (const Assignment &assignment : *given)
        all.assignments.append(assignment.id);
    const auto revoked = m_services.management.revoke(session(), all);
    VERIFY_RESULT(revoked);
    QCOMPARE(revoked->served, 100);
    QCOMPARE(m_book->held(m_ide), 103);
    // As one statement each, not one for each of them.
    QCOMPARE(
        m_database->value(u"SELECT count(*) FROM seatledger.audit_statement WHERE operation_id = %1"_s.arg(
            revoked->operation.value())),
        u"3"_s);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::WaitingListTest)
#include "waitinglisttest.moc"
