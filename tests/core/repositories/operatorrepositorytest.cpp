// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/operatorrepository.h"

#include "core/db/scramverifier.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Operators in a real database, and the logins that follow them.
class OperatorRepositoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_people = std::make_unique<Colleagues>(*m_database);
    }
    void cleanup()
    {
        m_people.reset();
        m_database.reset();
    }

    void keepsEveryField();
    void keepsDepartmentsThatWereTakenAway();
    void findsByExactLogin();
    void refusesAnOldVersion();
    void countsAVersionForDepartmentsAlone();
    void makesALoginThatFollows();
    void keepsOnlyTheVerifierOfAPassword();
    void refusesLoginsThatAreSomebodyElse_data();
    void refusesLoginsThatAreSomebodyElse();
    void actsAsTheOperatorOfTheSession();
    void actsAsAnAdministratorForTheOwner();
    void actsAsNobodyForAStranger();
    void actsAsThemselvesWithAGroupRoleTakenOn();
    void knowsTheScopeOfOthersForThoseWhoSeeOperators();
    void findsTargetsAsFarAsTheSessionSees();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] DepartmentId department(const QString &name, std::optional<DepartmentId> parent = {})
    {
        return *DepartmentId::fromValue(
            m_database
                ->value(
                    u"INSERT INTO seatledger.department (name, parent_id) VALUES ('%1', %2) RETURNING id"_s
                        .arg(name, parent ? QString::number(parent->value()) : u"NULL"_s))
                .toLongLong());
    }
    [[nodiscard]] OperatorFields fields(const QString &name, Role role = Role::Staff) const
    {
        return {.login = OperatorLogin::create(m_people->loginFor(name)).value(),
                .displayName = Name::create(name).value(),
                .role = role};
    }
    [[nodiscard]] QString groupsOf(const QString &login)
    {
        return m_database->value(u"SELECT array_to_string(seatledger.actual_groups('%1'), ' ')"_s.arg(login));
    }
    [[nodiscard]] QString mayLogIn(const QString &login)
    {
        return m_database->value(u"SELECT rolcanlogin FROM pg_roles WHERE rolname = '%1'"_s.arg(login));
    }

    OperatorRepository m_operators;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Colleagues> m_people;
};

void OperatorRepositoryTest::keepsEveryField()
{
    Book book(*m_database);
    OperatorFields whole = fields(u"mia"_s, Role::Manager);
    whole.rights = {Right::Assign, Right::ViewKeys};
    whole.member = book.member(u"Mia"_s);
    whole.departments = {department(u"Optics"_s), department(u"Sales"_s)};
    const auto added = m_operators.add(session(), whole);
    VERIFY_RESULT(added);
    QVERIFY(static_cast<const OperatorFields &>(*added) == whole);
    QCOMPARE(added->version, 1);
    QVERIFY(!added->isDisabled());

    Operator changed = *added;
    changed.displayName = Name::create(u"Mia Chen").value();
    changed.role = Role::Staff;
    changed.rights = {Right::Revoke};
    changed.member = std::nullopt;
    changed.departments = {};
    changed.disabledAt = m_database->now();
    const auto updated = m_operators.update(session(), changed);
    VERIFY_RESULT(updated);
    changed.version = 2;
    QVERIFY(*updated == changed);
    QVERIFY(m_operators.list(session()).value() == std::vector{changed});
}

void OperatorRepositoryTest::keepsDepartmentsThatWereTakenAway()
{
    OperatorFields manager = fields(u"mia"_s, Role::Manager);
    const DepartmentId optics = department(u"Optics"_s);
    const DepartmentId sales = department(u"Sales"_s);
    manager.departments = {optics};
    Operator mia = m_operators.add(session(), manager).value();
    mia.departments = {sales};
    mia = m_operators.update(session(), mia).value();
    mia.departments = {optics, sales};
    VERIFY_RESULT(m_operators.update(session(), mia));
    QCOMPARE(m_database->sql(
                 u"SELECT department_id, ended_at IS NULL FROM seatledger.operator_department ORDER BY id"_s),
             QList<QStringList>({{QString::number(optics.value()), u"f"_s},
                                 {QString::number(sales.value()), u"t"_s},
                                 {QString::number(optics.value()), u"t"_s}}));
}

