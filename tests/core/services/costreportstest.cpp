// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/monthlycost.h"
#include "tests/core/services/bookfacts.h"
#include "tests/core/services/reportedbook.h"
#include "tests/core/services/reportlines.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Amounts by currency, those that come to nothing left out.
class Amounts final
{
public:
    void add(const Money &amount) { m_minor[amount.currency()] += amount.minor(); }
    void add(const MoneySum &sum)
    {
        for (const Money &amount : sum.amounts())
            add(amount);
    }

    [[nodiscard]] qint64 in(const Currency &currency) const
    {
        const auto found = m_minor.find(currency);
        return found == m_minor.end() ? 0 : found->second;
    }

    [[nodiscard]] std::set<Currency> currencies() const
    {
        std::set<Currency> codes;
        for (const auto &[currency, minor] : m_minor) {
            if (minor != 0)
                codes.insert(currency);
        }
        return codes;
    }

    [[nodiscard]] Amounts converted(const BookFacts &facts, QDate day) const
    {
        Amounts amounts;
        for (const auto &[currency, minor] : m_minor) {
            if (minor != 0)
                amounts.add(facts.converted({minor, currency}, day));
        }
        return amounts;
    }

private:
    std::map<Currency, qint64> m_minor;
};

struct Group {
    QSet<qint64> members = {};
    QSet<qint64> licenses = {};
    qint64 seats = 0;
    Amounts cost = {};
    Amounts idle = {};
};

/// Which rows of the book count.
struct Chosen {
    QDate day;
    std::optional<QSet<qint64>> departments = std::nullopt;
    QString vendor = {};

    [[nodiscard]] bool has(const BookFacts::LicenseFact &license) const
    {
        return license.isInUse && (vendor.isEmpty() || license.vendor == vendor);
    }
    [[nodiscard]] bool has(const BookFacts::MemberFact &member) const
    {
        return !departments || departments->contains(member.department);
    }
};

using KeyOf = QString (*)(const BookFacts &, const BookFacts::AssignmentFact &);

QString departmentOf(const BookFacts &facts, const BookFacts::AssignmentFact &assignment)
{
    const qint64 id = facts.members.at(assignment.holding.member.value()).department;
    return id > 0 ? QString::number(id) : QString();
}

QString memberOf(const BookFacts &, const BookFacts::AssignmentFact &assignment)
{
    return QString::number(assignment.holding.member.value());
}

/// What the seats of each key's people cost.
std::map<QString, Group> costsBy(KeyOf keyOf, const BookFacts &facts, const Chosen &chosen)
{
    std::map<QString, Group> groups;
    std::map<std::pair<QString, qint64>, qint64> seats;
    for (const auto &assignment : facts.assignments) {
        const auto &license = facts.licenses.at(assignment.license.value());
        const qint64 member = assignment.holding.member.value();
        if (!chosen.has(license) || !chosen.has(facts.members.at(member)) || !assignment.holds(chosen.day))
            continue;
        const QString key = keyOf(facts, assignment);
        groups[key].members.insert(member);
        groups[key].licenses.insert(license.id);
        groups[key].seats += assignment.holding.quantity.value();
        seats[{key, license.id}] += assignment.holding.quantity.value();
    }
    for (const auto &[place, count] : seats) {
        MoneySum sum;
        const auto &license = facts.licenses.at(place.second);
        if (addMonthlyCost(sum, license.entitlements, chosen.day, count, facts.held(license.id, chosen.day)))
            groups[place.first].cost.add(sum);
    }
    return groups;
}

/// The same for a licence as a whole, by a key of the licence, with what nobody holds.
void addLicense(Group &group, const BookFacts &facts, const Chosen &chosen,
                const BookFacts::LicenseFact &license, qint64 here)
{
    const qint64 held = facts.held(license.id, chosen.day);
    group.licenses.insert(license.id);
    group.seats += here;
    MoneySum cost;
    MoneySum idle;
    const std::optional<qint64> bought = license.bought(chosen.day);
    if (!bought || !addMonthlyCost(cost, license.entitlements, chosen.day, here, held)
        || !addMonthlyCost(idle, license.entitlements, chosen.day, std::max<qint64>(0, *bought - held)))
        return;
    group.cost.add(cost);
    group.idle.add(idle);
}

qint64 heldHere(const BookFacts &facts, const Chosen &chosen, qint64 license)
{
    qint64 seats = 0;
    for (const auto &assignment : facts.assignments) {
        if (assignment.license.value() == license && assignment.holds(chosen.day)
            && chosen.has(facts.members.at(assignment.holding.member.value())))
            seats += assignment.holding.quantity.value();
    }
    return seats;
}

QString money(qint64 minor, const Currency &currency)
{
    return Money(minor, currency).toText() + u' ' + currency.code();
}

