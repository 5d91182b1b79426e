// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/repositories/auditrepository.h"
#include "tests/support/book.h"
#include "tests/support/tamper.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// The chain, and every way in which somebody with all rights could break it.
class AuditVerifierTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsAnUntouchedChainIntact();
    void linksOperationsThatChangeNothing();
    void readsTextsAsTheyWereHashed();
    void verifiesInsideATransaction();
    void leavesThePlannerAsItWas();
    void reportsProgress();
    void canBeCancelled();
    void findsTampering_data();
    void findsTampering();
    void findsTamperingWithTriggersOff();
    void namesTheFirstOfSeveral();
    void followsTheChainFromAnAnchor();
    void findsACutTailByTheAnchor();
    void findsARewrittenChainByTheAnchor();
    void findsAnotherBookByTheAnchor();
    void anchorsNoDamagedEnd();

private:
    [[nodiscard]] AuditVerdict verdict(const std::optional<AuditAnchor> &anchor = {});
    [[nodiscard]] AuditAnchor anchor();
    void cutTail();
    void rewriteChain();

    std::unique_ptr<TestDatabase> m_db;
    AuditRepository m_audit;
};

namespace {

/// The statement that added Ana, and the operation that it belongs to.
const QString statement = u"(SELECT statement_id FROM seatledger.audit_event WHERE entity = 'member')"_s;
const QString operation = u"(SELECT operation_id FROM seatledger.audit_statement WHERE id = "_s + statement
                          + u')';
const QString place = u"SELECT position FROM seatledger.audit_link WHERE statement_id = "_s + statement;
const QString next = place + u" + 1"_s;
const QString end = u"SELECT position + 1 FROM seatledger.audit_head"_s;

struct Tampering {
    const char *name;
    QString sql;
    AuditDamage damage;
    QString position; ///< as SQL, before the deed
};

QList<Tampering> alteredEvents()
{
    using enum AuditDamage;
    const QString where = u" WHERE statement_id = "_s + statement;
    return {
        {"a letter of a new value",
         u"UPDATE audit_event SET new = jsonb_set(new, '{name}', '\"Anb\"')"_s + where, EventAltered, place},
        {"a letter of an old value",
         u"UPDATE audit_event SET old = jsonb_set(old, '{note}', '\"!\"') WHERE old IS NOT NULL"_s,
         EventAltered,
         u"SELECT k.position FROM seatledger.audit_link k JOIN seatledger.audit_event e USING (statement_id) "
         "WHERE old IS NOT NULL"_s},
        {"a value in another column", u"UPDATE audit_event SET old = new, new = NULL"_s + where, EventAltered,
         place},
        {"another row", u"UPDATE audit_event SET entity_id = entity_id + 1"_s + where, EventAltered, place},
        {"another table", u"UPDATE audit_event SET entity = 'license'"_s + where, EventAltered, place},
        {"another member", u"UPDATE audit_event SET member_id = NULL"_s + where, EventAltered, place},
        {"another licence", u"UPDATE audit_event SET license_id = 1"_s + where, EventAltered, place},
        {"a moved event", u"UPDATE audit_event SET ordinal = 2"_s + where, EventAltered, place},
        {"a dropped event", u"DELETE FROM audit_event"_s + where, EventsMiscounted, place},
        {"a forged event",
         u"INSERT INTO audit_event SELECT statement_id, 2, entity, 99, license_id, member_id, old, new "
         "FROM audit_event"_s
             + where,
         EventsMiscounted, place},
        {"events of no statement",
         u"INSERT INTO audit_event (statement_id, ordinal, entity, entity_id, new) "
         "VALUES ((SELECT max(id) + 900000 FROM audit_statement), 1, 'member', 1, '{}')"_s,
         EventsOrphaned, end},
        {"events exchanged",
         u"UPDATE audit_event SET statement_id = -statement_id WHERE statement_id IN (%1, (SELECT max(id) "
         u"FROM "
         "audit_statement)); "
         "UPDATE audit_event SET statement_id = (SELECT -sum(s) FROM (SELECT DISTINCT statement_id AS s FROM "
         "audit_event WHERE statement_id < 0) x) + statement_id WHERE statement_id < 0"_s.arg(statement),
         EventAltered, place},
    };
}

QList<Tampering> alteredOperations()
{
    const auto set = [](const char *name, const QString &change) {
        return Tampering{name, u"UPDATE operation SET %1 WHERE id = %2"_s.arg(change, operation),
                         AuditDamage::Altered, place};
    };
    return {
        set("what was done", u"summary = summary || '.'"_s),
        set("its kind", u"kind = 'revoke'"_s),
        set("why", u"reason = 'because'"_s),
        set("who did it", u"actor = 'eve'"_s),
        set("by which login", u"login = 'eve'"_s),
        set("through what", u"source = 'job'"_s),
        set("from where", u"address = '10.0.0.1'"_s),
        set("when", u"started_at = started_at - interval '1 microsecond'"_s),
        set("that it took something back", u"undoes_id = 1"_s),
        {"a dropped operation", u"DELETE FROM operation WHERE id = "_s + operation,
         AuditDamage::OperationMissing, place},
        {"a forged operation",
         u"INSERT INTO operation (kind, summary, actor, source) VALUES ('revoke', 'Revoked', 'ana', 'window')"_s,
         AuditDamage::OperationUnlinked, end},
    };
}

QList<Tampering> alteredStatements()
{
    using enum AuditDamage;
    const auto set = [](const char *name, const QString &change, AuditDamage damage) {
        return Tampering{name, u"UPDATE audit_statement SET %1 WHERE id = %2"_s.arg(change, statement),
                         damage, place};
    };
    return {
        set("when it ran", u"at = at - interval '1 day'"_s, Altered),
        set("what it changed", u"entity = 'license'"_s, Altered),
        set("how", u"action = 'update'"_s, Altered),
        set("how many", u"event_count = 2"_s, Altered),
        set("its digest", u"events_digest = sha256('x')"_s, Altered),
        set("its operation", u"operation_id = 1"_s, Altered),
        {"a dropped statement", u"DELETE FROM audit_statement WHERE id = "_s + statement, StatementMissing,
         place},
        {"a statement dropped with its events",
         u"WITH gone AS (DELETE FROM audit_event WHERE statement_id = %1 RETURNING statement_id) "
         "DELETE FROM audit_statement WHERE id IN (SELECT statement_id FROM gone)"_s.arg(statement),
         StatementMissing, place},
        {"two statements exchanged",
         u"UPDATE audit_statement SET id = -id WHERE id IN (%1, (SELECT max(id) FROM audit_statement)); "
         "UPDATE audit_statement SET id = (SELECT -sum(id) FROM audit_statement WHERE id < 0) + id "
         "WHERE id < 0"_s.arg(statement),
         Altered, place},
        {"a forged statement",
         u"INSERT INTO audit_statement (id, operation_id, entity, action, event_count, events_digest) "
         "VALUES ((SELECT max(id) + 900000 FROM audit_statement), %1, 'member', 'insert', 1, "
         "sha256(sha256('x'))); "
         "INSERT INTO audit_event (statement_id, ordinal, entity, entity_id, new) "
         "VALUES ((SELECT max(id) FROM audit_statement), 1, 'member', 1, '{}')"_s.arg(operation),
         EventAltered, end},
        {"a statement outside of the chain",
         u"INSERT INTO audit_statement (id, operation_id, entity, action, event_count, events_digest) "
         "VALUES ((SELECT max(id) + 900000 FROM audit_statement), 1, 'operation', 'none', 0, sha256(''))"_s,
         StatementUnlinked, end},
    };
}

QList<Tampering> alteredLinks()
{
    using enum AuditDamage;
    return {
        {"a dropped link", u"DELETE FROM audit_link WHERE statement_id = "_s + statement, LinkMissing, next},
        {"an altered link", u"UPDATE audit_link SET hash = sha256('x') WHERE statement_id = "_s + statement,
         Altered, place},
        {"two links exchanged",
         u"UPDATE audit_link SET position = 100000 - position; UPDATE audit_link SET position = CASE 100000 "
         u"- position "
         "WHEN 1 THEN 2 WHEN 2 THEN 1 ELSE 100000 - position END"_s,
         Altered, u"SELECT 1"_s},
        {"the statements of two links exchanged",
         u"ALTER TABLE audit_link DROP CONSTRAINT audit_link_pkey; "
         "UPDATE audit_link SET statement_id = CASE position WHEN 1 THEN (SELECT statement_id FROM "
         "audit_link WHERE "
         "position = 2) ELSE (SELECT statement_id FROM audit_link WHERE position = 1) END WHERE position <= 2"_s,
         Altered, u"SELECT 1"_s},
        {"a link twice",
         u"ALTER TABLE audit_link DROP CONSTRAINT audit_link_pkey, DROP CONSTRAINT "
         u"audit_link_position_key; "
         "INSERT INTO audit_link SELECT * FROM audit_link WHERE statement_id = "_s
             + statement,
         LinkTwice, place},
        {"a cut tail, but not its record",
         u"DELETE FROM audit_event WHERE statement_id = (SELECT max(statement_id) FROM audit_link); "
         "DELETE FROM operation WHERE id = (SELECT operation_id FROM audit_statement ORDER BY id DESC LIMIT "
         "1); "
         "DELETE FROM audit_statement WHERE id = (SELECT max(statement_id) FROM audit_link); "
         "DELETE FROM audit_link WHERE position = (SELECT max(position) FROM audit_link)"_s,
         HeadElsewhere, u"SELECT position FROM seatledger.audit_head"_s},
        {"an altered record of the end", u"UPDATE audit_head SET hash = sha256('x')"_s, HeadElsewhere, end},
        {"no record of the end", u"DELETE FROM audit_head"_s, HeadMissing, end},
    };
}

} // namespace

