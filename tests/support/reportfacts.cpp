// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reportfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

template <typename IdType>
IdType idFrom(const QString &text)
{
    return *IdType::fromValue(text.toLongLong());
}

template <typename IdType>
std::optional<IdType> optionalIdFrom(const QString &text)
{
    return IdType::fromValue(text.toLongLong());
}

std::optional<QDate> dayFrom(const QString &text)
{
    return text.isNull() ? std::nullopt : std::optional(QDate::fromString(text, Qt::ISODate));
}

Period periodFrom(const QString &first, const QString &end)
{
    return Period::fromStored(*dayFrom(first), dayFrom(end));
}

Entitlement entitlementFrom(const QStringList &row)
{
    Entitlement made{{.license = idFrom<LicenseId>(row[1]),
                      .quantity = row[2].isNull() ? std::nullopt
                                                  : std::optional(Quantity::fromStored(row[2].toLongLong())),
                      .period = periodFrom(row[3], row[4]),
                      .price = row[5].isNull()
                                   ? std::nullopt
                                   : std::optional(Money(row[5].toLongLong(), Currency::fromStored(row[6]))),
                      .billing = *fromText<BillingCycle>(row[7]),
                      .orderNumber = OrderNumber::fromStored(row[10]),
                      .supplier = Supplier::fromStored(row[11]),
                      .renews = optionalIdFrom<EntitlementId>(row[8])},
                     idFrom<EntitlementId>(row[0])};
    if (row[9] == u't')
        made.cancelledAt = QDateTime::currentDateTimeUtc();
    return made;
}

FactHolding holdingFrom(const QStringList &row)
{
    return {.holding = {.id = idFrom<AssignmentId>(row[0]),
                        .member = idFrom<MemberId>(row[2]),
                        .quantity = Quantity::fromStored(row[3].toLongLong()),
                        .period = periodFrom(row[4], row[5]),
                        .state = *fromText<AssignmentState>(row[6]),
                        .seatReleased = row[7] == u't',
                        .suspendedUntil = dayFrom(row[8])},
            .endedOn = dayFrom(row[9]),
            .department = optionalIdFrom<DepartmentId>(row[10])};
}

template <typename IdType>
bool passes(const QList<IdType> &asked, IdType id)
{
    return asked.isEmpty() || asked.contains(id);
}

} // namespace

bool FactHolding::takesOn(QDate day) const
{
    return endedOn ? holding.period.contains(day) && day < *endedOn
                   : holding.heldDays().contains(day.toJulianDay());
}

Seats FactLicense::capacityOn(QDate day) const
{
    return SeatSupply(entitlements, overage).on(day);
}

SeatCalendar FactLicense::calendar(QDate today) const
{
    std::vector<Holding> open;
    for (const FactHolding &held : holdings) {
        if (held.holding.isOpen())
            open.push_back(held.holding);
    }
    return {today, open, SeatSupply(entitlements, overage)};
}

ReportFacts::ReportFacts(TestDatabase &database)
    : today(QDate::fromString(database.value(u"SELECT seatledger.today()"_s), Qt::ISODate))
{
    for (const QStringList &row : database.sql(
             u"SELECT l.id, l.name, p.id, p.name, v.id, v.name, l.metric, l.state, l.overage_percent "
             "FROM seatledger.license l JOIN seatledger.product p ON p.id = l.product_id "
             "JOIN seatledger.vendor v ON v.id = p.vendor_id ORDER BY l.id"_s))
        licenses.push_back({idFrom<LicenseId>(row[0]),
                            row[1],
                            idFrom<ProductId>(row[2]),
                            row[3],
                            idFrom<VendorId>(row[4]),
                            row[5],
                            row[6],
                            *fromText<LicenseState>(row[7]),
                            OveragePercent::fromStored(row[8].toLongLong()),
                            {},
                            {}});
    const auto of = [this](const QString &id) -> FactLicense & {
        return *std::ranges::find(licenses, idFrom<LicenseId>(id), &FactLicense::id);
    };
    for (
        const QStringList &row : database.sql(
            u"SELECT id, license_id, quantity, lower(period), upper(period), price_minor, currency, billing, "
            "renews_id, cancelled_at IS NOT NULL, order_number, supplier FROM seatledger.entitlement ORDER BY id"_s))
        of(row[1]).entitlements.push_back(entitlementFrom(row));
    for (
        const QStringList &row : database.sql(
            u"SELECT a.id, a.license_id, a.member_id, a.quantity, lower(a.period), upper(a.period), a.state, "
            "a.seat_released, a.suspended_until, a.ended_on, m.department_id "
            "FROM seatledger.license_assignment a JOIN seatledger.member m ON m.id = a.member_id ORDER BY a.id"_s))
        of(row[1]).holdings.push_back(holdingFrom(row));
    for (const QStringList &row : database.sql(u"SELECT id, department_id, status FROM seatledger.member"_s))
        members.push_back({idFrom<MemberId>(row[0]), optionalIdFrom<DepartmentId>(row[1]),
                           *fromText<MemberStatus>(row[2])});
    for (const QStringList &row : database.sql(u"SELECT id, parent_id FROM seatledger.department"_s))
        departments.emplace_back(idFrom<DepartmentId>(row[0]), optionalIdFrom<DepartmentId>(row[1]));
}

std::set<DepartmentId> ReportFacts::below(const QList<DepartmentId> &tops) const
{
    std::set<DepartmentId> found(tops.begin(), tops.end());
    for (std::size_t before = 0; before != found.size();) {
        before = found.size();
        for (const auto &[department, above] : departments) {
            if (above && found.contains(*above))
                found.insert(department);
        }
    }
    return found;
}

Recount::Recount(const ReportFacts &facts, const ReportFilter &filter, bool scoped)
    : m_facts(facts), m_filter(filter), m_scoped(scoped), m_departments(facts.below(filter.departments))
{}

bool Recount::counts(const std::optional<DepartmentId> &department) const
{
    return !m_scoped || (department && m_departments.contains(*department));
}

qint64 Recount::heldOn(const FactLicense &license, QDate day) const
{
    qint64 seats = 0;
    for (const FactHolding &held : license.holdings)
        seats += held.takesOn(day) ? held.holding.quantity.value() : 0;
    return seats;
}

qint64 Recount::heldHereOn(const FactLicense &license, QDate day) const
{
    qint64 seats = 0;
    for (const FactHolding &held : license.holdings)
        seats += counts(held.department) && held.takesOn(day) ? held.holding.quantity.value() : 0;
    return seats;
}

std::vector<const FactLicense *> Recount::licenses() const
{
    std::vector<const FactLicense *> found;
    for (const FactLicense &license : m_facts.licenses) {
        const bool inUse = license.state == LicenseState::Active || license.state == LicenseState::Suspended;
        const QString names = license.name + u' ' + license.productName + u' ' + license.vendorName;
        const bool hasWords = std::ranges::all_of(
            m_filter.search.split(u' ', Qt::SkipEmptyParts),
            [&](const QString &word) { return names.contains(word, Qt::CaseInsensitive); });
        if (inUse && hasWords && passes(m_filter.licenses, license.id)
            && passes(m_filter.products, license.product) && passes(m_filter.vendors, license.vendor)
            && (!m_scoped || heldHereOn(license, asOf()) > 0))
            found.push_back(&license);
    }
    return found;
}

} // namespace seatledger