/// A line for each currency of a group, or one without an amount.
void appendLines(QStringList &lines, const QString &start, const Group &group, const BookFacts &facts,
                 QDate day, bool withIdle)
{
    const Amounts cost = group.cost.converted(facts, day);
    const Amounts idle = group.idle.converted(facts, day);
    std::set<Currency> currencies = group.cost.currencies();
    if (withIdle)
        currencies.merge(group.idle.currencies());
    std::set<Currency> shown;
    for (const Currency &currency : currencies)
        shown.insert(facts.converted({1, currency}, day).currency());
    for (const Currency &currency : shown)
        lines.append(start + u'|' + money(cost.in(currency), currency)
                     + (withIdle ? u'|' + money(idle.in(currency), currency) : QString()));
    if (shown.empty())
        lines.append(start + (withIdle ? u"|-|-"_s : u"|-"_s));
}

QStringList departmentLines(const BookFacts &facts, const Chosen &chosen)
{
    QStringList lines;
    for (const auto &[key, group] : costsBy(departmentOf, facts, chosen))
        appendLines(lines,
                    u"%1|%2|%3"_s.arg(key.isEmpty() ? u"-"_s : facts.path(key.toLongLong()))
                        .arg(group.members.size())
                        .arg(group.seats),
                    group, facts, chosen.day, false);
    return lines;
}

QStringList memberLines(const BookFacts &facts, const Chosen &chosen)
{
    QStringList lines;
    for (const auto &[key, group] : costsBy(memberOf, facts, chosen)) {
        const auto &member = facts.members.at(key.toLongLong());
        const QString start = member.name + u'|' + member.number + u'|'
                              + (member.department ? facts.path(member.department) : u"-"_s);
        appendLines(lines, u"%1|%2|%3"_s.arg(start).arg(group.licenses.size()).arg(group.seats), group, facts,
                    chosen.day, false);
    }
    return lines;
}

QStringList vendorLines(const BookFacts &facts, const Chosen &chosen)
{
    std::map<QString, Group> groups;
    std::map<QString, qint64> capacity;
    for (const auto &[id, license] : facts.licenses) {
        const qint64 here = heldHere(facts, chosen, id);
        if (!chosen.has(license) || (chosen.departments && here == 0))
            continue;
        addLicense(groups[license.vendor], facts, chosen, license, here);
        // None where all of the vendor's licences are unlimited.
        if (const auto bought = license.bought(chosen.day))
            capacity.try_emplace(license.vendor, 0).first->second += *bought * (100 + license.overage) / 100;
    }
    QStringList lines;
    for (const auto &[vendor, group] : groups) {
        const QString seats = capacity.contains(vendor) ? QString::number(capacity.at(vendor)) : u"-"_s;
        appendLines(lines,
                    u"%1|%2|%3|%4"_s.arg(vendor).arg(group.licenses.size()).arg(seats).arg(group.seats),
                    group, facts, chosen.day, true);
    }
    return lines;
}

QStringList monthLines(const BookFacts &facts, Chosen chosen, QDate asOf)
{
    QStringList lines;
    for (QDate month = QDate(asOf.year(), asOf.month(), 1).addMonths(-11); month <= asOf;
         month = month.addMonths(1)) {
        chosen.day = std::min(asOf, month.addMonths(1).addDays(-1));
        Group group;
        for (const auto &[id, license] : facts.licenses) {
            const qint64 here = heldHere(facts, chosen, id);
            if (chosen.has(license) && (!chosen.departments || here > 0))
                addLicense(group, facts, chosen, license, here);
        }
        appendLines(lines, u"%1|%2"_s.arg(month.toString(Qt::ISODate)).arg(group.seats), group, facts,
                    chosen.day, true);
    }
    return lines;
}

} // namespace

/// The reports of costs against what core/domain/monthlycost says of each licence's seats, counted row by row
/// on books of many situations: currencies, unlimited and unpriced supply, overage and shortages,
/// suspensions.
class CostReportsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void areWhatARecountSays_data();
    void areWhatARecountSays();
    void cleanupTestCase();

private:
    [[nodiscard]] Result<ReportTable> table(Session &session, ReportKind kind,
                                            const ReportFilter &filter) const
    {
        return m_book->services.reports.table(session, {.kind = kind, .filter = filter, .limit = 0});
    }
    void compare(Session &session, const ReportFilter &filter, const Chosen &chosen);

    std::unique_ptr<ReportedBook> m_book;
};

