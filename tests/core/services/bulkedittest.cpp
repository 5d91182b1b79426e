// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Editing many rows at once: what the preview says is what happens, as one operation, or nothing.
class BulkEditTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_book = std::make_unique<Book>(*m_database);
        m_ana = m_book->member(u"Ana"_s);
        m_bo = m_book->member(u"Bo"_s);
        m_gone = m_book->member(u"Gone"_s);
        m_database->sql(
            u"UPDATE seatledger.member SET status = 'departed', left_on = seatledger.today() WHERE name = 'Gone'"_s);
    }
    void cleanup()
    {
        QCOMPARE(m_book->wrongCounters(), 0);
        m_book.reset();
        m_database.reset();
    }

    void showsWhatChangesAndChangesNothing()
    {
        const auto plan = edits().planMembers(
            session(), targets({*m_ana, *m_bo}),
            {.status = MemberStatus::OnLeave, .note = u" Parental leave "_s});
        VERIFY_RESULT(plan);
        QCOMPARE(plan->changedCount(), 2);
        QCOMPARE(plan->items[0].name, u"Ana"_s);
        QCOMPARE(plan->items[0].changes, (std::vector<FieldEdit>{{u"status"_s, u"Active"_s, u"On leave"_s},
                                                                 {u"note"_s, {}, u"Parental leave"_s}}));
        QCOMPARE(m_services.members.find(session(), *m_ana)->version, 1);
    }

    void changesAsOneOperationThatIsTakenBackAsOne()
    {
        const auto department = m_services.catalogueService.addDepartment(
            session(), {Name::create(u"Sales"_s).value(), std::nullopt});
        VERIFY_RESULT(department);
        const MemberEdit edit{.department = department->value.id, .joinedOn = QDate(2020, 5, 4)};
        const auto plan = edits().planMembers(session(), targets({*m_ana, *m_bo, *m_gone}), edit);
        VERIFY_RESULT(plan);
        QCOMPARE(plan->items[0].changes[0], (FieldEdit{u"department"_s, {}, u"Sales"_s}));
        const auto done = edits().editMembers(session(), targets({*m_ana, *m_bo, *m_gone}), edit);
        VERIFY_RESULT(done);
        QCOMPARE(done->changed, 3);
        const auto operation = m_services.operations.find(session(), done->operation);
        QCOMPARE(operation->summary.text(), u"Edit 3 member(s)"_s);
        QCOMPARE(m_services.members.find(session(), *m_bo)->joinedOn, QDate(2020, 5, 4));
        VERIFY_RESULT(m_services.management.undo(session(), done->operation));
        QVERIFY(!m_services.members.find(session(), *m_bo)->department);
        QVERIFY(!m_services.members.find(session(), *m_gone)->joinedOn);
    }

    void saysWhyARowIsRefusedAndLeavesItOutIfAsked()
    {
        const MemberEdit edit{.status = MemberStatus::OnLeave};
        EditTargets all = targets({*m_ana, *m_bo, *m_gone});
        const auto plan = edits().planMembers(session(), all, edit);
        VERIFY_RESULT(plan);
        QVERIFY(!plan->isApplicable());
        QCOMPARE(plan->refusedCount(), 1);
        QVERIFY(plan->items[2].refusal->message.startsWith(u"Gone has left."_s));
        VERIFY_ERROR(edits().editMembers(session(), all, edit), ErrorCode::RuleBroken);
        QCOMPARE(m_services.members.find(session(), *m_ana)->status, MemberStatus::Active);
        all.mode = PlanMode::Partial;
        const auto done = edits().editMembers(session(), all, edit);
        VERIFY_RESULT(done);
        QCOMPARE(done->changed, 2);
        QCOMPARE(done->leftOut.size(), 1U);
        QCOMPARE(done->leftOut[0].name, u"Gone"_s);
        QCOMPARE(m_services.members.find(session(), *m_gone)->status, MemberStatus::Departed);
    }

    void doesNothingWhenSomebodyWasFaster()
    {
        const MemberEdit edit{.note = u"x"_s};
        EditTargets seen = targets({*m_ana, *m_bo});
        seen.versions = edits().planMembers(session(), seen, edit)->versions();
        m_database->sql(u"UPDATE seatledger.member SET name = 'Bob' WHERE name = 'Bo'"_s);
        for (const PlanMode mode : {PlanMode::AllOrNothing, PlanMode::Partial}) {
            seen.mode = mode;
            const auto done = edits().editMembers(session(), seen, edit);
            VERIFY_ERROR(done, ErrorCode::Conflict);
            QCOMPARE(done.error().details.value("conflicts"_L1).toArray(), QJsonArray{m_bo->value()});
        }
        QCOMPARE(m_services.members.find(session(), *m_ana)->note.text(), QString());
    }

    void refusesWhatOnlyOneRowCanHave()
    {
        VERIFY_ERROR(edits().planMembers(session(), targets({*m_ana, *m_bo}), {.name = u"Both"_s}),
                     ErrorCode::InvalidInput);
        VERIFY_ERROR(edits().planMembers(session(), targets({*m_ana}), {}), ErrorCode::InvalidInput);
        const auto taken = edits().editMembers(session(), targets({*m_ana}), {.number = u"m2"_s});
        VERIFY_ERROR(taken, ErrorCode::Conflict);
        QCOMPARE(taken.error().details.value("field"_L1).toString(), u"number"_s);
        VERIFY_RESULT(edits().editMembers(session(), targets({*m_ana}), {.name = u" Ana Sousa "_s}));
        QCOMPARE(m_services.members.find(session(), *m_ana)->name.text(), u"Ana Sousa"_s);
    }

    void findsTheLicencesWhoseSeatsArePromised()
    {
        std::vector<LicenseId> licenses;
        for (int i = 0; i < 9; ++i)
            licenses.push_back(m_book->licenseWithSeats(u"Tool %1"_s.arg(i), 2));
        m_database->sql(u"UPDATE seatledger.license SET overage_percent = 50"_s);
        for (const std::size_t full : {2U, 7U}) {
            for (const MemberId member : m_book->members(3))
                m_book->assignment(licenses[full], member);
        }
        EditTargets all;
        for (const LicenseId id : licenses)
            all.ids.append(id.value());
        all.mode = PlanMode::Partial;
        const LicenseEdit edit{.owner = *m_bo, .overagePercent = 0, .lowSeatThreshold = 1};
        const auto plan = edits().planLicenses(session(), all, edit);
        VERIFY_RESULT(plan);
        QCOMPARE(plan->changedCount(), 7);
        for (const std::size_t full : {2U, 7U})
            QCOMPARE(plan->items[full].refusal->details.value("reason"_L1).toString(), u"below_promised"_s);
        QCOMPARE(plan->items[0].changes[0], (FieldEdit{u"owner"_s, {}, u"Bo"_s}));
        const auto done = edits().editLicenses(session(), all, edit);
        VERIFY_RESULT(done);
        QCOMPARE(done->changed, 7);
        QCOMPARE(m_services.licenses.find(session(), licenses[2])->overage.value(), 50);
        QCOMPARE(m_services.licenses.find(session(), licenses[3])->owner, *m_bo);
        VERIFY_RESULT(m_services.management.undo(session(), done->operation));
        QCOMPARE(m_services.licenses.find(session(), licenses[3])->overage.value(), 50);
    }

    void refusesDaysOnWhichTheSeatIsPromised()
    {
        const LicenseId license = m_book->licenseWithSeats(u"CAD"_s, 1);
        const AssignmentId now = m_book->assignment(license, *m_ana);
        const QDate today = m_book->today();
        VERIFY_RESULT(
            edits().editAssignments(session(), {.ids = {now.value()}}, {.lastDay = today.addDays(10)}));
        const AssignmentTerms later{
            Quantity::fromStored(1), Period::create(today.addDays(11), today.addDays(20)).value(), {}};
        const auto given = m_services.management.assign(session(), {license, {{*m_bo}, later}});
        VERIFY_RESULT(given);
        const AssignmentId then = m_services.assignments.madeBy(session(), given->operation)->front().id;
        EditTargets both{.ids = {now.value(), then.value()}, .mode = PlanMode::Partial};
        const AssignmentEdit edit{.lastDay = today.addDays(60), .note = u"kept"_s};
        const auto plan = edits().planAssignments(session(), both, edit);
        VERIFY_RESULT(plan);
        QVERIFY(plan->items[0].refusal);
        QCOMPARE(plan->items[0].refusal->details.value("reason"_L1).toString(), u"no_seat"_s);
        QCOMPARE(plan->items[0].detail, u"CAD"_s);
        QVERIFY(plan->items[1].isChanged());
        VERIFY_ERROR(edits().editAssignments(session(), {.ids = both.ids}, edit), ErrorCode::RuleBroken);
        const auto done = edits().editAssignments(session(), both, edit);
        VERIFY_RESULT(done);
        QCOMPARE(m_services.assignments.find(session(), then)->period.lastDay(), today.addDays(60));
        QCOMPARE(m_services.assignments.find(session(), now)->period.lastDay(), today.addDays(10));
        VERIFY_RESULT(m_services.management.undo(session(), done->operation));
    }

    void leavesTheDaysOfWhatHasEnded()
    {
        const LicenseId license = m_book->licenseWithSeats(u"CAD"_s, 2);
        const AssignmentId ended = m_book->assignment(license, *m_ana);
        const auto revoked = m_services.management.revoke(
            session(), {.assignments = {ended}, .reason = u"not needed"_s});
        VERIFY_RESULT(revoked);
        const EditTargets target{.ids = {ended.value()}};
        const auto plan = edits().planAssignments(session(), target,
                                                  {.firstDay = m_book->today().addDays(-3)});
        VERIFY_RESULT(plan);
        QCOMPARE(plan->refusedCount(), 1);
        VERIFY_RESULT(edits().editAssignments(session(), target, {.note = u"laptop came back"_s}));
    }

    void reservesWhatBeginsLater()
    {
        const LicenseId license = m_book->licenseWithSeats(u"CAD"_s, 2);
        const AssignmentId given = m_book->assignment(license, *m_ana);
        VERIFY_RESULT(edits().editAssignments(session(), {.ids = {given.value()}},
                                              {.firstDay = m_book->today().addDays(5)}));
        QCOMPARE(m_book->state(given), u"reserved"_s);
        QCOMPARE(m_book->held(license), 0);
    }

    void isForThoseWhoMay()
    {
        Colleagues colleagues(*m_database);
        const QString staff = colleagues.add(u"staff"_s, {.role = Role::Staff});
        VERIFY_ERROR(edits().planMembers(colleagues.as(staff), targets({*m_ana}), {.note = u"x"_s}),
                     ErrorCode::Forbidden);
        VERIFY_ERROR(edits().editMembers(colleagues.as(staff), targets({*m_ana}), {.note = u"x"_s}),
                     ErrorCode::Forbidden);
    }

    void reachesTheOwnDepartmentOnly()
    {
        const auto sales = m_services.catalogueService.addDepartment(
            session(), {Name::create(u"Sales"_s).value(), std::nullopt});
        VERIFY_RESULT(edits().editMembers(session(), targets({*m_ana}), {.department = sales->value.id}));
        const LicenseId license = m_book->licenseWithSeats(u"CAD"_s, 2);
        const AssignmentId anas = m_book->assignment(license, *m_ana);
        Colleagues colleagues(*m_database);
        const QString manager = colleagues.add(u"manager"_s, {.role = Role::Manager,
                                                              .rights = {Right::Assign, Right::Revoke},
                                                              .departments = {sales->value.id}});
        const auto done = edits().editAssignments(colleagues.as(manager), {.ids = {anas.value()}},
                                                  {.note = u"ours"_s});
        VERIFY_RESULT(done);
        const AssignmentId bos = m_book->assignment(license, *m_bo);
        VERIFY_ERROR(
            edits().editAssignments(colleagues.as(manager), {.ids = {bos.value()}}, {.note = u"x"_s}),
            ErrorCode::NotFound);
    }

private:
    Session &session() { return m_database->session(); }
    const BulkEditApplicationService &edits() const { return m_services.bulkEdits; }
    static EditTargets targets(const QList<MemberId> &members)
    {
        EditTargets targets;
        for (const MemberId member : members)
            targets.ids.append(member.value());
        return targets;
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    std::optional<MemberId> m_ana, m_bo, m_gone;
    Services m_services;
};

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::BulkEditTest)
#include "bulkedittest.moc"
