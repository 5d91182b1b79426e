// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// An assignment's own row knows where its holder works and its first day. Both are the book's to write: they
/// follow, and nothing of the assignment changes with them.
class HolderDepartmentTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isThatOfTheHolder();
    void followsTheHolder();
    void isNoEditOfTheAssignment();
    void comesBackWhenTheMoveIsUndone();
    void leavesDevicesAndKeysAlone();
    void isWhatAManagerSeesBy();
    void followsManyAtOnce();
    void theFirstDayFollowsThePeriod();
    void nobodyWritesEither();
    void refusesAHolderWhoDoesNotExist();

private:
    void sql(const QString &text) { m_database->sql(text); }
    [[nodiscard]] QString value(const QString &text) { return m_database->value(text); }
    [[nodiscard]] QString departmentOf(AssignmentId assignment)
    {
        return value(u"SELECT department_key FROM seatledger.license_assignment WHERE id = %1"_s.arg(
            assignment.value()));
    }
    void move(const QString &department)
    {
        sql(u"UPDATE seatledger.member SET department_id = %1 WHERE id = %2"_s.arg(department)
                .arg(m_ana->value()));
    }
    [[nodiscard]] QStringList findings();

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    Services m_services;
    std::optional<LicenseId> m_license;
    std::optional<MemberId> m_ana;
    std::optional<AssignmentId> m_seat;
};

void HolderDepartmentTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    sql(u"INSERT INTO seatledger.department (id, name) VALUES (1, 'Optics'), (2, 'Acoustics')"_s);
    m_license = m_book->licenseWithSeats(u"IDE"_s, 5);
    m_ana = m_book->member(u"Ana"_s);
    move(u"1"_s);
    m_seat = m_book->assignment(*m_license, *m_ana);
}

void HolderDepartmentTest::cleanup()
{
    m_book.reset();
    m_database.reset();
}

QStringList HolderDepartmentTest::findings()
{
    const auto report = m_services.doctor.examine(m_database->session());
    if (!report)
        return {QString::fromUtf8(describe(report.error()))};
    QStringList checks;
    for (const DoctorFinding &finding : report->findings)
        checks.append(finding.check + u": "_s + finding.subject);
    return checks;
}

void HolderDepartmentTest::isThatOfTheHolder()
{
    QCOMPARE(departmentOf(*m_seat), u"1"_s);
    QCOMPARE(departmentOf(m_book->assignment(*m_license, m_book->member(u"Ben"_s))), u"0"_s);
}

void HolderDepartmentTest::followsTheHolder()
{
    const AssignmentId ended = m_book->assignment(m_book->licenseWithSeats(u"CAD"_s, 5), *m_ana);
    sql(u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), end_reason = 'Over' WHERE id = %1"_s
            .arg(ended.value()));
    sql(u"UPDATE seatledger.entitlement SET price_minor = 1200, currency = 'EUR', billing = 'monthly'; "
        "SELECT seatledger.keep_seat_days()"_s);
    for (const QString &department : {u"2"_s, u"NULL"_s, u"1"_s}) {
        move(department);
        const QString key = department == u"NULL"_s ? u"0"_s : department;
        QCOMPARE(departmentOf(*m_seat), key);
        QCOMPARE(departmentOf(ended), key);
        QCOMPARE(findings(), QStringList());
        sql(u"SELECT seatledger.keep_seat_days()"_s);
        QCOMPARE(value(u"SELECT string_agg(department_id::text, ' ' ORDER BY department_id) FROM "
                       "seatledger.money_now WHERE cost > 0"_s),
                 key);
    }
}

void HolderDepartmentTest::isNoEditOfTheAssignment()
{
    const auto book = u"SELECT a.version || ' ' || (SELECT count(*) FROM seatledger.audit_event WHERE entity "
                      u"= 'license_assignment') || ' ' || (SELECT count(*) FROM seatledger.audit_statement "
                      u"WHERE entity = 'license_assignment') FROM seatledger.license_assignment a"_s;
    const QString before = value(book);
    move(u"2"_s);
    QCOMPARE(value(book), before);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.audit_event WHERE entity = 'license_assignment' AND "
                   "(new ? 'department_key' OR new ? 'first_day')"_s),
             u"0"_s);
    QCOMPARE(
        value(
            u"SELECT count(*) FROM seatledger.audit_event WHERE entity = 'member' AND new ? 'department_key'"_s),
        u"0"_s);
    sql(u"UPDATE seatledger.license_assignment SET note = 'Edited'"_s);
    QCOMPARE(value(u"SELECT version FROM seatledger.license_assignment"_s), u"2"_s);
}

void HolderDepartmentTest::comesBackWhenTheMoveIsUndone()
{
    move(u"2"_s);
    const auto last = [this] {
        return *OperationId::fromValue(value(u"SELECT max(id) FROM seatledger.operation"_s).toLongLong());
    };
    const auto undone = m_services.management.undo(m_database->session(), last());
    VERIFY_RESULT(undone);
    QCOMPARE(departmentOf(*m_seat), u"1"_s);
    VERIFY_RESULT(m_services.management.undo(m_database->session(), *undone));
    QCOMPARE(departmentOf(*m_seat), u"2"_s);
}

