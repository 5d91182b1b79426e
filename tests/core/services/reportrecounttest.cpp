// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/monthlycost.h"
#include "core/services/services.h"
#include "tests/support/colleagues.h"
#include "tests/support/reportfacts.h"
#include "tests/support/reportrecounts.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

using Rows = std::vector<ReportRow>;

constexpr int seeds = 3;
constexpr int filtersPerSeed = 8;

QString cellText(const ReportCell &cell)
{
    struct Text {
        QString operator()(std::monostate) const { return u"-"_s; }
        QString operator()(const QString &text) const { return text; }
        QString operator()(qint64 number) const { return QString::number(number); }
        QString operator()(double number) const { return QString::number(number, 'f', 1); }
        QString operator()(const Money &amount) const { return amount.toText() + amount.currency().code(); }
        QString operator()(QDate day) const { return day.toString(Qt::ISODate); }
        QString operator()(const QDateTime &instant) const { return instant.toString(Qt::ISODate); }
    };
    return std::visit(Text(), cell);
}

/// The rows as texts in one order, the columns of money left out where the reader has none.
QStringList texts(const Rows &rows, ReportKind kind, bool withoutCosts, bool withoutFirst)
{
    const std::vector<ReportColumn> columns = reportColumns(kind, true);
    QStringList lines;
    for (const ReportRow &row : rows) {
        QStringList cells(row.target ? QString::number(row.target->id) : u"none"_s);
        for (std::size_t i = withoutFirst ? 1 : 0; i < row.cells.size(); ++i) {
            if (!withoutCosts || columns[i].type != CellType::Money)
                cells.append(cellText(row.cells[i]));
        }
        lines.append(cells.join(u" | "_s));
    }
    lines.sort();
    return lines;
}

/// Without prices, a month has no rows of further currencies.
Rows withoutFurtherCurrencies(Rows rows)
{
    std::erase_if(rows,
                  [](const ReportRow &row) { return std::holds_alternative<std::monostate>(row.cells[1]); });
    return rows;
}

} // namespace

/// Every report against a plain recount by the arithmetic of the domain, on random books, with random
/// filters, for somebody who sees everything, a manager of some departments, and somebody without prices.
class ReportRecountTest final : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithARecount_data();
    void agreesWithARecount();
    void figuresAgreeWithARecount_data();
    void figuresAgreeWithARecount();

private:
    void addSeeds();
    void open(quint32 seed);
    [[nodiscard]] ReportFilter anyFilter();
    [[nodiscard]] QDate anyDay(int back, int ahead)
    {
        return m_facts->today.addDays(m_random.bounded(-back, ahead + 1));
    }
    [[nodiscard]] DepartmentId anyDepartment()
    {
        return m_facts->departments[m_random.bounded(int(m_facts->departments.size()))].first;
    }
    void compare(Session &session, const Recount &recount, ReportKind kind, bool withCosts);
    void compareFigures(Session &session, const Recount &recount, bool withCosts);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Colleagues> m_people;
    std::optional<ReportFacts> m_facts;
    Services m_services;
    QRandomGenerator m_random;
    std::optional<DepartmentId> m_managed;
    QString m_manager;
    QString m_staff;
    quint32 m_seed = 0;
};

void ReportRecountTest::addSeeds()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= seeds; ++seed)
        QTest::addRow("book %u", seed) << seed;
}

