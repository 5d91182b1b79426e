// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditrepository.h"

#include "tests/support/book.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Histories.
class AuditRepositoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsAMembersHistoryNewestFirst();
    void showsOnlyWhatAnUpdateChanged();
    void listsByLicenseAssignmentOperationAndActor();
    void pagesThroughAStatement();

private:
    std::vector<AuditEntry> entries(const AuditFilter &filter, int limit = 100);

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

QTEST_GUILESS_MAIN(AuditRepositoryTest)
#include "auditrepositorytest.moc"
