// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// People leave: what becomes of their seats, devices and licences, as one operation.
class DepartureTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void takesEverythingBack();
    void givesSeatsAndLicensesToTheSuccessor();
    void saysWhatTheSuccessorCannotHave();
    void takesBackWhatTheSuccessorCannotHave();
    void keepsSeatsUntilTheLastDay();
    void plansWithoutDoingAnything();
    void showsWhoIsServedFromTheWaitingList();
    void letsSeveralLeaveAtOnce();
    void refusesWhatMakesNoSense();
    void tellsAConflict();
    void writesAReport();
    void isForWhoEditsMembers();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] Departure leaving(const QList<MemberId> &members) const
    {
        return {.members = members, .lastDay = m_book->today(), .reason = u"Moved away"_s};
    }
    void sql(const QString &statement) { VERIFY_RESULT(Query(session(), statement).exec()); }
    [[nodiscard]] QString value(const QString &query) { return m_database->value(query); }
    [[nodiscard]] QString holders();
    [[nodiscard]] QString status(MemberId member);

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    LicenseId m_ide = *LicenseId::fromValue(1);
    LicenseId m_cad = *LicenseId::fromValue(1);
    MemberId m_ana = *MemberId::fromValue(1);
    MemberId m_bo = *MemberId::fromValue(1);
    MemberId m_cem = *MemberId::fromValue(1);
    AssignmentId m_anaIde = *AssignmentId::fromValue(1);
    AssignmentId m_anaCad = *AssignmentId::fromValue(1);
};

void DepartureTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_ide = m_book->licenseWithSeats(u"IDE"_s, 2);
    m_cad = m_book->licenseWithSeats(u"CAD"_s, 2);
    m_ana = m_book->member(u"Ana"_s);
    m_bo = m_book->member(u"Bo"_s);
    m_cem = m_book->member(u"Cem"_s);
    m_anaIde = m_book->assignment(m_ide, m_ana);
    m_anaCad = m_book->assignment(m_cad, m_ana);
    (void)m_book->assignment(m_cad, m_bo);
    sql(u"UPDATE seatledger.license SET owner_member_id = %1 WHERE id = %2"_s.arg(m_ana.value())
            .arg(m_cad.value()));
    sql(u"INSERT INTO seatledger.device (fingerprint, name, member_id) VALUES ('finger:print:1', 'Laptop', %1)"_s
            .arg(m_ana.value()));
    sql(u"INSERT INTO seatledger.activation (assignment_id, license_id, device_id) SELECT %1, %2, max(id) "
        u"FROM "
        "seatledger.device"_s.arg(m_anaIde.value())
            .arg(m_ide.value()));
}

void DepartureTest::cleanup()
{
    QCOMPARE(m_book->wrongCounters(), 0);
    m_book.reset();
    m_database.reset();
}

/// "CAD Bo, IDE Ana", those who hold now.
QString DepartureTest::holders()
{
    return value(
        u"SELECT string_agg(l.name || ' ' || m.name, ', ' ORDER BY l.name, m.name) FROM "
        "seatledger.license_assignment a JOIN seatledger.license l ON l.id = a.license_id JOIN "
        "seatledger.member m ON m.id = a.member_id WHERE a.state IN ('active', 'reserved', 'suspended')"_s);
}

QString DepartureTest::status(MemberId member)
{
    return value(
        u"SELECT status || coalesce(' ' || left_on, '') || coalesce(', leaves ' || leaves_on, '') FROM "
        "seatledger.member WHERE id = %1"_s.arg(member.value()));
}

void DepartureTest::takesEverythingBack()
{
    const QString before = holders();
    const auto done = m_services.departures.depart(session(), leaving({m_ana}));
    VERIFY_RESULT(done);
    QCOMPARE(done->outcome.changed, 2);
    QCOMPARE(holders(), u"CAD Bo"_s);
    QCOMPARE(status(m_ana), u"departed "_s + m_book->today().toString(Qt::ISODate));
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.activation WHERE released_at IS NULL"_s), u"0"_s);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.device WHERE member_id IS NOT NULL"_s), u"0"_s);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.license WHERE owner_member_id IS NOT NULL"_s), u"0"_s);
    VERIFY_RESULT(m_services.management.undo(session(), done->outcome.operation));
    QCOMPARE(holders(), before);
    QCOMPARE(status(m_ana), u"active"_s);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.activation WHERE released_at IS NULL"_s), u"1"_s);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.device WHERE member_id IS NOT NULL"_s), u"1"_s);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.license WHERE owner_member_id IS NOT NULL"_s), u"1"_s);
}

