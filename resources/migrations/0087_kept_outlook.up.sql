-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a forecast says of each licence, kept as its money is: until something of the licence changes, or until the day on which
-- the coming year begins or stops to contain one of its days. Then it is as good as marked.

SET LOCAL search_path = seatledger, public;

CREATE TABLE license_outlook (
    license_id      bigint PRIMARY KEY,
    until           date NOT NULL,
    short_on        date,
    short_until     date,
    short_seats     bigint,
    renewal_on      date,
    droppable       bigint,
    billing         text,
    quantity        integer,
    months          integer,
    price_minor     bigint,
    currency        text,
    saving          bigint,
    saving_currency text
);
COMMENT ON TABLE  license_outlook IS 'How a licence in use stands in the coming year: as last counted, see stale_license. One whose day has come is counted anew.';
COMMENT ON COLUMN license_outlook.license_id IS 'The licence.';
COMMENT ON COLUMN license_outlook.until IS 'The first day on which it may be different though nothing is changed.';
COMMENT ON COLUMN license_outlook.short_on IS 'Since when, or from when on, it lacks seats; null is not within the year.';
COMMENT ON COLUMN license_outlook.short_until IS 'The last day of that; null is beyond the year.';
COMMENT ON COLUMN license_outlook.short_seats IS 'How many it lacks at first.';
COMMENT ON COLUMN license_outlook.renewal_on IS 'The last day of what is to be renewed next.';
COMMENT ON COLUMN license_outlook.droppable IS 'How many seats fewer would do then.';
COMMENT ON COLUMN license_outlook.billing IS 'How what was bought last is paid for.';
COMMENT ON COLUMN license_outlook.quantity IS 'Its seats; null is without limit.';
COMMENT ON COLUMN license_outlook.months IS 'How many months its price is for; null is for good.';
COMMENT ON COLUMN license_outlook.price_minor IS 'Its price.';
COMMENT ON COLUMN license_outlook.currency IS 'The currency of that.';
COMMENT ON COLUMN license_outlook.saving IS 'What the seats that are not needed cost a month.';
COMMENT ON COLUMN license_outlook.saving_currency IS 'The currency of what is to be renewed, if it is one.';
CREATE INDEX license_outlook_until ON license_outlook (until);

