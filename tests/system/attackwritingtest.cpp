// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/attack.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Changing, with psql and one's own login on a server that a team shares, what one may not.
class AttackWritingTest : public AttackTest
{
    Q_OBJECT

private slots:
    void changesNothingBeyondTheRole();
    void startsNothingOnTheServer();
    void findsNoOtherPathForNames();
    void finishesNoJobOfTheBook();
    void fixesThePathOfEveryDefiner();
    void givesPublicNothing();
    void keepsItsOwnFunctionsToItself();
};

void AttackWritingTest::changesNothingBeyondTheRole()
{
    const QString manager = m_team->add(Role::Manager, {Right::Assign, Right::Revoke});
    const QString revoker = m_team->add(Role::Manager, {Right::Revoke});
    const QString assigner = m_team->add(Role::Staff, {Right::Assign});
    const QString staff = m_team->add(Role::Staff);
    const QString auditor = m_team->add(Role::Auditor);
    const QString administrator = m_team->add(Role::Administrator);
    const QString refused = u"42501"_s;

    const QString end =
        u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), end_reason = 'x'"_s;
    m_attack->refuses(manager, end + u" WHERE id = 4"_s, {});
    m_attack->refuses(manager, u"WITH x AS (%1 WHERE id = 4 RETURNING *) SELECT * FROM x"_s.arg(end), {});
    m_attack->refuses(manager, u"UPDATE seatledger.license_assignment SET member_id = 4 WHERE id = 1"_s,
                      refused);
    m_attack->refuses(manager,
                      u"INSERT INTO seatledger.license_assignment (license_id, member_id) VALUES (2, 3)"_s,
                      refused);
    m_attack->refuses(
        manager,
        u"INSERT INTO seatledger.license_assignment (license_id, member_id) VALUES (1, 3) ON CONFLICT DO NOTHING"_s,
        refused);
    m_attack->refuses(manager, u"COPY seatledger.license_assignment (license_id, member_id) FROM STDIN"_s,
                      u"0A000"_s);
    m_attack->refuses(manager, u"SELECT * FROM seatledger.license_assignment WHERE id = 4 FOR UPDATE"_s, {});
    m_attack->refuses(revoker, u"UPDATE seatledger.license_assignment SET state = 'suspended' WHERE id = 1"_s,
                      refused);
    m_attack->refuses(revoker, u"UPDATE seatledger.license_assignment SET quantity = 2 WHERE id = 1"_s,
                      refused);
    m_attack->refuses(revoker,
                      u"INSERT INTO seatledger.license_assignment (license_id, member_id) VALUES (2, 1)"_s,
                      refused);
    m_attack->refuses(assigner, end, refused);
    m_attack->refuses(assigner, u"UPDATE seatledger.license_assignment SET note = 'x'"_s, refused);
    for (const QString &login : {manager, assigner, staff, auditor}) {
        m_attack->refuses(login, u"UPDATE seatledger.member SET name = 'x'"_s, refused);
        m_attack->refuses(login, u"UPDATE seatledger.department SET parent_id = 2 WHERE id = 4"_s, refused);
        m_attack->refuses(
            login,
            u"INSERT INTO seatledger.entitlement (license_id, quantity, period) VALUES (1, 99, '[,)')"_s,
            refused);
        m_attack->refuses(login, u"UPDATE seatledger.license SET state = 'retired'"_s, refused);
        m_attack->refuses(login, u"UPDATE seatledger.setting SET value = 'x'"_s, refused);
        m_attack->refuses(login, u"SELECT seatledger.undo_operation(1)"_s, refused);
        m_attack->refuses(login, u"DELETE FROM seatledger.license_assignment"_s, refused);
    }
    // Nobody, administrators included, writes what the book writes.
    for (const QString &login : {manager, auditor, administrator}) {
        for (const QString &table : {u"audit_event"_s,
                                     u"audit_event_past"_s,
                                     u"audit_statement_past"_s,
                                     u"audit_link_past"_s,
                                     u"audit_archive"_s,
                                     u"audit_statement"_s,
                                     u"audit_link"_s,
                                     u"audit_head"_s,
                                     u"operation"_s,
                                     u"license_seats"_s,
                                     u"security_baseline"_s,
                                     u"schema_version"_s,
                                     u"clock"_s,
                                     u"license_key_reading"_s,
                                     u"operator_password_change"_s,
                                     u"work_of_the_book"_s,
                                     u"license_day"_s,
                                     u"seat_day"_s,
                                     u"stale_license"_s,
                                     u"license_money"_s,
                                     u"money_now"_s,
                                     u"counted_license"_s,
                                     u"license_cost"_s,
                                     u"cost_day"_s,
                                     u"member_seats"_s,
                                     u"stale_member"_s,
                                     u"activity_quarter"_s,
                                     u"activity_change"_s,
                                     u"license_outlook"_s,
                                     u"license_end"_s,
                                     u"end_day"_s}) {
            m_attack->refuses(login, u"DELETE FROM seatledger."_s + table, refused);
            m_attack->refuses(login, u"TRUNCATE seatledger.%1 CASCADE"_s.arg(table), refused);
            m_attack->refuses(login, u"INSERT INTO seatledger.%1 DEFAULT VALUES"_s.arg(table), refused);
            m_attack->refuses(login, u"ALTER TABLE seatledger.%1 DISABLE TRIGGER ALL"_s.arg(table), refused);
            m_attack->refuses(login, u"ALTER TABLE seatledger.%1 DISABLE ROW LEVEL SECURITY"_s.arg(table),
                              refused);
            m_attack->refuses(login, u"DROP TABLE seatledger.%1 CASCADE"_s.arg(table), refused);
        }
        m_attack->refuses(login, u"UPDATE seatledger.audit_event SET new = NULL"_s, refused);
        m_attack->refuses(login, u"UPDATE seatledger.license_seats SET held = 0"_s, refused);
        m_attack->refuses(login, u"UPDATE seatledger.clock SET day_shift = 9"_s, refused);
        m_attack->refuses(login, u"SELECT nextval('seatledger.audit_statement_id_seq')"_s, refused);
        m_attack->refuses(login, u"SELECT * FROM seatledger.audit_event_past"_s, refused);
        m_attack->refuses(login, u"SELECT seatledger.make_audit_month('2040-01-01', 1)"_s, refused);
        m_attack->refuses(
            login,
            u"SELECT seatledger.archive_audit_part('past', 'x', 1, sha256('x'), 1, 1, sha256('x'), "
            "'sql', 'x')"_s,
            login == administrator ? u"SL007"_s : refused);
        m_attack->refuses(login, u"SELECT setval('seatledger.license_assignment_id_seq', 1)"_s, refused);
        m_attack->refuses(login, u"DROP POLICY select_manager ON seatledger.member"_s, refused);
        m_attack->refuses(login, u"CREATE POLICY mine ON seatledger.member USING (true)"_s, refused);
        m_attack->refuses(
            login,
            u"CREATE TRIGGER mine BEFORE INSERT ON seatledger.member FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"_s,
            refused);
        m_attack->refuses(login, u"ALTER FUNCTION seatledger.today() RESET search_path"_s, refused);
        m_attack->refuses(login, u"ALTER TABLE seatledger.member OWNER TO CURRENT_USER"_s, refused);
    }
    // PostgreSQL only warns that nothing was granted.
    m_attack->refuses(administrator, u"GRANT SELECT ON seatledger.member TO PUBLIC"_s, {});
    m_attack->refuses(administrator, u"DELETE FROM seatledger.license_assignment"_s, refused);
    m_attack->refuses(administrator, u"UPDATE seatledger.api_token SET digest = digest RETURNING digest"_s,
                      refused);
}

