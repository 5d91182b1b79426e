-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seats by day, past and to come, for reports over time.

SET LOCAL search_path = seatledger, public;

CREATE VIEW held_days WITH (security_invoker = true) AS
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
GRANT SELECT ON held_days TO seatledger_administrator, seatledger_manager, seatledger_staff;

CREATE FUNCTION seat_changes(first_day date, last_day date)
RETURNS TABLE (license_id bigint, day date, held bigint, supply bigint, unlimited bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT c.license_id, c.day, sum(c.held)::bigint, sum(c.supply)::bigint, sum(c.unlimited)::bigint
    FROM (
        SELECT h.license_id, greatest(h.first_day, $1) AS day, h.quantity AS held, 0 AS supply, 0 AS unlimited
        FROM held_days h WHERE h.first_day <= $2 AND (h.end_day IS NULL OR h.end_day > $1)
        UNION ALL SELECT h.license_id, h.end_day, -h.quantity, 0, 0 FROM held_days h
        WHERE h.end_day > $1 AND h.end_day <= $2
        UNION ALL SELECT e.license_id, greatest(lower(e.period), $1), 0, coalesce(e.quantity, 0), (e.quantity IS NULL)::integer
        FROM entitlement e
        WHERE e.cancelled_at IS NULL AND lower(e.period) <= $2 AND (upper_inf(e.period) OR upper(e.period) > $1)
        UNION ALL SELECT e.license_id, upper(e.period), 0, -coalesce(e.quantity, 0), -(e.quantity IS NULL)::integer
        FROM entitlement e
        WHERE e.cancelled_at IS NULL AND upper(e.period) > $1 AND upper(e.period) <= $2) c
    GROUP BY c.license_id, c.day
$$;
COMMENT ON FUNCTION seat_changes IS 'By how much the seats held of each licence, by whomever, and what was bought change on the days of a period; the first has what there is then.';

REVOKE EXECUTE ON FUNCTION seat_changes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seat_changes TO seatledger_administrator, seatledger_manager, seatledger_staff;
SELECT record_security_baseline();