void CostReportsTest::initTestCase()
{
    // Prices that do not divide, none, two currencies of one licence, amounts beyond what 64 bits hold on the
    // way.
    m_book = std::make_unique<ReportedBook>(
        SampleSize{.members = 90, .licenses = 70, .assignments = 900, .seed = 5}, QString(), uR"(
        UPDATE seatledger.entitlement SET price_minor = price_minor + id * 7 % 11 WHERE price_minor IS NOT NULL;
        UPDATE seatledger.entitlement SET price_minor = NULL, currency = NULL WHERE id % 13 = 0;
        UPDATE seatledger.entitlement SET price_minor = 987654321012345 + id WHERE id % 17 = 0 AND currency IS NOT NULL;
        UPDATE seatledger.entitlement SET price_minor = 0 WHERE id % 19 = 0 AND currency IS NOT NULL;
        INSERT INTO seatledger.entitlement (license_id, quantity, period, price_minor, currency, billing)
            SELECT license_id, 3, period, 1001, 'JPY', 'monthly' FROM seatledger.entitlement WHERE id % 7 = 0 AND quantity IS NOT NULL;
        UPDATE seatledger.entitlement SET cancelled_at = now() WHERE id % 29 = 0 AND upper(period) < seatledger.today();
        UPDATE seatledger.member SET department_id = NULL WHERE id % 10 = 0)"_s);
}

void CostReportsTest::cleanupTestCase()
{
    m_book.reset();
}

void CostReportsTest::areWhatARecountSays_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("withRates");
    QTest::newRow("today") << 0 << false;
    QTest::newRow("today, converted") << 0 << true;
    QTest::newRow("last year") << -300 << false;
    QTest::newRow("before the suspensions") << -40 << true;
    QTest::newRow("half a year ahead") << 180 << true;
}

void CostReportsTest::areWhatARecountSays()
{
    QFETCH(int, days);
    QFETCH(bool, withRates);
    Session &session = m_book->session();
    const Currency euro = *Currency::create(u"EUR");
    VERIFY_RESULT(
        m_book->services.rates.setReportCurrency(session, withRates ? std::optional(euro) : std::nullopt));
    if (withRates) {
        const QDate today = BookFacts::read(m_book->database, m_book->services).today;
        for (const auto &[code, rate, ago] :
             {std::tuple(u"USD"_s, u"0.9213"_s, 400), std::tuple(u"USD"_s, u"0.85"_s, 30),
              std::tuple(u"JPY"_s, u"0.0061"_s, 0), std::tuple(u"GBP"_s, u"1.17"_s, 3'000)})
            VERIFY_RESULT(m_book->services.rates.set(session, *Currency::create(code), *Rate::create(rate),
                                                     today.addDays(-ago)));
    }
    const BookFacts facts = BookFacts::read(m_book->database, m_book->services);
    const QDate day = facts.today.addDays(days);
    compare(session, {.asOf = day}, {.day = day});
    // The same from the rows, from what is kept of some, and from what is kept of all.
    for (const qint64 licenses : {3, 100'000}) {
        VERIFY_RESULT(m_book->services.reports.keepUp(m_book->database.session(), licenses));
        compare(session, {.asOf = day}, {.day = day});
    }

    const qint64 vendor = m_book->database.value(u"SELECT min(vendor_id) FROM seatledger.product"_s)
                              .toLongLong();
    const QString vendorName = m_book->database.value(
        u"SELECT name FROM seatledger.vendor WHERE id = %1"_s.arg(vendor));
    compare(session, {.asOf = day, .vendors = {*VendorId::fromValue(vendor)}},
            {.day = day, .vendor = vendorName});

    const Chosen theirs{.day = day, .departments = facts.below(m_book->department->value())};
    compare(session, {.asOf = day, .departments = {*m_book->department}}, theirs);
    compare(m_book->asManager(), {.asOf = day}, theirs);
}

void CostReportsTest::compare(Session &session, const ReportFilter &filter, const Chosen &chosen)
{
    const BookFacts facts = BookFacts::read(m_book->database, m_book->services);
    const auto check = [&](ReportKind kind, const QStringList &columns, const QStringList &expected) {
        const auto report = table(session, kind, filter);
        VERIFY_RESULT(report);
        QCOMPARE(sorted(reportLines(*report, columns)), sorted(expected));
        QVERIFY2(!expected.isEmpty() || !chosen.vendor.isEmpty(), "a recount of nothing shows nothing");
    };
    check(ReportKind::CostByDepartment, {u"department"_s, u"holders"_s, u"seats"_s, u"cost_per_month"_s},
          departmentLines(facts, chosen));
    check(ReportKind::CostByMember,
          {u"member"_s, u"number"_s, u"department"_s, u"licenses"_s, u"seats"_s, u"cost_per_month"_s},
          memberLines(facts, chosen));
    check(ReportKind::CostByVendor,
          {u"vendor"_s, u"licenses"_s, u"seats"_s, u"held"_s, u"cost_per_month"_s, u"idle_per_month"_s},
          vendorLines(facts, chosen));
    check(ReportKind::CostByMonth, {u"month"_s, u"held"_s, u"cost"_s, u"idle_cost"_s},
          monthLines(facts, chosen, chosen.day));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::CostReportsTest)
#include "costreportstest.moc"