void AttackWritingTest::startsNothingOnTheServer()
{
    const QString administrator = m_team->add(Role::Administrator);
    const QString manager = m_team->add(Role::Manager);
    const QString refused = u"42501"_s;
    for (const QString &login : {administrator, manager}) {
        m_attack->refuses(login, u"COPY (SELECT 1) TO PROGRAM 'cat'"_s, refused);
        m_attack->refuses(login, u"COPY (SELECT 1) TO '/tmp/seatledger-attack'"_s, refused);
        m_attack->refuses(login, u"SELECT lo_import('/etc/passwd')"_s, refused);
        m_attack->refuses(login, u"SELECT lo_export(1, '/tmp/seatledger-attack')"_s, refused);
        m_attack->refuses(login, u"SELECT pg_read_file('/etc/passwd')"_s, refused);
        m_attack->refuses(login, u"SELECT pg_ls_dir('.')"_s, refused);
        m_attack->refuses(login, u"SET session_replication_role = replica"_s, refused);
        m_attack->refuses(login, u"SET log_statement = 'all'"_s, refused);
        m_attack->refuses(login, u"ALTER SYSTEM SET log_statement = 'all'"_s, refused);
        m_attack->refuses(login, u"LOAD 'auto_explain'"_s, refused);
        m_attack->refuses(login, u"CREATE EXTENSION dblink SCHEMA public"_s, refused);
        m_attack->refuses(login, u"CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s,
                          refused);
        m_attack->refuses(login, u"CREATE SCHEMA mine"_s, refused);
        m_attack->refuses(login, u"CREATE ROLE mine SUPERUSER"_s, refused);
        m_attack->refuses(login, u"CREATE DATABASE mine"_s, refused);
        m_attack->refuses(
            login, u"CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION event_trigger_fire()"_s,
            refused);
        m_attack->refuses(
            login,
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'seatledger_owner'"_s,
            refused);
    }
    // What one keeps in a large object is nobody else's to read.
    const Said made = say(m_team->as(administrator), u"SELECT lo_from_bytea(0, 'hidden')"_s);
    m_attack->hides(manager, u"SELECT convert_from(lo_get(%1), 'UTF8')"_s.arg(made.text.section(u'|', 0, 0)));
}