void AuditVerifierTest::init()
{
    m_db = std::make_unique<TestDatabase>();
    Book book(*m_db);
    const LicenseId license = book.licenseWithSeats(u"IDE"_s, 5);
    const MemberId ana = book.member(u"Ana"_s);
    m_db->sql(u"UPDATE seatledger.license SET note = 'for all'"_s);
    book.assignment(license, ana);
}

AuditVerdict AuditVerifierTest::verdict(const std::optional<AuditAnchor> &anchor)
{
    auto verdict = m_audit.verify(m_db->session(), anchor);
    if (!verdict) {
        QTest::qFail(describe(verdict.error()).constData(), __FILE__, __LINE__);
        return {};
    }
    return *verdict;
}

AuditAnchor AuditVerifierTest::anchor()
{
    auto anchor = m_audit.anchor(m_db->session());
    if (!anchor) {
        QTest::qFail(describe(anchor.error()).constData(), __FILE__, __LINE__);
        return {};
    }
    return *anchor;
}

void AuditVerifierTest::cutTail()
{
    tamper(*m_db,
           u"DELETE FROM audit_event WHERE statement_id = (SELECT max(statement_id) FROM audit_link); "
           "DELETE FROM operation WHERE id = (SELECT operation_id FROM audit_statement ORDER BY id DESC "
           "LIMIT 1); "
           "DELETE FROM audit_statement WHERE id = (SELECT max(statement_id) FROM audit_link); "
           "DELETE FROM audit_link WHERE position = (SELECT max(position) FROM audit_link); "
           "UPDATE audit_head SET (position, hash) = "
           "(SELECT position, hash FROM audit_link ORDER BY position DESC LIMIT 1)"_s);
}

