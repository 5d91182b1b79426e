// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/operatorapplicationservice.h"

#include "core/db/query.h"
#include "core/db/scramverifier.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"
#include "tests/support/tlsserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString goodPassword = QStringLiteral("correct horse battery staple");

QString reasonIn(const Error &error)
{
    return error.details.value(u"reason"_s).toString();
}

} // namespace

/// Saying who may sign in, as what, and who may say so.
class OperatorApplicationServiceTest : public QObject
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

    void addsAsOneOperationThatCanBeUndone();
    void addsAgainWhatWasUndone();
    void changesAsOneOperationThatCanBeUndone();
    void changingTheRoleChangesTheLoginAtOnce();
    void disablesAndEnables();
    void disablingEndsOpenSessions();
    void signsInWithTheNewPasswordOnly();
    void putsOnRecordThatAPasswordWasSet();
    void refusesWeakPasswordsBeforeAnythingIsWritten();
    void whoMayNotManageOperatorsIsRefused();
    void nobodyLiftsThemselves();
    void whoManagesOperatorsMakesNoAdministrators();
    void whoManagesOperatorsSetsNoPasswordsBeyondTheirRights();
    void everybodySetsTheirOwnPassword();
    void twoAdministratorsAtOnceMeetAConflict();
    void aLoginThatIsTakenNamesTheField();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] Session &as(const QString &login) { return m_people->as(login); }
    [[nodiscard]] OperatorFields fields(const QString &name, Role role = Role::Staff,
                                        std::vector<Right> rights = {}) const
    {
        return {.login = OperatorLogin::create(m_people->loginFor(name)).value(),
                .displayName = Name::create(name).value(),
                .role = role,
                .rights = std::move(rights)};
    }
    [[nodiscard]] Operator added(const QString &name, Role role = Role::Staff, std::vector<Right> rights = {})
    {
        return m_services.operatorService.add(session(), fields(name, role, std::move(rights))).value().value;
    }
    [[nodiscard]] Operator read(const QString &login)
    {
        return m_services.operators.findByLogin(session(), login).value().value();
    }
    [[nodiscard]] QString groupsOf(const QString &login)
    {
        return m_database->value(u"SELECT array_to_string(seatledger.actual_groups('%1'), ' ')"_s.arg(login));
    }
    [[nodiscard]] DepartmentId department(const QString &name)
    {
        return *DepartmentId::fromValue(
            m_database
                ->value(u"INSERT INTO seatledger.department (name) VALUES ('%1') RETURNING id"_s.arg(name))
                .toLongLong());
    }

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Colleagues> m_people;
};

void OperatorApplicationServiceTest::addsAsOneOperationThatCanBeUndone()
{
    OperatorFields wanted = fields(u"mia"_s, Role::Manager, {Right::Assign});
    wanted.departments = {department(u"Optics"_s)};
    const auto mia = m_services.operatorService.add(session(), wanted, goodPassword);
    VERIFY_RESULT(mia);
    QVERIFY(static_cast<const OperatorFields &>(mia->value) == wanted);
    const Operation operation = m_services.operations.find(session(), mia->operation).value();
    QCOMPARE(operation.kind, u"add_operator"_s);
    QCOMPARE(operation.summary.text(), u"Add operator mia (%1)"_s.arg(wanted.login.text()));
    QCOMPARE(operation.actor, u"tester"_s);

    VERIFY_RESULT(m_services.management.undo(session(), mia->operation));
    QVERIFY(!m_services.operators.findByLogin(session(), wanted.login.text()).value());
    QCOMPARE(groupsOf(wanted.login.text()), QString());
    QCOMPARE(m_database->value(
                 u"SELECT rolcanlogin FROM pg_roles WHERE rolname = '%1'"_s.arg(wanted.login.text())),
             u"f"_s);
}

void OperatorApplicationServiceTest::addsAgainWhatWasUndone()
{
    const QString chief = m_people->add(u"chief"_s, {.role = Role::Administrator});
    const auto first = m_services.operatorService.add(as(chief), fields(u"ana"_s), goodPassword);
    VERIFY_RESULT(first);
    VERIFY_RESULT(m_services.management.undo(as(chief), first->operation));
    VERIFY_RESULT(m_services.operatorService.add(as(chief), fields(u"ana"_s)));
}

