// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/doctorapplicationservice.h"

#include "tests/support/book.h"
#include "tests/support/tamper.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// A clean book is clean, and each kind of damage is named by its check.
class DoctorApplicationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void findsACleanBookClean();
    void staysCleanAsDaysPass();
    void namesTheDamage_data();
    void namesTheDamage();
    void namesTheLicenseThatIsKeptWrongly();
    void saysNothingOfWhatIsMarked();

private:
    DoctorReport report(TestDatabase &db);
};

namespace {

void fill(TestDatabase &db, Book &book)
{
    const LicenseId ide = book.licenseWithSeats(u"IDE"_s, 5);
    const LicenseId office = book.license(u"Office"_s);
    book.entitlement(office, 3, -10, 20);
    book.entitlement(office, std::nullopt, 5, 8);
    const MemberId ana = book.member(u"Ana"_s);
    book.assignment(ide, ana);
    book.assignment(office, ana);
    db.sql(u"UPDATE seatledger.entitlement SET price_minor = 1200, currency = 'EUR', billing = 'monthly'; "
           "SELECT seatledger.keep_seat_days()"_s);
}

} // namespace

DoctorReport DoctorApplicationServiceTest::report(TestDatabase &db)
{
    auto report = DoctorApplicationService().examine(db.session());
    if (!report) {
        QTest::qFail(describe(report.error()).constData(), __FILE__, __LINE__);
        return {};
    }
    return *report;
}

void DoctorApplicationServiceTest::findsACleanBookClean()
{
    TestDatabase db;
    QVERIFY(report(db).isClean());
    Book book(db);
    fill(db, book);
    const DoctorReport clean = report(db);
    for (const DoctorFinding &finding : clean.findings)
        qWarning() << finding.check << finding.subject << finding.expected << finding.found;
    QVERIFY(clean.isClean());
    QVERIFY(clean.checks.size() > 15);
}

void DoctorApplicationServiceTest::staysCleanAsDaysPass()
{
    TestDatabase db;
    Book book(db);
    fill(db, book);
    for (const int days : {6, 3, 30}) {
        book.pass(days);
        for (const DoctorFinding &finding : report(db).findings)
            QCOMPARE(finding.check, u"real_day"_s); // the rehearsal itself is a finding
    }
}

