-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP TRIGGER mark_stale_insert ON license_assignment;
DROP TRIGGER mark_stale_update ON license_assignment;
DROP TRIGGER mark_stale_delete ON license_assignment;
DROP TRIGGER mark_stale_insert ON entitlement;
DROP TRIGGER mark_stale_update ON entitlement;
DROP TRIGGER mark_stale_delete ON entitlement;
DROP TRIGGER mark_stale_update ON license;
DROP TRIGGER mark_stale_delete ON license;
DROP FUNCTION keep_seat_days, mark_stale, license_steps;
DROP TABLE stale_license, seat_day, license_day;

CREATE OR REPLACE FUNCTION held_on(state text, period daterange, seat_released boolean, suspended_until date, ended_on date, day date, today date)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN state IN ('expired', 'revoked') THEN period @> day AND day < ended_on
                -- When a suspension began is not known: what is behind counts as held.
                WHEN day < today THEN period @> day
                ELSE seatledger.holding_days(state, period, seat_released, suspended_until) @> day END
$$;

CREATE OR REPLACE VIEW held_days WITH (security_invoker = true) AS
    SELECT a.id, a.license_id, a.member_id, a.quantity, lower(a.period) AS first_day,
           -- When a suspension began is not known: what is behind counts as held.
           CASE WHEN a.ended_on IS NOT NULL THEN least(upper(a.period), a.ended_on)
                WHEN a.seat_released THEN least(upper(a.period), (SELECT today())) ELSE upper(a.period) END AS end_day
    FROM license_assignment a
    WHERE CASE WHEN a.ended_on IS NOT NULL THEN lower(a.period) < a.ended_on
               WHEN a.seat_released THEN lower(a.period) < (SELECT today()) ELSE true END
    UNION ALL
    SELECT a.id, a.license_id, a.member_id, a.quantity, greatest(lower(a.period), a.suspended_until, (SELECT today())), upper(a.period)
    FROM license_assignment a
    WHERE a.state = 'suspended' AND a.seat_released AND a.suspended_until IS NOT NULL
      AND (upper_inf(a.period) OR upper(a.period) > greatest(lower(a.period), a.suspended_until, (SELECT today())));
COMMENT ON VIEW held_days IS 'From which day to which each assignment takes, took or will take its seats; the end is the day after the last, null is open. One that pauses without its seat may be there twice.';
SELECT record_security_baseline();
