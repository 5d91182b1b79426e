// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enumtext.h"
#include "tests/support/attack.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Becoming, signing as or ruling over somebody else, with psql and one's own login on a server that a team
/// shares.
class AttackIdentityTest : public AttackTest
{
    Q_OBJECT

private slots:
    void becomesNobodyElse();
    void gainsNothingByTakingOnAGroupRole();
    void isNobodyInAnotherBook();
    void signsAsNobodyElse();
    void booksNothingOnTheBooksOwnOperation();
    void borrowsNothingFromUndoing();
    void givesOneselfNothing();
    void handsOnNoMoreThanOneHas();
    void setsNobodyElsesPassword();
    void takesOverNoLoginOfTheServer();
    void lendsNobodyALogin();
};

void AttackIdentityTest::becomesNobodyElse()
{
    const QString administrator = m_team->add(Role::Administrator);
    const QString manager = m_team->add(Role::Manager, {Right::Assign, Right::Revoke});
    const QString refused = u"42501"_s;
    for (const QString &role : {administrator, u"seatledger_owner"_s, u"seatledger_administrator"_s,
                                u"seatledger_staff"_s, u"seatledger_server"_s}) {
        m_attack->refuses(manager, u"SET ROLE "_s + role, refused);
        m_attack->refuses(manager, u"SELECT set_config('role', '%1', false)"_s.arg(role), refused);
        m_attack->refuses(manager, u"SET SESSION AUTHORIZATION "_s + role, refused);
        m_attack->refuses(manager, u"GRANT %1 TO %2"_s.arg(role, manager), refused);
        m_attack->refuses(manager, u"ALTER ROLE %1 PASSWORD 'x'"_s.arg(role), refused);
        m_attack->refuses(manager, u"ALTER ROLE %1 NOLOGIN"_s.arg(role), refused);
    }
    m_attack->refuses(manager, u"SET ROLE pg_read_all_data"_s, refused);
    m_attack->refuses(administrator, u"SET ROLE "_s + manager, refused);
}

/// A group role that one is a member of may be taken on; it sees and may do less than the login, not more.
void AttackIdentityTest::gainsNothingByTakingOnAGroupRole()
{
    const QString manager = m_team->add(Role::Manager, {Right::Assign, Right::Revoke});
    const QString all = u"; SELECT * FROM seatledger.member"_s;
    for (const QString &role : {u"seatledger_manager"_s, u"seatledger_assign"_s}) {
        const Said said = say(m_team->as(manager), u"SET ROLE "_s + role + all);
        QVERIFY2(!Attack::tells(said), qPrintable(said.text));
    }
    m_attack->refuses(manager,
                      u"SET ROLE seatledger_revoke; UPDATE seatledger.license_assignment SET note = 'x'"_s,
                      u"42501"_s);
}

void AttackIdentityTest::isNobodyInAnotherBook()
{
    auto elsewhere = m_team->settings(m_team->add(Role::Administrator));
    elsewhere.database = TlsServer::shared().makeBook();
    TlsServer::shared().sql(u"SELECT seatledger.admit_operators_only()"_s, elsewhere.database);
    VERIFY_ERROR(Connection::probe(elsewhere), ErrorCode::Forbidden);
}

void AttackIdentityTest::signsAsNobodyElse()
{
    const QStringList starts{
        {},
        u"SELECT seatledger.begin_operation('edit', 'x', 'job', 'seatledger');"_s,
        u"SET LOCAL ROLE seatledger_%1; SELECT seatledger.begin_operation('edit', 'x', 'job', 'boss'); RESET ROLE;"_s,
        u"SET LOCAL seatledger.operation = '1';"_s,
        u"SET LOCAL seatledger.operation = 'nonsense';"_s,
        u"SET LOCAL seatledger.operation = '99999999999999999999';"_s,
    };
    const QString change = u"UPDATE seatledger.license_assignment SET note = note || '.' WHERE id = 1"_s;
    const QString signature =
        u"SELECT concat_ws(' ', o.actor, o.login, o.source) FROM seatledger.operation o "
        "JOIN seatledger.audit_statement s ON s.operation_id = o.id ORDER BY s.id DESC LIMIT 1"_s;
    for (const Role role : {Role::Administrator, Role::Manager}) {
        const QString login = m_team->add(
            role, role == Role::Manager ? std::vector{Right::Assign, Right::Revoke} : std::vector<Right>());
        for (QString start : starts) {
            m_attack->allows(login,
                             u"BEGIN; %1 %2; COMMIT"_s.arg(start.replace(u"%1"_s, toText(role)), change));
            QCOMPARE(m_team->value(signature), u"%1 %1 sql"_s.arg(login));
        }
    }
    // The server signs as the one whose part it takes.
    const QString member = m_team->add(Role::Member);
    m_attack->allows(member, u"SELECT seatledger.current_operation()"_s);
    QCOMPARE(m_team->value(u"SELECT actor FROM seatledger.operation ORDER BY id DESC LIMIT 1"_s), member);
}

