// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/importbench.h"

using namespace seatledger;

/// Assignments of many licences come in from one file, by the rule of seats.
class ImportAssignmentsTest : public ImportBench
{
    Q_OBJECT

private slots:
    void init() { m_db = std::make_unique<TestDatabase>(); }
    void cleanup() { m_db.reset(); }

    void addsAssignmentsOfManyLicences();
    void countsForReportsWhatManyRowsChanged();
    void saysEveryProblemOfAssignments();
    void givesSeatsInTheOrderOfTheFileAndNoMore();
    void looksAtSeatsDayByDay();
    void updatesAssignments();
    void endsWhatTheFileSaysHasEnded();
    void bringsHistoryIn();
    void findsMembersByNameOnlyIfThereIsOne();
};

void ImportAssignmentsTest::addsAssignmentsOfManyLicences()
{
    makeBook();
    const auto outcome = run(ImportKind::Assignments, assignmentFile);
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

void ImportAssignmentsTest::countsForReportsWhatManyRowsChanged()
{
    makeBook();
    const auto behind = [this] { return value(u"SELECT count(*) FROM seatledger.stale_license"_s).toInt(); };
    QVERIFY(behind() > 0);
    VERIFY_RESULT(run(ImportKind::Assignments, assignmentFile));
    QVERIFY(behind() > 0); // of a few, whoever has a moment takes care
    // Marks are of any number; whether there is such a licence makes no difference.
    m_db->sql(
        u"INSERT INTO seatledger.stale_license (license_id) SELECT generate_series(1000001, 1004000)"_s);
    VERIFY_RESULT(run(ImportKind::Assignments, "license,member_number,from_day\nCAD,M2,2024-03-01\n"));
    QCOMPARE(behind(), 0);
}

void ImportAssignmentsTest::saysEveryProblemOfAssignments()
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
    compareReasons(all, expected);
    QCOMPARE(outcome->added, 1);
}

void ImportAssignmentsTest::givesSeatsInTheOrderOfTheFileAndNoMore()
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

void ImportAssignmentsTest::looksAtSeatsDayByDay()
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

void ImportAssignmentsTest::updatesAssignments()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Assignments, assignmentFile));
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

void ImportAssignmentsTest::endsWhatTheFileSaysHasEnded()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Assignments, assignmentFile));
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

void ImportAssignmentsTest::bringsHistoryIn()
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

void ImportAssignmentsTest::findsMembersByNameOnlyIfThereIsOne()
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

QTEST_GUILESS_MAIN(ImportAssignmentsTest)
#include "importassignmentstest.moc"