void OperatorRepositoryTest::findsByExactLogin()
{
    const Operator ana = m_operators.add(session(), fields(u"ana"_s)).value();
    QVERIFY(m_operators.findByLogin(session(), ana.login.text()).value() == ana);
    QVERIFY(!m_operators.findByLogin(session(), ana.login.text().toUpper()).value());
    VERIFY_ERROR(m_operators.find(session(), *OperatorId::fromValue(99)), ErrorCode::NotFound);
    VERIFY_ERROR(m_operators.add(session(), fields(u"ana"_s)), ErrorCode::Conflict);
}

void OperatorRepositoryTest::refusesAnOldVersion()
{
    const Operator read = m_operators.add(session(), fields(u"ana"_s)).value();
    Operator mine = read;
    mine.role = Role::Auditor;
    VERIFY_RESULT(m_operators.update(session(), mine));
    Operator theirs = read;
    theirs.role = Role::Administrator;
    const auto late = m_operators.update(m_database->otherSession(), theirs);
    VERIFY_ERROR(late, ErrorCode::Conflict);
    QCOMPARE(late.error().details.value(u"current_version"_s).toInt(), 2);
}

void OperatorRepositoryTest::countsAVersionForDepartmentsAlone()
{
    Operator mia = m_operators.add(session(), fields(u"mia"_s, Role::Manager)).value();
    Operator theirs = mia;
    mia.departments = {department(u"Optics"_s)};
    VERIFY_RESULT(m_operators.update(session(), mia));
    theirs.departments = {department(u"Sales"_s)};
    VERIFY_ERROR(m_operators.update(session(), theirs), ErrorCode::Conflict);
}

void OperatorRepositoryTest::makesALoginThatFollows()
{
    OperatorFields wanted = fields(u"sam"_s);
    wanted.rights = {Right::Assign};
    Operator sam = m_operators.add(session(), wanted).value();
    QCOMPARE(groupsOf(sam.login.text()), u"seatledger_assign seatledger_staff"_s);
    QCOMPARE(mayLogIn(sam.login.text()), u"t"_s);
    sam.role = Role::Auditor;
    sam.rights = {};
    sam = m_operators.update(session(), sam).value();
    QCOMPARE(groupsOf(sam.login.text()), u"seatledger_auditor"_s);
    sam.disabledAt = m_database->now();
    sam = m_operators.update(session(), sam).value();
    QCOMPARE(groupsOf(sam.login.text()), QString());
    QCOMPARE(mayLogIn(sam.login.text()), u"f"_s);
}

void OperatorRepositoryTest::keepsOnlyTheVerifierOfAPassword()
{
    const QString login = m_operators.add(session(), fields(u"ana"_s)).value().login.text();
    const QString password = u"correct horse battery staple"_s;
    const auto verifier = scramVerifier(m_database->connection(), login, password);
    VERIFY_RESULT(verifier);
    QVERIFY(verifier->startsWith(u"SCRAM-SHA-256$"_s));
    QVERIFY(!verifier->contains(password));
    QVERIFY(scramVerifier(m_database->connection(), login, password).value() != *verifier);
    VERIFY_RESULT(m_operators.setPassword(session(), login, *verifier));
    QCOMPARE(m_database->value(u"SELECT rolpassword FROM pg_authid WHERE rolname = '%1'"_s.arg(login)),
             *verifier);
    VERIFY_ERROR(m_operators.setPassword(session(), login, password), ErrorCode::RuleBroken);
    VERIFY_ERROR(m_operators.setPassword(session(), u"nobody"_s, *verifier), ErrorCode::RuleBroken);
}