void DoctorApplicationServiceTest::namesTheDamage_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("check");
    QTest::newRow("held") << u"UPDATE license_seats SET held = held - 1, promised = promised WHERE held > 0"_s
                          << u"held_and_promised"_s;
    QTest::newRow("capacity") << u"UPDATE license_seats SET capacity = capacity + 1"_s << u"capacity"_s;
    QTest::newRow("short") << u"UPDATE license_seats SET short = 2"_s << u"shortage"_s;
    QTest::newRow("live") << u"UPDATE license_seats SET live = 2"_s << u"live_activations"_s;
    QTest::newRow("lapses on") << u"UPDATE license_seats SET lapses_on = NULL"_s << u"changes_of_capacity"_s;
    QTest::newRow("changes on") << u"UPDATE license_seats SET changes_on = '2199-01-01'"_s
                                << u"changes_of_capacity"_s;
    QTest::newRow("no counters") << u"DELETE FROM license_seats"_s << u"counters_present"_s;
    QTest::newRow("state against days")
        << u"UPDATE license_assignment SET state = 'reserved'"_s << u"held_and_promised"_s;
    QTest::newRow("active before its day")
        << u"UPDATE license_assignment SET period = daterange(seatledger.today() + 9, NULL), first_day = "
           "seatledger.today() + 9"_s
        << u"state_and_days"_s;
    QTest::newRow("overlap") << u"ALTER TABLE license_assignment DROP CONSTRAINT license_assignment_overlap; "
                                "INSERT INTO license_assignment (license_id, member_id, operation_id, "
                                "department_key, first_day) SELECT "
                                "license_id, member_id, operation_id, department_key, first_day "
                                "FROM license_assignment WHERE license_id = 1"_s
                             << u"one_seat_a_member"_s;
    QTest::newRow("a missing constraint")
        << u"ALTER TABLE license_assignment DROP CONSTRAINT license_assignment_overlap"_s
        << u"constraints_present"_s;
    QTest::newRow("a departed holder")
        << u"ALTER TABLE license_assignment DROP CONSTRAINT license_assignment_holder; "
           "UPDATE member SET status = 'departed', left_on = '2026-01-01'"_s
        << u"departed_hold_nothing"_s;
    QTest::newRow("a holder's department left behind")
        << u"UPDATE license_assignment SET department_key = 7"_s << u"holder_department"_s;
    QTest::newRow("a missing copy of the department")
        << u"DROP TRIGGER note_holder ON license_assignment"_s << u"guards_present"_s;
    QTest::newRow("a retired licence with holders")
        << u"UPDATE license SET state = 'retired'"_s << u"retired_are_empty"_s;
    QTest::newRow("a disabled guard")
        << u"ALTER TABLE license_assignment DISABLE TRIGGER guard_new_assignments"_s << u"guards_enabled"_s;
    QTest::newRow("a missing guard") << u"DROP TRIGGER audit_delete ON member"_s << u"guards_present"_s;
    QTest::newRow("an unchecked constraint")
        << u"ALTER TABLE member ADD CONSTRAINT later CHECK (true) NOT VALID"_s << u"constraints_valid"_s;
    QTest::newRow("an invalid index")
        << u"UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'member_name'::regclass"_s
        << u"indexes_valid"_s;
    QTest::newRow("a moved clock") << u"UPDATE clock SET day_shift = 1"_s << u"real_day"_s;
    QTest::newRow("no clock") << u"DELETE FROM clock"_s << u"real_day"_s;
    QTest::newRow("no such time zone")
        << u"UPDATE setting SET value = 'Middle/Earth' WHERE name = 'time_zone'"_s << u"time_zone"_s;
    QTest::newRow("no time zone") << u"DELETE FROM setting WHERE name = 'time_zone'"_s << u"time_zone"_s;
    QTest::newRow("another order than the indexes have")
        << u"UPDATE pg_database SET datcollversion = '1' WHERE datname = current_database()"_s
        << u"order_of_texts"_s;
    QTest::newRow("seats kept by day")
        << u"UPDATE license_day SET held = held + 1"_s << u"kept_license_days"_s;
    QTest::newRow("a day that is not kept") << u"DELETE FROM license_day"_s << u"kept_license_days"_s;
    QTest::newRow("a sum by day") << u"UPDATE seat_day SET short_licenses = 1"_s << u"kept_seat_days"_s;
    QTest::newRow("kept money") << u"UPDATE license_money SET idle = 5"_s << u"kept_license_money"_s;
    QTest::newRow("a sum of money") << u"DELETE FROM money_now"_s << u"kept_money"_s;
    QTest::newRow("kept costs") << u"UPDATE license_cost SET idle = idle + 5"_s << u"kept_license_costs"_s;
    QTest::newRow("costs that are not kept") << u"DELETE FROM license_cost"_s << u"kept_license_costs"_s;
    QTest::newRow("a sum of costs") << u"UPDATE cost_day SET cost = cost + 1"_s << u"kept_costs"_s;
    QTest::newRow("until when money is kept")
        << u"UPDATE counted_license SET until = '2199-01-01'"_s << u"kept_until"_s;
    QTest::newRow("what somebody holds")
        << u"UPDATE member_seats SET seats = seats + 1"_s << u"kept_people"_s;
    QTest::newRow("somebody who is not kept") << u"DELETE FROM member_seats"_s << u"kept_people"_s;
    QTest::newRow("when something was done")
        << u"UPDATE activity_quarter SET assigned = assigned + 1"_s << u"kept_activity"_s;
    QTest::newRow("how a licence stands")
        << u"UPDATE license_outlook SET renewal_on = '2199-01-01'"_s << u"kept_outlooks"_s;
    QTest::newRow("when something ends")
        << u"UPDATE license_end SET open = open + 1"_s << u"kept_license_ends"_s;
    QTest::newRow("an end that is not kept") << u"DELETE FROM license_end"_s << u"kept_license_ends"_s;
    QTest::newRow("a sum of ends") << u"UPDATE end_day SET open_seats = open_seats + 1"_s << u"kept_ends"_s;
    QTest::newRow("a mark that is missing")
        << u"DROP TRIGGER mark_stale_update ON license"_s << u"guards_present"_s;
    QTest::newRow("an altered event")
        << u"UPDATE audit_event SET entity_id = 77 WHERE ordinal = 1"_s << u"audit_chain"_s;
}

void DoctorApplicationServiceTest::namesTheDamage()
{
    QFETCH(QString, sql);
    QFETCH(QString, check);
    TestDatabase db;
    Book book(db);
    fill(db, book);
    tamper(db, sql);
    const DoctorReport damaged = report(db);
    QVERIFY(std::ranges::any_of(damaged.findings, [&](const DoctorFinding &f) { return f.check == check; }));
}

void DoctorApplicationServiceTest::namesTheLicenseThatIsKeptWrongly()
{
    TestDatabase db;
    Book book(db);
    fill(db, book);
    tamper(db, u"UPDATE license_day SET seats = seats + 7 WHERE license_id = 2"_s);
    QStringList subjects;
    for (const DoctorFinding &finding : report(db).findings) {
        if (finding.check == "kept_license_days"_L1)
            subjects.append(finding.subject);
    }
    QCOMPARE(subjects, QStringList{u"license 2"_s});
}

void DoctorApplicationServiceTest::saysNothingOfWhatIsMarked()
{
    TestDatabase db;
    Book book(db);
    fill(db, book);
    book.assignment(book.licenseWithSeats(u"CAD"_s, 2), book.member(u"Bea"_s));
    db.sql(u"UPDATE seatledger.license SET overage_percent = 50 WHERE id = 1"_s);
    for (const DoctorFinding &finding : report(db).findings)
        qWarning() << finding.check << finding.subject << finding.expected << finding.found;
    QVERIFY(report(db).isClean());
}

QTEST_GUILESS_MAIN(DoctorApplicationServiceTest)
#include "doctorapplicationservicetest.moc"