void DepartureTest::givesSeatsAndLicensesToTheSuccessor()
{
    Departure departure = leaving({m_ana});
    departure.successor = m_cem;
    departure.fates[m_anaIde] = SeatFate::HandOver;
    const auto done = m_services.departures.depart(session(), departure);
    VERIFY_RESULT(done);
    QCOMPARE(holders(), u"CAD Bo, IDE Cem"_s);
    QCOMPARE(value(u"SELECT owner_member_id FROM seatledger.license WHERE name = 'CAD'"_s),
             QString::number(m_cem.value()));
}

void DepartureTest::saysWhatTheSuccessorCannotHave()
{
    Departure departure = leaving({m_ana});
    departure.successor = m_bo;
    departure.fate = SeatFate::HandOver;
    const auto plan = m_services.departures.plan(session(), departure);
    VERIFY_RESULT(plan);
    QCOMPARE(plan->plan.refusedCount(), 1);
    QCOMPARE(plan->plan.seats[0].licenseName, u"CAD"_s);
    QCOMPARE(plan->plan.seats[0].refusal->reason, RefusalReason::AlreadyHolds);
    const auto done = m_services.departures.depart(session(), departure);
    VERIFY_ERROR(done, ErrorCode::RuleBroken);
    QVERIFY(done.error().message.startsWith(u"CAD: "_s));
    QCOMPARE(holders(), u"CAD Ana, CAD Bo, IDE Ana"_s);
}

void DepartureTest::takesBackWhatTheSuccessorCannotHave()
{
    Departure departure = leaving({m_ana});
    departure.successor = m_bo;
    departure.fate = SeatFate::HandOver;
    departure.takesBackRefused = true;
    const auto done = m_services.departures.depart(session(), departure);
    VERIFY_RESULT(done);
    QCOMPARE(done->report.plan.count(SeatFate::TakeBack), 1);
    QCOMPARE(holders(), u"CAD Bo, IDE Bo"_s);
}

void DepartureTest::keepsSeatsUntilTheLastDay()
{
    Departure departure = leaving({m_ana});
    departure.lastDay = m_book->today().addDays(10);
    departure.fates[m_anaIde] = SeatFate::Keep;
    const auto done = m_services.departures.depart(session(), departure);
    VERIFY_RESULT(done);
    QVERIFY(done->report.plan.isAhead);
    QCOMPARE(holders(), u"CAD Bo, IDE Ana"_s);
    QCOMPARE(status(m_ana), u"active, leaves "_s + departure.lastDay.toString(Qt::ISODate));
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.device WHERE member_id IS NOT NULL"_s), u"1"_s);
    m_book->pass(10);
    QCOMPARE(holders(), u"CAD Bo, IDE Ana"_s); // the last day is still hers
    m_book->pass(1);
    QCOMPARE(holders(), u"CAD Bo"_s);
    QCOMPARE(status(m_ana), u"departed "_s + departure.lastDay.toString(Qt::ISODate));
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.device WHERE member_id IS NOT NULL"_s), u"0"_s);
    QCOMPARE(value(u"SELECT o.source FROM seatledger.operation o WHERE o.id = (SELECT max(id) FROM "
                   "seatledger.operation)"_s),
             u"job"_s);
}

void DepartureTest::plansWithoutDoingAnything()
{
    const QString chain = value(u"SELECT position FROM seatledger.audit_head"_s);
    const auto plan = m_services.departures.plan(session(), leaving({m_ana}));
    VERIFY_RESULT(plan);
    QCOMPARE(plan->plan.seats.size(), 2U);
    QCOMPARE(plan->plan.seats[1].devices, 1);
    QCOMPARE(plan->plan.devices.size(), 1U);
    QCOMPARE(plan->plan.owned.size(), 1U);
    QCOMPARE(holders(), u"CAD Ana, CAD Bo, IDE Ana"_s);
    QCOMPARE(value(u"SELECT position FROM seatledger.audit_head"_s), chain);
}