void ReportRecountTest::open(quint32 seed)
{
    if (m_seed == seed)
        return;
    m_people.reset();
    m_database = std::make_unique<TestDatabase>();
    m_seed = seed;
    m_random.seed(seed);
    VERIFY_RESULT(m_services.sample.fill(m_database->session(),
                                         {.members = 40, .licenses = 40, .assignments = 300, .seed = seed}));
    m_database->sql(
        u"UPDATE seatledger.entitlement SET cancelled_at = now() WHERE id % 17 = 0 AND NOT EXISTS "
        "(SELECT FROM seatledger.license_seats c WHERE c.license_id = entitlement.license_id AND c.promised > 0)"_s);
    // Of the first book nothing is kept by day, of the second some, of the third all.
    constexpr qint64 some = 15;
    VERIFY_RESULT(m_services.reports.keepUp(m_database->session(), seed == 1   ? 0
                                                                   : seed == 2 ? some
                                                                               : 20'000));
    m_facts.emplace(*m_database);
    m_people = std::make_unique<Colleagues>(*m_database);
    m_managed = anyDepartment();
    m_manager = m_people->add(u"mia"_s, {.role = Role::Manager, .departments = {*m_managed}});
    m_staff = m_people->add(u"sam"_s, {.role = Role::Staff});
}

ReportFilter ReportRecountTest::anyFilter()
{
    ReportFilter filter;
    const auto sometimes = [this] { return m_random.bounded(3) == 0; };
    const FactLicense &license = m_facts->licenses[m_random.bounded(int(m_facts->licenses.size()))];
    if (m_random.bounded(2) == 0)
        filter.asOf = anyDay(400, 400);
    if (sometimes())
        filter.from = anyDay(300, 0);
    if (sometimes())
        filter.until = anyDay(-1, 300);
    if (sometimes())
        filter.departments = {anyDepartment(), anyDepartment()};
    if (sometimes())
        filter.vendors = {license.vendor};
    else if (sometimes())
        filter.products = {license.product};
    else if (sometimes())
        filter.licenses = {license.id};
    else if (sometimes())
        filter.search = license.vendorName.left(3).toUpper().trimmed() + u' '
                        + license.productName.right(2).trimmed();
    filter.leadDays = m_random.bounded(500);
    return filter;
}

void ReportRecountTest::compare(Session &session, const Recount &recount, ReportKind kind, bool withCosts)
{
    const auto table = m_services.reports.table(session,
                                                {.kind = kind, .filter = recount.filter(), .limit = 0});
    VERIFY_RESULT(table);
    Rows expected = recountsBySeats().at(kind)(recount);
    if (kind == ReportKind::ForecastByMonth && !withCosts)
        expected = withoutFurtherCurrencies(std::move(expected));
    const bool isByDepartment = kind == ReportKind::UtilisationByDepartment; // whose names depend on who asks
    const QStringList found = [&] {
        if (withCosts)
            return texts(table->rows, kind, false, isByDepartment);
        Rows rows = table->rows; // the columns are those left over
        QStringList lines;
        for (const ReportRow &row : rows) {
            QStringList cells(row.target ? QString::number(row.target->id) : u"none"_s);
            for (std::size_t i = isByDepartment ? 1 : 0; i < row.cells.size(); ++i)
                cells.append(cellText(row.cells[i]));
            lines.append(cells.join(u" | "_s));
        }
        lines.sort();
        return lines;
    }();
    const QStringList wanted = texts(expected, kind, !withCosts, isByDepartment);
    for (const QString &line : wanted) {
        if (!found.contains(line))
            qWarning().noquote() << toText(kind) << "lacks " << line;
    }
    for (const QString &line : found) {
        if (!wanted.contains(line))
            qWarning().noquote() << toText(kind) << "has   " << line;
    }
    QCOMPARE(found.size(), wanted.size());
    QCOMPARE(found, wanted);
    QCOMPARE(table->total, wanted.size());
}

void ReportRecountTest::agreesWithARecount_data()
{
    addSeeds();
}

void ReportRecountTest::agreesWithARecount()
{
    QFETCH(quint32, seed);
    open(seed);
    for (int i = 0; i < filtersPerSeed; ++i) {
        const ReportFilter filter = i == 0 ? ReportFilter() : anyFilter();
        ReportFilter managed = filter;
        managed.departments = {*m_managed};
        const Recount everything(*m_facts, filter, !filter.departments.isEmpty());
        const Recount own(*m_facts, managed, true);
        ReportFilter open = filter;
        open.departments.clear();
        for (const auto &[kind, recounted] : recountsBySeats()) {
            compare(m_database->session(), everything, kind, true);
            compare(m_people->as(m_manager), own, kind, true);
            compare(m_people->as(m_staff), everything, kind, false);
            if (QTest::currentTestFailed())
                qWarning() << "filter" << i << filter.asOf.value_or(m_facts->today)
                           << filter.from.value_or(QDate()) << filter.until.value_or(QDate()) << "today"
                           << m_facts->today;
            QVERIFY(!QTest::currentTestFailed());
        }
    }
}

void ReportRecountTest::figuresAgreeWithARecount_data()
{
    addSeeds();
}

void ReportRecountTest::figuresAgreeWithARecount()
{
    QFETCH(quint32, seed);
    open(seed);
    for (int i = 0; i < filtersPerSeed; ++i) {
        const ReportFilter filter = i == 0 ? ReportFilter() : anyFilter();
        ReportFilter managed = filter;
        managed.departments = {*m_managed};
        const Recount everything(*m_facts, filter, !filter.departments.isEmpty());
        const Recount own(*m_facts, managed, true);
        compareFigures(m_database->session(), everything, true);
        compareFigures(m_people->as(m_manager), own, true);
        compareFigures(m_people->as(m_staff), everything, false);
    }
}

void ReportRecountTest::compareFigures(Session &session, const Recount &recount, bool withCosts)
{
    const auto figures = m_services.reports.figures(session, recount.filter());
    VERIFY_RESULT(figures);
    const QDate asOf = recount.asOf();
    SeatLevel level;
    std::map<int, DueFigure> due;
    MoneySum cost;
    MoneySum idle;
    for (const FactLicense *license : recount.licenses()) {
        level.add(recount, *license, asOf);
        qint64 bought = 0;
        for (const Entitlement &entitlement : license->entitlements) {
            const auto last = entitlement.period.lastDay();
            for (const int days : {30, 60, 90}) {
                if (!entitlement.isCancelled() && !isRenewed(*license, entitlement) && last && *last >= asOf
                    && asOf.daysTo(*last) <= days) {
                    ++due[days].entitlements;
                    due[days].seats += entitlement.quantity ? entitlement.quantity->value() : 0;
                }
            }
            if (entitlement.isCancelled() || !entitlement.period.contains(asOf))
                continue;
            bought += entitlement.quantity ? entitlement.quantity->value() : 0;
            if (const auto monthly = monthlyPrice(entitlement); monthly && !recount.isScoped())
                VERIFY_RESULT(cost.add(*monthly->price.share(1, monthly->months)));
        }
        if (recount.isScoped())
            VERIFY_RESULT(
                addMonthlyCost(cost, license->entitlements, asOf, recount.heldHereOn(*license, asOf)));
        VERIFY_RESULT(addMonthlyCost(idle, license->entitlements, asOf,
                                     std::max<qint64>(0, bought - recount.heldOn(*license, asOf))));
    }
    QCOMPARE(figures->licenses, level.licenses);
    QCOMPARE(figures->seats, level.seats);
    QCOMPARE(figures->held, level.held);
    QCOMPARE(figures->heldUnlimited, level.heldUnlimited);
    QCOMPARE(figures->heldHere, level.here);
    QCOMPARE(figures->free, level.free);
    QCOMPARE(figures->shortLicenses, level.shortLicenses);
    QCOMPARE(figures->shortSeats, level.shortSeats);
    QCOMPARE(figures->due30, due[30]);
    QCOMPARE(figures->due60, due[60]);
    QCOMPARE(figures->due90, due[90]);
    QCOMPARE(figures->costPerMonth, withCosts ? std::optional(cost.amounts()) : std::nullopt);
    QCOMPARE(figures->idlePerMonth, withCosts ? std::optional(idle.amounts()) : std::nullopt);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ReportRecountTest)
#include "reportrecounttest.moc"
