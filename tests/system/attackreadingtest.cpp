// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/attack.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Reading, with psql and one's own login on a server that a team shares, what one is not to see.
class AttackReadingTest : public AttackTest
{
    Q_OBJECT

private slots:
    void readsNothingBeyondScope();
    void tellsNothingByAnErrorToWhomItIsHidden();
    void hidesStatisticsAndOtherPeoplesStatements();
    void readsNoKeyOffTheRecord();
    void findsNoKeyAnywhereElse();
};

namespace {

const QStringList waysToReadMembers{
    u"SELECT * FROM seatledger.member"_s,
    u"TABLE seatledger.member"_s,
    u"COPY seatledger.member TO STDOUT"_s,
    u"COPY (SELECT * FROM seatledger.member) TO STDOUT (FORMAT csv)"_s,
    u"BEGIN; DECLARE c CURSOR WITH HOLD FOR SELECT * FROM seatledger.member; COMMIT; FETCH ALL FROM c; CLOSE c"_s,
    u"PREPARE p AS SELECT * FROM seatledger.member; EXECUTE p; DEALLOCATE p"_s,
    u"SELECT m FROM seatledger.member m"_s,
    u"SELECT to_jsonb(m) FROM ONLY seatledger.member m TABLESAMPLE SYSTEM (100)"_s,
    u"SELECT min(name) OVER (), array_agg(email) OVER () FROM seatledger.member"_s,
    u"WITH RECURSIVE r AS (SELECT * FROM seatledger.member) SELECT * FROM r"_s,
    u"SELECT m.* FROM seatledger.license_assignment a RIGHT JOIN seatledger.member m ON m.id = a.member_id"_s,
    u"SELECT m.* FROM generate_series(1, 9) i, LATERAL (SELECT * FROM seatledger.member WHERE id = i) m"_s,
    u"SET client_min_messages = notice; DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM seatledger.member LOOP RAISE NOTICE '%', r; END LOOP; END $$"_s,
    u"SELECT query_to_xml('SELECT * FROM seatledger.member', true, true, '')"_s,
    u"SELECT table_to_xml('seatledger.member', true, true, '')"_s,
    u"SELECT * FROM ts_stat('SELECT to_tsvector(''simple'', name) FROM seatledger.member')"_s,
    u"SET row_security = off; SELECT * FROM seatledger.member"_s,
    u"SELECT * FROM seatledger.member WHERE name ~ 'H' AND set_config('leak.name', name, false) <> ''; SHOW leak.name"_s,
};

/// What fails on Zoe's row: the error, or that there is one, would tell.
const QStringList waysToFailOnZoe{
    u"SELECT count(*) FROM seatledger.member WHERE CASE WHEN number = 'HID-4' THEN name::int = 1 END"_s,
    u"SELECT count(*) FROM seatledger.member WHERE 1 / (length(number) - 5) > 0"_s,
    u"SELECT count(*) FROM seatledger.member WHERE number LIKE 'HID%' AND name::date > '2000-01-01'"_s,
    u"SELECT count(*) FROM seatledger.member WHERE ('{' || CASE number WHEN 'HID-4' THEN name ELSE '}' END)::jsonb IS NULL"_s,
    u"SELECT count(*) FROM seatledger.member WHERE repeat(CASE number WHEN 'HID-4' THEN '(' ELSE 'a' END, 2) ~ repeat(CASE number WHEN 'HID-4' THEN '(' ELSE 'a' END, 2)"_s,
    u"EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM seatledger.member WHERE CASE WHEN number = 'HID-4' THEN name::int = 1 END"_s,
    u"EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM seatledger.member ORDER BY CASE WHEN number = 'HID-4' THEN name::int ELSE 1 END"_s,
};

} // namespace

