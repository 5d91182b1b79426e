// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/importbench.h"

using namespace seatledger;

/// Members come in from files, with every problem said.
class ImportMembersTest : public ImportBench
{
    Q_OBJECT

private slots:
    void init() { m_db = std::make_unique<TestDatabase>(); }
    void cleanup() { m_db.reset(); }

    void addsMembers();
    void updatesOnlyTheFieldsOfTheFile();
    void clearsWhatTheFileHasEmpty();
    void knowsMembersByAddressWhereThereIsNoNumber();
    void saysEveryProblemOfMembers();
    void leavesOutRowsWithProblemsOnlyWhenAsked();
    void createsDepartmentsOnlyWhenAsked();
    void findsDepartmentsByPath();
    void treatsExistingRowsAsAsked_data();
    void treatsExistingRowsAsAsked();
    void saysHowFarItIs();
};

void ImportMembersTest::addsMembers()
{
    m_db->sql(u"INSERT INTO seatledger.department (name) VALUES ('IT')"_s);
    const auto outcome = run(ImportKind::Members, memberFile);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->rows, 2);
    QCOMPARE(outcome->added, 2);
    QVERIFY(outcome->operation);
    QCOMPARE(value(u"SELECT string_agg(concat_ws(' ', m.number, m.name, m.email, d.name, m.joined_on), '; ' "
                   u"ORDER BY m.number) "
                   "FROM seatledger.member m LEFT JOIN seatledger.department d ON d.id = m.department_id"_s),
             u"M1 Ana Lima ana@example.org IT 2024-01-31; M2 Bo Ek bo@example.org"_s);
    QCOMPARE(
        value(u"SELECT concat_ws(' ', kind, source, summary) FROM seatledger.operation WHERE id = %1"_s.arg(
            outcome->operation->value())),
        u"import import Import members from file.csv"_s);
}

void ImportMembersTest::updatesOnlyTheFieldsOfTheFile()
{
    makeBook();
    const auto outcome = run(ImportKind::Members, "number,name\nm1,Ana de Lima\nM2,Bo Ek\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->updated, 1);
    QCOMPARE(outcome->unchanged, 1);
    QCOMPARE(value(u"SELECT concat_ws(' ', name, email, joined_on, department_id IS NOT NULL) FROM "
                   u"seatledger.member "
                   "WHERE lower(number) = 'm1'"_s),
             u"Ana de Lima ana@example.org 2024-01-31 t"_s);
}

void ImportMembersTest::clearsWhatTheFileHasEmpty()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Members, "number,department,joined_on\nM1,,\n"));
    QCOMPARE(
        value(u"SELECT concat(department_id, joined_on, name) FROM seatledger.member WHERE number = 'M1'"_s),
        u"Ana Lima"_s);
}

void ImportMembersTest::knowsMembersByAddressWhereThereIsNoNumber()
{
    makeBook();
    const auto outcome = run(ImportKind::Members, "email,name\nBO@example.org,Bo Å. Ek\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->updated, 1);
    QCOMPARE(value(u"SELECT name FROM seatledger.member WHERE number = 'M2'"_s), u"Bo Å. Ek"_s);
}

void ImportMembersTest::saysEveryProblemOfMembers()
{
    makeBook();
    const QByteArray text("number,name,email,department,status,joined_on,left_on\n"
                          "N1,One,one@example.org,IT,active,,\n"
                          "N2,Two,bad address,Nowhere,gone,2024-02-30,\n"  // four
                          "N1,Three,three@example.org,,,,\n"               // twice
                          "N4,Four,ONE@example.org,,,,\n"                  // address twice
                          "N5,Five,ana@example.org,,,,\n"                  // taken
                          "N6,,six@example.org,,,,\n"                      // no name
                          "N7,Seven,,,,,\n"                                // no address
                          ",Eight,eight@example.org,,,,\n"                 // no number
                          "N9,Nine,nine@example.org,,departed,,\n"         // left when?
                          "N10,Ten,ten@example.org,,active,,2024-01-01\n"  // not departed
                          "N11,Eleven,eleven@example.org,,departed,2024-02-01,2024-01-01\n"
                          "N12,Twelve,twelve@example.org,,,,,,too much\n");
    const auto before = everything();
    const auto outcome = run(ImportKind::Members, text);
    VERIFY_RESULT(outcome);
    const QStringList all = reasons(*outcome);
    const QStringList expected{u"2 department Nowhere: There is no such department"_s,
                               u"2 email bad address:"_s,
                               u"2 joined_on 2024-02-30: This is no day"_s,
                               u"2 status gone: This must be one of: active, on_leave"_s,
                               u"3 number N1: Row 1 of the file"_s,
                               u"4 email ONE@example.org: Row 1 of the file"_s,
                               u"5 email ana@example.org: Member M1 has"_s,
                               u"6 name : A new member needs a name"_s,
                               u"7 email : A new member needs an e-mail"_s,
                               u"8 number : A new member needs a number"_s,
                               u"9 left_on : Who has departed"_s,
                               u"10 left_on 2024-01-01: Only who has departed"_s,
                               u"11 left_on 2024-01-01: This is before"_s,
                               u"12  too much: The row has 9 cells"_s};
    compareReasons(all, expected);
    QCOMPARE(outcome->rejected, 11);
    QCOMPARE(outcome->added, 1);
    QCOMPARE(outcome->problems.front().line, 3);
    QVERIFY(!outcome->operation);
    QCOMPARE(everything(), before);
}

void ImportMembersTest::leavesOutRowsWithProblemsOnlyWhenAsked()
{
    auto asked = request(ImportKind::Members, "number,name,email\nN1,One,one@example.org\nN2,Two,nonsense\n");
    const auto refused = run(asked);
    VERIFY_RESULT(refused);
    QVERIFY(!refused->operation);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.member"_s), u"0"_s);
    asked.leaveOutProblems = true;
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->operation);
    QCOMPARE(outcome->rejected, 1);
    QCOMPARE(column(u"SELECT number FROM seatledger.member"_s), QStringList{u"N1"_s});
}

