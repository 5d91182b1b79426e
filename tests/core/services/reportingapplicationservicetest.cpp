// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// The value of a column by name; none if there is no such column.
ReportCell cell(const ReportTable &table, std::size_t row, QStringView column)
{
    const auto found = std::ranges::find(table.columns, column, &ReportColumn::name);
    return found == table.columns.end() || row >= table.rows.size()
               ? ReportCell(u"no such cell"_s)
               : table.rows[row].cells[static_cast<std::size_t>(found - table.columns.begin())];
}

ReportCell count(qint64 value)
{
    return value;
}

ReportCell word(const QString &text)
{
    return text;
}

} // namespace

/// Who gets which report, and how it is filtered, ordered and cut. What stands in the reports is recounted by
/// tests of their own.
class ReportingApplicationServiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void countsSeatsByLicense();
    void isCutAndCountsWhatThereIs();
    void isOrderedByAnyColumn();
    void findsWords();
    void isAboutAnyDay();
    void namesTheChainsHeadForThoseWhoReadIt();
    void isAboutAManagersPeople();
    void keepsForAManagerOnlyTheOwnPeoplesCosts();
    void streamsTheSameRows();
    void refusesWhatCannotBe();
    void refusesThoseWhoMayNot();
    void addsUpTheFigures();
    void eachFilterNarrows_data();
    void eachFilterNarrows();
    void isRightWhateverWasKept();
    void saysHowManyAreNotCounted();
    void convertsWhatEndsAndWhatRunsShort();

private:
    [[nodiscard]] Result<ReportTable> table(const ReportRequest &request)
    {
        return m_services.reports.table(m_database->session(), request);
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    Services m_services;
    std::optional<LicenseId> m_ide;
    std::optional<LicenseId> m_cad;
    std::optional<MemberId> m_ana;
};

void ReportingApplicationServiceTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_ide = m_book->license(u"IDE"_s);
    m_book->entitlement(*m_ide, 3, -30, 20);
    m_cad = m_book->license(u"CAD"_s);
    m_book->entitlement(*m_cad, std::nullopt);
    m_ana = m_book->member(u"Ana"_s);
    m_book->assignment(*m_ide, *m_ana);
    m_book->assignment(*m_ide, m_book->member(u"Ben"_s));
    m_book->assignment(*m_cad, *m_ana);
}

void ReportingApplicationServiceTest::cleanup()
{
    m_book.reset();
    m_database.reset();
}

void ReportingApplicationServiceTest::countsSeatsByLicense()
{
    const auto report = table({.kind = ReportKind::Utilisation});
    VERIFY_RESULT(report);
    QCOMPARE(report->total, 2);
    QCOMPARE(report->asOf, m_book->today());
    QCOMPARE(cell(*report, 0, u"license"), word(u"IDE"_s));
    QCOMPARE(cell(*report, 0, u"seats"), count(3));
    QCOMPARE(cell(*report, 0, u"held"), count(2));
    QCOMPARE(cell(*report, 0, u"held_here"), count(2));
    QCOMPARE(cell(*report, 0, u"free"), count(1));
    QCOMPARE(cell(*report, 0, u"used_percent"), ReportCell(66.7));
    QCOMPARE(report->rows[0].target, (ReportTarget{u"license"_s, m_ide->value()}));
    QCOMPARE(cell(*report, 1, u"seats"), ReportCell());
    QCOMPARE(cell(*report, 1, u"free"), ReportCell());
    QCOMPARE(cell(*report, 1, u"held"), count(1));
}

void ReportingApplicationServiceTest::isCutAndCountsWhatThereIs()
{
    const auto report = table({.kind = ReportKind::Utilisation, .limit = 1});
    VERIFY_RESULT(report);
    QCOMPARE(report->rows.size(), 1U);
    QCOMPARE(report->total, 2);
}

