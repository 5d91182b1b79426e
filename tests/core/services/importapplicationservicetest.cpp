// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Files come in whole or not at all, with every problem said, and a second time they change nothing.
class ImportApplicationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

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
    void changesNothingTheSecondTime_data();
    void changesNothingTheSecondTime();
    void changesNothingInATestRun_data();
    void changesNothingInATestRun();
    void isTakenBackAsOne_data();
    void isTakenBackAsOne();
    void addsLicencesWithWhatWasBought();
    void saysEveryProblemOfLicences();
    void updatesWhatWasBought();
    void refusesToCutWhatIsPromised();
    void needsADayWhereSeveralWereBought();
    void addsAssignmentsOfManyLicences();
    void saysEveryProblemOfAssignments();
    void givesSeatsInTheOrderOfTheFileAndNoMore();
    void looksAtSeatsDayByDay();
    void updatesAssignments();
    void endsWhatTheFileSaysHasEnded();
    void bringsHistoryIn();
    void findsMembersByNameOnlyIfThereIsOne();
    void writesProblemsThatCanBeCorrected();
    void leavesNothingWhenCancelled();
    void leavesNothingWhenItsConnectionDies();
    void refusesWhoMayNotImport();
    void refusesAFileThatIsBroken();
    void saysHowFarItIs();

private:
    [[nodiscard]] QString file(const QByteArray &text, const QString &name = u"file.csv"_s) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no room for a file");
        return path;
    }
    [[nodiscard]] ImportRequest request(ImportKind kind, const QByteArray &text)
    {
        ImportRequest request{.kind = kind, .path = file(text), .format = {}, .mapping = {}};
        const auto preview = TableFile::preview(request.path);
        if (!preview)
            return request;
        request.format = preview->format;
        if (auto mapping = m_services.imports.match(m_db->session(), kind, *preview))
            request.mapping = *std::move(mapping);
        return request;
    }
    [[nodiscard]] Result<ImportOutcome> run(const ImportRequest &request)
    {
        return m_services.imports.run(m_db->session(), request);
    }
    [[nodiscard]] Result<ImportOutcome> run(ImportKind kind, const QByteArray &text)
    {
        return run(request(kind, text));
    }
    [[nodiscard]] QString value(const QString &query) { return m_db->value(query); }
    [[nodiscard]] QStringList column(const QString &query)
    {
        QStringList values;
        for (const QStringList &row : m_db->sql(query))
            values.append(row.value(0));
        return values;
    }
    [[nodiscard]] static QStringList reasons(const ImportOutcome &outcome)
    {
        QStringList all;
        for (const ImportProblem &problem : outcome.problems)
            all.append(u"%1 %2 %3: %4"_s.arg(problem.row).arg(problem.column, problem.value, problem.reason));
        return all;
    }
    /// What the book holds, to compare before and after.
    [[nodiscard]] QStringList everything()
    {
        QStringList all;
        for (const QString &table :
             {u"department"_s, u"member"_s, u"vendor"_s, u"product"_s, u"license"_s, u"license_seats"_s,
              u"entitlement"_s, u"license_assignment"_s, u"operation"_s, u"audit_statement"_s})
            all.append(
                value(u"SELECT coalesce(string_agg(to_jsonb(t)::text, '\n' ORDER BY to_jsonb(t)::text), '') "
                      "FROM seatledger.%1 t"_s.arg(table)));
        return all;
    }
    void addFiles();
    void makeBook();

    QTemporaryDir m_folder;
    std::unique_ptr<TestDatabase> m_db;
    Services m_services;
};

namespace {

constexpr auto members = "number,name,email,department,joined_on\n"
                         "M1,Ana Lima,ana@example.org,IT,2024-01-31\n"
                         "M2,Bo Ek,bo@example.org,,\n";
constexpr auto licenses = "license,vendor,product,term,seats,from_day,until_day,price,currency,order_number\n"
                          "IDE,Acme,Studio,subscription,5,2024-01-01,2199-12-31,\"1,250.50\",EUR,PO1\n"
                          "IDE,Acme,Studio,subscription,unlimited,2024-06-01,2199-12-31,,,PO2\n"
                          "CAD,Acme,Draw,perpetual,2,2024-01-01,,99,USD,PO3\n";
constexpr auto assignments = "license,member_number,quantity,from_day,until_day,note\n"
                             "IDE,M1,2,2024-03-01,2199-01-31,first\n"
                             "IDE,M2,1,2024-03-01,,\n"
                             "CAD,M1,1,2024-03-01,,\n";

} // namespace

void ImportApplicationServiceTest::init()
{
    m_db = std::make_unique<TestDatabase>();
}