/// What somebody would do who knows the book well: every digest and hash anew, so that all fits.
void AuditVerifierTest::rewriteChain()
{
    tamper(*m_db, uR"(
        UPDATE audit_statement s SET (event_count, events_digest) = (
            SELECT count(*), sha256(coalesce(string_agg(audit_event_digest(e), ''::bytea ORDER BY e.ordinal), ''))
            FROM audit_event e WHERE e.statement_id = s.id);
        DO $$
        DECLARE
            last bytea := sha256('Seatledger');
            k audit_link;
        BEGIN
            FOR k IN SELECT * FROM audit_link ORDER BY position LOOP
                SELECT audit_link_hash(last, k.position, s, o) INTO last
                FROM audit_statement s JOIN operation o ON o.id = s.operation_id WHERE s.id = k.statement_id;
                UPDATE audit_link SET hash = last WHERE position = k.position;
            END LOOP;
            UPDATE audit_head SET hash = last;
        END $$)"_s);
}

void AuditVerifierTest::findsAnUntouchedChainIntact()
{
    const AuditVerdict intact = verdict();
    QVERIFY2(intact.isIntact(), qPrintable(intact.problem));
    QCOMPARE(QString::number(intact.events), m_db->value(u"SELECT count(*) FROM seatledger.audit_event"_s));
    QCOMPARE(QString::number(intact.links), m_db->value(u"SELECT position FROM seatledger.audit_head"_s));
    QCOMPARE(QString::fromLatin1(intact.head.toHex()),
             m_db->value(u"SELECT encode(hash, 'hex') FROM seatledger.audit_head"_s));
}