void ReportingApplicationServiceTest::isOrderedByAnyColumn()
{
    const auto columns = reportColumns(ReportKind::Utilisation, true);
    for (int column = 0; column < std::ssize(columns); ++column) {
        const auto up = table({.kind = ReportKind::Utilisation, .order = ReportOrder{column, false}});
        VERIFY_RESULT(up);
        const auto down = table({.kind = ReportKind::Utilisation, .order = ReportOrder{column, true}});
        VERIFY_RESULT(down);
        QCOMPARE(up->rows.size(), down->rows.size());
    }
    const auto byName = table({.kind = ReportKind::Utilisation, .order = ReportOrder{0, false}});
    QCOMPARE(cell(*byName, 0, u"license"), word(u"CAD"_s));
    const auto bySeats = table({.kind = ReportKind::Utilisation, .order = ReportOrder{4, true}});
    QCOMPARE(cell(*bySeats, 1, u"license"), word(u"CAD"_s)); // without limit: none comes last
}

void ReportingApplicationServiceTest::findsWords()
{
    const auto found = table({.kind = ReportKind::Utilisation, .filter = {.search = u"ca"_s}});
    VERIFY_RESULT(found);
    QCOMPARE(found->total, 1);
    QCOMPARE(cell(*found, 0, u"license"), word(u"CAD"_s));
    QCOMPARE(table({.kind = ReportKind::Utilisation, .filter = {.search = u"ca_"_s}})->total, 0);
}

void ReportingApplicationServiceTest::isAboutAnyDay()
{
    const QDate today = m_book->today();
    const auto seen = [&](int days) {
        return table(
            {.kind = ReportKind::Utilisation, .filter = {.asOf = today.addDays(days), .licenses = {*m_ide}}});
    };
    const auto later = seen(21);
    VERIFY_RESULT(later);
    QCOMPARE(later->asOf, today.addDays(21));
    QCOMPARE(cell(*later, 0, u"seats"), count(0));
    QCOMPARE(cell(*later, 0, u"held"), count(2));
    QCOMPARE(cell(*later, 0, u"short_seats"), count(2));
    QCOMPARE(cell(*seen(-1), 0, u"seats"), count(3));
    QCOMPARE(cell(*seen(-1), 0, u"held"), count(0));
}

void ReportingApplicationServiceTest::namesTheChainsHeadForThoseWhoReadIt()
{
    const auto report = table({.kind = ReportKind::Utilisation});
    QCOMPARE(report->auditHead,
             m_database->value(u"SELECT encode(hash, 'hex') FROM seatledger.audit_head"_s));
    Colleagues people(*m_database);
    const auto staffs = m_services.reports.table(people.as(people.add(u"sam"_s, {.role = Role::Staff})),
                                                 {.kind = ReportKind::Utilisation});
    VERIFY_RESULT(staffs);
    QCOMPARE(staffs->auditHead, QString());
    QCOMPARE(staffs->rows, report->rows);
}

void ReportingApplicationServiceTest::isAboutAManagersPeople()
{
    m_database->sql(u"INSERT INTO seatledger.department (id, name) VALUES (7, 'Optics'), (8, 'Empty')"_s);
    m_database->sql(u"INSERT INTO seatledger.department (id, parent_id, name) VALUES (9, 7, 'Lenses')"_s);
    m_database->sql(u"UPDATE seatledger.member SET department_id = 9 WHERE id = %1"_s.arg(m_ana->value()));
    Colleagues people(*m_database);
    const auto of = [&](qint64 department) {
        return people.add(u"mia"_s + QString::number(department),
                          {.role = Role::Manager, .departments = {*DepartmentId::fromValue(department)}});
    };
    const auto hers = m_services.reports.table(people.as(of(7)), {.kind = ReportKind::Utilisation});
    VERIFY_RESULT(hers);
    QCOMPARE(hers->total, 2);
    QCOMPARE(cell(*hers, 0, u"held"), count(2)); // of the licence as a whole
    QCOMPARE(cell(*hers, 0, u"held_here"), count(1));
    const auto chosen = table(
        {.kind = ReportKind::Utilisation, .filter = {.departments = {*DepartmentId::fromValue(7)}}});
    QCOMPARE(chosen->rows, hers->rows);
    const auto nobodys = m_services.reports.table(people.as(of(8)), {.kind = ReportKind::Utilisation});
    VERIFY_RESULT(nobodys);
    QCOMPARE(nobodys->total, 0);
}

