-- SPDX-License-Identifier: GPL-3.0-or-later
-- The lists as of any day. Past days come from the rows' dates: assignments end, they do not vanish. Since when a
-- suspension lasts is no date of a row, so that a day before today knows none, as in the reports.
--
-- The two tables of a day are plain queries, so that a list that reads them is planned like one that reads the table.

SET LOCAL search_path = seatledger, public;

CREATE FUNCTION assignments_on(day date)
RETURNS TABLE (id bigint, license_id bigint, member_id bigint, quantity integer, period daterange, first_day date, state text,
               seat_released boolean, suspended_until date, ended_on date, end_reason text, note text, operation_id bigint,
               version integer, department_key bigint, holds boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT a.id, a.license_id, a.member_id, a.quantity, a.period, a.first_day,
           CASE WHEN $1 >= (SELECT seatledger.today()) AND a.state = 'suspended' AND (a.suspended_until > $1) IS NOT FALSE
                THEN 'suspended' ELSE 'active' END,
           $1 >= (SELECT seatledger.today()) AND a.seat_released AND (a.suspended_until > $1) IS NOT FALSE,
           CASE WHEN $1 >= (SELECT seatledger.today()) AND a.suspended_until > $1 THEN a.suspended_until END,
           a.ended_on, a.end_reason, a.note, a.operation_id, a.version, a.department_key,
           a.first_day <= $1 AND a.period @> $1 AND (a.ended_on > $1) IS NOT FALSE
    FROM seatledger.license_assignment a
$$;
COMMENT ON FUNCTION assignments_on IS 'All assignments with the state they have on a day, and whether it is one of the days they hold or held (holds).';

CREATE FUNCTION members_on(day date)
RETURNS TABLE (id bigint, number text, name text, email text, department_id bigint, status text, joined_on date, left_on date,
               note text, version integer, search text, is_there boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT m.id, m.number, m.name, m.email, m.department_id,
           CASE WHEN m.leaves_on < $1 THEN 'departed'
                WHEN m.status = 'departed' AND $1 <= m.left_on AND $1 < (SELECT seatledger.today()) THEN 'active'
                ELSE m.status END,
           m.joined_on, m.left_on, m.note, m.version, m.search, (m.joined_on <= $1) IS NOT FALSE
    FROM seatledger.member m
$$;
COMMENT ON FUNCTION members_on IS 'All members with the status they have on a day by their dates, and whether they had joined by then (is_there).';

CREATE FUNCTION seats_of_license(license bigint, day date) RETURNS TABLE (capacity bigint, held bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT CASE WHEN b.unlimited IS NOT TRUE THEN with_overage(coalesce(b.supply, 0), l.overage_percent) END, coalesce(h.held, 0)
    FROM license l
    CROSS JOIN LATERAL (SELECT sum(e.quantity)::bigint AS supply, bool_or(e.quantity IS NULL) AS unlimited
                        FROM entitlement e WHERE e.license_id = l.id AND e.cancelled_at IS NULL AND e.period @> $2) b
    CROSS JOIN LATERAL (SELECT sum(a.quantity)::bigint AS held FROM license_assignment a
                        WHERE a.license_id = l.id
                          AND held_on(a.state, a.period, a.seat_released, a.suspended_until, a.ended_on, $2, today())) h
    WHERE l.id = $1
$$;
COMMENT ON FUNCTION seats_of_license IS 'The same as license_seats_on of one licence.';

CREATE FUNCTION lapse_after(license bigint, day date) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    WITH bought AS (
        -- Without a limit is more than can be bought with one.
        SELECT e.period, coalesce(e.quantity, 1000000000000) AS seats FROM entitlement e
        WHERE e.license_id = $1 AND e.cancelled_at IS NULL AND (upper(e.period) > $2) IS NOT FALSE
    )
    SELECT min(upper(b.period)) FROM bought b
    WHERE upper(b.period) IS NOT NULL
      AND (SELECT coalesce(sum(c.seats), 0) FROM bought c WHERE c.period @> upper(b.period))
          < (SELECT sum(c.seats) FROM bought c WHERE c.period @> upper(b.period) - 1)
$$;
COMMENT ON FUNCTION lapse_after IS 'The first day after a day on which a licence has fewer seats than the day before; null is never.';

REVOKE EXECUTE ON FUNCTION assignments_on, members_on, seats_of_license, lapse_after FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assignments_on, members_on, seats_of_license, lapse_after
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;
SELECT record_security_baseline();