void OperatorApplicationServiceTest::changesAsOneOperationThatCanBeUndone()
{
    const Operator before = added(u"sam"_s);
    Operator wanted = before;
    wanted.displayName = Name::create(u"Sam Lee").value();
    wanted.role = Role::Manager;
    wanted.rights = {Right::Revoke};
    wanted.departments = {department(u"Optics"_s)};
    const auto changed = m_services.operatorService.update(session(), wanted);
    VERIFY_RESULT(changed);
    wanted.version = changed->value.version;
    QVERIFY(changed->value == wanted);
    VERIFY_RESULT(m_services.management.undo(session(), changed->operation));
    const Operator after = read(before.login.text());
    QVERIFY(static_cast<const OperatorFields &>(after) == static_cast<const OperatorFields &>(before));
    QCOMPARE(groupsOf(before.login.text()), u"seatledger_staff"_s);
}

void OperatorApplicationServiceTest::changingTheRoleChangesTheLoginAtOnce()
{
    Book(*m_database).members(2);
    Operator sam = added(u"sam"_s);
    Session &open = as(sam.login.text());
    const auto membersSeen = [&] {
        const auto seen = Query(open, u"SELECT count(*) AS n FROM seatledger.member"_s)
                              .one([](const Row &row) { return row.integer("n"); });
        return seen ? *seen : -1;
    };
    QCOMPARE(membersSeen(), 2);
    sam.role = Role::Manager;
    sam = m_services.operatorService.update(session(), sam).value().value;
    QCOMPARE(membersSeen(), 0);
    sam.role = Role::Auditor;
    sam = m_services.operatorService.update(session(), sam).value().value;
    QCOMPARE(membersSeen(), -1);
    QVERIFY(!m_services.access.load(open).value().answer(Action::ViewMembers).allowed);
}

void OperatorApplicationServiceTest::disablesAndEnables()
{
    const Operator sam = added(u"sam"_s);
    const auto disabled = m_services.operatorService.disable(session(), sam, u"Left the team"_s);
    VERIFY_RESULT(disabled);
    QVERIFY(disabled->value.isDisabled());
    QCOMPARE(m_services.operations.find(session(), disabled->operation).value().reason, u"Left the team"_s);
    const auto again = m_services.operatorService.disable(session(), disabled->value);
    VERIFY_ERROR(again, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(again.error()), u"no_change"_s);
    VERIFY_ERROR(m_services.operatorService.enable(session(), sam), ErrorCode::Conflict);
    const auto enabled = m_services.operatorService.enable(session(), disabled->value);
    VERIFY_RESULT(enabled);
    QVERIFY(!enabled->value.isDisabled());
    QCOMPARE(groupsOf(sam.login.text()), u"seatledger_staff"_s);
}

void OperatorApplicationServiceTest::disablingEndsOpenSessions()
{
    TlsServer &server = TlsServer::shared();
    const QString book = server.makeBook();
    const auto owner = Connection::open(server.ownerSettings(book)).value();
    Session administrator(*owner, {u"chief"_s, OperationSource::Command});
    OperatorFields wanted = fields(u"ana"_s);
    const auto ana = m_services.operatorService.add(administrator, wanted, goodPassword);
    VERIFY_RESULT(ana);
    const auto open = Connection::open(server.settings(book, wanted.login.text(), goodPassword));
    VERIFY_RESULT(open);
    QVERIFY((*open)->isAlive());

    VERIFY_RESULT(m_services.operatorService.disable(administrator, ana->value));
    QTRY_VERIFY(!(*open)->isAlive());
    VERIFY_ERROR(Connection::open(server.settings(book, wanted.login.text(), goodPassword)),
                 ErrorCode::Forbidden);
}

void OperatorApplicationServiceTest::signsInWithTheNewPasswordOnly()
{
    TlsServer &server = TlsServer::shared();
    const QString book = server.makeBook();
    const auto owner = Connection::open(server.ownerSettings(book)).value();
    Session administrator(*owner, {u"chief"_s, OperationSource::Command});
    const QString login = fields(u"kim"_s).login.text();
    VERIFY_RESULT(m_services.operatorService.add(administrator, fields(u"kim"_s)));
    VERIFY_ERROR(Connection::open(server.settings(book, login, goodPassword)), ErrorCode::Forbidden);
    VERIFY_RESULT(m_services.operatorService.setPassword(administrator, login, goodPassword));
    VERIFY_RESULT(Connection::open(server.settings(book, login, goodPassword)));
    const QString other = u"Grüße aus 東京, 3 mal"_s;
    VERIFY_RESULT(m_services.operatorService.setPassword(administrator, login, other));
    VERIFY_ERROR(Connection::open(server.settings(book, login, goodPassword)), ErrorCode::Forbidden);
    VERIFY_RESULT(Connection::open(server.settings(book, login, other)));
}