void AttackWritingTest::findsNoOtherPathForNames()
{
    const QString administrator = m_team->add(Role::Administrator);
    const QString manager = m_team->add(Role::Manager, {Right::Assign, Right::Revoke});
    const QString refused = u"42501"_s;
    m_attack->refuses(manager, u"CREATE TEMP TABLE setting (name text, value text)"_s, refused);
    m_attack->refuses(manager, u"CREATE TEMP VIEW operator AS SELECT 1"_s, refused);
    m_attack->refuses(manager, u"CREATE TEMP SEQUENCE s"_s, refused);
    m_attack->refuses(
        manager,
        u"CREATE FUNCTION pg_temp.pg_has_role(name, name, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'"_s,
        refused);
    // Administrators have tables of their session, for imports: no guard takes one for the book's.
    const QString shadows =
        uR"(CREATE TEMP TABLE license_seats AS SELECT license_id, 1000000::bigint AS capacity FROM seatledger.license_seats;
            CREATE TEMP TABLE entitlement AS SELECT 2::bigint AS license_id, NULL::int AS quantity;
            CREATE TEMP VIEW operator AS SELECT session_user AS login, 'administrator' AS role;
            CREATE FUNCTION pg_temp.pg_has_role(name, name, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
            SET search_path = pg_temp, seatledger, public; )"_s;
    m_attack->refuses(
        administrator,
        shadows
            + u"INSERT INTO seatledger.license_assignment (license_id, member_id, quantity) VALUES (2, 3, 1000)"_s,
        u"SL001"_s);
    m_attack->refuses(
        administrator,
        u"SET search_path = pg_temp, seatledger; UPDATE seatledger.license_seats SET held = 0"_s, refused);
    for (const QString &login : {administrator, manager}) {
        m_attack->refuses(login, u"CREATE FUNCTION seatledger.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s,
                          refused);
        m_attack->refuses(
            login, u"CREATE OPERATOR public.= (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = int8ne)"_s,
            refused);
    }
    // And a path of one's own changes nothing about what the guards find.
    m_attack->refuses(
        manager,
        u"SET search_path = pg_temp, public; UPDATE seatledger.license_assignment SET member_id = 4 WHERE id = 1"_s,
        refused);
    m_attack->refuses(manager, u"SET search_path = ''; SELECT seatledger.undo_operation(1)"_s, refused);
}