void AuditVerifierTest::linksOperationsThatChangeNothing()
{
    const qint64 links = verdict().links;
    m_db->sql(u"SELECT seatledger.begin_operation('edit', 'Changed nothing at all')"_s);
    QCOMPARE(m_db->value(
                 u"SELECT action || event_count FROM seatledger.audit_statement ORDER BY id DESC LIMIT 1"_s),
             u"none0"_s);
    const AuditVerdict after = verdict();
    QVERIFY(after.isIntact());
    QCOMPARE(after.links, links + 1);
    m_db->sql(u"SELECT seatledger.undo_operation((SELECT max(id) FROM seatledger.operation))"_s);
    QVERIFY(verdict().isIntact());
}

void AuditVerifierTest::readsTextsAsTheyWereHashed()
{
    m_db->sql(
        uR"(SELECT seatledger.begin_operation('edit', E'Tab\t, line\n, return\r, "quotes", back\\slash, \b\f\x01\x1f',
                  'sql', 'Zoë 李 😀', E'\\u0041 and / and \x7f');
                  UPDATE seatledger.member SET note = E'\x02 \\ " ü'; )"_s);
    const AuditVerdict intact = verdict();
    QVERIFY2(intact.isIntact(), qPrintable(intact.problem));
}

void AuditVerifierTest::verifiesInsideATransaction()
{
    const auto inside = transact(m_db->session(), u"outer", [this](Session &session) -> Result<AuditVerdict> {
        if (auto asked = Query(session, u"SELECT 1"_s).exec(); !asked)
            return std::unexpected(asked.error());
        return m_audit.verify(session);
    });
    VERIFY_RESULT(inside);
    QVERIFY(inside->isIntact());
}

void AuditVerifierTest::leavesThePlannerAsItWas()
{
    const auto setting = transact(m_db->session(), u"outer", [this](Session &session) -> Result<QString> {
        if (auto verdict = m_audit.verify(session); !verdict)
            return std::unexpected(verdict.error());
        return Query(session, u"SELECT current_setting('enable_hashjoin') AS setting"_s)
            .one([](const Row &row) { return row.text("setting"); });
    });
    VERIFY_RESULT(setting);
    QCOMPARE(*setting, u"on"_s);
}

void AuditVerifierTest::reportsProgress()
{
    qint64 done = 0;
    qint64 all = -1;
    VERIFY_RESULT(m_audit.verify(m_db->session(), {}, [&](qint64 checked, qint64 total) {
        done = checked;
        all = total;
    }));
    QVERIFY(done > 0);
    QCOMPARE(done, all);
}

void AuditVerifierTest::canBeCancelled()
{
    m_db->sql(u"INSERT INTO seatledger.member (number, name, email) "
              "SELECT 'N' || i, 'N' || i, 'n' || i || '@example.org' FROM generate_series(1, 30000) i"_s);
    const CancelToken token = CancelToken::create();
    m_db->connection().setCancelToken(token);
    const auto cancelled = m_audit.verify(m_db->session(), {}, [&token](qint64, qint64) { token.cancel(); });
    m_db->connection().setCancelToken({});
    VERIFY_ERROR(cancelled, ErrorCode::Cancelled);
    QVERIFY(verdict().isIntact());
}

void AuditVerifierTest::findsTampering_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("damage");
    QTest::addColumn<QString>("position");
    for (const auto &group : {alteredEvents(), alteredOperations(), alteredStatements(), alteredLinks()}) {
        for (const Tampering &tampering : group)
            QTest::newRow(tampering.name)
                << tampering.sql << static_cast<int>(tampering.damage) << tampering.position;
    }
}

void AuditVerifierTest::findsTampering()
{
    QFETCH(QString, sql);
    QFETCH(int, damage);
    QFETCH(QString, position);
    const QString expected = m_db->value(position);
    QVERIFY(verdict().isIntact());
    tamper(*m_db, sql);
    const AuditVerdict broken = verdict();
    QVERIFY(broken.firstBadPosition.has_value());
    QCOMPARE(toText(*broken.damage), toText(static_cast<AuditDamage>(damage)));
    QCOMPARE(QString::number(*broken.firstBadPosition), expected);
    QVERIFY(!broken.problem.isEmpty());
}