void OperatorRepositoryTest::refusesLoginsThatAreSomebodyElse_data()
{
    QTest::addColumn<QString>("login");
    QTest::newRow("the owner of the book") << u"seatledger_owner"_s;
    QTest::newRow("a group role") << u"seatledger_staff"_s;
    QTest::newRow("PostgreSQL's own") << u"pg_read_all_data"_s;
    QTest::newRow("the superuser's name") << u"postgres"_s;
    QTest::newRow("another superuser") << u"chief"_s;
    QTest::newRow("who makes roles") << u"maker"_s;
    QTest::newRow("who reads everything") << u"reader"_s;
}

void OperatorRepositoryTest::refusesLoginsThatAreSomebodyElse()
{
    QFETCH(QString, login);
    const QString unique = m_people->loginFor(login);
    if (login == u"chief"_s)
        m_database->sql(u"CREATE ROLE %1 SUPERUSER"_s.arg(unique));
    if (login == u"maker"_s)
        m_database->sql(u"CREATE ROLE %1 CREATEROLE"_s.arg(unique));
    if (login == u"reader"_s)
        m_database->sql(u"CREATE ROLE %1; GRANT pg_read_all_data TO %1"_s.arg(unique));
    const bool exists = m_database->value(u"SELECT count(*) FROM pg_roles WHERE rolname = '%1'"_s.arg(unique))
                        == u"1"_s;
    OperatorFields wanted = fields(u"x"_s, Role::Administrator);
    wanted.login = OperatorLogin::fromStored(exists ? unique : login);
    const auto added = m_operators.add(session(), wanted);
    VERIFY_ERROR(added, ErrorCode::RuleBroken);
    if (exists)
        QCOMPARE(added.error().details.value(u"reason"_s).toString(), u"login_not_adoptable"_s);
}

void OperatorRepositoryTest::actsAsTheOperatorOfTheSession()
{
    const DepartmentId optics = department(u"Optics"_s);
    const DepartmentId lenses = department(u"Lenses"_s, optics);
    const MemberId member = Book(*m_database).member(u"Mia"_s);
    const QString mia = m_people->add(
        u"mia"_s,
        {.role = Role::Manager, .rights = {Right::Revoke}, .departments = {optics}, .member = member});
    const auto acting = m_operators.actingOperator(m_people->as(mia));
    VERIFY_RESULT(acting);
    QCOMPARE(acting->login, mia);
    QCOMPARE(acting->displayName, u"mia"_s);
    QVERIFY(acting->id);
    QCOMPARE(acting->subject.role, Role::Manager);
    QCOMPARE(acting->subject.rights, std::vector{Right::Revoke});
    QCOMPARE(acting->subject.member, std::optional(member));
    QCOMPARE(std::set(acting->subject.departments.begin(), acting->subject.departments.end()),
             (std::set{optics, lenses}));
}

void OperatorRepositoryTest::actsAsAnAdministratorForTheOwner()
{
    const auto acting = m_operators.actingOperator(session());
    VERIFY_RESULT(acting);
    QCOMPARE(acting->login, u"seatledger_owner"_s);
    QVERIFY(!acting->id);
    QCOMPARE(acting->subject.role, Role::Administrator);
}

void OperatorRepositoryTest::actsAsNobodyForAStranger()
{
    const QString stranger = m_people->loginFor(u"stranger"_s);
    m_database->sql(u"CREATE ROLE %1 LOGIN"_s.arg(stranger));
    const auto acting = m_operators.actingOperator(m_people->as(stranger));
    VERIFY_ERROR(acting, ErrorCode::Forbidden);
    QCOMPARE(acting.error().details.value(u"reason"_s).toString(), u"no_operator"_s);
    QVERIFY(acting.error().message.startsWith(stranger));

    const QString ana = m_people->add(u"ana"_s, {.role = Role::Administrator});
    VERIFY_RESULT(m_operators.actingOperator(m_people->as(ana)));
    m_database->sql(u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(ana));
    VERIFY_ERROR(m_operators.actingOperator(m_people->as(ana)), ErrorCode::Forbidden);
}

