// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What services do for people who may not do everything: refuse first and in words, leave out whom an action
/// does not reach. Which role may do what is PermissionMatrixTest's.
class PermittedTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void leavesOutMembersOutOfReach();
    void refusesAsAWholeWhatMustBeWhole();
    void plansOnlyWhatIsPermitted();
    void findsNoAssignmentOfOtherDepartments();
    void countsSeatsOfAllDepartments();
    void saysWhyInASentence_data();
    void saysWhyInASentence();
    void exportsWhatIsSeen();
    void changesNothingForTheOwner();

private:
    [[nodiscard]] AssignCommand assigning(const QList<MemberId> &members, PlanMode mode) const;
    [[nodiscard]] MemberId inDepartment(const QString &name, int department);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Colleagues> m_people;
    Services m_services;
    LicenseId m_ide = *LicenseId::fromValue(1);
    MemberId m_near = *MemberId::fromValue(1);
    MemberId m_far = *MemberId::fromValue(1);
    QString m_manager;
};

void PermittedTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_people = std::make_unique<Colleagues>(*m_database);
    m_database->sql(u"INSERT INTO seatledger.department (id, name) VALUES (1, 'Optics'), (2, 'Sales')"_s);
    m_ide = m_book->licenseWithSeats(u"IDE"_s, 3);
    m_near = inDepartment(u"Nora"_s, 1);
    m_far = inDepartment(u"Fred"_s, 2);
    m_manager = m_people->add(u"mia"_s, {.role = Role::Manager,
                                         .rights = {Right::Assign, Right::Revoke},
                                         .departments = {*DepartmentId::fromValue(1)}});
}

void PermittedTest::cleanup()
{
    m_people.reset();
    m_book.reset();
    m_database.reset();
}

MemberId PermittedTest::inDepartment(const QString &name, int department)
{
    const MemberId member = m_book->member(name);
    m_database->sql(u"UPDATE seatledger.member SET department_id = %1 WHERE id = %2"_s.arg(department)
                        .arg(member.value()));
    return member;
}

AssignCommand PermittedTest::assigning(const QList<MemberId> &members, PlanMode mode) const
{
    const auto terms = AssignmentDraft{.firstDay = m_book->today()}.create();
    return {m_ide, {.members = {members.begin(), members.end()}, .terms = terms.value(), .mode = mode}};
}

void PermittedTest::leavesOutMembersOutOfReach()
{
    Session &session = m_people->as(m_manager);
    const auto done = m_services.management.assign(session, assigning({m_far, m_near}, PlanMode::Partial));
    VERIFY_RESULT(done);
    QCOMPARE(done->changed, 1);
    QCOMPARE(done->leftOut.size(), std::size_t(1));
    QCOMPARE(done->leftOut.front().member, m_far);
    QCOMPARE(done->leftOut.front().refusal.reason, RefusalReason::NotPermitted);
    QCOMPARE(m_book->held(m_ide), 1);
}

void PermittedTest::refusesAsAWholeWhatMustBeWhole()
{
    const auto refused = m_services.management.assign(m_people->as(m_manager),
                                                      assigning({m_far, m_near}, PlanMode::AllOrNothing));
    VERIFY_ERROR(refused, ErrorCode::Forbidden);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"not_permitted"_s);
    QCOMPARE(m_book->held(m_ide), 0);
    // Nobody's id and an invisible one look the same.
    const auto unknown = m_services.management.assign(
        m_people->as(m_manager), assigning({*MemberId::fromValue(4711)}, PlanMode::AllOrNothing));
    VERIFY_ERROR(unknown, ErrorCode::Forbidden);
    QCOMPARE(unknown.error().message, refused.error().message);
}

void PermittedTest::plansOnlyWhatIsPermitted()
{
    const auto plan = m_services.management.planAssign(m_people->as(m_manager),
                                                       assigning({m_far, m_near}, PlanMode::Partial));
    VERIFY_RESULT(plan);
    QCOMPARE(plan->grantedCount(), 1);
    const QString staff = m_people->add(u"stan"_s, {.role = Role::Staff});
    VERIFY_ERROR(
        m_services.management.planAssign(m_people->as(staff), assigning({m_near}, PlanMode::Partial)),
        ErrorCode::Forbidden);
}

void PermittedTest::findsNoAssignmentOfOtherDepartments()
{
    const AssignmentId near = m_book->assignment(m_ide, m_near);
    const AssignmentId far = m_book->assignment(m_ide, m_far);
    const AssignmentsCommand both{.assignments = {near, far}, .mode = PlanMode::Partial, .reason = u"x"_s};
    VERIFY_ERROR(m_services.management.revoke(m_people->as(m_manager), both), ErrorCode::NotFound);
    VERIFY_RESULT(
        m_services.management.revoke(m_people->as(m_manager), {.assignments = {near}, .reason = u"x"_s}));
    QCOMPARE(m_book->state(far), u"active"_s);
    const auto passed = m_services.management.transfer(
        m_people->as(m_manager), {.assignments = {m_book->assignment(m_ide, m_near)}}, m_far);
    VERIFY_ERROR(passed, ErrorCode::Forbidden);
}