void AttackWritingTest::finishesNoJobOfTheBook()
{
    const QString administrator = m_team->add(Role::Administrator);
    for (const QString &call :
         {u"book_statement(1, 'member', 'insert', 1, sha256(''), '{}')"_s, u"begin_job('advance', 'x')"_s,
          u"apply_seat_changes('{}')"_s, u"refresh_capacity('{1}')"_s, u"advance_assignments(NULL)"_s,
          u"advance_supply(NULL)"_s, u"undo_statement(NULL)"_s, u"end_work('')"_s, u"readable_key(1)"_s,
          u"record_security_baseline()"_s, u"admit_operators_only()"_s, u"adopt_login(NULL)"_s,
          u"keep_book_of('seatledger.member')"_s})
        m_attack->refuses(administrator, u"SELECT seatledger."_s + call, u"42501"_s);
}

void AttackWritingTest::fixesThePathOfEveryDefiner()
{
    QCOMPARE(m_team->value(u"SELECT string_agg(oid::regprocedure::text, ' ') FROM pg_proc WHERE prosecdef "
                           u"AND pronamespace = 'seatledger'::regnamespace "
                           "AND NOT coalesce(proconfig, '{}') @> ARRAY['search_path=seatledger, pg_temp']"_s),
             QString());
    QCOMPARE(
        m_team->value(
            u"SELECT string_agg(oid::regprocedure::text, ' ') FROM pg_proc WHERE pronamespace = "
            u"'seatledger'::regnamespace "
            "AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql') AND proconfig IS NULL"_s),
        QString());
    QCOMPARE(m_team->value(u"SELECT string_agg(relname, ' ') FROM pg_class WHERE relnamespace = "
                           u"'seatledger'::regnamespace AND relkind = 'v' "
                           "AND NOT coalesce(reloptions, '{}') @> ARRAY['security_invoker=true']"_s),
             QString());
    QCOMPARE(m_team->value(u"SELECT string_agg(relname, ' ') FROM pg_class WHERE relnamespace = "
                           u"'seatledger'::regnamespace AND relkind = 'r' "
                           "AND NOT relrowsecurity"_s),
             QString());
    QCOMPARE(
        m_team->value(
            u"SELECT count(*) FROM pg_class WHERE relnamespace = 'seatledger'::regnamespace AND relkind IN ('m', 'f')"_s),
        u"0"_s);
    QCOMPARE(
        m_team->value(u"SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relnamespace = "
                      u"'seatledger'::regnamespace AND relkind = 'p' AND relrowsecurity"_s),
        u"audit_event audit_link audit_statement"_s);
}

void AttackWritingTest::givesPublicNothing()
{
    QCOMPARE(
        m_team->value(
            u"SELECT string_agg(object || ' ' || fact, E'\\n') FROM seatledger.security_facts() WHERE fact LIKE '% to public'"_s),
        QString());
    QCOMPARE(
        m_team->value(
            u"SELECT has_schema_privilege('public', 'public', 'CREATE') OR has_database_privilege('public', current_database(), 'TEMP, CREATE, CONNECT')"_s),
        u"f"_s);
    QCOMPARE(m_team->value(u"SELECT count(*) FROM seatledger.security_differences()"_s), u"0"_s);
}