void HolderDepartmentTest::leavesDevicesAndKeysAlone()
{
    sql(u"INSERT INTO seatledger.license_key (license_id, kind, secret) SELECT %1, 'pool', 'secret ' || i FROM generate_series(1, 2) i"_s
            .arg(m_license->value()));
    sql(u"INSERT INTO seatledger.device (fingerprint, name, member_id) VALUES ('finger:print:1', 'Laptop', "
        u"%1); "
        "INSERT INTO seatledger.activation (assignment_id, license_id, device_id) VALUES (%2, %3, 1)"_s
            .arg(m_ana->value())
            .arg(m_seat->value())
            .arg(m_license->value()));
    const auto facts =
        u"SELECT (SELECT string_agg(k::text, ';' ORDER BY id) FROM seatledger.license_key k) || "
        u"(SELECT string_agg(v::text, ';') FROM seatledger.activation v) || "
        u"(SELECT string_agg(c::text, ';') FROM seatledger.license_seats c)"_s;
    const QString before = value(facts);
    QVERIFY(!before.isEmpty());
    move(u"2"_s);
    QCOMPARE(value(facts), before);
    QCOMPARE(findings(), QStringList());
}

void HolderDepartmentTest::isWhatAManagerSeesBy()
{
    Colleagues people(*m_database);
    Session &mia = people.as(
        people.add(u"mia"_s, {.role = Role::Manager, .departments = {*DepartmentId::fromValue(2)}}));
    const MemberId ben = m_book->member(u"Ben"_s);
    Session &max = people.as(people.add(u"max"_s, {.role = Role::Manager, .member = ben}));
    const AssignmentId own = m_book->assignment(*m_license, ben);
    const auto seen = [](Session &session) {
        return Query(
                   session,
                   u"SELECT coalesce(string_agg(id::text, ' '), '') AS ids FROM seatledger.license_assignment"_s)
            .one([](const Row &row) { return row.text("ids"); })
            .value_or(u"failed"_s);
    };
    QCOMPARE(seen(mia), QString());
    move(u"2"_s);
    QCOMPARE(seen(mia), QString::number(m_seat->value()));
    QCOMPARE(seen(max), QString::number(own.value())); // of no department, but their own
    move(u"NULL"_s);
    QCOMPARE(seen(mia), QString());
}

void HolderDepartmentTest::followsManyAtOnce()
{
    sql(u"INSERT INTO seatledger.member (number, name, email, department_id) SELECT 'X' || i, 'X' || i, 'x' "
        u"|| i || '@example.org', 1 FROM generate_series(1, 30) i; "
        "INSERT INTO seatledger.entitlement (license_id, quantity, period) VALUES (%1, NULL, "
        "daterange(seatledger.today(), NULL)); "
        "INSERT INTO seatledger.license_assignment (license_id, member_id) SELECT %1, id FROM seatledger.member WHERE number LIKE 'X%'"_s
            .arg(m_license->value()));
    sql(u"UPDATE seatledger.member SET department_id = 1 + id % 2"_s);
    QCOMPARE(
        value(
            u"SELECT count(*) FROM seatledger.license_assignment WHERE department_key = 1 + member_id % 2"_s),
        u"31"_s);
    QCOMPARE(findings(), QStringList());
}

void HolderDepartmentTest::theFirstDayFollowsThePeriod()
{
    const auto days =
        u"SELECT string_agg((first_day = lower(period))::text, ' ') FROM seatledger.license_assignment"_s;
    QCOMPARE(value(days), u"true"_s);
    sql(u"UPDATE seatledger.license_assignment SET period = daterange(seatledger.today() - 9, seatledger.today() + 3)"_s);
    QCOMPARE(value(days), u"true"_s);
    QCOMPARE(value(u"SELECT seatledger.today() - first_day FROM seatledger.license_assignment"_s), u"9"_s);
}

void HolderDepartmentTest::nobodyWritesEither()
{
    Colleagues people(*m_database);
    Session &ada = people.as(people.add(u"ada"_s, {.role = Role::Administrator}));
    for (
        const QString &statement :
        {u"UPDATE seatledger.license_assignment SET department_key = 2"_s,
         u"UPDATE seatledger.license_assignment SET first_day = '2020-01-01'"_s,
         u"INSERT INTO seatledger.license_assignment (license_id, member_id, department_key) VALUES (1, 1, 2)"_s,
         u"UPDATE seatledger.member SET department_key = 2"_s,
         u"COPY seatledger.license_assignment (license_id, member_id, first_day) FROM STDIN"_s})
        QVERIFY2(!Query(ada, statement).exec(), qPrintable(statement));
    // Nor does the owner of the book by mistake.
    for (const QString &statement : {u"UPDATE seatledger.license_assignment SET department_key = 2"_s,
                                     u"UPDATE seatledger.license_assignment SET first_day = '2020-01-01'"_s})
        QVERIFY2(!Query(m_database->session(), statement).exec(), qPrintable(statement));
    sql(u"UPDATE seatledger.license_assignment SET department_key = NULL"_s);
    QCOMPARE(departmentOf(*m_seat), u"1"_s);
}

void HolderDepartmentTest::refusesAHolderWhoDoesNotExist()
{
    const auto added =
        Query(m_database->session(),
              u"INSERT INTO seatledger.license_assignment (license_id, member_id) VALUES (%1, 4711)"_s.arg(
                  m_license->value()))
            .exec();
    QVERIFY(!added);
    QCOMPARE(added.error().details.value("sqlstate"_L1).toString(), u"23503"_s);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::HolderDepartmentTest)
#include "holderdepartmenttest.moc"