/// Whom one does not see takes seats all the same.
void PermittedTest::countsSeatsOfAllDepartments()
{
    for (int i = 0; i < 3; ++i)
        (void)m_book->assignment(m_ide, inDepartment(u"Sales %1"_s.arg(i), 2));
    const auto full = m_services.management.assign(m_people->as(m_manager),
                                                   assigning({m_near}, PlanMode::AllOrNothing));
    VERIFY_ERROR(full, ErrorCode::RuleBroken);
    QCOMPARE(full.error().details.value(u"reason"_s).toString(), u"no_seat"_s);
    QCOMPARE(full.error().details.value(u"demand"_s).toInt(), 4);
}

void PermittedTest::saysWhyInASentence_data()
{
    using Use = std::function<Error(const Services &, Session &, Book &)>;
    QTest::addColumn<Use>("use");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QString &sentence, Use use) {
        QTest::newRow(name) << use << sentence;
    };
    const auto errorOf = [](const auto &result) {
        return result ? Error{ErrorCode::Internal, u"done"_s, {}} : result.error();
    };
    const AssignmentsCommand none{.assignments = {*AssignmentId::fromValue(1)}, .reason = u"x"_s};
    row("revoke",
        u"Revoke seats: not permitted to the role staff. Beyond the role, the right “Revoke seats” would permit it."_s,
        [=](const Services &s, Session &session, Book &) {
            return errorOf(s.management.revoke(session, none));
        });
    row("suspend",
        u"Suspend and resume seats: not permitted to the role staff. Beyond the role, the rights “Assign seats” and “Revoke seats” would permit it."_s,
        [=](const Services &s, Session &session, Book &) {
            return errorOf(s.management.suspend(session, none, {}));
        });
    row("undo", u"Undo operations: not permitted to the role staff."_s,
        [=](const Services &s, Session &session, Book &) {
            return errorOf(s.management.undo(session, *OperationId::fromValue(1)));
        });
    row("member", u"Edit members: not permitted to the role staff."_s,
        [=](const Services &s, Session &session, Book &) {
            const auto fields = MemberDraft{.number = u"9"_s, .name = u"X"_s, .email = u"x@example.org"_s}
                                    .create();
            return errorOf(s.catalogueService.addMember(session, fields.value()));
        });
    row("department", u"Edit members: not permitted to the role staff."_s,
        [=](const Services &s, Session &session, Book &) {
            return errorOf(s.catalogueService.addDepartment(session, {.name = Name::fromStored(u"X"_s)}));
        });
    row("license",
        u"Edit licences and the catalogue: not permitted to the role staff. Beyond the role, the right “Edit licences and the catalogue” would permit it."_s,
        [=](const Services &s, Session &session, Book &) {
            return errorOf(s.catalogueService.addLicense(session, {}));
        });
    row("key",
        u"View keys: not permitted to the role staff. Beyond the role, the right “View keys” would permit it."_s,
        [=](const Services &s, Session &session, Book &) {
            return errorOf(s.keyService.read(session, *LicenseKeyId::fromValue(1)));
        });
}

void PermittedTest::saysWhyInASentence()
{
    using Use = std::function<Error(const Services &, Session &, Book &)>;
    QFETCH(Use, use);
    QFETCH(QString, sentence);
    const QString staff = m_people->add(u"stan"_s, {.role = Role::Staff});
    const Error refusal = use(m_services, m_people->as(staff), *m_book);
    QVERIFY2(refusal.code == ErrorCode::Forbidden, describe(refusal).constData());
    QCOMPARE(refusal.message, sentence);
    QCOMPARE(refusal.details.value(u"reason"_s).toString(), u"not_permitted"_s);
}

void PermittedTest::exportsWhatIsSeen()
{
    const auto exported = [this](const QString &login) {
        QBuffer csv;
        csv.open(QIODevice::WriteOnly);
        const auto rows = m_services.exports.toDevice(m_people->as(login), MemberExport(), csv);
        return rows ? csv.data() : errorCodeName(rows.error().code).toUtf8();
    };
    const QByteArray seen = exported(m_manager);
    QVERIFY(seen.contains("Nora") && !seen.contains("Fred"));
    QVERIFY(exported(m_people->add(u"stan"_s, {.role = Role::Staff})).contains("Fred"));
    QCOMPARE(exported(m_people->add(u"aud"_s, {.role = Role::Auditor})), QByteArray("forbidden"));
    QCOMPARE(exported(m_people->add(u"mem"_s, {.role = Role::Member, .member = m_near})),
             QByteArray("forbidden"));
}

void PermittedTest::changesNothingForTheOwner()
{
    const auto unknown = m_services.management.assign(
        m_database->session(), assigning({*MemberId::fromValue(4711)}, PlanMode::AllOrNothing));
    VERIFY_ERROR(unknown, ErrorCode::NotFound);
    VERIFY_RESULT(m_services.management.assign(m_database->session(),
                                               assigning({m_far, m_near}, PlanMode::AllOrNothing)));
}

} // namespace seatledger

QTEST_MAIN(seatledger::PermittedTest)
#include "permittedtest.moc"