void OperatorApplicationServiceTest::putsOnRecordThatAPasswordWasSet()
{
    const Operator ana = added(u"ana"_s);
    VERIFY_RESULT(m_services.operatorService.setPassword(session(), ana.login.text(), goodPassword));
    const Operation operation = m_services.operations.list(session(), 1).value().front();
    QCOMPARE(operation.kind, u"set_password"_s);
    QCOMPARE(operation.summary.text(), u"Set the password of ana (%1)"_s.arg(ana.login.text()));
    const QString written = m_database->value(
        u"SELECT string_agg(coalesce(old::text, '') || coalesce(new::text, ''), ' ') FROM seatledger.audit_event"_s);
    QVERIFY(!written.contains(u"SCRAM"_s) && !written.contains(goodPassword));
    const auto undone = m_services.management.undo(session(), operation.id);
    VERIFY_ERROR(undone, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(undone.error()), u"not_undoable"_s);
}

void OperatorApplicationServiceTest::refusesWeakPasswordsBeforeAnythingIsWritten()
{
    const auto weak = m_services.operatorService.add(session(), fields(u"ana"_s), u"password12"_s);
    VERIFY_ERROR(weak, ErrorCode::InvalidInput);
    QCOMPARE(weak.error().details.value(u"field"_s).toString(), u"password"_s);
    QVERIFY(!m_services.operators.findByLogin(session(), m_people->loginFor(u"ana"_s)).value());
    const Operator ana = added(u"ana"_s);
    VERIFY_ERROR(m_services.operatorService.setPassword(session(), ana.login.text(), u"short"_s),
                 ErrorCode::InvalidInput);
}

void OperatorApplicationServiceTest::whoMayNotManageOperatorsIsRefused()
{
    const Operator other = added(u"other"_s);
    const QString count = m_database->value(u"SELECT count(*) FROM seatledger.operation"_s);
    for (const Role role : {Role::Manager, Role::Staff, Role::Auditor}) {
        const QString login = m_people->add(toText(role), {.role = role});
        const auto added = m_services.operatorService.add(as(login), fields(u"new"_s));
        VERIFY_ERROR(added, ErrorCode::Forbidden);
        QCOMPARE(reasonIn(added.error()), u"not_permitted"_s);
        QVERIFY(added.error().message.startsWith(displayText(Action::ManageOperators)));
        VERIFY_ERROR(m_services.operatorService.update(as(login), other), ErrorCode::Forbidden);
        VERIFY_ERROR(m_services.operatorService.disable(as(login), other), ErrorCode::Forbidden);
        VERIFY_ERROR(m_services.operatorService.enable(as(login), other), ErrorCode::Forbidden);
        VERIFY_ERROR(m_services.operatorService.setPassword(as(login), other.login.text(), goodPassword),
                     ErrorCode::Forbidden);
    }
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.operation WHERE kind <> 'direct'"_s), count);
}

void OperatorApplicationServiceTest::nobodyLiftsThemselves()
{
    const QString sam = m_people->add(u"sam"_s, {.role = Role::Staff, .rights = {Right::ManageOperators}});
    Operator wanted = read(sam);
    wanted.rights.push_back(Right::ViewKeys);
    const auto byService = m_services.operatorService.update(as(sam), wanted);
    VERIFY_ERROR(byService, ErrorCode::Forbidden);
    QCOMPARE(reasonIn(byService.error()), u"own_operator"_s);
    VERIFY_ERROR(m_services.operatorService.disable(as(sam), read(sam)), ErrorCode::Forbidden);
    // the database says the same without the service
    const auto bySql = m_services.operators.update(as(sam), wanted);
    VERIFY_ERROR(bySql, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(bySql.error()), u"own_operator"_s);
    Operator renamed = read(sam);
    renamed.displayName = Name::create(u"Samuel").value();
    VERIFY_RESULT(m_services.operatorService.update(as(sam), renamed));
}