void ImportApplicationServiceTest::cleanup()
{
    m_db.reset();
}

void ImportApplicationServiceTest::makeBook()
{
    m_db->sql(u"INSERT INTO seatledger.department (name) VALUES ('IT')"_s);
    VERIFY_RESULT(run(ImportKind::Members, members));
    auto catalogue = request(ImportKind::Licenses, licenses);
    catalogue.createMissing = true;
    VERIFY_RESULT(run(catalogue));
}

void ImportApplicationServiceTest::addsMembers()
{
    m_db->sql(u"INSERT INTO seatledger.department (name) VALUES ('IT')"_s);
    const auto outcome = run(ImportKind::Members, members);
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

void ImportApplicationServiceTest::updatesOnlyTheFieldsOfTheFile()
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

void ImportApplicationServiceTest::clearsWhatTheFileHasEmpty()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Members, "number,department,joined_on\nM1,,\n"));
    QCOMPARE(
        value(u"SELECT concat(department_id, joined_on, name) FROM seatledger.member WHERE number = 'M1'"_s),
        u"Ana Lima"_s);
}

void ImportApplicationServiceTest::knowsMembersByAddressWhereThereIsNoNumber()
{
    makeBook();
    const auto outcome = run(ImportKind::Members, "email,name\nBO@example.org,Bo Å. Ek\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->updated, 1);
    QCOMPARE(value(u"SELECT name FROM seatledger.member WHERE number = 'M2'"_s), u"Bo Å. Ek"_s);
}

void ImportApplicationServiceTest::saysEveryProblemOfMembers()
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
    QVERIFY2(all.size() == expected.size(), qPrintable(all.join(u'\n')));
    for (qsizetype i = 0; i < all.size(); ++i)
        QVERIFY2(all[i].startsWith(expected[i]), qPrintable(all[i] + u" is not "_s + expected[i]));
    QCOMPARE(outcome->rejected, 11);
    QCOMPARE(outcome->added, 1);
    QCOMPARE(outcome->problems.front().line, 3);
    QVERIFY(!outcome->operation);
    QCOMPARE(everything(), before);
}

void ImportApplicationServiceTest::leavesOutRowsWithProblemsOnlyWhenAsked()
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

void ImportApplicationServiceTest::createsDepartmentsOnlyWhenAsked()
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

void ImportApplicationServiceTest::findsDepartmentsByPath()
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

void ImportApplicationServiceTest::treatsExistingRowsAsAsked_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("counts"); // added, updated, unchanged, skipped, rejected
    QTest::addColumn<QString>("name");
    QTest::newRow("update") << int(OnExisting::Update) << u"1 1 1 0 0"_s << u"Ana X"_s;
    QTest::newRow("skip") << int(OnExisting::Skip) << u"1 0 0 2 0"_s << u"Ana Lima"_s;
    QTest::newRow("stop") << int(OnExisting::Stop) << u"1 0 0 0 2"_s << u"Ana Lima"_s;
}

void ImportApplicationServiceTest::treatsExistingRowsAsAsked()
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
    QTest::newRow("assignments") << int(ImportKind::Assignments) << QByteArray(assignments) << 3;
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

void ImportApplicationServiceTest::addsLicencesWithWhatWasBought()
{
    auto asked = request(ImportKind::Licenses, licenses);
    const auto refused = run(asked);
    VERIFY_RESULT(refused);
    QVERIFY(refused->problemCount > 0);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.vendor"_s), u"0"_s);
    asked.createMissing = true;
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->added, 3);
    QCOMPARE(outcome->created, 3);
    QCOMPARE(
        value(
            u"SELECT string_agg(concat_ws(' ', l.name, v.name, p.name, e.quantity, e.period, e.price_minor, "
            u"e.currency, "
            "e.order_number), '; ' ORDER BY e.id) FROM seatledger.entitlement e JOIN seatledger.license l ON "
            "l.id = "
            "e.license_id JOIN seatledger.product p ON p.id = l.product_id JOIN seatledger.vendor v ON v.id = p.vendor_id"_s),
        u"IDE Acme Studio 5 [2024-01-01,2200-01-01) 125050 EUR PO1; IDE Acme Studio [2024-06-01,2200-01-01) "
        u"PO2; "
        "CAD Acme Draw 2 [2024-01-01,) 9900 USD PO3"_s);
}