void OperatorRepositoryTest::actsAsThemselvesWithAGroupRoleTakenOn()
{
    const QString sam = m_people->add(u"sam"_s, {.role = Role::Staff, .rights = {Right::ManageOperators}});
    VERIFY_RESULT(m_people->connectionOf(sam).execScript(u"SET ROLE seatledger_staff"_s));
    QCOMPARE(m_operators.actingOperator(m_people->as(sam)).value().login, sam);
}

void OperatorRepositoryTest::knowsTheScopeOfOthersForThoseWhoSeeOperators()
{
    const DepartmentId optics = department(u"Optics"_s);
    const DepartmentId lenses = department(u"Lenses"_s, optics);
    const QString mia = m_people->add(u"mia"_s, {.role = Role::Manager, .departments = {optics}});
    const QString auditor = m_people->add(u"kim"_s, {.role = Role::Auditor});
    const QString staff = m_people->add(u"sam"_s, {.role = Role::Staff});
    const Operator asked = m_operators.findByLogin(session(), mia).value().value();
    const auto scopeFor = [&](Session &asking) {
        const auto subject = m_operators.subjectOf(asking, asked);
        return subject ? std::set(subject->departments.begin(), subject->departments.end())
                       : std::set<DepartmentId>();
    };
    QCOMPARE(scopeFor(session()), (std::set{optics, lenses}));
    QCOMPARE(scopeFor(m_people->as(auditor)), (std::set{optics, lenses}));
    QCOMPARE(scopeFor(m_people->as(mia)), (std::set{optics, lenses}));
    QVERIFY(scopeFor(m_people->as(staff)).empty());
    QVERIFY(!m_operators.findByLogin(m_people->as(staff), mia).value());
}

void OperatorRepositoryTest::findsTargetsAsFarAsTheSessionSees()
{
    Book book(*m_database);
    const LicenseId ide = book.licenseWithSeats(u"IDE"_s, 5);
    const MemberId near = book.member(u"Nora"_s);
    const MemberId far = book.member(u"Fred"_s);
    const DepartmentId optics = department(u"Optics"_s);
    m_database->sql(u"UPDATE seatledger.member SET department_id = %1 WHERE id = %2"_s.arg(optics.value())
                        .arg(near.value()));
    const AssignmentId nearSeat = book.assignment(ide, near);
    const AssignmentId farSeat = book.assignment(ide, far);
    QCOMPARE(m_operators.holdersOf(session(), {nearSeat, farSeat, nearSeat}).value().size(), 2U);
    QCOMPARE(m_operators.targetsOf(session(), {far}).value().front().department, std::nullopt);

    Session &mia = m_people->as(m_people->add(u"mia"_s, {.role = Role::Manager, .departments = {optics}}));
    const auto seen = m_operators.holdersOf(mia, {nearSeat, farSeat});
    VERIFY_RESULT(seen);
    QCOMPARE(seen->size(), 1U);
    QCOMPARE(seen->front().member, std::optional(near));
    QCOMPARE(seen->front().department, std::optional(optics));
    QVERIFY(m_operators.holds(session(), near, ide, OperatorRepository::Seats::Active).value());
    m_database->sql(
        u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), end_reason = 'x' WHERE id = %1"_s
            .arg(nearSeat.value()));
    QVERIFY(!m_operators.holds(session(), near, ide, OperatorRepository::Seats::Active).value());
    QVERIFY(m_operators.holds(session(), near, ide, OperatorRepository::Seats::Any).value());
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::OperatorRepositoryTest)
#include "operatorrepositorytest.moc"
