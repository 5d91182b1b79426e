-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

CREATE FUNCTION held_changes(days date[]) RETURNS TABLE (license_id bigint, member_id bigint, place integer, change integer)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT h.license_id, h.member_id, e.place, e.sign * h.quantity
    FROM seatledger.held_days h,
         LATERAL (SELECT width_bucket(h.first_day - 1, days) + 1 AS first, coalesce(width_bucket(h.end_day - 1, days) + 1, cardinality(days) + 1) AS after) p,
         LATERAL (VALUES (p.first, 1), (p.after, -1)) e(place, sign)
    WHERE p.first < p.after AND e.place <= cardinality(days)
$$;
COMMENT ON FUNCTION held_changes IS 'At which of some days, in order, assignments begin and stop to take seats.';
CREATE FUNCTION license_held_changes(days date[]) RETURNS TABLE (license_id bigint, place integer, change bigint)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT c.license_id, c.place, sum(c.change) FROM held_changes(days) c GROUP BY 1, 2 HAVING sum(c.change) <> 0
$$;
COMMENT ON FUNCTION license_held_changes IS 'At which of some days, in order, how many seats more or less of licences are held than before, by whomever.';
REVOKE EXECUTE ON FUNCTION held_changes, license_held_changes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_changes, license_held_changes TO seatledger_administrator, seatledger_manager, seatledger_staff;

DROP POLICY select_manager ON money_now;
DROP POLICY select_manager ON license_money;

DROP VIEW held_days;
CREATE VIEW held_days WITH (security_invoker = true) AS
    SELECT a.id, a.license_id, a.member_id, a.quantity,
           CASE WHEN a.seat_released THEN greatest(lower(a.period), a.suspended_until) ELSE lower(a.period) END AS first_day,
           CASE WHEN a.ended_on IS NOT NULL THEN least(upper(a.period), a.ended_on) ELSE upper(a.period) END AS end_day
    FROM license_assignment a
    WHERE CASE WHEN a.ended_on IS NOT NULL THEN lower(a.period) < a.ended_on
               WHEN a.seat_released THEN a.suspended_until IS NOT NULL AND (upper_inf(a.period) OR upper(a.period) > a.suspended_until)
               ELSE true END;
COMMENT ON VIEW held_days IS 'From which day to which each assignment takes, took or will take its seats; the end is the day after the last, null is open.';
GRANT SELECT ON held_days TO seatledger_administrator, seatledger_manager, seatledger_staff;
SELECT record_security_baseline();
