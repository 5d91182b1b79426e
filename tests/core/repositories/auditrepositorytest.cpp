// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditrepository.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "tests/support/book.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Histories, and a chain that is broken in every way somebody with all rights could break it.
class AuditRepositoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsAMembersHistoryNewestFirst();
    void showsOnlyWhatAnUpdateChanged();
    void listsByLicenseAssignmentOperationAndActor();
    void pagesThroughAStatement();
    void findsAnUntouchedChainIntact();
    void verifiesInsideATransaction();
    void reportsProgress();
    void findsTampering_data();
    void findsTampering();

private:
    std::vector<AuditEntry> entries(const AuditFilter &filter, int limit = 100);
    AuditVerdict verdict();
    void tamper(const QString &sql);

    std::unique_ptr<TestDatabase> m_db;
    std::optional<LicenseId> m_license;
    std::optional<MemberId> m_member;
    std::optional<AssignmentId> m_assignment;
    AuditRepository m_audit;
};

void AuditRepositoryTest::init()
{
    m_db = std::make_unique<TestDatabase>();
    Book book(*m_db);
    m_license = book.licenseWithSeats(u"IDE"_s, 5);
    m_member = book.member(u"Ana"_s);
    m_assignment = book.assignment(*m_license, *m_member);
}

std::vector<AuditEntry> AuditRepositoryTest::entries(const AuditFilter &filter, int limit)
{
    auto list = m_audit.list(m_db->session(), filter, limit);
    if (!list) {
        QTest::qFail(describe(list.error()).constData(), __FILE__, __LINE__);
        return {};
    }
    return *list;
}

AuditVerdict AuditRepositoryTest::verdict()
{
    auto verdict = m_audit.verify(m_db->session());
    if (!verdict) {
        QTest::qFail(describe(verdict.error()).constData(), __FILE__, __LINE__);
        return {};
    }
    return *verdict;
}

/// As the owner of everything, past all triggers and foreign keys.
void AuditRepositoryTest::tamper(const QString &sql)
{
    m_db->sql(u"SET session_replication_role = replica; SET search_path = seatledger, public;"_s + sql
              + u"; RESET search_path; SET session_replication_role = origin"_s);
}

void AuditRepositoryTest::listsAMembersHistoryNewestFirst()
{
    const auto history = entries({.member = m_member});
    QCOMPARE(history.size(), 2u);
    QCOMPARE(history[0].entity, u"license_assignment"_s);
    QCOMPARE(history[0].action, u"insert"_s);
    QCOMPARE(history[0].entityId, m_assignment->value());
    QCOMPARE(history[0].source, u"sql"_s);
    QVERIFY(history[0].at.isValid());
    QVERIFY(history[0].before.isEmpty());
    QCOMPARE(history[0].after.value(u"member_id"_s).toInteger(), m_member->value());
    QCOMPARE(history[1].entity, u"member"_s);
    QVERIFY(history[0].statement > history[1].statement);
}

void AuditRepositoryTest::showsOnlyWhatAnUpdateChanged()
{
    m_db->sql(u"UPDATE seatledger.member SET note = 'on the second floor'"_s);
    const AuditEntry edit = entries({.member = m_member}).front();
    QCOMPARE(edit.action, u"update"_s);
    QCOMPARE(edit.before, (QJsonObject{{u"note"_s, u""_s}}));
    QCOMPARE(edit.after, (QJsonObject{{u"note"_s, u"on the second floor"_s}}));
}

void AuditRepositoryTest::listsByLicenseAssignmentOperationAndActor()
{
    QCOMPARE(entries({.license = m_license}).size(), 3u); // itself, its supply, its holder
    QCOMPARE(entries({.assignment = m_assignment}).size(), 1u);
    const auto operation = entries({.assignment = m_assignment}).front().operation;
    QCOMPARE(entries({.operation = operation}).size(), 1u);
    m_db->sql(u"SELECT seatledger.begin_operation('edit', 'Renamed', 'window', 'ada', 'a typo');"
              "UPDATE seatledger.license SET name = 'Editor'"_s);
    const auto byAda = entries({.actor = u"ada"_s});
    QCOMPARE(byAda.size(), 1u);
    QCOMPARE(byAda[0].operationKind, u"edit"_s);
    QCOMPARE(byAda[0].summary, u"Renamed"_s);
    QCOMPARE(byAda[0].reason, u"a typo"_s);
    QCOMPARE(byAda[0].source, u"window"_s);
    QVERIFY(entries({.actor = u"nobody"_s}).empty());
}

void AuditRepositoryTest::pagesThroughAStatement()
{
    m_db->sql(u"INSERT INTO seatledger.member (number, name, email) "
              "SELECT 'N' || i, 'N' || i, 'n' || i || '@example.org' FROM generate_series(1, 5) i"_s);
    const auto first = entries({}, 2);
    QCOMPARE(first.size(), 2u);
    const auto rest = entries({.beforeStatement = first[1].statement, .beforeOrdinal = first[1].ordinal}, 3);
    QCOMPARE(rest.size(), 3u);
    QCOMPARE(rest[0].statement, first[0].statement);
    QCOMPARE(rest[2].ordinal, 1);
    QVERIFY(entries({.beforeStatement = first[0].statement}).front().statement < first[0].statement);
}