-- Rows are found by the array, and joined by hashing: how many there are the planner does not know, and would compare each with each.
CREATE FUNCTION license_outlooks(licenses bigint[], first_day date) RETURNS SETOF license_outlook
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp SET enable_nestloop = off AS $$
    WITH span AS (
        SELECT $2 AS first_day, ($2 + interval '1 year')::date - 1 AS last_day
    ), asked AS MATERIALIZED (
        SELECT l.id, l.overage_percent FROM license l WHERE l.id = ANY (licenses) AND l.state IN ('active', 'suspended')
    ), level AS MATERIALIZED (
        SELECT k.license_id, k.day, k.until, k.demand, k.shortage FROM license_steps(licenses) k
    ), lacking AS (
        -- A run ends where the next level is another or begins later.
        SELECT k.license_id, k.day, k.until, k.shortage,
               (lead(k.day) OVER w, lead(k.shortage) OVER w) IS DISTINCT FROM (k.until, k.shortage) AS is_end
        FROM span, level k WHERE k.shortage > 0 AND k.day <= span.last_day AND k.until > span.first_day
        WINDOW w AS (PARTITION BY k.license_id ORDER BY k.day)
    ), short AS (
        SELECT r.license_id, r.day AS short_on, r.seats AS short_seats, CASE WHEN r.until <= span.last_day THEN r.until - 1 END AS short_until
        FROM span, (SELECT license_id, min(day) AS day, (array_agg(shortage ORDER BY day))[1] AS seats, min(until) FILTER (WHERE is_end) AS until
                    FROM lacking GROUP BY license_id) r
    ), bought AS MATERIALIZED (
        SELECT e.id, e.license_id, e.renews_id, e.quantity, e.period, e.billing, e.price_minor, e.currency,
               CASE e.billing WHEN 'monthly' THEN 1 WHEN 'quarterly' THEN 3 WHEN 'yearly' THEN 12
                              ELSE CASE WHEN NOT upper_inf(e.period) THEN months_begun(e.period) END END AS months
        FROM asked JOIN entitlement e ON e.license_id = asked.id WHERE e.license_id = ANY (licenses) AND e.cancelled_at IS NULL
    ), newest AS (
        SELECT DISTINCT ON (license_id) license_id, quantity, price_minor, currency, months, billing
        FROM bought ORDER BY license_id, lower(period) DESC, id DESC
    ), ending AS (
        SELECT b.license_id, upper(b.period) AS lapse, b.quantity, b.price_minor, b.currency, b.months,
               min(upper(b.period)) OVER (PARTITION BY b.license_id) AS next_lapse
        FROM span, bought b
        WHERE upper(b.period) > span.first_day AND upper(b.period) <= span.last_day AND lower(b.period) <= span.first_day
          AND NOT EXISTS (SELECT FROM bought r WHERE r.renews_id = b.id)
    ), renewal AS (
        SELECT license_id, lapse, sum(quantity) AS seats, bool_or(quantity IS NULL) AS unlimited,
               CASE WHEN count(DISTINCT currency) = 1 THEN min(currency) END AS currency
        FROM ending WHERE lapse = next_lapse GROUP BY license_id, lapse
    ), peak AS (
        SELECT r.license_id, max(k.demand) AS seats
        FROM span CROSS JOIN renewal r JOIN level k ON k.license_id = r.license_id
        WHERE NOT r.unlimited AND k.day <= span.last_day AND k.until > r.lapse AND k.until > span.first_day GROUP BY r.license_id
    ), left_over AS (
        SELECT r.license_id, sum(b.quantity) FILTER (WHERE b.period @> r.lapse) AS supply, bool_or(b.quantity IS NULL) AS unlimited
        FROM span CROSS JOIN renewal r JOIN bought b ON b.license_id = r.license_id AND b.period && daterange(r.lapse, span.last_day, '[]')
        GROUP BY r.license_id
    ), spare AS (
        SELECT r.license_id, r.lapse - 1 AS renewal_on, r.currency, r.seats,
               least(r.seats, greatest(0, r.seats + coalesce(o.supply, 0)
                                          - ceil(greatest(0, coalesce(k.seats, 0)) * 100.0 / (100 + l.overage_percent)))) AS droppable
        FROM renewal r JOIN asked l ON l.id = r.license_id
        LEFT JOIN peak k ON k.license_id = r.license_id LEFT JOIN left_over o ON o.license_id = r.license_id
        WHERE NOT r.unlimited AND o.unlimited IS NOT TRUE
    ), saving AS (
        SELECT s.license_id, sum(round(e.price_minor::numeric * s.droppable / (s.seats * e.months))) AS saving
        FROM spare s JOIN ending e ON e.license_id = s.license_id AND e.lapse = e.next_lapse
        WHERE s.droppable > 0 GROUP BY s.license_id
    ), edge AS (
        SELECT license_id, day FROM level
        UNION ALL
        SELECT b.license_id, d.day FROM bought b, LATERAL (VALUES (lower(b.period)), (upper(b.period))) d(day) WHERE d.day IS NOT NULL
    ), good AS (
        -- A day is reached, or comes within the year: a day or two too early is no harm.
        SELECT license_id, min(CASE WHEN day <= span.last_day THEN day ELSE greatest(day - 367, span.first_day + 1) END) AS until
        FROM span, edge WHERE day > span.first_day AND day < 'infinity' GROUP BY license_id
    )
    SELECT l.id, coalesce(g.until, 'infinity'), s.short_on, s.short_until, s.short_seats,
           p.renewal_on, p.droppable::bigint, n.billing, n.quantity, n.months, n.price_minor, n.currency,
           CASE WHEN p.currency IS NOT NULL THEN v.saving::bigint END, p.currency
    FROM asked l
    LEFT JOIN good g ON g.license_id = l.id
    LEFT JOIN short s ON s.license_id = l.id
    LEFT JOIN newest n ON n.license_id = l.id
    LEFT JOIN spare p ON p.license_id = l.id AND p.droppable > 0
    LEFT JOIN saving v ON v.license_id = l.id
$$;
ALTER FUNCTION license_steps SET enable_nestloop = on;
COMMENT ON FUNCTION license_outlooks IS 'What license_outlook is to hold of licences, counted from their rows.';

CREATE FUNCTION stale_outlooks(day date) RETURNS SETOF license_outlook
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT o.license_id, o.until, o.short_on, o.short_until, o.short_seats, o.renewal_on, o.droppable, o.billing, o.quantity, o.months,
           CASE WHEN p.sees THEN o.price_minor END, CASE WHEN p.sees THEN o.currency END,
           CASE WHEN p.sees THEN o.saving END, CASE WHEN p.sees THEN o.saving_currency END
    FROM (SELECT acting_owner() OR acting_has('seatledger_view_costs') AS sees) p,
         license_outlooks(ARRAY(SELECT license_id FROM stale_license UNION SELECT license_id FROM license_outlook WHERE until <= $1), $1) o