void ImportApplicationServiceTest::saysEveryProblemOfLicences()
{
    makeBook();
    const auto outcome = run(ImportKind::Licenses, "license,vendor,product,metric,floating_lease_minutes,"
                                                   "owner,state,seats,from_day,until_day,price,currency\n"
                                                   "A,Nobody,Studio,,,,,,,,,\n"
                                                   "B,Acme,Nothing,,,,,,,,,\n"
                                                   "C,,Unheard,,,,,,,,,\n"
                                                   "D,Acme,Studio,device,30,,,,,,,\n"
                                                   "E,Acme,Studio,,,ghost@example.org,,,,,,\n"
                                                   "F,Acme,Studio,,,,,,2024-01-01,,,\n"
                                                   "G,Acme,Studio,,,,,5,2024-01-01,2023-01-01,,\n"
                                                   "H,Acme,Studio,site,,,,,,,,\n"
                                                   "H,Acme,Studio,device,,,,,,,,\n"
                                                   "IDE,,,,,,draft,,,,,\n"
                                                   "J,Acme,Studio,,,,,0,2024-01-01,,1.234,EUR\n"
                                                   ",Acme,Studio,,,,,,,,,\n"
                                                   "K,Acme,Studio,,,,,,,,5,XYZ\n");
    VERIFY_RESULT(outcome);
    const QStringList all = reasons(*outcome);
    const QStringList expected{u"1 vendor Nobody: There is no such vendor"_s,
                               u"2 product Nothing: The vendor has no such product"_s,
                               u"3 product Unheard: There is no such product: say its vendor"_s,
                               u"4 floating_lease_minutes 30: Only floating"_s,
                               u"5 owner ghost@example.org: There is no such member"_s,
                               u"6 seats : How many seats"_s,
                               u"7 until_day 2023-01-01: The last day"_s,
                               u"8  : Comes with row 9"_s,
                               u"9 metric device: Row 8 says something else"_s,
                               u"10 state draft: This state cannot follow"_s,
                               u"11 price 1.234:"_s,
                               u"11 seats 0: This must be 1 to"_s,
                               u"12 license : This must be filled in"_s,
                               u"13 currency XYZ:"_s};
    QVERIFY2(all.size() == expected.size(), qPrintable(all.join(u'\n')));
    for (qsizetype i = 0; i < all.size(); ++i)
        QVERIFY2(all[i].startsWith(expected[i]), qPrintable(all[i] + u" is not "_s + expected[i]));
    QCOMPARE(outcome->rejected, 13);
}

void ImportApplicationServiceTest::updatesWhatWasBought()
{
    makeBook();
    const auto outcome = run(ImportKind::Licenses, "license,seats,from_day,order_number,overage_percent\n"
                                                   "IDE,7,2024-01-01,po1,10\n"
                                                   "IDE,3,2024-01-01,PO9,\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->updated, 1);
    QCOMPARE(outcome->added, 1);
    QCOMPARE(
        value(
            u"SELECT string_agg(concat_ws(' ', quantity, price_minor, upper(period)), '; ' ORDER BY e.id) "
            u"FROM "
            "seatledger.entitlement e JOIN seatledger.license l ON l.id = e.license_id WHERE l.name = 'IDE'"_s),
        u"7 125050 2200-01-01; 2200-01-01; 3"_s);
    QCOMPARE(value(u"SELECT overage_percent FROM seatledger.license WHERE name = 'IDE'"_s), u"10"_s);
}

void ImportApplicationServiceTest::refusesToCutWhatIsPromised()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Assignments, "license,member_number,quantity\nCAD,M1,2\n"));
    auto asked = request(ImportKind::Licenses, "license,seats,from_day,order_number,note\n"
                                               "CAD,1,2024-01-01,PO3,\n"
                                               "IDE,9,2024-01-01,PO1,\n");
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QVERIFY(!outcome->operation);
    QCOMPARE(outcome->rejected, 1);
    QVERIFY2(reasons(*outcome).front().startsWith(u"1 "_s), qPrintable(reasons(*outcome).front()));
    asked.leaveOutProblems = true;
    const auto rest = run(asked);
    VERIFY_RESULT(rest);
    QVERIFY(rest->operation);
    QCOMPARE(rest->updated, 1);
    QCOMPARE(
        column(
            u"SELECT quantity FROM seatledger.entitlement WHERE order_number IN ('PO1', 'PO3') ORDER BY order_number"_s),
        (QStringList{u"9"_s, u"2"_s}));
}

