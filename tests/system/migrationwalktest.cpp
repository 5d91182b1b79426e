// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrator.h"
#include "core/services/services.h"
#include "tests/support/schemafacts.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// The oldest schema that has every table of the sample.
constexpr int floorVersion = 4;

/// The rows of a table and a digest of what is in some of its columns.
struct TableData {
    qint64 rows = 0;
    QString digest;
    bool operator==(const TableData &) const = default;
};
using Data = QMap<QString, TableData>;

/// What a way back leaves as it is, because rows that came since need it; its file says so. By the version
/// that is taken back.
const QMap<int, QStringList> leftBehind = {
    // Operations that changed nothing stay in the chain, where older checks would not let them be.
    {20,
     {u"constraint seatledger.audit_statement.audit_statement_action_check"_s,
      u"constraint seatledger.audit_statement.audit_statement_event_count_check"_s}},
};

} // namespace

/// Every migration of this program taken back and applied again, on a book with something in every table: the
/// way back leads exactly to the schema of the version below, and the way forward to that of the version
/// above, with the data that the tables of both hold.
///
/// Works on a cluster of its own: migrations make roles, which all databases of a cluster share.
class MigrationWalkTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup() { m_database.reset(); }

    void comesBackToEveryVersionOnData();
    void keepsTheBookInOrderOverOneStepBack();
    void keepsTheBookInOrderOverAllStepsBackThatKeepItsTables();
    void isAnEmptyBookAfterAllTheWayBack();

private:
    [[nodiscard]] Result<std::vector<int>> down(int steps = 1)
    {
        return Migrator(m_database->connection()).down(steps);
    }
    [[nodiscard]] Result<std::vector<int>> up(std::optional<int> target = {})
    {
        return Migrator(m_database->connection()).up(target);
    }
    [[nodiscard]] int newest() const { return static_cast<int>(m_versions.size()) - 1; }

    void fill();
    [[nodiscard]] Data data(const QMap<QString, QStringList> &columns);
    [[nodiscard]] SchemaFacts expected(int version) const;
    void walk(int version);
    void verifyBook();

    Services m_services;
    std::unique_ptr<TestCluster> m_cluster;
    std::unique_ptr<TestDatabase> m_database;
    QList<SchemaFacts> m_versions; ///< by version, from 0, as they come about on an empty book
};

void MigrationWalkTest::initTestCase()
{
    m_cluster = std::make_unique<TestCluster>(TestCluster::Durability::Fast);
    m_database = std::make_unique<TestDatabase>(TestDatabase::Content::Empty, *m_cluster);
    VERIFY_RESULT(up(0));
    m_versions.append(schemaFacts(*m_database));
    const auto states = Migrator(m_database->connection()).status();
    VERIFY_RESULT(states);
    for (const MigrationState &state : *states) {
        VERIFY_RESULT(up(state.version));
        m_versions.append(schemaFacts(*m_database));
        if (QTest::currentTestFailed())
            return;
    }
    m_database.reset();
}

void MigrationWalkTest::cleanupTestCase()
{
    m_database.reset();
    m_cluster.reset();
}

void MigrationWalkTest::init()
{
    m_database = std::make_unique<TestDatabase>(TestDatabase::Content::Schema, *m_cluster);
}

void MigrationWalkTest::fill()
{
    VERIFY_RESULT(m_services.sample.fill(m_database->session(),
                                         {.members = 60, .licenses = 20, .assignments = 300, .seed = 7}));
    m_database->sql(uR"(
        SET search_path = seatledger;
        UPDATE setting SET value = 'Walkers' WHERE name = 'organisation';
        INSERT INTO license_key (license_id, secret) SELECT id, 'secret ' || id FROM license;
        INSERT INTO device (fingerprint, name, member_id) SELECT 'finger:print:' || id, 'Laptop ' || id, id FROM member;
        UPDATE activation SET released_at = now(), release_reason = 'Gone' WHERE id % 3 = 0 AND released_at IS NULL;
        INSERT INTO feature_switch (name) VALUES ('walking');
        INSERT INTO notification (kind, subject, once_key, license_id) SELECT 'expiry', 'Ends soon', 'x' || id, id FROM license LIMIT 3;
        INSERT INTO idempotency_key (actor, key, request_hash) VALUES ('walker', 'k', sha256('x'));
        INSERT INTO operator (login, display_name, role) VALUES ('walker', 'Wanda Walker', 'auditor');
        INSERT INTO operator_department (operator_id, department_id) SELECT o.id, d.id FROM operator o, department d LIMIT 1;
        INSERT INTO api_token (operator_id, name, digest, scopes, expires_at)
            SELECT id, 'walk', sha256('t'), '{read}', now() + interval '1 day' FROM operator;
        UPDATE license_assignment SET state = 'revoked', ended_on = today(), end_reason = 'Walked off', seat_released = false,
            suspended_until = NULL WHERE id IN (SELECT id FROM license_assignment WHERE state = 'active' ORDER BY id LIMIT 5);
        RESET search_path)"_s);
}

