// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString quoted(const QString &text)
{
    return u"'%1'"_s.arg(QString(text).replace(u'\'', u"''"_s));
}

QString daysFromToday(int first, std::optional<int> last)
{
    const QString end = last ? u"seatledger.today() + %1"_s.arg(*last + 1) : u"NULL"_s;
    return u"daterange(seatledger.today() + %1, %2)"_s.arg(first).arg(end);
}

} // namespace

Book::Book(TestDatabase &database) : m_database(database)
{
    m_database.sql(u"INSERT INTO seatledger.vendor (name) VALUES ('Northwind Software');"
                   "INSERT INTO seatledger.product (vendor_id, name) VALUES (1, 'Suite')"_s);
}

qint64 Book::idOf(const QString &insert)
{
    return m_database.value(insert + u" RETURNING id"_s).toLongLong();
}

MemberId Book::member(const QString &name)
{
    const int number = ++m_count;
    return *MemberId::fromValue(
        idOf(u"INSERT INTO seatledger.member (number, name, email) VALUES ('M%1', %2, 'm%1@example.org')"_s
                 .arg(number)
                 .arg(quoted(name))));
}

QList<MemberId> Book::members(int count)
{
    QList<MemberId> made;
    for (int i = 0; i < count; ++i)
        made.append(member(u"Member %1"_s.arg(m_count + 1)));
    return made;
}

LicenseId Book::license(const QString &name)
{
    return *LicenseId::fromValue(
        idOf(u"INSERT INTO seatledger.license (product_id, name) VALUES (1, %1)"_s.arg(quoted(name))));
}

EntitlementId Book::entitlement(LicenseId license, std::optional<int> seats, int firstDay,
                                std::optional<int> lastDay)
{
    return *EntitlementId::fromValue(
        idOf(u"INSERT INTO seatledger.entitlement (license_id, quantity, period) VALUES (%1, %2, %3)"_s
                 .arg(license.value())
                 .arg(seats ? QString::number(*seats) : u"NULL"_s, daysFromToday(firstDay, lastDay))));
}

LicenseId Book::licenseWithSeats(const QString &name, int seats)
{
    const LicenseId made = license(name);
    entitlement(made, seats);
    return made;
}

AssignmentId Book::assignment(LicenseId license, MemberId member)
{
    return *AssignmentId::fromValue(
        idOf(u"INSERT INTO seatledger.license_assignment (license_id, member_id) VALUES (%1, %2)"_s
                 .arg(license.value())
                 .arg(member.value())));
}

QDate Book::today()
{
    return QDate::fromString(m_database.value(u"SELECT seatledger.today()"_s), Qt::ISODate);
}

void Book::pass(int days)
{
    m_database.sql(
        u"UPDATE seatledger.clock SET day_shift = day_shift + %1; SELECT seatledger.advance_due()"_s.arg(
            days));
}

qint64 Book::held(LicenseId license)
{
    return m_database
        .value(u"SELECT held FROM seatledger.license_seats WHERE license_id = %1"_s.arg(license.value()))
        .toLongLong();
}

QString Book::state(AssignmentId assignment)
{
    return m_database.value(
        u"SELECT state FROM seatledger.license_assignment WHERE id = %1"_s.arg(assignment.value()));
}

qint64 Book::wrongCounters()
{
    return seatledger::wrongCounters(m_database);
}

qint64 wrongCounters(TestDatabase &database)
{
    return database
        .value(u"SELECT count(*) FROM seatledger.license_seats c LEFT JOIN LATERAL ("
               "SELECT coalesce(sum(quantity) FILTER (WHERE state = 'active' OR state = 'suspended' AND NOT "
               "seat_released), 0) AS held, "
               "coalesce(sum(quantity) FILTER (WHERE state IN ('reserved', 'active', 'suspended') AND NOT "
               "isempty("
               "seatledger.holding_days(state, period, seat_released, suspended_until))), 0) AS promised "
               "FROM seatledger.license_assignment a WHERE a.license_id = c.license_id) r ON true "
               "LEFT JOIN LATERAL (SELECT capacity FROM seatledger.seat_steps(ARRAY[c.license_id]) ORDER BY "
               "first_day LIMIT 1) s ON true "
               "WHERE (c.held, c.promised, c.capacity, c.short) IS DISTINCT FROM "
               "(r.held, r.promised, s.capacity, greatest(0, coalesce(r.held - s.capacity, 0)))"_s)
        .toLongLong();
}

} // namespace seatledger
