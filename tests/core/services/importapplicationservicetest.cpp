// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "tests/core/services/importbench.h"
#include "tests/support/colleagues.h"

using namespace seatledger;

/// Files come in whole or not at all, and a second time they change nothing.
class ImportApplicationServiceTest : public ImportBench
{
    Q_OBJECT

private slots:
    void init() { m_db = std::make_unique<TestDatabase>(); }
    void cleanup() { m_db.reset(); }

    void changesNothingTheSecondTime_data();
    void changesNothingTheSecondTime();
    void changesNothingInATestRun_data();
    void changesNothingInATestRun();
    void isTakenBackAsOne_data();
    void isTakenBackAsOne();
    void writesProblemsThatCanBeCorrected();
    void leavesNothingWhenCancelled();
    void leavesNothingWhenItsConnectionDies();
    void refusesWhoMayNotImport();
    void refusesAFileThatIsBroken();

private:
    static void addFiles();
};

void ImportApplicationServiceTest::addFiles()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("members")
        << int(ImportKind::Members)
        << QByteArray("number,name,email,status,left_on,note\nN1,\"=x, y\",n1@example.org,active,,\n"
                      "N2,Zwei,n2@example.org,departed,2024-05-05,\"two\nlines\"\n")
        << 2;
    QTest::newRow("licences")
        << int(ImportKind::Licenses)
        << QByteArray("license,vendor,product,metric,floating_lease_minutes,owner,seats,from_day,"
                      "until_day,price,currency,billing,note\n"
                      "New,Acme,Studio,floating,45,M1,5,2024-01-01,2024-12-31,10.5,EUR,monthly,x\n"
                      "New,,,,,,5,2025-01-01,,11,EUR,yearly,\n"
                      "New,,,,,,1,2025-01-01,,,,,\n"
                      "Bare,Acme,Draw,,,,,,,,,,\n")
        << 4;
    QTest::newRow("assignments") << int(ImportKind::Assignments) << QByteArray(assignmentFile) << 3;
    QTest::newRow("assignments, no days")
        << int(ImportKind::Assignments)
        << QByteArray("license,member_email\nIDE,ana@example.org\nCAD,bo@example.org\n") << 2;
    QTest::newRow("assignments, history")
        << int(ImportKind::Assignments)
        << QByteArray("license,member_number,from_day,until_day,state,ended_on,end_reason\n"
                      "IDE,M1,2024-01-01,2024-02-01,expired,,\n"
                      "IDE,M1,2024-03-01,,revoked,2024-04-01,left\n"
                      "IDE,M1,2024-03-01,,revoked,2024-04-02,again\n"
                      "IDE,M1,2024-03-01,,active,,\n")
        << 4;
}

void ImportApplicationServiceTest::changesNothingTheSecondTime_data()
{
    addFiles();
}

void ImportApplicationServiceTest::changesNothingTheSecondTime()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, text);
    QFETCH(int, rows);
    makeBook();
    const auto asked = request(static_cast<ImportKind>(kind), text);
    const auto first = run(asked);
    VERIFY_RESULT(first);
    QCOMPARE(reasons(*first), QStringList());
    QCOMPARE(first->added, rows);
    const auto before = everything();
    const auto second = run(asked);
    VERIFY_RESULT(second);
    QCOMPARE(reasons(*second), QStringList());
    QCOMPARE(second->unchanged, rows);
    QVERIFY(!second->operation);
    QCOMPARE(everything(), before);
    QCOMPARE(wrongCounters(*m_db), 0);
}

void ImportApplicationServiceTest::changesNothingInATestRun_data()
{
    addFiles();
}

void ImportApplicationServiceTest::changesNothingInATestRun()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, text);
    QFETCH(int, rows);
    makeBook();
    const auto asked = request(static_cast<ImportKind>(kind), text);
    const auto before = everything();
    const auto tested = m_services.imports.testRun(m_db->session(), asked);
    VERIFY_RESULT(tested);
    QCOMPARE(everything(), before);
    QVERIFY(!tested->operation);
    QCOMPARE(tested->added, rows);
    const auto done = run(asked);
    VERIFY_RESULT(done);
    QCOMPARE(done->added, tested->added);
}

void ImportApplicationServiceTest::isTakenBackAsOne_data()
{
    addFiles();
}

void ImportApplicationServiceTest::isTakenBackAsOne()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, text);
    makeBook();
    const QString holding =
        u"SELECT concat_ws(' ', (SELECT count(*) FROM seatledger.member), (SELECT count(*) FROM "
        "seatledger.license), (SELECT count(*) FROM seatledger.entitlement WHERE cancelled_at IS NULL), "
        "(SELECT "
        "count(*) FROM seatledger.license_assignment WHERE state IN ('reserved', 'active', 'suspended')))"_s;
    const QString before = value(holding);
    const auto asked = request(static_cast<ImportKind>(kind), text);
    const auto done = run(asked);
    VERIFY_RESULT(done);
    QVERIFY(value(holding) != before);
    VERIFY_RESULT(m_services.management.undo(m_db->session(), *done->operation));
    QCOMPARE(value(holding), before);
    const auto again = run(asked);
    VERIFY_RESULT(again);
    QCOMPARE(reasons(*again), QStringList());
    QVERIFY(again->added > 0);
    QCOMPARE(wrongCounters(*m_db), 0);
}