$$;
COMMENT ON FUNCTION stale_outlooks IS 'What license_outlook does not hold as of today: of licences that were changed, or whose day has come. Prices for who may see costs.';

CREATE FUNCTION keep_outlooks(licenses bigint[]) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    DELETE FROM license_outlook WHERE license_id = ANY (licenses);
    INSERT INTO license_outlook SELECT * FROM license_outlooks(licenses, today());
$$;
COMMENT ON FUNCTION keep_outlooks IS 'Counts how licences stand anew; only keep_seat_days() calls it.';

CREATE OR REPLACE FUNCTION keep_seat_days(at_most integer DEFAULT 500) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    day      date := today();
    licenses bigint[];
    people   integer;
BEGIN
    -- One at a time. A licence that somebody is just changing is left for later; who changes one now waits.
    IF NOT EXISTS (SELECT FROM stale_license) AND NOT EXISTS (SELECT FROM counted_license WHERE until <= day)
            AND NOT EXISTS (SELECT FROM license_outlook WHERE until <= day)
            AND NOT EXISTS (SELECT FROM stale_member) AND NOT EXISTS (SELECT FROM activity_change)
        OR NOT pg_try_advisory_xact_lock(hashtext('seatledger.seat_days')) THEN
        RETURN 0;
    END IF;
    people := keep_people(at_most);
    INSERT INTO stale_license (license_id)
    SELECT license_id FROM counted_license WHERE until <= day UNION SELECT license_id FROM license_outlook WHERE until <= day ORDER BY 1
    ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    licenses := ARRAY(SELECT license_id FROM stale_license ORDER BY license_id LIMIT at_most FOR UPDATE SKIP LOCKED);
    IF cardinality(licenses) = 0 THEN
        RETURN people;
    END IF;
    WITH gone AS (DELETE FROM license_day WHERE license_id = ANY (licenses) RETURNING *)
    INSERT INTO seat_day SELECT gone.day, -sum(seats), -sum(held), -sum(held_unlimited), -sum(free), -sum(short_seats), -sum(short_licenses)
    FROM gone GROUP BY gone.day
    ON CONFLICT ON CONSTRAINT seat_day_pkey DO UPDATE SET seats = seat_day.seats + excluded.seats, held = seat_day.held + excluded.held,
        held_unlimited = seat_day.held_unlimited + excluded.held_unlimited, free = seat_day.free + excluded.free,
        short_seats = seat_day.short_seats + excluded.short_seats, short_licenses = seat_day.short_licenses + excluded.short_licenses;
    WITH made AS (INSERT INTO license_day SELECT * FROM license_steps(licenses) RETURNING *)
    INSERT INTO seat_day SELECT made.day, sum(seats), sum(held), sum(held_unlimited), sum(free), sum(short_seats), sum(short_licenses)
    FROM made GROUP BY made.day
    ON CONFLICT ON CONSTRAINT seat_day_pkey DO UPDATE SET seats = seat_day.seats + excluded.seats, held = seat_day.held + excluded.held,
        held_unlimited = seat_day.held_unlimited + excluded.held_unlimited, free = seat_day.free + excluded.free,
        short_seats = seat_day.short_seats + excluded.short_seats, short_licenses = seat_day.short_licenses + excluded.short_licenses;
    PERFORM keep_license_money(licenses);
    PERFORM keep_outlooks(licenses);
    DELETE FROM stale_license WHERE license_id = ANY (licenses);
    RETURN cardinality(licenses);
END $$;

INSERT INTO stale_license (license_id) SELECT id FROM license ORDER BY 1 ON CONFLICT DO NOTHING;

ALTER TABLE license_outlook ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_book ON license_outlook FOR SELECT TO seatledger_administrator, seatledger_manager, seatledger_staff USING (true);
REVOKE ALL ON license_outlook FROM PUBLIC;
GRANT SELECT (license_id, until, short_on, short_until, short_seats, renewal_on, droppable, billing, quantity, months) ON license_outlook
    TO seatledger_administrator, seatledger_manager, seatledger_staff;
GRANT SELECT ON license_outlook TO seatledger_view_costs;
REVOKE EXECUTE ON FUNCTION license_outlooks, stale_outlooks, keep_outlooks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION license_outlooks TO seatledger_administrator; -- who compares it
GRANT EXECUTE ON FUNCTION stale_outlooks TO seatledger_administrator, seatledger_manager, seatledger_staff;
SELECT record_security_baseline();
