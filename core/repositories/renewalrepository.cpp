// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/renewalrepository.h"

#include "core/db/query.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto dueText =
    "WITH today AS (SELECT seatledger.today() AS day), due AS ("
    "SELECT e.id, e.license_id, upper(e.period) AS next_day FROM seatledger.entitlement e, today "
    "WHERE e.cancelled_at IS NULL AND upper(e.period) > day AND upper(e.period) <= day + 1 + $1::integer "
    "AND NOT EXISTS (SELECT FROM seatledger.entitlement r WHERE r.renews_id = e.id AND r.cancelled_at IS "
    "NULL)), "
    "step AS (SELECT s.license_id, s.first_day, s.last_day, s.demand "
    "FROM seatledger.seat_steps(ARRAY(SELECT DISTINCT license_id FROM due)) s) "
    "SELECT d.id, d.license_id, l.name, "
    "coalesce(s.demand, 0) AS held, "
    "coalesce((SELECT sum(w.quantity) FROM seatledger.waiting_entry w WHERE w.license_id = d.license_id "
    "AND w.state = 'waiting'), 0)::bigint AS waiting, "
    "coalesce((SELECT sum(a.quantity) FROM seatledger.license_assignment a, LATERAL ("
    "SELECT max(coalesce(v2.last_seen_at, v.released_at, v.activated_at)) AS at FROM seatledger.activation v "
    "LEFT JOIN seatledger.activation_lease v2 ON v2.activation_id = v.id WHERE v.assignment_id = a.id) u "
    "WHERE a.license_id = d.license_id AND a.state = 'active' AND u.at < now() - make_interval(days => "
    "$2::integer)), "
    "0)::bigint AS idle, o.is_unlimited, o.seats "
    "FROM due d JOIN seatledger.license l ON l.id = d.license_id "
    "LEFT JOIN step s ON s.license_id = d.license_id AND s.first_day <= d.next_day "
    "AND (s.last_day IS NULL OR s.last_day >= d.next_day), LATERAL ("
    "SELECT coalesce(bool_or(e.quantity IS NULL), false) AS is_unlimited, coalesce(sum(e.quantity), "
    "0)::bigint AS seats "
    "FROM seatledger.entitlement e WHERE e.license_id = d.license_id AND e.id <> d.id AND e.cancelled_at IS "
    "NULL "
    "AND e.period @> d.next_day) o WHERE l.state <> 'retired' ORDER BY d.next_day, l.name, d.id"_L1;

RenewalStanding standingFromRow(const Row &row)
{
    return {.entitlement = storedId<EntitlementId>(row, "id"),
            .license = storedId<LicenseId>(row, "license_id"),
            .licenseName = row.text("name"),
            .held = row.integer("held"),
            .waiting = row.integer("waiting"),
            .idle = row.integer("idle"),
            .otherSeats = row.boolean("is_unlimited") ? Seats::unlimited() : Seats(row.integer("seats"))};
}

} // namespace

Result<std::vector<RenewalStanding>> RenewalRepository::due(Session &session, int days, int idleDays) const
{
    return Query(session, dueText).bind(days).bind(idleDays).all(standingFromRow);
}

} // namespace seatledger
