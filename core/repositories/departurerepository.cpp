// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/departurerepository.h"

#include "core/db/query.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

LeaverSeat seatFromRow(const Row &row)
{
    return {.assignment = {.id = storedId<AssignmentId>(row, "id"),
                           .license = storedId<LicenseId>(row, "license_id"),
                           .member = storedId<MemberId>(row, "member_id"),
                           .quantity = Quantity::fromStored(row.integer("quantity")),
                           .period = storedPeriod(row),
                           .state = storedEnum<AssignmentState>(row, "state"),
                           .seatReleased = row.boolean("seat_released"),
                           .suspendedUntil = row.optionalDate("suspended_until"),
                           .note = Note::fromStored(row.text("note")),
                           .operation = storedId<OperationId>(row, "operation_id"),
                           .version = storedNumber(row, "version")},
            .licenseName = row.text("name"),
            .devices = row.integer("devices")};
}

LeaverThing thingFromRow(const Row &row)
{
    return {row.integer("id"), storedId<MemberId>(row, "member_id"), row.text("name")};
}

/// All of the named rows, or a Conflict that names one.
Result<void> requireAll(Session &session, Query &query, const QList<qint64> &ids, const QList<int> &versions,
                        QLatin1StringView table)
{
    query.bind("ids", ids).bind("versions", versions);
    const auto changed = query.all([](const Row &row) { return row.integer("id"); });
    if (!changed)
        return std::unexpected(changed.error());
    const QSet<qint64> met(changed->begin(), changed->end());
    const auto missed = std::ranges::find_if_not(ids, [&met](qint64 id) { return met.contains(id); });
    return missed == ids.end() ? Result<void>() : std::unexpected(versionMismatch(session, table, *missed));
}

template <typename T>
std::pair<QList<qint64>, QList<int>> namedRows(std::span<const T> rows)
{
    std::pair<QList<qint64>, QList<int>> named;
    for (const T &row : rows) {
        named.first.append(row.id.value());
        named.second.append(row.version);
    }
    return named;
}

} // namespace

Result<std::vector<LeaverSeat>> DepartureRepository::seats(Session &session,
                                                           const QList<MemberId> &members) const
{
    return Query(session,
                 u"SELECT a.id, a.license_id, a.member_id, a.quantity, lower(a.period) AS first_day, "
                 "upper(a.period) AS end_day, a.state, a.seat_released, a.suspended_until, a.note, "
                 "a.operation_id, a.version, l.name, (SELECT count(*) FROM seatledger.activation v "
                 "WHERE v.assignment_id = a.id AND v.released_at IS NULL) AS devices "
                 "FROM seatledger.license_assignment a JOIN seatledger.license l ON l.id = a.license_id "
                 "JOIN seatledger.member m ON m.id = a.member_id WHERE a.member_id = ANY ($1::bigint[]) "
                 "AND a.state IN ('reserved', 'active', 'suspended') "
                 "ORDER BY m.name, m.id, l.name, a.id"_s)
        .bind(members)
        .all(seatFromRow);
}

Result<std::vector<LeaverThing>> DepartureRepository::devices(Session &session,
                                                              const QList<MemberId> &members) const
{
    return Query(session,
                 u"SELECT id, member_id, name FROM seatledger.device WHERE member_id = ANY ($1::bigint[]) "
                 "ORDER BY name, id"_s)
        .bind(members)
        .all(thingFromRow);
}

Result<std::vector<LeaverThing>> DepartureRepository::owned(Session &session,
                                                            const QList<MemberId> &members) const
{
    return Query(session,
                 u"SELECT id, owner_member_id AS member_id, name FROM seatledger.license "
                 "WHERE owner_member_id = ANY ($1::bigint[]) AND state <> 'retired' ORDER BY name, id"_s)
        .bind(members)
        .all(thingFromRow);
}

Result<std::optional<QDate>> DepartureRepository::leavesOn(Session &session, MemberId member) const
{
    return Query(session, u"SELECT leaves_on FROM seatledger.member WHERE id = $1"_s)
        .bind(member)
        .one([](const Row &row) { return row.optionalDate("leaves_on"); });
}

Result<void> DepartureRepository::endWith(Session &session, std::span<const Assignment> assignments,
                                          QDate lastDay) const
{
    Query query(session,
                u"UPDATE seatledger.license_assignment a SET period = a.period * daterange(NULL, :end), "
                "suspended_until = CASE WHEN a.suspended_until < :end THEN a.suspended_until END "
                "FROM unnest(:ids::bigint[], :versions::integer[]) n(id, version) "
                "WHERE a.id = n.id AND a.version = n.version RETURNING a.id"_s);
    query.bind("end", lastDay.addDays(1));
    const auto [ids, versions] = namedRows(assignments);
    return requireAll(session, query, ids, versions, "license_assignment"_L1);
}

Result<void> DepartureRepository::releaseDevices(Session &session, const QList<MemberId> &members) const
{
    return Query(session,
                 u"UPDATE seatledger.device SET member_id = NULL WHERE member_id = ANY ($1::bigint[])"_s)
        .bind(members)
        .exec();
}

Result<void> DepartureRepository::handOverLicenses(Session &session, const QList<MemberId> &members,
                                                   std::optional<MemberId> owner) const
{
    return Query(session, u"UPDATE seatledger.license SET owner_member_id = $2 "
                          "WHERE owner_member_id = ANY ($1::bigint[]) AND state <> 'retired'"_s)
        .bind(members)
        .bind(owner)
        .exec();
}

Result<void> DepartureRepository::depart(Session &session, std::span<const Member> members, QDate lastDay,
                                         bool isAhead) const
{
    const QString set = isAhead ? u"leaves_on = :day"_s
                                : u"status = 'departed', left_on = :day, leaves_on = NULL"_s;
    Query query(session, u"UPDATE seatledger.member m SET "_s + set
                             + u" FROM unnest(:ids::bigint[], :versions::integer[]) n(id, version) "
                               "WHERE m.id = n.id AND m.version = n.version RETURNING m.id"_s);
    query.bind("day", lastDay);
    const auto [ids, versions] = namedRows(members);
    return requireAll(session, query, ids, versions, "member"_L1);
}

} // namespace seatledger