void AttackIdentityTest::booksNothingOnTheBooksOwnOperation()
{
    const QString administrator = m_team->add(Role::Administrator);
    (void)say(m_team->owner(),
              u"INSERT INTO seatledger.license_assignment (license_id, member_id, state, period) VALUES "
              "(2, 2, 'reserved', daterange(seatledger.today() + 1, NULL)); "
              "UPDATE seatledger.clock SET day_shift = 1"_s);
    const Said done = say(m_team->as(administrator), uR"(BEGIN; SELECT seatledger.advance_due();
        SELECT set_config('seatledger.operation', (SELECT max(id)::text FROM seatledger.operation WHERE source = 'job'), true);
        UPDATE seatledger.license_assignment SET note = 'by nobody' WHERE id = 1; COMMIT)"_s);
    QCOMPARE(done.state, QString());
    QCOMPARE(m_team->value(
                 u"SELECT o.actor FROM seatledger.audit_event e JOIN seatledger.audit_statement s ON s.id = "
                 u"e.statement_id "
                 "JOIN seatledger.operation o ON o.id = s.operation_id WHERE e.new->>'note' = 'by nobody'"_s),
             administrator);
    QCOMPARE(m_team->value(u"SELECT o.source FROM seatledger.operation o JOIN seatledger.audit_statement s "
                           u"ON s.operation_id = o.id "
                           "WHERE o.kind = 'advance' GROUP BY o.id"_s),
             u"job"_s);
    QCOMPARE(m_team->value(u"SELECT count(*) FROM seatledger.work_of_the_book"_s), u"0"_s);
}

void AttackIdentityTest::borrowsNothingFromUndoing()
{
    const QString administrator = m_team->add(Role::Administrator);
    Connection &connection = m_team->as(administrator);
    const QString end =
        u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), end_reason = 'x' WHERE id = 1"_s;
    const QString revive =
        u"UPDATE seatledger.license_assignment SET state = 'active', ended_on = NULL, end_reason = NULL WHERE id = 1"_s;
    QCOMPARE(say(connection, end).state, QString());
    QCOMPARE(say(connection, revive).state, u"SL003"_s);
    const QString last = m_team->value(u"SELECT max(id) FROM seatledger.operation"_s);
    QCOMPARE(
        say(connection, u"SELECT seatledger.begin_operation('undo', 'x', 'sql', NULL, NULL, %1)"_s.arg(last))
            .state,
        u"42883"_s);
    for (const QString &name : {u"open_operation"_s, u"signed_operation"_s})
        QCOMPARE(say(connection, u"SELECT seatledger.%1('undo', 'x', 'sql', 'x', NULL, %2)"_s.arg(name, last))
                     .state,
                 u"42501"_s);
    QCOMPARE(say(connection,
                 u"BEGIN; SELECT seatledger.undo_operation(%1); %2; %3; COMMIT"_s.arg(last, end, revive))
                 .state,
             u"SL003"_s);
    QCOMPARE(
        say(connection,
            uR"(BEGIN; SELECT set_config('seatledger.operation', seatledger.undo_operation(%1)::text, true);
                                 %2; %3; COMMIT)"_s.arg(last, end, revive))
            .state,
        u"SL003"_s);
    // What the book itself did is not undone, nor twice.
    QCOMPARE(say(connection, u"SELECT seatledger.undo_operation(1)"_s).state, u"SL007"_s);
}