void ReportingApplicationServiceTest::keepsForAManagerOnlyTheOwnPeoplesCosts()
{
    m_database->sql(
        u"INSERT INTO seatledger.department (id, name) VALUES (7, 'Optics'), (8, 'Sales'); "
        "UPDATE seatledger.member SET department_id = CASE name WHEN 'Ana' THEN 7 ELSE 8 END; "
        "UPDATE seatledger.entitlement SET price_minor = 9000, currency = 'EUR', billing = 'monthly'"_s);
    Colleagues people(*m_database);
    Session &mia = people.as(people.add(
        u"mia"_s,
        {.role = Role::Manager, .rights = {Right::ViewCosts}, .departments = {*DepartmentId::fromValue(7)}}));
    const auto costs = [&] {
        const auto report = m_services.reports.table(mia, {.kind = ReportKind::CostByDepartment});
        return report ? std::pair(report->total, cell(*report, 0, u"cost_per_month"))
                      : std::pair(qint64(-1), word(report.error().message));
    };
    const std::pair hers(qint64(1), ReportCell(Money(3000, *Currency::create(u"EUR"))));
    QCOMPARE(costs(), hers); // of three seats one
    VERIFY_RESULT(m_services.reports.keepUp(m_database->session()));
    QCOMPARE(costs(), hers);
    for (const QString &kept : {u"money_now"_s, u"license_money"_s}) {
        const auto departments =
            Query(mia,
                  u"SELECT string_agg(DISTINCT department_id::text, ' ') AS seen FROM seatledger."_s + kept)
                .one([](const Row &row) { return row.text("seen"); });
        VERIFY_RESULT(departments);
        QCOMPARE(*departments, u"7"_s);
    }
    // Marked once more, and moved away: counted from the rows.
    m_book->assignment(*m_ide, m_book->member(u"Cleo"_s));
    m_database->sql(u"UPDATE seatledger.member SET department_id = 7 WHERE name IN ('Ben', 'Cleo')"_s);
    QCOMPARE(costs(), std::pair(qint64(1), ReportCell(Money(9000, *Currency::create(u"EUR")))));
}

void ReportingApplicationServiceTest::streamsTheSameRows()
{
    const ReportRequest request{.kind = ReportKind::Utilisation, .order = ReportOrder{0, true}, .limit = 0};
    const auto prepared = m_services.reports.prepare(m_database->session(), request);
    VERIFY_RESULT(prepared);
    QCOMPARE(prepared->columns, table(request)->columns);
    std::vector<ReportRow> rows;
    const auto streamed = m_services.reports.stream(m_database->session(), *prepared,
                                                    [&](const ReportRow &row) {
                                                        rows.push_back(row);
                                                        return Result<void>();
                                                    });
    VERIFY_RESULT(streamed);
    QCOMPARE(*streamed, 2);
    QCOMPARE(rows, table(request)->rows);
    const auto refused = m_services.reports.stream(
        m_database->session(), *prepared,
        [](const ReportRow &) -> Result<void> { return failure(ErrorCode::StorageFull, u"full"_s); });
    VERIFY_ERROR(refused, ErrorCode::StorageFull);
}

