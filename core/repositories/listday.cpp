// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/listday.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString literal(QDate day)
{
    return u"'%1'::date"_s.arg(day.toString(Qt::ISODate));
}

/// Nothing waits on a day, and what is promised for later is held then.
QString counters(const QString &license, const QString &from, QDate day)
{
    return u"(SELECT %1 AS license_id, s.capacity, s.held, s.held AS promised, "
           "greatest(0, s.held - s.capacity) AS short, 0::bigint AS waiting, "
           "seatledger.lapse_after(%1, %3) AS lapses_on FROM %2 s)"_s.arg(license, from, literal(day));
}

} // namespace

QString assignmentsAsOf(std::optional<QDate> day)
{
    return day ? u"seatledger.assignments_on(%1)"_s.arg(literal(*day)) : u"seatledger.license_assignment"_s;
}

QString heldByMember(std::optional<QDate> day)
{
    // IS TRUE keeps it from the index of what must not overlap, which is by licence first.
    return u"%1 a WHERE a.member_id = m.id AND %2"_s.arg(
        assignmentsAsOf(day),
        day ? u"a.holds"_s : u"(a.state IN ('reserved', 'active', 'suspended')) IS TRUE"_s);
}

QString membersAsOf(std::optional<QDate> day)
{
    return day ? u"seatledger.members_on(%1)"_s.arg(literal(*day)) : u"seatledger.member"_s;
}

QString seatsAsOf(QDate day)
{
    return counters(u"s.license_id"_s, u"seatledger.license_seats_on(%1)"_s.arg(literal(day)), day);
}

QString seatsOfOneAsOf(QDate day)
{
    return u"LATERAL "_s
           + counters(u"l.id"_s, u"seatledger.seats_of_license(l.id, %1)"_s.arg(literal(day)), day);
}

} // namespace seatledger