void AttackIdentityTest::givesOneselfNothing()
{
    const QString administrator = m_team->add(Role::Administrator);
    const QString manager = m_team->add(Role::Manager, {Right::ManageOperators});
    const QString refused = u"SL013"_s;
    for (const QString &role : {QString(), u"SET ROLE seatledger_manage_operators; "_s}) {
        const QString own = role + u"UPDATE seatledger.operator SET "_s;
        m_attack->refuses(manager, own + u"role = 'administrator' WHERE login = session_user"_s, refused);
        m_attack->refuses(manager, own + u"role = 'staff' WHERE login = session_user"_s, refused);
        m_attack->refuses(manager, own + u"rights = rights || 'view_keys'::text WHERE login = session_user"_s,
                          refused);
        m_attack->refuses(manager, own + u"member_id = 4 WHERE login = session_user"_s, refused);
        m_attack->refuses(manager,
                          role
                              + u"INSERT INTO seatledger.operator_department (operator_id, department_id) "
                                "SELECT id, 1 FROM seatledger.operator WHERE login = session_user"_s,
                          refused);
        m_attack->refuses(manager, role + u"UPDATE seatledger.operator_department SET department_id = 1"_s,
                          refused);
        m_attack->refuses(manager, own + u"login = 'x' WHERE login = session_user"_s, refused);
    }
    m_attack->refuses(administrator,
                      u"UPDATE seatledger.operator SET role = 'auditor' WHERE login = session_user"_s,
                      refused);
    m_attack->refuses(administrator,
                      u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = session_user"_s,
                      refused);
    for (const Role role : {Role::Manager, Role::Staff, Role::Auditor}) {
        const QString login = m_team->add(role);
        m_attack->refuses(login, u"UPDATE seatledger.operator SET role = 'administrator'"_s, u"42501"_s);
        m_attack->refuses(
            login,
            u"INSERT INTO seatledger.operator (login, display_name, role) VALUES ('x', 'x', 'administrator')"_s,
            u"42501"_s);
    }
}

void AttackIdentityTest::handsOnNoMoreThanOneHas()
{
    const QString manager = m_team->add(Role::Manager, {Right::ManageOperators, Right::Assign});
    const QString staff = m_team->add(Role::Staff, {Right::ManageOperators});
    const QString other = m_team->add(Role::Staff);
    const QString refused = u"SL013"_s;
    const QString add =
        u"INSERT INTO seatledger.operator (login, display_name, role, rights, member_id) VALUES ('%1_puppet', 'x', %2)"_s
            .arg(m_team->database());
    for (const QString &who :
         {u"'administrator', '{}', NULL"_s, u"'auditor', '{}', NULL"_s, u"'staff', '{}', NULL"_s,
          u"'manager', '{revoke}', NULL"_s, u"'manager', '{manage_operators}', NULL"_s,
          u"'member', '{}', 4"_s, u"'manager', '{}', 4"_s})
        m_attack->refuses(manager, add.arg(who), refused);
    for (const QString &who :
         {u"'administrator', '{}', NULL"_s, u"'auditor', '{}', NULL"_s, u"'staff', '{view_keys}', NULL"_s})
        m_attack->refuses(staff, add.arg(who), refused);
    m_attack->refuses(
        manager, u"UPDATE seatledger.operator SET role = 'manager' WHERE login = '%1'"_s.arg(other), refused);
    m_attack->refuses(manager,
                      u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(other),
                      refused);

    const Said mine = say(m_team->as(manager), add.arg(u"'manager', '{assign}', 2"_s) + u" RETURNING id"_s);
    QCOMPARE(mine.state, QString());
    const QString scope =
        u"INSERT INTO seatledger.operator_department (operator_id, department_id) VALUES (%1, %2)"_s.arg(
            mine.text.section(u'|', 0, 0));
    QCOMPARE(say(m_team->as(manager), scope.arg(3)).state, QString());
    m_attack->refuses(manager, scope.arg(1), refused);
    m_attack->refuses(manager, scope.arg(4), refused);
}