void ImportApplicationServiceTest::writesProblemsThatCanBeCorrected()
{
    makeBook();
    auto asked = request(ImportKind::Assignments,
                         "license;member_number;note\nIDE;M1;a\nIDE;Nobody;\"=b; c\"\nNope;Nix;\n");
    asked.leaveOutProblems = true;
    asked.problemsPath = m_folder.filePath(u"problems.csv"_s);
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->added, 1);
    QFile written(asked.problemsPath);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QByteArray text = written.readAll();
    QVERIFY2(text.contains("license,member_number,note,import_row,import_column,import_reason\r\n"
                           "IDE,Nobody,'=b; c,2,member_number,")
                 && text.contains("Nope,Nix,,3,license; member_number,"),
             text.constData());
    text.replace("Nobody", "M2");
    const auto corrected = request(ImportKind::Assignments, text);
    QCOMPARE(corrected.mapping.columns.back().field, QString());
    const auto again = run(corrected);
    VERIFY_RESULT(again);
    QCOMPARE(again->problemCount, 2);
    QCOMPARE(again->added, 1);
    auto path = m_services.imports.writeProblems(m_db->session(), corrected,
                                                 m_folder.filePath(u"again.csv"_s));
    VERIFY_RESULT(path);
    QCOMPARE(*path, 1);
    QFile second(m_folder.filePath(u"again.csv"_s));
    QVERIFY(second.open(QIODevice::ReadOnly));
    QCOMPARE(second.readAll().count("import_row"), 1);
}

void ImportApplicationServiceTest::leavesNothingWhenCancelled()
{
    makeBook();
    const auto before = everything();
    for (const ImportPhase phase : {ImportPhase::Reading, ImportPhase::Checking, ImportPhase::Writing}) {
        const auto asked = request(ImportKind::Assignments, assignmentFile);
        const CancelToken token = CancelToken::create();
        m_db->connection().setCancelToken(token);
        const auto outcome = m_services.imports.run(m_db->session(), asked,
                                                    [&](const ImportProgress &progress) {
                                                        if (progress.phase == phase)
                                                            token.cancel();
                                                    });
        m_db->connection().setCancelToken({});
        VERIFY_ERROR(outcome, ErrorCode::Cancelled);
        QCOMPARE(everything(), before);
    }
}

void ImportApplicationServiceTest::leavesNothingWhenItsConnectionDies()
{
    makeBook();
    const QString pid = value(u"SELECT pg_backend_pid()"_s);
    const auto asked = request(ImportKind::Assignments, assignmentFile);
    const auto outcome = m_services.imports.run(m_db->session(), asked, [&](const ImportProgress &progress) {
        if (progress.phase == ImportPhase::Writing)
            std::ignore =
                Query(m_db->otherSession(), u"SELECT pg_terminate_backend($1)"_s).bind(pid.toInt()).exec();
    });
    VERIFY_ERROR(outcome, ErrorCode::Offline);
    const auto rows =
        Query(m_db->otherSession(),
              u"SELECT (SELECT count(*) FROM seatledger.license_assignment) + (SELECT count(*) FROM "
              "seatledger.operation WHERE summary LIKE 'Import assignments%') AS rows"_s)
            .one([](const Row &row) { return row.integer("rows"); });
    VERIFY_RESULT(rows);
    QCOMPARE(*rows, 0);
}

void ImportApplicationServiceTest::refusesWhoMayNotImport()
{
    Colleagues colleagues(*m_db);
    const auto asked = request(ImportKind::Members, memberFile);
    for (const Role role : {Role::Manager, Role::Staff, Role::Auditor}) {
        Session &session = colleagues.as(colleagues.add(toText(role), {.role = role}));
        VERIFY_ERROR(m_services.imports.run(session, asked), ErrorCode::Forbidden);
        VERIFY_ERROR(m_services.imports.testRun(session, asked), ErrorCode::Forbidden);
        VERIFY_ERROR(m_services.imports.mappings(session, ImportKind::Members), ErrorCode::Forbidden);
        VERIFY_ERROR(m_services.imports.saveMapping(session, asked.mapping), ErrorCode::InvalidInput);
    }
    auto allowed = asked;
    allowed.createMissing = true;
    const QString admin = colleagues.add(u"admin"_s, {.role = Role::Administrator});
    const auto outcome = m_services.imports.run(colleagues.as(admin), allowed);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->added, 2);
}

void ImportApplicationServiceTest::refusesAFileThatIsBroken()
{
    const auto before = everything();
    auto asked = request(ImportKind::Members, memberFile);
    asked.path = file("number,name,email,department,joined_on\nM1,\"Ana,ana@example.org,,\n",
                      u"broken.csv"_s);
    const auto outcome = run(asked);
    VERIFY_ERROR(outcome, ErrorCode::InvalidInput);
    QCOMPARE(outcome.error().details.value(u"row"_s).toInt(), 2);
    asked.path = m_folder.filePath(u"missing.csv"_s);
    VERIFY_ERROR(run(asked), ErrorCode::NotFound);
    auto unmapped = request(ImportKind::Assignments, "license,what\nIDE,x\n");
    VERIFY_ERROR(run(unmapped), ErrorCode::InvalidInput);
    QCOMPARE(everything(), before);
}

QTEST_GUILESS_MAIN(ImportApplicationServiceTest)
#include "importapplicationservicetest.moc"