void DepartureTest::showsWhoIsServedFromTheWaitingList()
{
    const AssignmentTerms terms{Quantity::fromStored(1), Period::create(m_book->today()).value(), {}};
    VERIFY_RESULT(m_services.waitingList.add(session(), {m_cad, {m_cem}, terms}));
    const auto plan = m_services.departures.plan(session(), leaving({m_ana}));
    VERIFY_RESULT(plan);
    QCOMPARE(plan->served.size(), 1U);
    QCOMPARE(plan->served[0].memberName, u"Cem"_s);
    QCOMPARE(holders(), u"CAD Ana, CAD Bo, IDE Ana"_s);
    const auto done = m_services.departures.depart(session(), leaving({m_ana}));
    VERIFY_RESULT(done);
    QCOMPARE(done->outcome.served, 1);
    QCOMPARE(holders(), u"CAD Bo, CAD Cem"_s);
}

void DepartureTest::letsSeveralLeaveAtOnce()
{
    Departure departure = leaving({m_ana, m_bo});
    departure.successor = m_cem;
    departure.fate = SeatFate::HandOver;
    const auto plan = m_services.departures.plan(session(), departure);
    VERIFY_RESULT(plan);
    QCOMPARE(plan->plan.refusedCount(), 1); // one seat of CAD is enough for one successor
    departure.takesBackRefused = true;
    const auto done = m_services.departures.depart(session(), departure);
    VERIFY_RESULT(done);
    QCOMPARE(holders(), u"CAD Cem, IDE Cem"_s);
    QVERIFY(status(m_ana).startsWith(u"departed"_s) && status(m_bo).startsWith(u"departed"_s));
    VERIFY_RESULT(m_services.management.undo(session(), done->outcome.operation));
    QCOMPARE(holders(), u"CAD Ana, CAD Bo, IDE Ana"_s);
}

void DepartureTest::refusesWhatMakesNoSense()
{
    const auto field = [this](const Departure &departure) {
        const auto done = m_services.departures.depart(session(), departure);
        return done ? u"fine"_s : done.error().details.value(u"field"_s).toString();
    };
    Departure withoutSuccessor = leaving({m_ana});
    withoutSuccessor.fate = SeatFate::HandOver;
    QCOMPARE(field(withoutSuccessor), u"successor"_s);
    QCOMPARE(field(leaving({})), u"members"_s);
    Departure toALeaver = leaving({m_ana, m_bo});
    toALeaver.successor = m_bo;
    QCOMPARE(field(toALeaver), u"successor"_s);
    QCOMPARE(field(leaving({m_bo})), u"fine"_s);
    QCOMPARE(field(leaving({m_bo})), u"members"_s);
}

void DepartureTest::tellsAConflict()
{
    Departure departure = leaving({m_ana});
    departure.lastDay = m_book->today().addDays(-400);
    sql(u"UPDATE seatledger.member SET joined_on = seatledger.today() - 30 WHERE id = %1"_s.arg(
        m_ana.value()));
    const auto done = m_services.departures.depart(session(), departure);
    QVERIFY(!done); // left before joining
    QCOMPARE(holders(), u"CAD Ana, CAD Bo, IDE Ana"_s);
}

void DepartureTest::writesAReport()
{
    Departure departure = leaving({m_ana});
    departure.successor = m_cem;
    departure.fates[m_anaIde] = SeatFate::HandOver;
    const auto done = m_services.departures.depart(session(), departure);
    VERIFY_RESULT(done);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"left.csv"_s);
    VERIFY_RESULT(DepartureApplicationService::writeFile(done->report, path, TableFormat::Csv));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QCOMPARE(text.count(u'\n'), 5); // headings, two seats, a device, a licence that was looked after
    QVERIFY2(text.contains(u"hand_over"_s) && text.contains(u"released"_s) && text.contains(u"new owner"_s),
             qPrintable(text));
}

void DepartureTest::isForWhoEditsMembers()
{
    Colleagues people(*m_database);
    const QString stan = people.add(u"stan"_s, {.role = Role::Staff});
    VERIFY_ERROR(m_services.departures.plan(people.as(stan), leaving({m_ana})), ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.departures.depart(people.as(stan), leaving({m_ana})), ErrorCode::Forbidden);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::DepartureTest)
#include "departuretest.moc"
