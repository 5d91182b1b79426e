// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/services.h"
#include "tests/core/services/reportlines.h"
#include "tests/support/book.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What costs nothing, who holds nothing any more or not yet, and a book without anything: by numbers worked
/// out by hand.
class ReportEdgesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anEmptyBookCostsNothing();
    void whatHasNoMonthlyPriceCostsNothing_data();
    void whatHasNoMonthlyPriceCostsNothing();
    void moreSeatsThanWereBoughtCostNoMore();
    void halvesOfACentAreRoundedUpForEach();
    void aPausedSeatCostsOnlyWhileItIsKept();
    void whoLeftIsAHolderOfThePastOnly();
    void whatEndsTodayIsNotHeldToday();
    void whatIsPromisedIsHeldFromItsDay();
    void withdrawnRatesDoNotCount();
    void seatsOfWhichNoUseIsKnownAreNotIdle();

private:
    void sql(const QString &text) { m_database->sql(text); }
    /// Yearly price of an entitlement of so many seats since a month ago, in euros.
    LicenseId priced(const QString &name, int seats, qint64 price, const QString &billing = u"yearly"_s);
    MemberId memberOf(const QString &name, qint64 department);
    [[nodiscard]] QStringList lines(ReportKind kind, const QStringList &columns,
                                    const ReportFilter &filter = {});
    [[nodiscard]] QStringList costs(const ReportFilter &filter = {})
    {
        return lines(ReportKind::CostByDepartment, {u"department"_s, u"seats"_s, u"cost_per_month"_s},
                     filter);
    }
    [[nodiscard]] QStringList holders(int days)
    {
        return lines(ReportKind::Holders, {u"member"_s, u"license"_s},
                     {.asOf = m_book->today().addDays(days)});
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    Services m_services;
};

void ReportEdgesTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    sql(u"INSERT INTO seatledger.department (id, name) VALUES (1, 'Optics'), (2, 'Sales')"_s);
}

void ReportEdgesTest::cleanup()
{
    m_book.reset();
    m_database.reset();
}

LicenseId ReportEdgesTest::priced(const QString &name, int seats, qint64 price, const QString &billing)
{
    const LicenseId license = m_book->license(name);
    const EntitlementId bought = m_book->entitlement(license, seats);
    sql(u"UPDATE seatledger.entitlement SET price_minor = %1, currency = 'EUR', billing = '%2' WHERE id = %3"_s
            .arg(price)
            .arg(billing)
            .arg(bought.value()));
    return license;
}

MemberId ReportEdgesTest::memberOf(const QString &name, qint64 department)
{
    const MemberId member = m_book->member(name);
    sql(u"UPDATE seatledger.member SET department_id = %1 WHERE id = %2"_s.arg(department)
            .arg(member.value()));
    return member;
}

QStringList ReportEdgesTest::lines(ReportKind kind, const QStringList &columns, const ReportFilter &filter)
{
    const auto report = m_services.reports.table(m_database->session(), {.kind = kind, .filter = filter});
    return report ? reportLines(*report, columns) : QStringList{report.error().message};
}

void ReportEdgesTest::anEmptyBookCostsNothing()
{
    for (const ReportKind kind :
         {ReportKind::CostByDepartment, ReportKind::CostByMember, ReportKind::CostByVendor,
          ReportKind::IdleSeats, ReportKind::Holders, ReportKind::TopMembers, ReportKind::Activity})
        QCOMPARE(lines(kind, {}), QStringList());
    const QStringList months = lines(ReportKind::CostByMonth, {u"held"_s, u"cost"_s, u"idle_cost"_s});
    QCOMPARE(months, QStringList(12, u"0|-|-"_s));
}

void ReportEdgesTest::whatHasNoMonthlyPriceCostsNothing_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("no price") << u"price_minor = NULL, currency = NULL"_s;
    QTest::newRow("unlimited") << u"quantity = NULL"_s;
    QTest::newRow("a single payment for good") << u"billing = 'once'"_s;
    QTest::newRow("for nothing") << u"price_minor = 0"_s;
}