void ReportingApplicationServiceTest::refusesWhatCannotBe()
{
    const ReportKind kind = ReportKind::Utilisation;
    const QDate day(2026, 1, 1);
    for (const ReportRequest &request :
         {ReportRequest{.kind = kind, .order = ReportOrder{10, false}},
          ReportRequest{.kind = kind, .order = ReportOrder{-1, false}},
          ReportRequest{.kind = kind, .limit = -1},
          ReportRequest{.kind = kind, .filter = {.asOf = QDate(2300, 1, 1)}},
          ReportRequest{.kind = kind, .filter = {.from = day, .until = day.addDays(-1)}},
          ReportRequest{.kind = kind, .filter = {.leadDays = -1}},
          ReportRequest{.kind = kind, .filter = {.idleDays = 5'000}}})
        VERIFY_ERROR(table(request), ErrorCode::InvalidInput);
}

void ReportingApplicationServiceTest::refusesThoseWhoMayNot()
{
    Colleagues people(*m_database);
    Session &auditor = people.as(people.add(u"otto"_s, {.role = Role::Auditor}));
    VERIFY_ERROR(m_services.reports.table(auditor, {.kind = ReportKind::Utilisation}), ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.reports.figures(auditor, {}), ErrorCode::Forbidden);
    Session &staff = people.as(people.add(u"sam"_s, {.role = Role::Staff}));
    VERIFY_ERROR(m_services.reports.table(staff, {.kind = ReportKind::CostByVendor}), ErrorCode::Forbidden);
    QVERIFY(std::ranges::none_of(*m_services.reports.kinds(staff), isCostReport));
}

void ReportingApplicationServiceTest::addsUpTheFigures()
{
    m_database->sql(
        u"UPDATE seatledger.entitlement SET price_minor = 12000, currency = 'EUR', billing = 'yearly' "
        "WHERE license_id = %1"_s.arg(m_ide->value()));
    const auto figures = m_services.reports.figures(m_database->session(), {});
    VERIFY_RESULT(figures);
    QCOMPARE(figures->licenses, 2);
    QCOMPARE(figures->seats, 3);
    QCOMPARE(figures->held, 2);
    QCOMPARE(figures->heldUnlimited, 1);
    QCOMPARE(figures->heldHere, 3);
    QCOMPARE(figures->free, 1);
    QCOMPARE(figures->due30, (DueFigure{1, 3}));
    QCOMPARE(figures->due90, (DueFigure{1, 3}));
    const Currency euro = Currency::fromStored(u"EUR");
    QCOMPARE(figures->costPerMonth.value(), std::vector{Money(1000, euro)});
    QCOMPARE(figures->idlePerMonth.value(), std::vector{Money(333, euro)});
    const auto then = m_services.reports.figures(m_database->session(),
                                                 {.asOf = m_book->today().addDays(25)});
    QCOMPARE(then->shortSeats, 2);
    QCOMPARE(then->shortLicenses, 1);
    QCOMPARE(then->due90, DueFigure());
}

void ReportingApplicationServiceTest::eachFilterNarrows_data()
{
    QTest::addColumn<QString>("filter");
    for (const QString &name : {u"vendor"_s, u"product"_s, u"license"_s, u"department"_s, u"search"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void ReportingApplicationServiceTest::eachFilterNarrows()
{
    QFETCH(QString, filter);
    m_database->sql(u"INSERT INTO seatledger.vendor (id, name) VALUES (7, 'Contoso')"_s);
    m_database->sql(u"INSERT INTO seatledger.product (id, vendor_id, name) VALUES (7, 7, 'Draw')"_s);
    m_database->sql(u"UPDATE seatledger.license SET product_id = 7 WHERE id = %1"_s.arg(m_cad->value()));
    m_database->sql(u"INSERT INTO seatledger.department (id, name) VALUES (7, 'Optics')"_s);
    m_database->sql(u"INSERT INTO seatledger.department (id, parent_id, name) VALUES (9, 7, 'Lenses')"_s);
    const MemberId cleo = m_book->member(u"Cleo"_s);
    m_database->sql(u"UPDATE seatledger.member SET department_id = 9 WHERE id = %1"_s.arg(cleo.value()));
    m_book->assignment(*m_cad, cleo);
    const QMap<QString, ReportFilter> filters{
        {u"vendor"_s, {.vendors = {*VendorId::fromValue(7)}}},
        {u"product"_s, {.products = {*ProductId::fromValue(7)}}},
        {u"license"_s, {.licenses = {*m_cad}}},
        {u"department"_s, {.departments = {*DepartmentId::fromValue(7)}}},
        {u"search"_s, {.search = u"contoso cad"_s}}};
    for (const ReportKind kind :
         {ReportKind::Utilisation, ReportKind::UtilisationByProduct, ReportKind::UtilisationByVendor}) {
        const auto report = table({.kind = kind, .filter = filters[filter]});
        VERIFY_RESULT(report);
        QCOMPARE(report->total, 1);
        QCOMPARE(cell(*report, 0, u"vendor"), word(u"Contoso"_s));
    }
    const auto departments = table({.kind = ReportKind::UtilisationByDepartment, .filter = filters[filter]});
    VERIFY_RESULT(departments);
    QCOMPARE(cell(*departments, 0, u"seats"), count(1));
    const auto days = table({.kind = ReportKind::SeatsOverTime, .filter = filters[filter]});
    VERIFY_RESULT(days);
    QCOMPARE(cell(*days, days->rows.size() - 1, u"seats"), count(0));
    QCOMPARE(cell(*days, days->rows.size() - 1, u"held_unlimited"), count(2));
    QCOMPARE(m_services.reports.figures(m_database->session(), filters[filter])->licenses, 1);
    // The other licence is the one that runs short and expires.
    for (const ReportKind kind : {ReportKind::Forecast, ReportKind::Expiring}) {
        QCOMPARE(table({.kind = kind})->total, 1);
        QCOMPARE(table({.kind = kind, .filter = filters[filter]})->total, 0);
    }
    QCOMPARE(cell(*table({.kind = ReportKind::ForecastByMonth}), 11, u"short_seats"), count(2));
    QCOMPARE(
        cell(*table({.kind = ReportKind::ForecastByMonth, .filter = filters[filter]}), 11, u"short_seats"),
        count(0));
}

/// While very many are to be counted, sums are as they were where that is allowed, and say so.
void ReportingApplicationServiceTest::saysHowManyAreNotCounted()
{
    Session &session = m_database->session();
    m_database->sql(
        u"UPDATE seatledger.entitlement SET price_minor = 9000, currency = 'EUR', billing = 'monthly'"_s);
    VERIFY_RESULT(m_services.reports.keepUp(session));
    const auto held = [&](bool mayBeBehind) {
        const auto figures = m_services.reports.figures(session, {}, mayBeBehind);
        return figures ? std::pair(figures->held, figures->uncounted) : std::pair(qint64(-1), qint64(-1));
    };
    const auto sums = [&](bool mayBeBehind) {
        std::vector<std::pair<std::vector<ReportRow>, qint64>> all;
        for (const ReportKind kind : {ReportKind::SeatsOverTime, ReportKind::CostByDepartment}) {
            const auto asked = table({.kind = kind, .mayBeBehind = mayBeBehind});
            all.emplace_back(asked->rows, asked->uncounted);
        }
        return all;
    };
    const qint64 before = held(true).first;
    const auto sumsBefore = sums(true);
    m_book->assignment(*m_ide, m_book->member(u"Cleo"_s));
    QCOMPARE(held(true), std::pair(before + 1, qint64(0))); // one is counted in passing
    m_database->sql(
        u"INSERT INTO seatledger.stale_license (license_id) SELECT generate_series(1000001, 1004000)"_s);
    QCOMPARE(held(true), std::pair(before, qint64(4001)));
    QCOMPARE(held(false), std::pair(before + 1, qint64(0)));
    const auto sumsMeanwhile = sums(true);
    QCOMPARE(sumsMeanwhile.front(), std::pair(sumsBefore.front().first, qint64(4001)));
    QCOMPARE(sumsMeanwhile.back().second, 4001);
    QVERIFY(sums(false).front().first != sumsBefore.front().first);
    // What is read from the rows is of now.
    QCOMPARE(table({.kind = ReportKind::Utilisation, .mayBeBehind = true})->uncounted, 0);
    VERIFY_RESULT(m_services.reports.keepUp(session));
    QCOMPARE(held(true), std::pair(before + 1, qint64(0)));
    QVERIFY(sums(true) == sums(false));
}

/// What is kept by day, nothing of it, and some: the same report, whatever changes in between.
void ReportingApplicationServiceTest::isRightWhateverWasKept()
{
    const AssignmentId first = m_book->assignment(*m_ide, m_book->member(u"Cleo"_s));
    const LicenseId other = m_book->licenseWithSeats(u"Office"_s, 4);
    const LicenseId last = m_book->licenseWithSeats(u"Mail"_s, 6);
    const QStringList changes{
        u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), end_reason = 'x' WHERE id = %1"_s
            .arg(first.value()),
        u"UPDATE seatledger.license_assignment SET state = 'suspended', seat_released = true, "
        u"suspended_until = seatledger.today() + 9 "
        "WHERE license_id = %1 AND state = 'active'"_s.arg(m_ide->value()),
        u"UPDATE seatledger.entitlement SET quantity = 7 WHERE license_id = %1"_s.arg(m_ide->value()),
        u"UPDATE seatledger.entitlement SET cancelled_at = now() WHERE license_id = %1"_s.arg(other.value()),
        u"UPDATE seatledger.license SET overage_percent = 50 WHERE id = %1"_s.arg(m_ide->value()),
        u"UPDATE seatledger.license SET state = 'retired' WHERE id = %1"_s.arg(last.value()),
    };
    const auto days = [this] { return table({.kind = ReportKind::SeatsOverTime}).value().rows; };
    const auto kept = [this] { return m_services.reports.keepUp(m_database->session(), 100); };
    for (const QString &change : changes) {
        VERIFY_RESULT(kept());
        QCOMPARE(kept().value(), 0);
        const auto before = days();
        m_database->sql(change);
        const auto counted = days();
        QVERIFY2(counted != before, qPrintable(change));
        QCOMPARE(kept().value(), 1);
        QCOMPARE(days(), counted);
        m_database->sql(u"INSERT INTO seatledger.stale_license SELECT id FROM seatledger.license"_s);
        QCOMPARE(days(), counted);
    }
    VERIFY_RESULT(kept());
    QCOMPARE(
        m_database->value(
            u"SELECT count(*) FROM (SELECT day, sum(seats) AS seats, sum(held) AS held, sum(free) AS free, "
            "sum(short_seats) AS short FROM seatledger.license_day GROUP BY day) l FULL JOIN "
            "seatledger.seat_day s "
            "USING (day) WHERE (coalesce(l.seats, 0), coalesce(l.held, 0), coalesce(l.free, 0), "
            "coalesce(l.short, 0)) "
            "<> (s.seats, s.held, s.free, s.short_seats)"_s),
        u"0"_s);
}

void ReportingApplicationServiceTest::convertsWhatEndsAndWhatRunsShort()
{
    // Three seats for a year end in twenty days; two of them are held.
    m_database->sql(
        u"UPDATE seatledger.entitlement SET price_minor = 30000, currency = 'USD', billing = 'monthly' "
        "WHERE quantity = 3"_s);
    Session &session = m_database->session();
    const Currency dollar = *Currency::create(u"USD");
    const Currency euro = *Currency::create(u"EUR");
    const auto amounts = [this](ReportKind kind, const QString &column) {
        QStringList found;
        const auto report = table({.kind = kind});
        for (std::size_t row = 0; report && row < report->rows.size(); ++row) {
            const ReportCell amount = cell(*report, row, column);
            if (const auto *money = std::get_if<Money>(&amount))
                found.append(money->toText() + money->currency().code());
        }
        found.removeDuplicates();
        return found;
    };
    QCOMPARE(amounts(ReportKind::Expiring, u"price"_s), QStringList{u"300.00USD"_s});
    QCOMPARE(amounts(ReportKind::Forecast, u"price_to_cover"_s), QStringList{u"200.00USD"_s});
    QCOMPARE(amounts(ReportKind::Forecast, u"saving_per_month"_s), QStringList{u"100.00USD"_s});
    QCOMPARE(amounts(ReportKind::ForecastByMonth, u"cost_to_cover_per_month"_s), QStringList{u"200.00USD"_s});

    VERIFY_RESULT(m_services.rates.setReportCurrency(session, euro));
    VERIFY_RESULT(m_services.rates.set(session, dollar, *Rate::create(u"0.5"), m_book->today()));
    QCOMPARE(amounts(ReportKind::Expiring, u"price"_s), QStringList{u"150.00EUR"_s});
    QCOMPARE(amounts(ReportKind::Forecast, u"price_to_cover"_s), QStringList{u"100.00EUR"_s});
    QCOMPARE(amounts(ReportKind::Forecast, u"cost_to_cover_per_month"_s), QStringList{u"100.00EUR"_s});
    QCOMPARE(amounts(ReportKind::Forecast, u"saving_per_month"_s), QStringList{u"50.00EUR"_s});
    QCOMPARE(amounts(ReportKind::ForecastByMonth, u"cost_to_cover_per_month"_s), QStringList{u"100.00EUR"_s});
    const auto report = table({.kind = ReportKind::Expiring});
    VERIFY_RESULT(report);
    QCOMPARE(report->convertedTo, u"EUR"_s);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ReportingApplicationServiceTest)
#include "reportingapplicationservicetest.moc"