void AuditRepositoryTest::findsAnUntouchedChainIntact()
{
    const AuditVerdict intact = verdict();
    QVERIFY2(!intact.firstBadPosition, qPrintable(intact.problem));
    QVERIFY(intact.problem.isEmpty());
    QCOMPARE(QString::number(intact.events), m_db->value(u"SELECT count(*) FROM seatledger.audit_event"_s));
    QCOMPARE(QString::number(intact.links), m_db->value(u"SELECT position FROM seatledger.audit_head"_s));
    QCOMPARE(QString::fromLatin1(intact.head.toHex()),
             m_db->value(u"SELECT encode(hash, 'hex') FROM seatledger.audit_head"_s));
}

void AuditRepositoryTest::verifiesInsideATransaction()
{
    const auto inside = transact(m_db->session(), u"outer", [this](Session &session) -> Result<AuditVerdict> {
        if (auto asked = Query(session, u"SELECT 1"_s).exec(); !asked)
            return std::unexpected(asked.error());
        return m_audit.verify(session);
    });
    VERIFY_RESULT(inside);
    QVERIFY(!inside->firstBadPosition);
}

void AuditRepositoryTest::reportsProgress()
{
    qint64 done = 0;
    qint64 all = -1;
    VERIFY_RESULT(m_audit.verify(m_db->session(), [&](qint64 links, qint64 total) {
        done = links;
        all = total;
    }));
    QVERIFY(done > 0);
    QCOMPARE(done, all);
}

void AuditRepositoryTest::findsTampering_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("position"); // as SQL, before the deed
    const QString ana = u"(SELECT statement_id FROM seatledger.audit_event WHERE entity = 'member')"_s;
    const QString at = u"SELECT position FROM seatledger.audit_link WHERE statement_id = "_s + ana;
    const QString after = at + u" + 1"_s;
    const QString end = u"SELECT position + 1 FROM seatledger.audit_head"_s;

    QTest::newRow("a changed value")
        << u"UPDATE audit_event SET new = new || '{\"name\": \"Eve\"}' WHERE statement_id = "_s + ana << at;
    QTest::newRow("a dropped event") << u"DELETE FROM audit_event WHERE statement_id = "_s + ana << at;
    QTest::newRow("a moved event") << u"UPDATE audit_event SET ordinal = 2 WHERE statement_id = "_s + ana
                                   << at;
    QTest::newRow("an added event")
        << u"INSERT INTO audit_event SELECT statement_id, 2, entity, 99, license_id, member_id, old, new "
           "FROM audit_event WHERE statement_id = "_s
               + ana
        << at;
    QTest::newRow("an altered statement")
        << u"UPDATE audit_statement SET at = at - interval '1 day' WHERE id = "_s + ana << at;
    QTest::newRow("an altered operation")
        << u"UPDATE operation SET actor = 'eve' WHERE id = (SELECT operation_id FROM audit_statement WHERE id = %1)"_s
               .arg(ana)
        << at;
    QTest::newRow("a dropped statement") << u"DELETE FROM audit_statement WHERE id = "_s + ana << at;
    QTest::newRow("a dropped link") << u"DELETE FROM audit_link WHERE statement_id = "_s + ana << after;
    QTest::newRow("swapped links")
        << u"UPDATE audit_link SET position = -position + 100000 WHERE true; "
           "UPDATE audit_link SET position = CASE 100000 - position WHEN 1 THEN 2 WHEN 2 THEN 1 ELSE 100000 - position END"_s
        << u"SELECT 1"_s;
    QTest::newRow("an unlinked statement")
        << u"INSERT INTO audit_statement (id, operation_id, entity, action, event_count, events_digest) "
           "SELECT 900000, 1, 'member', 'insert', 1, sha256('')"_s
        << end;
    QTest::newRow("orphaned events")
        << u"INSERT INTO audit_event (statement_id, ordinal, entity, entity_id, new) VALUES (900000, 1, 'member', 1, '{}')"_s
        << end;
    QTest::newRow("a cut tail")
        << u"DELETE FROM audit_event WHERE statement_id = (SELECT max(statement_id) FROM audit_link); "
           "DELETE FROM audit_statement WHERE id = (SELECT max(statement_id) FROM audit_link); "
           "DELETE FROM audit_link WHERE position = (SELECT max(position) FROM audit_link)"_s
        << u"SELECT position FROM seatledger.audit_head"_s;
    QTest::newRow("an altered head") << u"UPDATE audit_head SET hash = sha256('x')"_s << end;
    QTest::newRow("no head") << u"DELETE FROM audit_head"_s << end;
}

void AuditRepositoryTest::findsTampering()
{
    QFETCH(QString, sql);
    QFETCH(QString, position);
    const QString expected = m_db->value(position);
    tamper(sql);
    const AuditVerdict broken = verdict();
    QVERIFY(broken.firstBadPosition.has_value());
    QCOMPARE(QString::number(*broken.firstBadPosition), expected);
    QVERIFY(!broken.problem.isEmpty());
}

QTEST_GUILESS_MAIN(AuditRepositoryTest)
#include "auditrepositorytest.moc"