void ImportApplicationServiceTest::needsADayWhereSeveralWereBought()
{
    makeBook();
    const auto outcome = run(ImportKind::Licenses, "license,seats\nIDE,100\nCAD,4\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->problemCount, 1);
    QVERIFY2(reasons(*outcome).front().startsWith(
                 u"1 Bought from day : Seats of this licence were bought already"_s),
             qPrintable(reasons(*outcome).front()));
    QCOMPARE(outcome->updated, 1);
}

void ImportApplicationServiceTest::addsAssignmentsOfManyLicences()
{
    makeBook();
    const auto outcome = run(ImportKind::Assignments, assignments);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->added, 3);
    QCOMPARE(
        value(u"SELECT string_agg(concat_ws(' ', l.name, m.number, a.quantity, a.period, a.state, "
              u"nullif(a.note, '')), '; ' "
              "ORDER BY a.id) FROM seatledger.license_assignment a JOIN seatledger.license l ON l.id = "
              "a.license_id "
              "JOIN seatledger.member m ON m.id = a.member_id"_s),
        u"IDE M1 2 [2024-03-01,2199-02-01) active first; IDE M2 1 [2024-03-01,) active; CAD M1 1 [2024-03-01,) active"_s);
    QCOMPARE(
        value(
            u"SELECT held FROM seatledger.license_seats s JOIN seatledger.license l ON l.id = s.license_id WHERE l.name = 'IDE'"_s),
        u"3"_s);
    QCOMPARE(wrongCounters(*m_db), 0);
}

void ImportApplicationServiceTest::saysEveryProblemOfAssignments()
{
    makeBook();
    m_db->sql(
        u"UPDATE seatledger.license SET state = 'suspended' WHERE name = 'CAD'; "
        "INSERT INTO seatledger.member (number, name, email, status, left_on) VALUES ('D1', 'Gone', 'gone@example.org', 'departed', '2024-01-01')"_s);
    VERIFY_RESULT(run(ImportKind::Assignments, "license,member_number,from_day\nIDE,M1,2024-06-01\n"));
    const auto outcome = run(ImportKind::Assignments,
                             "license,member_number,quantity,from_day,until_day,state,ended_on,end_reason\n"
                             "Nothing,M2,1,,,,,\n"
                             "IDE,Nobody,1,,,,,\n"
                             "CAD,M2,1,,,,,\n"
                             "IDE,D1,1,,,,,\n"
                             "IDE,M2,0,01.02.2024,,,,\n"
                             "IDE,M1,1,2024-01-01,,,,\n"
                             "IDE,M2,1,2024-03-01,2024-01-01,active,,\n"
                             "IDE,M2,1,2024-01-01,,revoked,,\n"
                             "IDE,M2,1,2024-01-01,,expired,,\n"
                             "IDE,M2,1,2024-01-01,,,,\n"
                             "IDE,M2,1,2024-02-01,,,,\n"
                             "IDE,,1,2024-02-01,,,,\n"
                             "IDE,M2,1,2024-01-01,,revoked,2199-01-01,later\n");
    VERIFY_RESULT(outcome);
    const QStringList all = reasons(*outcome);
    const QStringList expected{
        u"1 license Nothing: There is no such licence"_s,
        u"2 member_number Nobody: There is no such member"_s,
        u"3 license : The licence is suspended"_s,
        u"4  : The member has departed"_s,
        u"5 quantity 0: This must be 1 to"_s,
        u"6 from_day 2024-01-01: The member holds this licence at that time already: from 2024-06-01"_s,
        u"7 until_day 2024-01-01: The last day"_s,
        u"8 end_reason : What was revoked needs a reason"_s,
        u"9 state expired: An assignment is expired only"_s,
        u"11 from_day 2024-02-01: Row 10 of the file"_s,
        u"12  : No member is named"_s,
        u"13 ended_on 2199-01-01: What was revoked has ended"_s};
    QVERIFY2(all.size() == expected.size(), qPrintable(all.join(u'\n')));
    for (qsizetype i = 0; i < all.size(); ++i)
        QVERIFY2(all[i].startsWith(expected[i]), qPrintable(all[i] + u" is not "_s + expected[i]));
    QCOMPARE(outcome->added, 1);
}

void ImportApplicationServiceTest::givesSeatsInTheOrderOfTheFileAndNoMore()
{
    makeBook();
    auto asked = request(ImportKind::Assignments, "license,member_number,quantity\n"
                                                  "CAD,M1,1\nCAD,M2,2\n");
    const auto refused = run(asked);
    VERIFY_RESULT(refused);
    QCOMPARE(refused->problemCount, 1);
    QVERIFY2(reasons(*refused).front().startsWith(u"2 license : "_s), qPrintable(reasons(*refused).front()));
    asked.leaveOutProblems = true;
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->added, 1);
    QCOMPARE(wrongCounters(*m_db), 0);
}