void ImportMembersTest::createsDepartmentsOnlyWhenAsked()
{
    auto asked = request(ImportKind::Members, "number,name,email,department\n"
                                              "N1,One,one@example.org,Company / IT / Support\n"
                                              "N2,Two,two@example.org,company > it\n"
                                              "N3,Three,three@example.org,Sales\n");
    const auto refused = run(asked);
    VERIFY_RESULT(refused);
    QCOMPARE(refused->problemCount, 3);
    asked.createMissing = true;
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->created, 4);
    QCOMPARE(
        value(
            u"SELECT string_agg(m.number || ' ' || d.name, ', ' ORDER BY m.number) FROM seatledger.member m "
            "JOIN seatledger.department d ON d.id = m.department_id"_s),
        u"N1 Support, N2 IT, N3 Sales"_s);
    QCOMPARE(
        value(u"SELECT string_agg(p.name || '>' || d.name, ', ' ORDER BY d.id) FROM seatledger.department d "
              "JOIN seatledger.department p ON p.id = d.parent_id"_s)
            .toLower(),
        u"company>it, it>support"_s);
    VERIFY_RESULT(m_services.management.undo(m_db->session(), *outcome->operation));
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.department"_s), u"0"_s);
}

void ImportMembersTest::findsDepartmentsByPath()
{
    m_db->sql(u"INSERT INTO seatledger.department (id, parent_id, name) VALUES (101, NULL, 'North'), (102, "
              u"NULL, 'South'), "
              "(103, 101, 'IT'), (104, 102, 'IT')"_s);
    const auto outcome = run(ImportKind::Members,
                             "number,name,email,department\n"
                             "N1,One,one@example.org,south / it\nN2,Two,two@example.org,IT\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->problemCount, 1);
    QVERIFY2(reasons(*outcome).front().startsWith(u"2 department IT: Several departments"_s),
             qPrintable(reasons(*outcome).front()));
}

void ImportMembersTest::treatsExistingRowsAsAsked_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("counts"); // added, updated, unchanged, skipped, rejected
    QTest::addColumn<QString>("name");
    QTest::newRow("update") << int(OnExisting::Update) << u"1 1 1 0 0"_s << u"Ana X"_s;
    QTest::newRow("skip") << int(OnExisting::Skip) << u"1 0 0 2 0"_s << u"Ana Lima"_s;
    QTest::newRow("stop") << int(OnExisting::Stop) << u"1 0 0 0 2"_s << u"Ana Lima"_s;
}

void ImportMembersTest::treatsExistingRowsAsAsked()
{
    QFETCH(int, policy);
    makeBook();
    auto asked = request(
        ImportKind::Members,
        "number,name,email\nM1,Ana X,ana@example.org\nM2,Bo Ek,bo@example.org\nM3,Cy,cy@example.org\n");
    asked.onExisting = static_cast<OnExisting>(policy);
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QTEST(u"%1 %2 %3 %4 %5"_s.arg(outcome->added)
              .arg(outcome->updated)
              .arg(outcome->unchanged)
              .arg(outcome->skipped)
              .arg(outcome->rejected),
          "counts");
    QTEST(value(u"SELECT name FROM seatledger.member WHERE number = 'M1'"_s), "name");
    QCOMPARE(outcome->operation.has_value(), policy != int(OnExisting::Stop));
}

void ImportMembersTest::saysHowFarItIs()
{
    QByteArray text("number,name,email\n");
    for (int i = 0; i < 40'000; ++i)
        text += 'B' + QByteArray::number(i) + ",Someone with a name,b" + QByteArray::number(i)
                + "@example.org\n";
    QList<ImportProgress> told;
    const auto outcome = m_services.imports.run(
        m_db->session(), request(ImportKind::Members, text),
        [&](const ImportProgress &progress) { told.append(progress); });
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->added, 40'000);
    QVERIFY(told.size() > 5);
    for (qsizetype i = 1; i < told.size(); ++i) {
        QVERIFY(told[i].phase >= told[i - 1].phase);
        QVERIFY(told[i].done <= told[i].total);
    }
    QCOMPARE(told.back().phase, ImportPhase::Writing);
    QCOMPARE(told.back().done, 40'000);
}

QTEST_GUILESS_MAIN(ImportMembersTest)
#include "importmemberstest.moc"