void ReportEdgesTest::whatHasNoMonthlyPriceCostsNothing()
{
    QFETCH(QString, change);
    m_book->assignment(priced(u"IDE"_s, 10, 120'000), memberOf(u"Ana"_s, 1));
    QCOMPARE(costs(), QStringList{u"Optics|1|10.00 EUR"_s});
    sql(u"UPDATE seatledger.entitlement SET "_s + change);
    QCOMPARE(costs(), QStringList{u"Optics|1|-"_s});
    QCOMPARE(lines(ReportKind::CostByVendor, {u"held"_s, u"cost_per_month"_s, u"idle_per_month"_s}),
             QStringList{u"1|-|-"_s});
}

void ReportEdgesTest::moreSeatsThanWereBoughtCostNoMore()
{
    const LicenseId license = priced(u"IDE"_s, 2, 120'000);
    sql(u"UPDATE seatledger.license SET overage_percent = 100"_s);
    m_book->assignment(license, memberOf(u"Ana"_s, 1));
    m_book->assignment(license, memberOf(u"Ben"_s, 1));
    m_book->assignment(license, memberOf(u"Eve"_s, 2));
    QCOMPARE(costs(), (QStringList{u"Optics|2|66.67 EUR"_s, u"Sales|1|33.33 EUR"_s}));
    QCOMPARE(lines(ReportKind::CostByVendor, {u"cost_per_month"_s, u"idle_per_month"_s}),
             QStringList{u"100.00 EUR|0.00 EUR"_s});
    QCOMPARE(costs({.departments = {*DepartmentId::fromValue(2)}}), QStringList{u"Sales|1|33.33 EUR"_s});
    const auto figures = m_services.reports.figures(m_database->session(),
                                                    {.departments = {*DepartmentId::fromValue(2)}});
    VERIFY_RESULT(figures);
    QCOMPARE(figures->costPerMonth->front().toText(), u"33.33"_s);
}

void ReportEdgesTest::halvesOfACentAreRoundedUpForEach()
{
    const LicenseId license = priced(u"IDE"_s, 2, 1, u"monthly"_s);
    m_book->assignment(license, memberOf(u"Ana"_s, 1));
    m_book->assignment(license, memberOf(u"Eve"_s, 2));
    QCOMPARE(costs(), (QStringList{u"Optics|1|0.01 EUR"_s, u"Sales|1|0.01 EUR"_s}));
}

void ReportEdgesTest::aPausedSeatCostsOnlyWhileItIsKept()
{
    const AssignmentId seat = m_book->assignment(priced(u"IDE"_s, 10, 120'000), memberOf(u"Ana"_s, 1));
    sql(u"UPDATE seatledger.license_assignment SET state = 'suspended'"_s);
    QCOMPARE(costs(), QStringList{u"Optics|1|10.00 EUR"_s});
    sql(u"UPDATE seatledger.license_assignment SET seat_released = true, suspended_until = seatledger.today() + 10"_s);
    QCOMPARE(m_book->state(seat), u"suspended"_s);
    QCOMPARE(costs(), QStringList());
    QCOMPARE(costs({.asOf = m_book->today().addDays(9)}), QStringList());
    QCOMPARE(costs({.asOf = m_book->today().addDays(10)}), QStringList{u"Optics|1|10.00 EUR"_s});
}

void ReportEdgesTest::whoLeftIsAHolderOfThePastOnly()
{
    const MemberId ana = memberOf(u"Ana"_s, 1);
    m_book->assignment(priced(u"IDE"_s, 10, 120'000), ana);
    m_book->pass(20);
    sql(u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), "
        u"end_reason = 'Left';"
        "UPDATE seatledger.member SET status = 'departed', left_on = seatledger.today()"_s);
    QCOMPARE(holders(0), QStringList());
    QCOMPARE(holders(-1), QStringList{u"Ana|IDE"_s});
    QCOMPARE(holders(-21), QStringList());
    QCOMPARE(costs({.asOf = m_book->today().addDays(-1)}), QStringList{u"Optics|1|10.00 EUR"_s});
}

void ReportEdgesTest::whatEndsTodayIsNotHeldToday()
{
    m_book->assignment(priced(u"IDE"_s, 10, 120'000), memberOf(u"Ana"_s, 1));
    sql(u"UPDATE seatledger.license_assignment SET period = daterange(seatledger.today(), seatledger.today() + 5)"_s);
    m_book->pass(5);
    QCOMPARE(holders(0), QStringList());
    QCOMPARE(holders(-1), QStringList{u"Ana|IDE"_s});
    QCOMPARE(lines(ReportKind::TopMembers, {u"member"_s}), QStringList());
    // Nobody did anything when it ended.
    QCOMPARE(lines(ReportKind::Activity, {u"count"_s, u"revoked"_s}).size(), 1);
}

void ReportEdgesTest::whatIsPromisedIsHeldFromItsDay()
{
    const LicenseId license = priced(u"IDE"_s, 10, 120'000);
    sql(u"INSERT INTO seatledger.license_assignment (license_id, member_id, period, state) VALUES (%1, %2, "
        "daterange(seatledger.today() + 7, NULL), 'reserved')"_s.arg(license.value())
            .arg(memberOf(u"Ana"_s, 1).value()));
    QCOMPARE(holders(0), QStringList());
    QCOMPARE(holders(6), QStringList());
    QCOMPARE(holders(7), QStringList{u"Ana|IDE"_s});
    QCOMPARE(costs(), QStringList());
}

void ReportEdgesTest::withdrawnRatesDoNotCount()
{
    Session &session = m_database->session();
    m_book->assignment(priced(u"IDE"_s, 10, 120'000), memberOf(u"Ana"_s, 1));
    const Currency euro = *Currency::create(u"EUR");
    const Currency yen = *Currency::create(u"JPY");
    VERIFY_ERROR(m_services.rates.set(session, euro, *Rate::create(u"160")), ErrorCode::InvalidInput);
    VERIFY_RESULT(m_services.rates.setReportCurrency(session, yen));
    VERIFY_ERROR(m_services.rates.set(session, yen, *Rate::create(u"1")), ErrorCode::InvalidInput);
    QCOMPARE(costs(), QStringList{u"Optics|1|10.00 EUR"_s});
    VERIFY_RESULT(m_services.rates.set(session, euro, *Rate::create(u"160")));
    VERIFY_RESULT(m_services.rates.set(session, euro, *Rate::create(u"165.25")));
    QCOMPARE(m_services.rates.list(session)->size(), 1U);
    QCOMPARE(costs(), QStringList{u"Optics|1|1653 JPY"_s});
    const auto table = m_services.reports.table(session, {.kind = ReportKind::CostByMember});
    QCOMPARE(table->convertedTo, u"JPY"_s);
    const auto removed = m_services.rates.remove(session, euro);
    VERIFY_RESULT(removed);
    QCOMPARE(removed->value, 1);
    QCOMPARE(costs(), QStringList{u"Optics|1|10.00 EUR"_s});
    VERIFY_ERROR(m_services.rates.remove(session, euro), ErrorCode::NotFound);
    VERIFY_RESULT(m_services.management.undo(session, removed->operation));
    QCOMPARE(costs(), QStringList{u"Optics|1|1653 JPY"_s});
}

void ReportEdgesTest::seatsOfWhichNoUseIsKnownAreNotIdle()
{
    const LicenseId license = priced(u"IDE"_s, 10, 120'000);
    const AssignmentId used = m_book->assignment(license, memberOf(u"Ana"_s, 1));
    m_book->assignment(license, memberOf(u"Ben"_s, 1));
    m_book->pass(100);
    const auto idle = [&] {
        return lines(ReportKind::IdleSeats, {u"member"_s, u"last_used"_s, u"idle_days"_s, u"suggestion"_s});
    };
    QCOMPARE(idle(), QStringList());
    sql(u"INSERT INTO seatledger.device (fingerprint, name) VALUES ('finger:print', 'Laptop');"
        "INSERT INTO seatledger.activation (assignment_id, license_id, device_id, activated_at) VALUES (%1, "
        "%2, 1, "
        "now() + interval '100 days')"_s.arg(used.value())
            .arg(license.value()));
    QCOMPARE(idle(), QStringList{u"Ben|-|100|release"_s});
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ReportEdgesTest)
#include "reportedgestest.moc"