void AttackReadingTest::readsNothingBeyondScope()
{
    const QString manager = m_team->add(Role::Manager);
    const QString staff = m_team->add(Role::Staff);
    const QString auditor = m_team->add(Role::Auditor);
    const QString member = m_team->add(Role::Member);
    for (const QString &way : waysToReadMembers) {
        for (const QString &login : {manager, auditor, member})
            m_attack->hides(login, way);
    }
    for (const QString &login : {staff, member}) {
        m_attack->hides(login, u"SELECT * FROM seatledger.entitlement"_s);
        m_attack->hides(login, u"SELECT price_minor FROM seatledger.entitlement"_s);
        m_attack->hides(login, u"SELECT * FROM seatledger.priced_entitlement"_s);
        m_attack->hides(login, u"SELECT seatledger.entitlement_price(id) FROM seatledger.entitlement"_s);
        m_attack->hides(login,
                        u"SELECT count(*) FROM seatledger.entitlement WHERE (price_minor || 'x')::int > 0"_s);
        m_attack->hides(login, u"COPY seatledger.entitlement (price_minor) TO STDOUT"_s);
    }
    for (const QString &login : {manager, staff, member})
        m_attack->hides(login, u"SELECT * FROM seatledger.audit_event"_s);
    for (const QString &login : {manager, member}) {
        m_attack->hides(login, u"SELECT * FROM seatledger.device"_s);
        m_attack->hides(
            login,
            u"SELECT string_agg('hidden', '') FROM seatledger.license_assignment WHERE member_id = 4"_s);
        m_attack->hides(
            login, u"SELECT string_agg('hidden', '') FROM seatledger.department WHERE name = 'Company'"_s);
    }
    for (const QString &login : {member, auditor})
        m_attack->hides(login, u"SELECT 'hidden' FROM seatledger.seat_steps(ARRAY[2]) LIMIT 1"_s);
    m_attack->hides(member, u"SELECT 'hidden ' || name FROM seatledger.license WHERE id = 2"_s);
    m_attack->hides(member, u"SELECT 'hidden' FROM seatledger.license_seats WHERE license_id = 2"_s);
}

void AttackReadingTest::tellsNothingByAnErrorToWhomItIsHidden()
{
    const QString manager = m_team->add(Role::Manager, {Right::Assign, Right::Revoke});
    for (const QString &way : waysToFailOnZoe) {
        QVERIFY2(!say(m_team->owner(), way).state.isEmpty(), qPrintable(way));
        const Said said = say(m_team->as(manager), way);
        QCOMPARE(way + said.state, way);
        QVERIFY2(!Attack::tells(said), qPrintable(said.text));
    }
    // What is refused says nothing of the row that is in the way.
    const QString device =
        u"INSERT INTO seatledger.device (fingerprint, name, member_id) VALUES ('HID-device-1', 'x', 1)"_s;
    const Said taken = say(m_team->as(manager), device);
    QCOMPARE(taken.state, u"23505"_s);
    QVERIFY2(!taken.text.contains("DETAIL"_L1), qPrintable(taken.text));
    const QString seat =
        u"INSERT INTO seatledger.license_assignment (license_id, member_id) VALUES (1, %1)"_s;
    const Said held = say(m_team->as(manager), seat.arg(Team::zoe));
    const Said nobody = say(m_team->as(manager), seat.arg(4711));
    QCOMPARE(held.state, u"42501"_s);
    QCOMPARE(held.text, nobody.text);
}

void AttackReadingTest::hidesStatisticsAndOtherPeoplesStatements()
{
    const QString manager = m_team->add(Role::Manager);
    const QString administrator = m_team->add(Role::Administrator);
    m_attack->hides(manager, u"SELECT * FROM pg_stats WHERE schemaname = 'seatledger'"_s);
    m_attack->hides(manager, u"SELECT stavalues1 FROM pg_statistic"_s);
    (void)say(m_team->as(administrator), u"SELECT 'a hidden statement'"_s);
    m_attack->hides(manager, u"SELECT query FROM pg_stat_activity WHERE usename = '%1'"_s.arg(administrator));
    m_attack->hides(manager, u"SELECT rolpassword, 'hidden' FROM pg_authid LIMIT 1"_s);
}

void AttackReadingTest::readsNoKeyOffTheRecord()
{
    const QString reader = m_team->add(Role::Staff, {Right::ViewKeys});
    Connection &connection = m_team->as(reader);
    const QString book = u"SELECT seatledger.book_key_reading(2)"_s;
    const QString read = u"SELECT seatledger.read_license_key(2)"_s;
    const QString together = u"SL014"_s;
    QCOMPARE(say(connection, read).state, together);
    QCOMPARE(say(connection, u"BEGIN; %1; %2; ROLLBACK"_s.arg(book, read)).state, together);
    QCOMPARE(say(connection, u"BEGIN; %1; SAVEPOINT s; %2; ROLLBACK"_s.arg(book, read)).state, together);
    QCOMPARE(
        say(connection, u"SELECT seatledger.book_key_reading(2), seatledger.read_license_key(2)"_s).state,
        together);
    QCOMPARE(m_team->value(u"SELECT count(*) FROM seatledger.license_key_reading"_s), u"0"_s);
    QCOMPARE(say(connection, book).state, QString());
    QCOMPARE(say(connection, read).text.section(u'|', 0, 0), u"CAD-hidden-key"_s);
    QCOMPARE(say(connection, u"SELECT seatledger.read_license_key(1)"_s).state, together); // the other one
    QCOMPARE(m_team->value(u"SELECT r.login || ' ' || o.actor || ' ' || (o.address IS NOT NULL) FROM "
                           u"seatledger.license_key_reading r "
                           "JOIN seatledger.operation o ON o.id = r.operation_id"_s),
             u"%1 %1 true"_s.arg(reader));
    QCOMPARE(
        m_team->value(u"SELECT count(*) FROM seatledger.audit_event WHERE entity = 'license_key_reading'"_s),
        u"1"_s);
    // Somebody else's reading is no leave, and a minute later it is none for oneself.
    QCOMPARE(say(m_team->as(m_team->add(Role::Staff, {Right::ViewKeys})), read).state, together);
    QCOMPARE(
        say(m_team->owner(),
            u"SET session_replication_role = replica; UPDATE seatledger.operation SET started_at = now() - interval '61 s'; RESET session_replication_role"_s)
            .state,
        QString());
    QCOMPARE(say(connection, read).state, together);
}