void OperatorApplicationServiceTest::whoManagesOperatorsMakesNoAdministrators()
{
    const DepartmentId optics = department(u"Optics"_s);
    const QString mia = m_people->add(
        u"mia"_s,
        {.role = Role::Manager, .rights = {Right::Assign, Right::ManageOperators}, .departments = {optics}});
    const auto refused = [&](const OperatorFields &wanted) {
        const auto byService = m_services.operatorService.add(as(mia), wanted);
        const auto bySql = m_services.operators.add(as(mia), wanted);
        return !byService && byService.error().code == ErrorCode::Forbidden
               && reasonIn(byService.error()) == u"beyond_own_rights"_s && !bySql
               && reasonIn(bySql.error()) == u"beyond_own_rights"_s;
    };
    QVERIFY(refused(fields(u"a"_s, Role::Administrator)));
    QVERIFY(refused(fields(u"b"_s, Role::Auditor)));
    QVERIFY(refused(fields(u"c"_s, Role::Staff)));
    QVERIFY(refused(fields(u"d"_s, Role::Manager, {Right::ManageOperators})));
    QVERIFY(refused(fields(u"e"_s, Role::Manager, {Right::Revoke})));
    OperatorFields farAway = fields(u"f"_s, Role::Manager);
    farAway.departments = {department(u"Sales"_s)};
    QVERIFY(refused(farAway));

    OperatorFields colleague = fields(u"g"_s, Role::Manager, {Right::Assign});
    colleague.departments = {optics};
    VERIFY_RESULT(m_services.operatorService.add(as(mia), colleague, goodPassword));
    const QString sam = m_people->add(u"sam"_s, {.role = Role::Staff, .rights = {Right::ManageOperators}});
    Session &asSam = as(sam);
    VERIFY_ERROR(m_services.operatorService.add(asSam, fields(u"h"_s, Role::Manager)), ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.operators.add(asSam, fields(u"h"_s, Role::Manager)), ErrorCode::RuleBroken);
    VERIFY_RESULT(m_services.operatorService.add(asSam, fields(u"h"_s, Role::Staff)));
}

void OperatorApplicationServiceTest::whoManagesOperatorsSetsNoPasswordsBeyondTheirRights()
{
    const QString mia = m_people->add(u"mia"_s, {.role = Role::Manager, .rights = {Right::ManageOperators}});
    for (const Role role : {Role::Administrator, Role::Staff, Role::Auditor}) {
        const QString login = m_people->add(toText(role), {.role = role});
        VERIFY_ERROR(m_services.operatorService.setPassword(as(mia), login, goodPassword),
                     ErrorCode::Forbidden);
        const QString verifier = scramVerifier(m_database->connection(), login, goodPassword).value();
        VERIFY_ERROR(m_services.operators.setPassword(as(mia), login, verifier), ErrorCode::Forbidden);
    }
    const QString peer = m_people->add(u"peer"_s, {.role = Role::Manager});
    VERIFY_RESULT(m_services.operatorService.setPassword(as(mia), peer, goodPassword));
}

void OperatorApplicationServiceTest::everybodySetsTheirOwnPassword()
{
    for (const Role role : {Role::Administrator, Role::Manager, Role::Staff, Role::Auditor}) {
        const QString login = m_people->add(toText(role), {.role = role});
        VERIFY_RESULT(m_services.operatorService.setPassword(as(login), login, goodPassword));
        VERIFY_ERROR(m_services.operatorService.setPassword(as(login), login, u"short"_s),
                     ErrorCode::InvalidInput);
    }
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.operator_password_change"_s), u"4"_s);
}

void OperatorApplicationServiceTest::twoAdministratorsAtOnceMeetAConflict()
{
    const Operator read = added(u"sam"_s);
    const QString first = m_people->add(u"first"_s, {.role = Role::Administrator});
    const QString second = m_people->add(u"second"_s, {.role = Role::Administrator});
    Operator mine = read;
    mine.rights = {Right::Assign};
    VERIFY_RESULT(m_services.operatorService.update(as(first), mine));
    Operator theirs = read;
    theirs.displayName = Name::create(u"Sam Lee").value();
    const auto late = m_services.operatorService.update(as(second), theirs);
    VERIFY_ERROR(late, ErrorCode::Conflict);
    QCOMPARE(late.error().details.value(u"current_version"_s).toInt(), 2);
    VERIFY_ERROR(m_services.operatorService.disable(as(second), read), ErrorCode::Conflict);
    QCOMPARE(this->read(read.login.text()).rights, std::vector{Right::Assign});
}

void OperatorApplicationServiceTest::aLoginThatIsTakenNamesTheField()
{
    const Operator sam = added(u"sam"_s);
    const auto twice = m_services.operatorService.add(session(), fields(u"sam"_s));
    VERIFY_ERROR(twice, ErrorCode::Conflict);
    QCOMPARE(twice.error().details.value(u"field"_s).toString(), u"login"_s);
    const QString chief = m_people->add(u"chief"_s, {.role = Role::Administrator});
    m_database->sql(u"CREATE ROLE %1 LOGIN"_s.arg(m_people->loginFor(u"app"_s)));
    const auto taken = m_services.operatorService.add(as(chief), fields(u"app"_s));
    VERIFY_ERROR(taken, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(taken.error()), u"login_not_adoptable"_s);
    QVERIFY(taken.error().message.contains(u"choose another"_s));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::OperatorApplicationServiceTest)
#include "operatorapplicationservicetest.moc"