void ImportApplicationServiceTest::looksAtSeatsDayByDay()
{
    makeBook();
    Book book(*m_db);
    const LicenseId later = book.license(u"Later"_s);
    book.entitlement(later, 1, 10, 20);
    const auto day = [&](int days) { return book.today().addDays(days).toString(Qt::ISODate).toLatin1(); };
    const auto outcome = run(ImportKind::Assignments, "license,member_number,from_day,until_day\n"
                                                      "Later,M1,"
                                                          + day(10) + ',' + day(14) + "\nLater,M2," + day(15)
                                                          + ',' + day(18) + "\nLater,M1," + day(17) + ','
                                                          + day(19) + "\nLater,M2," + day(1) + ',' + day(5)
                                                          + '\n');
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->added, 2);
    const QStringList all = reasons(*outcome);
    QCOMPARE(all.size(), 2);
    QVERIFY2(all[0].startsWith(u"3 license"_s) && all[1].startsWith(u"4 license"_s),
             qPrintable(all.join(u'\n')));
}

void ImportApplicationServiceTest::updatesAssignments()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Assignments, assignments));
    const auto outcome = run(ImportKind::Assignments, "license,member_number,from_day,quantity,state\n"
                                                      "IDE,M1,2024-03-01,1,suspended\n"
                                                      "CAD,M1,2024-03-01,2,\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->updated, 2);
    QCOMPARE(value(u"SELECT string_agg(concat_ws(' ', quantity, state, upper(period), nullif(note, '')), '; "
                   u"' ORDER BY id) FROM "
                   "seatledger.license_assignment"_s),
             u"1 suspended 2199-02-01 first; 1 active; 2 active"_s);
    const auto tooMany = run(ImportKind::Assignments,
                             "license,member_number,from_day,quantity\nCAD,M1,2024-03-01,3\n");
    VERIFY_RESULT(tooMany);
    QCOMPARE(tooMany->problemCount, 1);
    QCOMPARE(wrongCounters(*m_db), 0);
}

void ImportApplicationServiceTest::endsWhatTheFileSaysHasEnded()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Assignments, assignments));
    const QByteArray text("license,member_number,from_day,state,ended_on,end_reason\n"
                          "IDE,M2,2024-03-01,revoked,2024-09-01,left the team\n");
    const auto outcome = run(ImportKind::Assignments, text);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->updated, 1);
    QCOMPARE(value(u"SELECT concat_ws(' ', count(*), min(ended_on), min(end_reason)) FROM "
                   u"seatledger.license_assignment "
                   "WHERE state = 'revoked'"_s),
             u"1 2024-09-01 left the team"_s);
    const auto again = run(ImportKind::Assignments, text);
    VERIFY_RESULT(again);
    QCOMPARE(again->unchanged, 1);
    const auto changed = run(ImportKind::Assignments,
                             "license,member_number,from_day,state,ended_on,end_reason\n"
                             "IDE,M2,2024-03-01,revoked,2024-09-02,left the team\n");
    VERIFY_RESULT(changed);
    QCOMPARE(changed->problemCount, 1);
}

void ImportApplicationServiceTest::bringsHistoryIn()
{
    makeBook();
    const auto outcome = run(ImportKind::Assignments, "license,member_number,from_day,until_day\n"
                                                      "IDE,M1,2024-01-01,2024-02-01\nIDE,M1,2199-01-01,\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->added, 2);
    QCOMPARE(
        column(u"SELECT concat_ws(' ', state, ended_on) FROM seatledger.license_assignment ORDER BY id"_s),
        (QStringList{u"expired 2024-02-02"_s, u"reserved"_s}));
}

void ImportApplicationServiceTest::findsMembersByNameOnlyIfThereIsOne()
{
    makeBook();
    m_db->sql(
        u"INSERT INTO seatledger.member (number, name, email) VALUES ('T1', 'Twin One', 't1@example.org'), "
        "('T2', 'One Twin', 't2@example.org')"_s);
    const auto outcome = run(ImportKind::Assignments,
                             "license,member_name,holder\n"
                             "IDE,\"Lima, Ana\",\nIDE,Twin One,\nIDE,,BO@example.org\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->added, 2);
    QVERIFY2(reasons(*outcome).front().startsWith(u"2 member_name Twin One: Several members"_s),
             qPrintable(reasons(*outcome).front()));
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
        const auto asked = request(ImportKind::Assignments, assignments);
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
    const auto asked = request(ImportKind::Assignments, assignments);
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
    const auto asked = request(ImportKind::Members, members);
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
    auto asked = request(ImportKind::Members, members);
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

void ImportApplicationServiceTest::saysHowFarItIs()
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

QTEST_GUILESS_MAIN(ImportApplicationServiceTest)
#include "importapplicationservicetest.moc"
