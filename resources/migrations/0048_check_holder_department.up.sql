-- SPDX-License-Identifier: GPL-3.0-or-later
-- All is filled: from now on it is certain. The check spares the columns another look at all rows; the member alone is
-- what the member's department implies.

SET LOCAL search_path = seatledger, public;

ALTER TABLE license_assignment VALIDATE CONSTRAINT license_assignment_copies;
ALTER TABLE license_assignment VALIDATE CONSTRAINT license_assignment_department;
ALTER TABLE license_assignment
    ALTER COLUMN department_key SET NOT NULL,
    ALTER COLUMN first_day SET NOT NULL,
    DROP CONSTRAINT license_assignment_member_id_fkey;

CREATE OR REPLACE FUNCTION license_money_on(licenses bigint[], day date) RETURNS SETOF license_money
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    WITH asked AS (
        SELECT l.id, c.held FROM (SELECT DISTINCT unnest AS id FROM unnest(licenses)) u JOIN license l USING (id)
        JOIN license_seats c ON c.license_id = l.id WHERE l.state IN ('active', 'suspended')
    ), covering AS (
        SELECT e.license_id, e.price_minor, e.currency, a.held, sum(e.quantity) OVER w AS pool, bool_and(e.quantity IS NOT NULL) OVER w AS is_limited,
               CASE e.billing WHEN 'monthly' THEN 1 WHEN 'quarterly' THEN 3 WHEN 'yearly' THEN 12
                              ELSE CASE WHEN NOT upper_inf(e.period) THEN months_begun(e.period) END END AS months
        FROM asked a JOIN entitlement e ON e.license_id = a.id
        WHERE e.cancelled_at IS NULL AND e.period @> $2 WINDOW w AS (PARTITION BY e.license_id)
    ), paid AS MATERIALIZED (
        SELECT license_id, price_minor, currency, months, is_limited, held, greatest(pool, held) AS shared
        FROM covering WHERE price_minor IS NOT NULL AND months IS NOT NULL
    ), held AS (
        SELECT v.license_id, v.department_key AS department_id, sum(v.quantity)::bigint AS seats
        FROM (SELECT DISTINCT license_id FROM paid WHERE is_limited) p
        JOIN license_assignment v ON v.license_id = p.license_id
        WHERE v.state = 'active' OR v.state = 'suspended' AND NOT v.seat_released
        GROUP BY 1, 2
    )
    SELECT h.license_id, h.department_id, p.currency, sum(seat_share(p.price_minor, h.seats, p.shared, p.months))::bigint, 0::bigint, 0::bigint
    FROM held h JOIN paid p ON p.license_id = h.license_id AND p.is_limited GROUP BY 1, 2, 3
    UNION ALL
    SELECT license_id, -1, currency, 0, coalesce(sum(seat_share(price_minor, shared - held, shared, months)) FILTER (WHERE is_limited), 0)::bigint,
           sum(seat_share(price_minor, 1, 1, months))::bigint
    FROM paid GROUP BY 1, 3
$$;
SELECT record_security_baseline();
