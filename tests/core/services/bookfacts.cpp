// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/bookfacts.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

std::optional<QDate> dayOf(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(QDate::fromString(text, Qt::ISODate));
}

QDateTime momentOf(const QString &milliseconds)
{
    return milliseconds.isEmpty() ? QDateTime()
                                  : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

template <typename Id>
Id idOf(const QString &text)
{
    return *Id::fromValue(text.toLongLong());
}

void readLicenses(BookFacts &facts, TestDatabase &database, const Services &services)
{
    for (const QStringList &row : database.sql(
             u"SELECT l.id, l.name, v.name, p.name, l.state IN ('active', 'suspended'), l.overage_percent, "
             "coalesce(l.low_seat_threshold, 1) FROM seatledger.license l JOIN seatledger.product p ON "
             "p.id = product_id JOIN seatledger.vendor v ON v.id = vendor_id"_s)) {
        const auto entitlements = services.licenses.entitlements(database.session(), idOf<LicenseId>(row[0]));
        facts.licenses[row[0].toLongLong()] = {.id = row[0].toLongLong(),
                                               .name = row[1],
                                               .vendor = row[2],
                                               .product = row[3],
                                               .isInUse = row[4] == u't',
                                               .overage = row[5].toInt(),
                                               .threshold = row[6].toLongLong(),
                                               .entitlements = *entitlements};
    }
}

void readPeople(BookFacts &facts, TestDatabase &database)
{
    for (const QStringList &row : database.sql(u"SELECT id, name, parent_id FROM seatledger.department"_s)) {
        facts.names[row[0].toLongLong()] = row[1];
        facts.parents[row[0].toLongLong()] = row[2].toLongLong();
    }
    for (const QStringList &row :
         database.sql(u"SELECT id, name, number, email, department_id FROM seatledger.member"_s))
        facts.members[row[0].toLongLong()] = {row[1], row[2], row[3], row[4].toLongLong()};
}

void readAssignments(BookFacts &facts, TestDatabase &database)
{
    for (
        const QStringList &row : database.sql(
            u"SELECT id, member_id, quantity, lower(period), upper(period), state, seat_released, "
            "suspended_until, license_id, ended_on, (extract(epoch FROM assigned_at) * 1000)::bigint, "
            "(extract(epoch FROM revoked_at) * 1000)::bigint FROM seatledger.license_assignment ORDER BY id"_s)) {
        facts.assignments.push_back({.holding = {.id = idOf<AssignmentId>(row[0]),
                                                 .member = idOf<MemberId>(row[1]),
                                                 .quantity = *Quantity::create(row[2].toLongLong()),
                                                 .period = Period::fromStored(*dayOf(row[3]), dayOf(row[4])),
                                                 .state = *fromText<AssignmentState>(row[5]),
                                                 .seatReleased = row[6] == u't',
                                                 .suspendedUntil = dayOf(row[7])},
                                     .license = idOf<LicenseId>(row[8]),
                                     .endedOn = dayOf(row[9]),
                                     .assignedAt = momentOf(row[10]),
                                     .revokedAt = momentOf(row[11])});
    }
    for (const QStringList &row : database.sql(
             u"SELECT assignment_id, license_id, (extract(epoch FROM activated_at) * 1000)::bigint, "
             "(extract(epoch FROM coalesce(last_seen_at, released_at, activated_at)) * 1000)::bigint FROM "
             "seatledger.activation LEFT JOIN seatledger.activation_lease ON activation_id = id"_s))
        facts.activations.push_back(
            {row[0].toLongLong(), row[1].toLongLong(), momentOf(row[2]), momentOf(row[3])});
}

} // namespace

std::optional<qint64> BookFacts::LicenseFact::bought(QDate day) const
{
    qint64 seats = 0;
    for (const Entitlement &entitlement : entitlements) {
        if (entitlement.isCancelled() || !entitlement.period.contains(day))
            continue;
        if (!entitlement.quantity)
            return std::nullopt;
        seats += entitlement.quantity->value();
    }
    return seats;
}

bool BookFacts::AssignmentFact::holds(QDate day) const
{
    if (endedOn)
        return holding.period.contains(day) && day < *endedOn;
    return holding.heldDays().contains(day.toJulianDay());
}

BookFacts BookFacts::read(TestDatabase &database, const Services &services)
{
    BookFacts facts;
    facts.today = *dayOf(database.value(u"SELECT seatledger.today()"_s));
    facts.zone = QTimeZone(
        database.value(u"SELECT value FROM seatledger.setting WHERE name = 'time_zone'"_s).toLatin1());
    readLicenses(facts, database, services);
    readPeople(facts, database);
    readAssignments(facts, database);
    facts.reportCurrency = *services.exchangeRates.reportCurrency(database.session());
    facts.rates = *services.exchangeRates.list(database.session());
    return facts;
}

QString BookFacts::path(qint64 department) const
{
    const qint64 parent = parents.at(department);
    return (parent > 0 ? path(parent) + u" / "_s : QString()) + names.at(department);
}

QSet<qint64> BookFacts::below(qint64 department) const
{
    QSet<qint64> found{department};
    for (qsizetype before = 0; before != found.size();) {
        before = found.size();
        for (const auto &[id, parent] : parents) {
            if (found.contains(parent))
                found.insert(id);
        }
    }
    return found;
}

qint64 BookFacts::held(qint64 license, QDate day) const
{
    qint64 seats = 0;
    for (const AssignmentFact &assignment : assignments) {
        if (assignment.license.value() == license && assignment.holds(day))
            seats += assignment.holding.quantity.value();
    }
    return seats;
}

Money BookFacts::converted(const Money &amount, QDate day) const
{
    const ExchangeRate *used = nullptr;
    for (const ExchangeRate &rate : rates) {
        if (rate.currency == amount.currency() && rate.target == reportCurrency
            && (!used || rate.validFrom <= day))
            used = &rate;
    }
    return used ? *used->rate.convert(amount, used->target) : amount;
}

} // namespace seatledger