Data MigrationWalkTest::data(const QMap<QString, QStringList> &columns)
{
    Data data;
    for (const auto &[table, names] : columns.asKeyValueRange()) {
        if (table == "schema_version"_L1 || table == "security_baseline"_L1) // both tell of the schema
            continue;
        if (table == "stale_license"_L1) // what is still to be counted, of which a migration may make more
            continue;
        const auto rows = m_database->sql(
            u"SELECT count(*), md5(string_agg(r::text, '' ORDER BY r::text)) FROM (SELECT ROW(%1) AS r FROM "
            "seatledger.%2) t"_s.arg(names.join(u", "_s), table));
        if (!rows.isEmpty())
            data.insert(table, {rows[0][0].toLongLong(), rows[0][1]});
    }
    return data;
}

/// The schema of a version as it is on the way back from the newest.
SchemaFacts MigrationWalkTest::expected(int version) const
{
    SchemaFacts facts = m_versions[version];
    for (const auto &[takenBack, names] : leftBehind.asKeyValueRange()) {
        for (const QString &name : names) {
            if (takenBack > version && takenBack <= newest() && facts.contains(name))
                facts[name] = m_versions[takenBack].value(name);
        }
    }
    return facts;
}

/// From this version to the one below, back again, and below once more.
void MigrationWalkTest::walk(int version)
{
    const auto columns = commonColumns(m_versions[version], m_versions[version - 1]);
    const Data before = data(columns);
    const auto compare = [&](int reached, const QString &when) {
        // Where a table was dropped and made anew, nothing is left behind.
        const SchemaFacts wanted = version == 1 && reached == 1 ? m_versions[1] : expected(reached);
        const QString difference = firstDifference(wanted, schemaFacts(*m_database));
        QVERIFY2(difference.isEmpty(), qPrintable(u"%1 %2: "_s.arg(version).arg(when) + difference));
        const Data after = data(columns);
        for (const auto &[table, held] : before.asKeyValueRange())
            QVERIFY2(after.value(table) == held,
                     qPrintable(u"%1 %2: the data of %3 is not as it was, %4 rows of %5"_s.arg(version)
                                    .arg(when, table)
                                    .arg(after.value(table).rows)
                                    .arg(held.rows)));
    };
    VERIFY_RESULT(down());
    compare(version - 1, u"taken back"_s);
    VERIFY_RESULT(up(version));
    compare(version, u"applied again"_s);
    VERIFY_RESULT(down());
    compare(version - 1, u"taken back once more"_s);
}

void MigrationWalkTest::comesBackToEveryVersionOnData()
{
    fill();
    QCOMPARE(firstDifference(m_versions.last(), schemaFacts(*m_database)), QString());
    for (int version = newest(); version > 0; --version)
        walk(version);
}

void MigrationWalkTest::verifyBook()
{
    const auto report = m_services.doctor.examine(m_database->session());
    VERIFY_RESULT(report);
    QVERIFY(std::ranges::find(report->checks, u"audit_chain"_s) != report->checks.end());
    QStringList findings;
    for (const DoctorFinding &finding : report->findings)
        findings.append(finding.check + u": "_s + finding.subject + u", "_s + finding.expected + u" but "_s
                        + finding.found);
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void MigrationWalkTest::keepsTheBookInOrderOverOneStepBack()
{
    fill();
    verifyBook();
    const auto columns = commonColumns(m_versions.last(), m_versions[newest() - 1]);
    const Data before = data(columns);
    VERIFY_RESULT(down());
    VERIFY_RESULT(up());
    QVERIFY(data(columns) == before);
    verifyBook();
}

void MigrationWalkTest::keepsTheBookInOrderOverAllStepsBackThatKeepItsTables()
{
    fill();
    const auto columns = commonColumns(m_versions.last(), m_versions[floorVersion]);
    const Data before = data(columns);
    QVERIFY(before.value(u"license_assignment"_s).rows >= 300);
    VERIFY_RESULT(down(newest() - floorVersion));
    QVERIFY(data(columns) == before);
    VERIFY_RESULT(up());
    QVERIFY(data(columns) == before);
    verifyBook();
}

void MigrationWalkTest::isAnEmptyBookAfterAllTheWayBack()
{
    fill();
    VERIFY_RESULT(down(newest()));
    QCOMPARE(firstDifference(m_versions.first(), schemaFacts(*m_database)), QString());
    VERIFY_RESULT(up());
    QCOMPARE(firstDifference(m_versions.last(), schemaFacts(*m_database)), QString());
    fill();
    verifyBook();
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::MigrationWalkTest)
#include "migrationwalktest.moc"