void AttackReadingTest::findsNoKeyAnywhereElse()
{
    const QString administrator = m_team->add(Role::Administrator);
    const QString editor = m_team->add(Role::Staff, {Right::EditCatalogue});
    const QString member = m_team->add(Role::Member);
    for (const QString &login : {administrator, editor, member}) {
        m_attack->hides(login, u"SELECT * FROM seatledger.license_key"_s);
        m_attack->hides(login, u"SELECT k FROM seatledger.license_key k"_s);
        m_attack->hides(login, u"COPY seatledger.license_key TO STDOUT"_s);
        m_attack->hides(login, u"SELECT md5(secret), 'hidden' FROM seatledger.license_key"_s);
        m_attack->hides(login,
                        u"BEGIN; UPDATE seatledger.license_key SET note = secret RETURNING note; ROLLBACK"_s);
        m_attack->hides(login,
                        u"BEGIN; UPDATE seatledger.license_key SET note = '' RETURNING secret; ROLLBACK"_s);
        m_attack->hides(
            login,
            u"BEGIN; INSERT INTO seatledger.license_key (license_id, secret) VALUES (2, 'CAD-hidden-key') "
            u"ON CONFLICT "
            "(license_id, md5(secret)) DO UPDATE SET note = license_key.secret RETURNING note; ROLLBACK"_s);
        m_attack->hides(
            login,
            u"SELECT * FROM pg_stats WHERE tablename LIKE 'license_key%' AND attname <> 'note' OR 'hidden' = (SELECT secret || 'hidden' FROM seatledger.license_key LIMIT 1)"_s
                + u" UNION ALL SELECT s.* FROM pg_stats s, seatledger.license_key WHERE attname = secret; SELECT min(secret) FROM seatledger.license_key"_s);
    }
    for (const QString &login : {editor, m_team->add(Role::Manager), m_team->add(Role::Auditor)}) {
        m_attack->refuses(login, u"SELECT seatledger.book_key_reading(1)"_s, u"42501"_s);
        m_attack->refuses(login, u"SELECT seatledger.read_license_key(1)"_s, u"42501"_s);
    }
    for (const QString &login : {member, m_team->add(Role::Manager), m_team->add(Role::Staff)})
        m_attack->refuses(login, u"SELECT seatledger.known_keys('{1}', '{x}')"_s, u"42501"_s);
    // A member reads those of the own seats, and does not learn which others there are.
    const QString own = u"SELECT seatledger.book_key_reading(1)"_s;
    QCOMPARE(say(m_team->as(member), own).state, QString());
    QCOMPARE(say(m_team->as(member), u"SELECT seatledger.read_license_key(1)"_s).text.section(u'|', 0, 0),
             u"IDE-hidden-key"_s);
    for (const int key : {2, 4711})
        m_attack->refuses(member, u"SELECT seatledger.book_key_reading(%1)"_s.arg(key), u"42501"_s);
    QCOMPARE(
        m_team->value(
            u"SELECT count(*) FROM seatledger.audit_event WHERE old::text || new::text LIKE '%hidden-key%' OR new::text LIKE '%hidden-key%'"_s),
        u"0"_s);
    // What is refused does not repeat the key that was typed, neither to the person nor into the server's
    // log.
    const Said taken = say(
        m_team->as(editor),
        u"INSERT INTO seatledger.license_key (license_id, kind, secret) VALUES (2, 'license', 'CAD-hidden-key')"_s);
    QCOMPARE(taken.state, u"23505"_s);
    QVERIFY2(!taken.text.contains("DETAIL"_L1), qPrintable(taken.text));
    const Said wrong = say(
        m_team->as(editor),
        u"INSERT INTO seatledger.license_key (license_id, kind, secret) VALUES (2, 'nonsense', 'hidden')"_s);
    QCOMPARE(wrong.state, u"23514"_s);
    QVERIFY2(!wrong.text.contains("hidden"_L1), qPrintable(wrong.text));
}

} // namespace seatledger

QTEST_MAIN(seatledger::AttackReadingTest)
#include "attackreadingtest.moc"