void AuditVerifierTest::findsTamperingWithTriggersOff()
{
    const QString position = m_db->value(place);
    m_db->sql(u"ALTER TABLE seatledger.audit_event DISABLE TRIGGER ALL; "
              "UPDATE seatledger.audit_event SET new = new || '{\"name\": \"Eve\"}' WHERE entity = 'member'; "
              "ALTER TABLE seatledger.audit_event ENABLE TRIGGER ALL"_s);
    const AuditVerdict broken = verdict();
    QVERIFY(broken.firstBadPosition.has_value());
    QCOMPARE(QString::number(*broken.firstBadPosition), position);
    QVERIFY(broken.problem.contains(m_db->value(u"SELECT "_s + statement)));
}

void AuditVerifierTest::namesTheFirstOfSeveral()
{
    tamper(*m_db, u"UPDATE audit_event SET new = new || '{\"x\": 1}' WHERE new IS NOT NULL"_s);
    const AuditVerdict broken = verdict();
    QVERIFY(broken.firstBadPosition.has_value());
    QCOMPARE(*broken.firstBadPosition, 1);
}

void AuditVerifierTest::followsTheChainFromAnAnchor()
{
    const AuditAnchor kept = anchor();
    QCOMPARE(kept.book, m_db->value(u"SELECT id FROM seatledger.book"_s));
    QCOMPARE(QString::number(kept.position), m_db->value(u"SELECT position FROM seatledger.audit_head"_s));
    QCOMPARE(QString::number(kept.operations), m_db->value(u"SELECT count(*) FROM seatledger.operation"_s));
    QCOMPARE(QString::number(kept.events), m_db->value(u"SELECT count(*) FROM seatledger.audit_event"_s));
    QCOMPARE(kept.takenAt, m_db->now());
    QVERIFY(verdict(kept).isIntact());
    m_db->sql(u"UPDATE seatledger.member SET note = 'later'"_s);
    QVERIFY(verdict(kept).isIntact());
}

void AuditVerifierTest::findsACutTailByTheAnchor()
{
    const AuditAnchor kept = anchor();
    cutTail();
    QVERIFY(verdict().isIntact());
    const AuditVerdict broken = verdict(kept);
    QVERIFY(broken.firstBadPosition.has_value());
    QCOMPARE(*broken.damage, AuditDamage::TailCut);
    QCOMPARE(*broken.firstBadPosition, kept.position);
}

void AuditVerifierTest::findsARewrittenChainByTheAnchor()
{
    const AuditAnchor kept = anchor();
    tamper(*m_db, u"UPDATE audit_event SET new = new || '{\"name\": \"Eve\"}' WHERE entity = 'member'"_s);
    rewriteChain();
    QVERIFY(verdict().isIntact());
    const AuditVerdict broken = verdict(kept);
    QVERIFY(broken.firstBadPosition.has_value());
    QCOMPARE(*broken.damage, AuditDamage::Rewritten);
    QCOMPARE(*broken.firstBadPosition, kept.position);
}

void AuditVerifierTest::findsAnotherBookByTheAnchor()
{
    AuditAnchor kept = anchor();
    tamper(*m_db, u"UPDATE book SET id = gen_random_uuid()"_s);
    const AuditVerdict other = verdict(kept);
    QVERIFY(other.firstBadPosition.has_value());
    QCOMPARE(*other.damage, AuditDamage::OtherBook);
    QVERIFY(other.problem.contains(kept.book));
}

void AuditVerifierTest::anchorsNoDamagedEnd()
{
    tamper(*m_db, u"UPDATE audit_head SET hash = sha256('x')"_s);
    VERIFY_ERROR(m_audit.anchor(m_db->session()), ErrorCode::RuleBroken);
    tamper(*m_db, u"DELETE FROM audit_head"_s);
    VERIFY_ERROR(m_audit.anchor(m_db->session()), ErrorCode::RuleBroken);
}

QTEST_GUILESS_MAIN(AuditVerifierTest)
#include "auditverifiertest.moc"
