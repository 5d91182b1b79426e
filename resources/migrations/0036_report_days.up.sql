-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seats as of any day, for reports.

SET LOCAL search_path = seatledger, public;

CREATE FUNCTION held_on(state text, period daterange, seat_released boolean, suspended_until date, ended_on date, day date, today date)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN state IN ('expired', 'revoked') THEN period @> day AND day < ended_on
                -- When a suspension began is not known: what is behind counts as held.
                WHEN day < today THEN period @> day
                ELSE seatledger.holding_days(state, period, seat_released, suspended_until) @> day END
$$;
COMMENT ON FUNCTION held_on IS 'Whether an assignment takes, took or will take a seat on a day.';

CREATE FUNCTION months_begun(period daterange) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT m + (lower(period) + make_interval(months => m) < upper(period))::int
    FROM (SELECT ((extract(year FROM upper(period)) - extract(year FROM lower(period))) * 12
                  + extract(month FROM upper(period)) - extract(month FROM lower(period)))::int AS m) whole
$$;
COMMENT ON FUNCTION months_begun IS 'Calendar months begun: a year is 12, forty days are 2; null if it is open ended.';

CREATE FUNCTION license_seats_on(day date) RETURNS TABLE (license_id bigint, capacity bigint, held bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT l.id, CASE WHEN b.unlimited IS NOT TRUE THEN with_overage(coalesce(b.supply, 0), l.overage_percent) END,
           coalesce(h.held, 0)
    FROM license l
    LEFT JOIN (SELECT e.license_id, sum(e.quantity)::bigint AS supply, bool_or(e.quantity IS NULL) AS unlimited
               FROM entitlement e WHERE e.cancelled_at IS NULL AND e.period @> $1 GROUP BY e.license_id) b ON b.license_id = l.id
    LEFT JOIN (SELECT a.license_id, sum(a.quantity)::bigint AS held FROM license_assignment a
               WHERE held_on(a.state, a.period, a.seat_released, a.suspended_until, a.ended_on, $1, today())
               GROUP BY a.license_id) h ON h.license_id = l.id
$$;
COMMENT ON FUNCTION license_seats_on IS 'Seats of every licence on a day and how many are held, by whomever: on any day what the counters say of today. Null is unlimited.';

REVOKE EXECUTE ON FUNCTION held_on, months_begun, license_seats_on FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_on, months_begun, license_seats_on
    TO seatledger_administrator, seatledger_manager, seatledger_staff;
SELECT record_security_baseline();