/// Every function that a group role may call is meant to be called by it.
void AttackWritingTest::keepsItsOwnFunctionsToItself()
{
    const QStringList meant{u"act_as_token"_s,
                            u"acting_departments"_s,
                            u"acting_has"_s,
                            u"acting_login"_s,
                            u"acting_member"_s,
                            u"acting_operator"_s,
                            u"acting_scope"_s,
                            u"activate_license"_s,
                            u"actual_groups"_s,
                            u"advance_due"_s,
                            u"advance_leases"_s,
                            u"anything_due"_s,
                            u"archive_audit_part"_s,
                            u"assignments_on"_s,
                            u"audit_event_digest"_s,
                            u"audit_link_hash"_s,
                            u"audit_months_kept"_s,
                            u"audit_parts"_s,
                            u"begin_operation"_s,
                            u"book_key_reading"_s,
                            u"check_audit_part"_s,
                            u"claim_idempotency_key"_s,
                            u"claim_mail"_s,
                            u"currency_decimals"_s,
                            u"current_operation"_s,
                            u"end_mail"_s,
                            u"entitlement_price"_s,
                            u"find_notices"_s,
                            u"group_roles"_s,
                            u"heartbeat_license"_s,
                            u"held_on"_s,
                            u"holding_days"_s,
                            u"keep_idempotent_answer"_s,
                            u"keep_seat_days"_s,
                            u"known_keys"_s,
                            u"lapse_after"_s,
                            u"learn_sizes"_s,
                            u"license_costs"_s,
                            u"license_ends"_s,
                            u"license_file_keys"_s,
                            u"license_money_on"_s,
                            u"license_outlooks"_s,
                            u"license_seats_on"_s,
                            u"license_steps"_s,
                            u"lock_license_seats"_s,
                            u"login_differences"_s,
                            u"members_on"_s,
                            u"monitor_replicas"_s,
                            u"monitor_sees_all"_s,
                            u"monitor_sessions"_s,
                            u"monitor_statements"_s,
                            u"monitor_statements_state"_s,
                            u"months_begun"_s,
                            u"neighbours"_s,
                            u"note_doctor_run"_s,
                            u"note_token_use"_s,
                            u"notice_reasons"_s,
                            u"notice_setting"_s,
                            u"operator_scope"_s,
                            u"read_license_key"_s,
                            u"release_license"_s,
                            u"remove_old_idempotency_keys"_s,
                            u"seat_changes"_s,
                            u"seat_share"_s,
                            u"seat_steps"_s,
                            u"seats_of_license"_s,
                            u"security_differences"_s,
                            u"security_facts"_s,
                            u"seen_by"_s,
                            u"sees_everybody"_s,
                            u"set_operator_password"_s,
                            u"shortages"_s,
                            u"stale_outlooks"_s,
                            u"state_fits_days"_s,
                            u"today"_s,
                            u"token_scopes"_s,
                            u"token_standing"_s,
                            u"transition_allowed"_s,
                            u"turn_audit_month"_s,
                            u"undo_operation"_s,
                            u"undone_operation"_s,
                            u"validate_license"_s,
                            u"visible_assignments"_s,
                            u"waiting_place"_s,
                            u"waiting_that_fit"_s,
                            u"wanted_groups"_s,
                            u"with_overage"_s};
    const QString callable = m_team->value(
        u"SELECT string_agg(DISTINCT proname, ' ' ORDER BY proname) FROM pg_proc p, aclexplode(p.proacl) a "
        "WHERE pronamespace = 'seatledger'::regnamespace AND a.grantee <> p.proowner"_s);
    QCOMPARE(callable, meant.join(u' '));
}

} // namespace seatledger

QTEST_MAIN(seatledger::AttackWritingTest)
#include "attackwritingtest.moc"
