// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/doctorrepository.h"

#include "core/db/query.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

struct Check {
    QLatin1StringView name;
    QLatin1StringView sql; ///< selects subject, expected, found as text
};

constexpr std::array checkTable{
    Check{"time_zone"_L1, "SELECT 'setting time_zone' AS subject, 'a time zone' AS expected, "
                          "coalesce(s.value, 'none') AS found "
                          "FROM (SELECT) one LEFT JOIN seatledger.setting s ON s.name = 'time_zone' "
                          "WHERE NOT EXISTS (SELECT FROM pg_timezone_names z WHERE z.name = s.value)"_L1},
    Check{"order_of_texts"_L1,
          "SELECT 'database ' || datname AS subject, 'indexes in the order of ' || now AS expected, 'of ' || "
          "datcollversion AS found FROM pg_database, pg_database_collation_actual_version(oid) now "
          "WHERE datname = current_database() AND datcollversion <> now"_L1},
    Check{"held_and_promised"_L1,
          "SELECT 'license ' || c.license_id AS subject, coalesce(r.held, 0) || ' held, ' || "
          "coalesce(r.promised, 0) || ' promised' AS expected, "
          "c.held || ' held, ' || c.promised || ' promised' AS found FROM seatledger.license_seats c LEFT "
          "JOIN ("
          "SELECT license_id, coalesce(sum(quantity) FILTER (WHERE state = 'active' OR state = 'suspended' "
          "AND NOT seat_released), 0) AS held, "
          "coalesce(sum(quantity) FILTER (WHERE NOT isempty(seatledger.holding_days(state, period, "
          "seat_released, suspended_until))), 0) AS promised "
          "FROM seatledger.license_assignment WHERE state IN ('reserved', 'active', 'suspended') GROUP BY "
          "license_id) r USING (license_id) "
          "WHERE (c.held, c.promised) <> (coalesce(r.held, 0), coalesce(r.promised, 0))"_L1},
    Check{
        "capacity"_L1,
        "WITH today AS (SELECT seatledger.today() AS day), bought AS ("
        "SELECT e.license_id, sum(e.quantity) AS supply, bool_or(e.quantity IS NULL) AS unlimited FROM "
        "seatledger.entitlement e, today "
        "WHERE e.cancelled_at IS NULL AND e.period @> day GROUP BY e.license_id), expected AS ("
        "SELECT l.id, CASE WHEN NOT coalesce(b.unlimited, false) THEN "
        "seatledger.with_overage(coalesce(b.supply, 0)::bigint, l.overage_percent) END AS capacity "
        "FROM seatledger.license l LEFT JOIN bought b ON b.license_id = l.id) "
        "SELECT 'license ' || c.license_id AS subject, coalesce(x.capacity::text, 'unlimited') AS expected, "
        "coalesce(c.capacity::text, 'unlimited') AS found "
        "FROM seatledger.license_seats c JOIN expected x ON x.id = c.license_id, today "
        "WHERE c.capacity IS DISTINCT FROM x.capacity AND coalesce(c.changes_on > day, true)"_L1},
    Check{
        "changes_of_capacity"_L1,
        "WITH today AS (SELECT seatledger.today() AS day), bought AS ("
        "SELECT e.license_id, e.quantity, e.period * daterange(day, NULL) AS days FROM "
        "seatledger.entitlement e, today "
        "WHERE e.cancelled_at IS NULL AND e.period && daterange(day, NULL)), edge AS ("
        "SELECT license_id, day, 0::bigint AS supply, 0 AS unlimited FROM seatledger.license_seats, today "
        "UNION ALL SELECT license_id, lower(days), coalesce(quantity, 0), (quantity IS NULL)::int FROM "
        "bought "
        "UNION ALL SELECT license_id, upper(days), -coalesce(quantity, 0), -(quantity IS NULL)::int FROM "
        "bought "
        "WHERE upper(days) IS NOT NULL), step AS ("
        "SELECT license_id, day, sum(sum(supply)) OVER w AS supply, sum(sum(unlimited)) OVER w > 0 AS "
        "unlimited "
        "FROM edge GROUP BY license_id, day WINDOW w AS (PARTITION BY license_id ORDER BY day)), sized AS ("
        "SELECT s.license_id, s.day, CASE WHEN unlimited THEN 9223372036854775807 "
        "ELSE seatledger.with_overage(supply::bigint, l.overage_percent) END AS capacity "
        "FROM step s JOIN seatledger.license l ON l.id = s.license_id), compared AS ("
        "SELECT *, lag(capacity) OVER (PARTITION BY license_id ORDER BY day) AS before FROM sized), expected "
        "AS ("
        "SELECT license_id, min(day) FILTER (WHERE capacity <> before) AS changes_on, "
        "min(day) FILTER (WHERE capacity < before) AS lapses_on FROM compared GROUP BY license_id) "
        "SELECT 'license ' || c.license_id AS subject, concat('changes on ', coalesce(x.changes_on::text, "
        "'no day'), "
        "', lapses on ', coalesce(x.lapses_on::text, 'no day')) AS expected, concat('changes on ', "
        "coalesce(c.changes_on::text, 'no day'), ', lapses on ', coalesce(c.lapses_on::text, 'no day')) AS "
        "found "
        "FROM seatledger.license_seats c JOIN expected x USING (license_id), today "
        "WHERE (c.changes_on, c.lapses_on) IS DISTINCT FROM (x.changes_on, x.lapses_on) AND coalesce(c.changes_on > day, true)"_L1},
    Check{"shortage"_L1,
          "SELECT 'license ' || license_id AS subject, greatest(0, held - capacity)::text AS expected, "
          "short::text AS found "
          "FROM seatledger.license_seats WHERE short <> greatest(0, coalesce(held - capacity, 0))"_L1},
    Check{"counters_present"_L1,
          "SELECT 'license ' || l.id AS subject, 'counters' AS expected, 'none' AS found FROM "
          "seatledger.license l "
          "WHERE NOT EXISTS (SELECT FROM seatledger.license_seats c WHERE c.license_id = l.id)"_L1},
    Check{
        "state_and_days"_L1,
        "SELECT 'assignment ' || a.id AS subject, 'a state that fits ' || a.period AS expected, a.state AS "
        "found "
        "FROM seatledger.license_assignment a, (SELECT seatledger.today() AS today) day "
        "WHERE seatledger.state_fits_days(a.state, a.period, a.suspended_until, a.ended_on, today) IS NOT "
        "TRUE "
        "AND (a.state IN ('reserved', 'active', 'suspended') AND (upper(a.period) <= today "
        "OR a.state = 'reserved' AND lower(a.period) <= today OR a.suspended_until <= today)) IS NOT TRUE"_L1},
    Check{"one_seat_a_member"_L1, "SELECT 'assignment ' || id AS subject, 'no other at the same time' AS "
                                  "expected, 'assignment ' || other AS found FROM ("
                                  "SELECT id, period, lag(id) OVER w AS other, lag(period) OVER w AS before "
                                  "FROM seatledger.license_assignment "
                                  "WHERE state IN ('reserved', 'active', 'suspended') WINDOW w AS (PARTITION "
                                  "BY license_id, member_id ORDER BY lower(period))) a "
                                  "WHERE before && period"_L1},
    Check{"departed_hold_nothing"_L1,
          "SELECT 'member ' || m.id AS subject, 'no seat' AS expected, 'assignment ' || a.id AS found FROM "
          "seatledger.member m "
          "JOIN seatledger.license_assignment a ON a.member_id = m.id "
          "WHERE m.status = 'departed' AND a.state IN ('reserved', 'active', 'suspended')"_L1},
    Check{"holder_department"_L1,
          "SELECT 'assignment ' || a.id AS subject, 'department ' || m.department_key AS expected, "
          "'department ' || a.department_key AS found FROM seatledger.license_assignment a "
          "JOIN seatledger.member m ON m.id = a.member_id WHERE a.department_key <> m.department_key"_L1},
    Check{
        "retired_are_empty"_L1,
        "SELECT 'license ' || l.id AS subject, 'no holder' AS expected, 'assignment ' || min(a.id) AS found "
        "FROM seatledger.license l "
        "JOIN seatledger.license_assignment a ON a.license_id = l.id "
        "WHERE l.state IN ('retired', 'draft') AND a.state IN ('reserved', 'active', 'suspended') GROUP BY l.id"_L1},
    Check{
        "waiting_people"_L1,
        "SELECT 'license ' || c.license_id AS subject, coalesce(r.people, 0)::text AS expected, "
        "c.waiting::text AS found FROM seatledger.license_seats c LEFT JOIN (SELECT license_id, count(*) AS "
        "people FROM seatledger.waiting_entry WHERE state = 'waiting' GROUP BY license_id) r USING "
        "(license_id) "
        "WHERE c.waiting <> coalesce(r.people, 0)"_L1},
    Check{"nobody_waits_for_free_seats"_L1,
          "SELECT 'waiting entry ' || w.id AS subject, 'filled' AS expected, 'waiting' AS found "
          "FROM (SELECT seatledger.today() AS day) today, seatledger.waiting_that_fit(NULL) w "
          "WHERE NOT seatledger.anything_due(ARRAY[w.license_id])"_L1},
    Check{"who_waits_can_hold"_L1,
          "SELECT 'waiting entry ' || w.id AS subject, 'a member and a licence that there are' AS expected, "
          "'member ' || m.status || ', licence ' || l.state AS found FROM seatledger.waiting_entry w "
          "JOIN seatledger.member m ON m.id = w.member_id JOIN seatledger.license l ON l.id = w.license_id "
          "WHERE w.state = 'waiting' AND (m.status = 'departed' OR l.state = 'retired')"_L1},
    Check{
        "filled_with_own_seat"_L1,
        "SELECT 'waiting entry ' || w.id AS subject, 'an assignment of member ' || w.member_id AS expected, "
        "'of member ' || a.member_id AS found FROM seatledger.waiting_entry w "
        "JOIN seatledger.license_assignment a ON a.id = w.assignment_id WHERE a.member_id <> w.member_id"_L1},
    Check{
        "live_activations"_L1,
        "SELECT 'license ' || c.license_id AS subject, coalesce(r.live, 0)::text AS expected, c.live::text "
        "AS found "
        "FROM seatledger.license_seats c LEFT JOIN (SELECT license_id, count(*) AS live FROM "
        "seatledger.activation "
        "WHERE released_at IS NULL GROUP BY license_id) r USING (license_id) WHERE c.live <> coalesce(r.live, 0)"_L1},
    Check{
        "activation_on_active"_L1,
        "SELECT 'activation ' || v.id AS subject, 'an active assignment' AS expected, a.state AS found FROM "
        "seatledger.activation v "
        "JOIN seatledger.license_assignment a ON a.id = v.assignment_id WHERE v.released_at IS NULL AND a.state <> 'active'"_L1},
    Check{
        "guards_enabled"_L1,
        "SELECT t.tgrelid::regclass || '.' || t.tgname AS subject, 'enabled' AS expected, 'disabled' AS "
        "found FROM pg_trigger t "
        "JOIN pg_class r ON r.oid = t.tgrelid WHERE r.relnamespace = 'seatledger'::regnamespace AND t.tgenabled <> 'O'"_L1},
    Check{
        "guards_present"_L1,
        "SELECT 'seatledger.' || x.target || '.' || x.name AS subject, 'a trigger' AS expected, 'none' AS "
        "found FROM ("
        "VALUES ('license_assignment', 'guard_new_assignments'), ('license_assignment', "
        "'guard_changed_assignments'), "
        "('license_assignment', 'release_activations'), ('license_assignment', 'note_holder'), "
        "('license_assignment', 'note_holder_again'), ('entitlement', 'guard_new_entitlements'), "
        "('entitlement', 'guard_changed_entitlements'), ('license', 'guard_changed_license'), "
        "('license', 'open_license_seats'), ('license', 'check_license_state'), ('license_seats', "
        "'guard_license_seats'), "
        "('license_seats', 'refuse_write'), ('license_seats', 'fill_waiting'), ('waiting_entry', "
        "'guard_new_waiting'), ('waiting_entry', 'guard_changed_waiting'), ('waiting_entry', "
        "'forget_waiting'), "
        "('access_review', 'check_review'), ('access_review_item', 'check_review_item'), ('member', "
        "'withdraw_departed'), ('license', 'withdraw_retired'), ('activation', "
        "'guard_new_activations'), ('device', 'release_retired_devices'), ('api_token', 'check_api_token'), "
        "('license_file', 'check_license_file'), ('license_file', 'refuse_given_file'), ('backup_record', "
        "'check_backup_record'), ('backup_record', 'refuse_found_backup'), ('audit_archive', "
        "'refuse_found_backup'), ('operation', 'refuse_archived_undo'), ('activation', "
        "'guard_changed_activations'), "
        "('department', 'check_department_tree'), ('setting', 'check_setting'), ('operation', "
        "'refuse_change'), "
        "('audit_statement', 'link_statement'), ('audit_statement', 'refuse_write'), ('audit_event', "
        "'refuse_write'), "
        "('audit_link', 'refuse_write'), ('audit_head', 'refuse_write'), ('license_assignment', "
        "'check_assignment_rights'), ('operator', 'check_operator'), ('operator', 'follow_operator'), "
        "('operator', 'end_operator_sessions'), ('operator_department', 'check_operator_department'), "
        "('license_assignment', 'mark_stale_insert'), ('license_assignment', 'mark_stale_update'), "
        "('license_assignment', 'mark_stale_delete'), ('entitlement', 'mark_stale_insert'), ('entitlement', "
        "'mark_stale_update'), ('entitlement', 'mark_stale_delete'), ('license', 'mark_stale_update'), "
        "('license', 'mark_stale_delete'), ('member', 'mark_moved'), ('license_assignment', "
        "'note_people_insert'), ('license_assignment', 'note_people_update'), ('license_assignment', "
        "'note_people_delete'), ('activation', 'note_activations_insert'), ('activation', "
        "'note_activations_update'), ('activation', 'note_activations_delete'), ('notification', "
        "'tell_insert'), ('notification', 'tell_update'), ('notification_reading', 'tell_insert') "
        "UNION ALL SELECT target, name FROM unnest(ARRAY['setting', 'department', 'member', 'vendor', "
        "'product', 'license', "
        "'entitlement', 'license_key', 'license_assignment', 'operator', 'operator_department', 'api_token', "
        "'device', "
        "'activation', 'feature_switch', 'license_key_reading', 'operator_password_change', "
        "'waiting_entry', 'access_review', 'access_review_item', 'license_file', "
        "'backup_record', 'audit_archive']) "
        "target, "
        "unnest(ARRAY['audit_insert', 'audit_update', "
        "'audit_delete', 'next_version', "
        "'refuse_delete', 'refuse_truncate']) name "
        "UNION ALL SELECT c.relname, 'refuse_write' FROM pg_inherits i JOIN pg_class c ON "
        "c.oid = i.inhrelid WHERE c.relispartition AND c.relkind = 'r' AND c.relnamespace = "
        "'seatledger'::regnamespace) x(target, name) "
        "WHERE NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = to_regclass('seatledger.' || x.target) AND t.tgname = x.name)"_L1},
    Check{
        "constraints_present"_L1,
        "SELECT 'seatledger.' || x.target || '.' || x.name AS subject, 'a constraint' AS expected, 'none' AS "
        "found FROM (VALUES "
        "('license_assignment', 'license_assignment_overlap'), ('license_assignment', "
        "'license_assignment_holder'), "
        "('license_assignment', 'license_assignment_department'), ('license_assignment', "
        "'license_assignment_copies'), "
        "('license_assignment', 'license_assignment_period'), ('license_assignment', "
        "'license_assignment_suspension'), "
        "('license_assignment', 'license_assignment_end'), ('license_assignment', "
        "'license_assignment_reason'), "
        "('license_seats', 'license_seats_not_above_capacity'), ('entitlement', 'entitlement_period'), "
        "('entitlement', 'entitlement_price_and_currency'), ('license', 'license_lease_when_floating'), "
        "('member', 'member_left_when_departed'), ('activation', 'activation_release')) x(target, name) "
        "WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conrelid = to_regclass('seatledger.' || x.target) AND c.conname = x.name)"_L1},
    Check{"constraints_valid"_L1, "SELECT conrelid::regclass || '.' || conname AS subject, 'validated' AS "
                                  "expected, 'not validated' AS found FROM pg_constraint "
                                  "WHERE connamespace = 'seatledger'::regnamespace AND NOT convalidated"_L1},
    Check{
        "indexes_valid"_L1,
        "SELECT i.indexrelid::regclass::text AS subject, 'valid' AS expected, 'invalid' AS found FROM "
        "pg_index i "
        "JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'seatledger'::regnamespace AND NOT i.indisvalid"_L1},
    Check{
        "notices_sent"_L1,
        "SELECT 'notice ' || n.id AS subject, CASE WHEN m.id IS NULL THEN 'in no message that was sent' ELSE "
        "'sent by message ' || m.id END AS expected, coalesce('sent at ' || n.sent_at, 'not sent') AS found "
        "FROM "
        "seatledger.notification n LEFT JOIN LATERAL (SELECT w.id FROM seatledger.mail_notice x JOIN "
        "seatledger.mail_message w ON w.id = x.mail_id WHERE x.notification_id = n.id AND w.state = 'sent' "
        "LIMIT 1) "
        "m ON true WHERE (n.sent_at IS NULL) <> (m.id IS NULL)"_L1},
    Check{"rights"_L1, "SELECT * FROM seatledger.security_differences()"_L1},
    Check{"logins"_L1, "SELECT * FROM seatledger.login_differences()"_L1},
    Check{"kept_license_days"_L1,
          "WITH asked AS (SELECT array_agg(l.id) AS ids FROM seatledger.license l "
          "WHERE NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = l.id)), counted AS ("
          "SELECT c.* FROM asked, seatledger.license_steps(asked.ids) c), kept AS ("
          "SELECT k.* FROM seatledger.license_day k "
          "WHERE NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = k.license_id)) "
          "SELECT DISTINCT ON (license_id) 'license ' || license_id AS subject, "
          "CASE WHEN c.seats IS NULL THEN 'no change on ' || day ELSE format('%s: seats %s, held %s, held "
          "without "
          "limit %s, free %s, short %s, until %s %s held, %s short', day, c.seats, c.held, c.held_unlimited, "
          "c.free, "
          "c.short_seats, c.until, c.demand, c.shortage) END AS expected, "
          "CASE WHEN k.seats IS NULL THEN 'no change on ' || day ELSE format('%s: seats %s, held %s, held "
          "without "
          "limit %s, free %s, short %s, until %s %s held, %s short', day, k.seats, k.held, k.held_unlimited, "
          "k.free, "
          "k.short_seats, k.until, k.demand, k.shortage) END AS found "
          "FROM counted c FULL JOIN kept k USING (license_id, day) "
          "WHERE (c.seats, c.held, c.held_unlimited, c.free, c.short_seats, c.short_licenses, c.until, "
          "c.demand, c.shortage) "
          "IS DISTINCT FROM (k.seats, k.held, k.held_unlimited, k.free, k.short_seats, k.short_licenses, "
          "k.until, k.demand, k.shortage) "
          "ORDER BY license_id, day"_L1},
    Check{
        "kept_seat_days"_L1,
        "SELECT 'day ' || day AS subject, concat_ws(' ', k.seats, k.held, k.held_unlimited, k.free, "
        "k.short_seats, k.short_licenses) AS expected, concat_ws(' ', s.seats, s.held, s.held_unlimited, "
        "s.free, s.short_seats, s.short_licenses) AS found FROM seatledger.seat_day s FULL JOIN ("
        "SELECT day, sum(seats)::bigint AS seats, sum(held)::bigint AS held, sum(held_unlimited)::bigint AS "
        "held_unlimited, sum(free)::bigint AS free, sum(short_seats)::bigint AS short_seats, "
        "sum(short_licenses)::bigint AS short_licenses FROM seatledger.license_day GROUP BY day) k USING "
        "(day) "
        "WHERE (coalesce(s.seats, 0), coalesce(s.held, 0), coalesce(s.held_unlimited, 0), coalesce(s.free, "
        "0), "
        "coalesce(s.short_seats, 0), coalesce(s.short_licenses, 0)) <> (coalesce(k.seats, 0), "
        "coalesce(k.held, "
        "0), coalesce(k.held_unlimited, 0), coalesce(k.free, 0), coalesce(k.short_seats, 0), "
        "coalesce(k.short_licenses, 0))"_L1},
    Check{
        "kept_license_money"_L1,
        "WITH today AS MATERIALIZED (SELECT seatledger.today() AS day), due AS MATERIALIZED ("
        "SELECT license_id FROM seatledger.stale_license "
        "UNION SELECT license_id FROM seatledger.counted_license, today WHERE until <= day), asked AS ("
        "SELECT array_agg(l.id) AS ids FROM seatledger.license l "
        "WHERE NOT EXISTS (SELECT FROM due WHERE due.license_id = l.id)), counted AS ("
        "SELECT c.* FROM asked, today, seatledger.license_money_on(asked.ids, today.day) c), kept AS ("
        "SELECT k.* FROM seatledger.license_money k "
        "WHERE NOT EXISTS (SELECT FROM due WHERE due.license_id = k.license_id)) "
        "SELECT 'license ' || license_id AS subject, CASE WHEN c.cost IS NULL THEN 'nothing of department ' "
        "|| "
        "department_id || ' in ' || currency ELSE format('department %s: cost %s, idle %s, price %s in %s', "
        "department_id, c.cost, c.idle, c.price, currency) END AS expected, "
        "CASE WHEN k.cost IS NULL THEN 'nothing of department ' || department_id || ' in ' || currency "
        "ELSE format('department %s: cost %s, idle %s, price %s in %s', department_id, k.cost, k.idle, "
        "k.price, "
        "currency) END AS found FROM counted c FULL JOIN kept k USING (license_id, department_id, currency) "
        "WHERE (c.cost, c.idle, c.price) IS DISTINCT FROM (k.cost, k.idle, k.price)"_L1},
    Check{
        "kept_money"_L1,
        "SELECT 'department ' || department_id || ' in ' || currency AS subject, concat_ws(' ', k.cost, "
        "k.idle, "
        "k.price) AS expected, concat_ws(' ', m.cost, m.idle, m.price) AS found FROM seatledger.money_now m "
        "FULL JOIN (SELECT department_id, currency, sum(cost)::bigint AS cost, sum(idle)::bigint AS idle, "
        "sum(price)::bigint AS price FROM seatledger.license_money GROUP BY 1, 2) k USING (department_id, "
        "currency) WHERE (coalesce(m.cost, 0), coalesce(m.idle, 0), coalesce(m.price, 0)) "
        "<> (coalesce(k.cost, 0), coalesce(k.idle, 0), coalesce(k.price, 0))"_L1},
    Check{"kept_license_costs"_L1,
          "WITH asked AS (SELECT array_agg(l.id) AS ids FROM seatledger.license l "
          "WHERE NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = l.id)), counted AS ("
          "SELECT c.* FROM asked, seatledger.license_costs(asked.ids) c), kept AS ("
          "SELECT k.* FROM seatledger.license_cost k "
          "WHERE NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = k.license_id)) "
          "SELECT DISTINCT ON (license_id) 'license ' || license_id AS subject, "
          "format('%s: cost %s, idle %s in %s', day, coalesce(c.cost, 0), coalesce(c.idle, 0), currency) AS "
          "expected, format('%s: cost %s, idle %s in %s', day, coalesce(k.cost, 0), coalesce(k.idle, 0), "
          "currency) AS found FROM counted c FULL JOIN kept k USING (license_id, day, currency) "
          "WHERE (c.cost, c.idle) IS DISTINCT FROM (k.cost, k.idle) ORDER BY license_id, day"_L1},
    Check{
        "kept_costs"_L1,
        "SELECT format('day %s in %s', day, currency) AS subject, concat_ws(' ', k.cost, k.idle) AS "
        "expected, "
        "concat_ws(' ', s.cost, s.idle) AS found FROM seatledger.cost_day s FULL JOIN (SELECT day, currency, "
        "sum(cost)::bigint AS cost, sum(idle)::bigint AS idle FROM seatledger.license_cost GROUP BY 1, 2) k "
        "USING (day, currency) WHERE (coalesce(s.cost, 0), coalesce(s.idle, 0)) "
        "<> (coalesce(k.cost, 0), coalesce(k.idle, 0))"_L1},
    Check{
        "kept_until"_L1,
        "SELECT 'license ' || license_id AS subject, coalesce(x.day::text, 'for good') AS expected, "
        "coalesce(c.until::text, 'for good') AS found FROM seatledger.counted_license c FULL JOIN ("
        "SELECT e.license_id, min(edge.day) AS day FROM (SELECT seatledger.today() AS today) t, "
        "seatledger.entitlement e, "
        "LATERAL (VALUES (lower(e.period)), (upper(e.period))) edge(day) "
        "WHERE e.cancelled_at IS NULL AND edge.day > today GROUP BY 1) x USING (license_id) "
        "WHERE c.until IS DISTINCT FROM x.day AND coalesce(c.until > seatledger.today(), true) "
        "AND NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = coalesce(c.license_id, "
        "x.license_id))"_L1},
    Check{
        "kept_people"_L1,
        "WITH counted AS (SELECT member_id, count(*) FILTER (WHERE takes) AS licenses, "
        "coalesce(sum(quantity) FILTER (WHERE takes), 0)::bigint AS seats, count(*) FILTER (WHERE state IN "
        "('reserved', 'active', 'suspended')) AS open FROM (SELECT member_id, quantity, state, state = "
        "'active' "
        "OR state = 'suspended' AND NOT seat_released AS takes FROM seatledger.license_assignment) a GROUP "
        "BY 1) "
        "SELECT 'member ' || member_id AS subject, concat_ws(' ', coalesce(c.licenses, 0), "
        "coalesce(c.seats, 0), coalesce(c.open, 0)) AS expected, concat_ws(' ', coalesce(k.licenses, 0), "
        "coalesce(k.seats, 0), coalesce(k.open, 0)) AS found FROM seatledger.member_seats k FULL JOIN "
        "counted c USING (member_id) WHERE NOT EXISTS (SELECT FROM seatledger.stale_member s WHERE "
        "s.member_id = coalesce(k.member_id, c.member_id)) AND (coalesce(c.licenses, 0), coalesce(c.seats, "
        "0), coalesce(c.open, 0)) <> (coalesce(k.licenses, 0), coalesce(k.seats, 0), coalesce(k.open, 0))"_L1},
    Check{"kept_activity"_L1,
          "WITH counted AS (SELECT date_bin('15 minutes', moment, '2000-01-01 00:00+00') AS at, "
          "sum(assigned) "
          "AS assigned, sum(revoked) AS revoked, sum(activated) AS activated FROM (SELECT assigned_at AS "
          "moment, 1 "
          "AS assigned, 0 AS revoked, 0 AS activated FROM seatledger.license_assignment UNION ALL SELECT "
          "revoked_at, 0, 1, 0 FROM seatledger.license_assignment WHERE revoked_at IS NOT NULL UNION ALL "
          "SELECT "
          "activated_at, 0, 0, 1 FROM seatledger.activation) m GROUP BY 1), kept AS (SELECT at, "
          "sum(assigned) AS "
          "assigned, sum(revoked) AS revoked, sum(activated) AS activated FROM (SELECT * FROM "
          "seatledger.activity_quarter UNION ALL SELECT * FROM seatledger.activity_change) q GROUP BY 1) "
          "SELECT 'quarter of an hour at ' || at AS subject, concat_ws(' ', coalesce(c.assigned, 0), "
          "coalesce(c.revoked, 0), coalesce(c.activated, 0)) AS expected, concat_ws(' ', "
          "coalesce(k.assigned, "
          "0), coalesce(k.revoked, 0), coalesce(k.activated, 0)) AS found FROM counted c FULL JOIN kept k "
          "USING "
          "(at) WHERE (coalesce(c.assigned, 0), coalesce(c.revoked, 0), coalesce(c.activated, 0)) <> "
          "(coalesce(k.assigned, 0), coalesce(k.revoked, 0), coalesce(k.activated, 0))"_L1},
    Check{
        "kept_outlooks"_L1,
        "WITH today AS MATERIALIZED (SELECT seatledger.today() AS day), due AS MATERIALIZED (SELECT "
        "license_id FROM seatledger.stale_license UNION SELECT license_id FROM seatledger.license_outlook, "
        "today WHERE until <= day), asked AS (SELECT array_agg(l.id) AS ids FROM seatledger.license l WHERE "
        "NOT EXISTS (SELECT FROM due WHERE due.license_id = l.id)), counted AS (SELECT c.license_id, "
        "concat_ws(', ', 'short on ' || greatest(c.short_on, today.day), 'until ' || c.short_until, 'by ' || "
        "c.short_seats, 'renewed on ' || c.renewal_on, 'with fewer ' || c.droppable, c.billing, c.quantity, "
        "c.months, c.price_minor, c.currency, 'saving ' || c.saving, c.saving_currency) AS words FROM asked, "
        "today, seatledger.license_outlooks(asked.ids, today.day) c), kept AS (SELECT k.license_id, "
        "concat_ws(', ', 'short on ' || greatest(k.short_on, today.day), 'until ' || k.short_until, 'by ' || "
        "k.short_seats, 'renewed on ' || k.renewal_on, 'with fewer ' || k.droppable, k.billing, k.quantity, "
        "k.months, k.price_minor, k.currency, 'saving ' || k.saving, k.saving_currency) AS words FROM "
        "seatledger.license_outlook k, today WHERE NOT EXISTS (SELECT FROM due WHERE due.license_id = "
        "k.license_id)) SELECT 'license ' || license_id AS subject, coalesce(c.words, 'nothing') AS "
        "expected, coalesce(k.words, 'nothing') AS found FROM counted c FULL JOIN kept k USING (license_id) "
        "WHERE c.words IS DISTINCT FROM k.words"_L1},
    Check{
        "kept_license_ends"_L1,
        "WITH asked AS (SELECT array_agg(l.id) AS ids FROM seatledger.license l "
        "WHERE NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = l.id)), counted AS ("
        "SELECT c.* FROM asked, seatledger.license_ends(asked.ids) c), kept AS ("
        "SELECT k.* FROM seatledger.license_end k "
        "WHERE NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = k.license_id)) "
        "SELECT 'license ' || license_id || ' on ' || day AS subject, concat_ws(' ', c.entitlements, c.open, "
        "c.open_seats) AS expected, concat_ws(' ', k.entitlements, k.open, k.open_seats) AS found "
        "FROM counted c FULL JOIN kept k USING (license_id, day) WHERE (c.entitlements, c.open, "
        "c.open_seats) "
        "IS DISTINCT FROM (k.entitlements, k.open, k.open_seats)"_L1},
    Check{
        "kept_ends"_L1,
        "SELECT 'day ' || day AS subject, concat_ws(' ', k.entitlements, k.open, k.open_seats) AS expected, "
        "concat_ws(' ', s.entitlements, s.open, s.open_seats) AS found FROM seatledger.end_day s FULL JOIN "
        "(SELECT day, sum(entitlements)::bigint AS entitlements, sum(open)::bigint AS open, "
        "sum(open_seats)::bigint AS open_seats FROM seatledger.license_end GROUP BY 1) k USING (day) "
        "WHERE (coalesce(s.entitlements, 0), coalesce(s.open, 0), coalesce(s.open_seats, 0)) "
        "<> (coalesce(k.entitlements, 0), coalesce(k.open, 0), coalesce(k.open_seats, 0))"_L1},
    Check{"real_day"_L1,
          "SELECT 'clock' AS subject, '0' AS expected, day_shift::text AS found FROM seatledger.clock WHERE "
          "day_shift <> 0 "
          "UNION ALL SELECT 'clock', 'one row', 'none' WHERE NOT EXISTS (SELECT FROM seatledger.clock)"_L1},
};

} // namespace

QStringList DoctorRepository::checks()
{
    QStringList names;
    for (const Check &check : checkTable)
        names.append(check.name);
    return names;
}

bool DoctorRepository::needsToday(const QString &check)
{
    const auto found = std::ranges::find(checkTable, check, &Check::name);
    return found != checkTable.end() && found->sql.contains("seatledger.today()"_L1);
}

Result<std::vector<RecountDifference>> DoctorRepository::differences(Session &session, const QString &check,
                                                                     int limit) const
{
    const auto found = std::ranges::find(checkTable, check, &Check::name);
    if (found == checkTable.end())
        return failure(ErrorCode::NotFound, check);
    return Query(session, u"SELECT * FROM ("_s + found->sql + u") differences ORDER BY subject LIMIT $1"_s)
        .bind(limit)
        .all([](const Row &row) {
            return RecountDifference{row.text("subject"), row.text("expected"), row.text("found")};
        });
}

} // namespace seatledger