void AttackIdentityTest::setsNobodyElsesPassword()
{
    const QString manager = m_team->add(Role::Manager, {Right::ManageOperators});
    const QString plain = m_team->add(Role::Staff);
    const QString set = u"SELECT seatledger.set_operator_password('%1', 'SCRAM-SHA-256$4096:%2$%3:%3')"_s.arg(
        u"%1"_s, QString(24, u'A'), QString(43, u'A') + u'=');
    const QString refused = u"42501"_s;
    for (const Role role : {Role::Administrator, Role::Staff, Role::Auditor}) {
        const QString other = m_team->add(role);
        m_attack->refuses(plain, set.arg(other), refused);
        m_attack->refuses(manager, set.arg(other), refused);
    }
    m_attack->refuses(manager, set.arg(u"seatledger_owner"_s), u"SL013"_s);
    m_attack->refuses(plain, set.arg(u"nobody"_s), u"SL013"_s);
    m_attack->refuses(
        plain, u"SELECT seatledger.set_operator_password('%1', 'a plain password')"_s.arg(plain), u"SL013"_s);
    // One's own is: and that it was set is on record.
    QCOMPARE(say(m_team->as(plain), set.arg(plain)).state, QString());
    QCOMPARE(m_team->value(u"SELECT o.actor FROM seatledger.audit_statement s JOIN seatledger.operation o ON "
                           u"o.id = s.operation_id "
                           "WHERE s.entity = 'operator_password_change'"_s),
             plain);
    QCOMPARE(m_team->value(u"SELECT count(*) FROM seatledger.audit_event WHERE new::text LIKE '%SCRAM%'"_s),
             u"0"_s);
}

void AttackIdentityTest::takesOverNoLoginOfTheServer()
{
    const QString administrator = m_team->add(Role::Administrator);
    const QString foreign = m_team->database() + u"_webshop"_s;
    const QString powerful = m_team->database() + u"_dba"_s;
    QCOMPARE(
        say(m_team->owner(),
            u"CREATE ROLE %1 LOGIN; CREATE ROLE %2 LOGIN CREATEROLE; GRANT %2 TO seatledger_server"_s.arg(
                foreign, powerful))
            .state,
        QString());
    const QString add =
        u"INSERT INTO seatledger.operator (login, display_name, role) VALUES ('%1', 'x', 'staff')"_s;
    for (const QString &login : {foreign, powerful})
        m_attack->refuses(administrator, add.arg(login), u"SL013"_s);
    for (const QString &login :
         {u"postgres"_s, u"pg_read_all_data"_s, u"seatledger_owner"_s, u"seatledger_administrator"_s})
        m_attack->refuses(administrator, add.arg(login), u"23514"_s);
    QCOMPARE(say(m_team->owner(), u"GRANT %1 TO seatledger_server"_s.arg(foreign)).state, QString());
    QCOMPARE(say(m_team->as(administrator), add.arg(foreign)).state, QString());
}

void AttackIdentityTest::lendsNobodyALogin()
{
    const QString administrator = m_team->add(Role::Administrator);
    const QString manager = m_team->add(Role::Manager);
    const QString lend = u"GRANT %1 TO %2"_s.arg(administrator, manager);
    m_attack->refuses(administrator, lend, u"42501"_s);
    // Where the server's own administrator does it, the doctor tells, and the record says who signed in.
    QCOMPARE(m_team->value(u"SELECT count(*) FROM seatledger.login_differences()"_s), u"0"_s);
    QCOMPARE(say(m_team->owner(), lend).state, QString());
    QCOMPARE(m_team->value(u"SELECT subject FROM seatledger.login_differences()"_s), u"login "_s + manager);
    // Statistics of the server are nothing of the book.
    const QString exporter = m_team->add(Role::Auditor);
    QCOMPARE(say(m_team->owner(), u"GRANT pg_monitor TO "_s + exporter).state, QString());
    QCOMPARE(m_team->value(u"SELECT string_agg(subject, ', ') FROM seatledger.login_differences()"_s),
             u"login "_s + manager);
    m_attack->allows(manager,
                     u"SET ROLE %1; UPDATE seatledger.setting SET note = 'x' WHERE id = 1; RESET ROLE"_s.arg(
                         administrator));
    QCOMPARE(
        m_team->value(u"SELECT actor || ' ' || login FROM seatledger.operation ORDER BY id DESC LIMIT 1"_s),
        administrator + u' ' + manager);
}

} // namespace seatledger

QTEST_MAIN(seatledger::AttackIdentityTest)
#include "attackidentitytest.moc"
