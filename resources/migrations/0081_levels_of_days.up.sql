-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Beside by how much the seats of a licence change on a day, what they are from that day on, and until when: a forecast asks for
-- the levels of the coming days, and need not add up all that has ever changed.

SET LOCAL search_path = seatledger, public;

ALTER TABLE license_day ADD COLUMN until date, ADD COLUMN demand bigint, ADD COLUMN shortage bigint;
COMMENT ON COLUMN license_day.until IS 'The day of the next change, from which on it is no longer so; infinity is for good.';
COMMENT ON COLUMN license_day.demand IS 'All seats held from this day on.';
COMMENT ON COLUMN license_day.shortage IS 'Seats held beyond those there are from this day on.';

CREATE OR REPLACE FUNCTION license_steps(licenses bigint[]) RETURNS SETOF license_day
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    WITH asked AS (
        SELECT l.id, l.overage_percent FROM (SELECT DISTINCT unnest AS id FROM unnest(licenses)) u JOIN license l USING (id)
        WHERE l.state IN ('active', 'suspended')
    ), edge AS (
        SELECT h.license_id, e.day, e.sign * h.quantity AS held, 0 AS supply, 0 AS unlimited
        FROM asked JOIN held_days h ON h.license_id = asked.id, LATERAL (VALUES (h.first_day, 1), (h.end_day, -1)) e(day, sign)
        WHERE e.day IS NOT NULL
        UNION ALL
        SELECT b.license_id, e.day, 0, e.sign * coalesce(b.quantity, 0), e.sign * (b.quantity IS NULL)::integer
        FROM asked JOIN entitlement b ON b.license_id = asked.id, LATERAL (VALUES (lower(b.period), 1), (upper(b.period), -1)) e(day, sign)
        WHERE b.cancelled_at IS NULL AND e.day IS NOT NULL
    ), running AS (
        SELECT license_id, day, (sum(sum(held)) OVER w)::bigint AS held, (sum(sum(supply)) OVER w)::bigint AS supply,
               sum(sum(unlimited)) OVER w > 0 AS unlimited
        FROM edge GROUP BY license_id, day WINDOW w AS (PARTITION BY license_id ORDER BY day)
    ), level AS (
        SELECT r.license_id, r.day, r.held, CASE WHEN NOT r.unlimited THEN with_overage(r.supply, a.overage_percent) END AS capacity
        FROM running r JOIN asked a ON a.id = r.license_id
    ), seen AS (
        SELECT license_id, day, coalesce(capacity, 0) AS seats, CASE WHEN capacity IS NULL THEN 0 ELSE held END AS held,
               CASE WHEN capacity IS NULL THEN held ELSE 0 END AS held_unlimited,
               CASE WHEN capacity > held THEN capacity - held ELSE 0 END AS free,
               CASE WHEN held > capacity THEN held - capacity ELSE 0 END AS short_seats
        FROM level
    ), change AS (
        SELECT license_id, day, held + held_unlimited AS demand, short_seats AS shortage, seats - lag(seats, 1, 0::bigint) OVER w AS seats, held - lag(held, 1, 0::bigint) OVER w AS held,
               held_unlimited - lag(held_unlimited, 1, 0::bigint) OVER w AS held_unlimited, free - lag(free, 1, 0::bigint) OVER w AS free,
               short_seats - lag(short_seats, 1, 0::bigint) OVER w AS short_seats,
               ((short_seats > 0)::integer - (lag(short_seats, 1, 0::bigint) OVER w > 0)::integer)::bigint AS short_licenses
        FROM seen WINDOW w AS (PARTITION BY license_id ORDER BY day)
    )
    SELECT license_id, day, seats, held, held_unlimited, free, short_seats, short_licenses,
           lead(day, 1, 'infinity') OVER (PARTITION BY license_id ORDER BY day), demand, shortage
    FROM change
    WHERE seats <> 0 OR held <> 0 OR held_unlimited <> 0 OR free <> 0 OR short_seats <> 0
$$;

UPDATE license_day d SET until = l.until, demand = l.demand, shortage = l.shortage
FROM (SELECT license_id, day, lead(day, 1, 'infinity') OVER w AS until, (sum(held + held_unlimited) OVER w)::bigint AS demand,
             (sum(short_seats) OVER w)::bigint AS shortage
      FROM license_day WINDOW w AS (PARTITION BY license_id ORDER BY day)) l
WHERE d.license_id = l.license_id AND d.day = l.day;
ALTER TABLE license_day ALTER COLUMN until SET NOT NULL, ALTER COLUMN demand SET NOT NULL, ALTER COLUMN shortage SET NOT NULL;

-- What was bought last of a licence is what it is bought for again.
CREATE INDEX entitlement_newest ON entitlement (license_id, lower(period) DESC, id DESC) WHERE cancelled_at IS NULL;
SELECT record_security_baseline();
