-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counting marked licences took the steps of each three times: for its seats, its costs and its outlook. Costs and outlook are made of
-- the steps that were just kept, and the day is asked for once, not of each row: that is half of the work. And who filled many rows in has PostgreSQL learn how many, so that
-- the first question after that has a plan for it.

SET LOCAL search_path = seatledger, public;

DROP FUNCTION license_costs(bigint[]);
CREATE FUNCTION license_costs(licenses bigint[], from_kept boolean DEFAULT false) RETURNS SETOF license_cost
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    WITH edge AS (
        SELECT license_id, day, held + held_unlimited AS held FROM license_steps(licenses) WHERE NOT from_kept
        UNION ALL
        SELECT license_id, day, held + held_unlimited FROM license_day WHERE from_kept AND license_id = ANY (licenses)
        UNION ALL
        SELECT e.license_id, b.day, 0
        FROM (SELECT DISTINCT unnest AS id FROM unnest(licenses)) u JOIN license l USING (id) JOIN entitlement e ON e.license_id = l.id,
             LATERAL (VALUES (lower(e.period)), (upper(e.period))) b(day)
        WHERE l.state IN ('active', 'suspended') AND e.cancelled_at IS NULL AND b.day IS NOT NULL
    ), running AS MATERIALIZED (
        SELECT license_id, day, (sum(sum(held)) OVER (PARTITION BY license_id ORDER BY day))::bigint AS held FROM edge GROUP BY license_id, day
    ), covered AS (
        SELECT r.license_id, r.day, r.held, e.price_minor, e.currency, sum(e.quantity) OVER w AS seats, bool_or(e.quantity IS NULL) OVER w AS unlimited,
               CASE e.billing WHEN 'monthly' THEN 1 WHEN 'quarterly' THEN 3 WHEN 'yearly' THEN 12
                              ELSE CASE WHEN NOT upper_inf(e.period) THEN months_begun(e.period) END END AS months
        FROM running r JOIN entitlement e ON e.license_id = r.license_id AND e.period @> r.day
        WHERE e.cancelled_at IS NULL WINDOW w AS (PARTITION BY r.license_id, r.day)
        OFFSET 0 -- each value is made once
    ), cost AS MATERIALIZED (
        SELECT license_id, day, currency, sum(seat_share(price_minor, held, greatest(seats, held), months))::bigint AS cost,
               sum(seat_share(price_minor, greatest(seats, held) - held, greatest(seats, held), months))::bigint AS idle
        FROM covered WHERE NOT unlimited AND price_minor IS NOT NULL AND months IS NOT NULL GROUP BY 1, 2, 3
    ), level AS (
        -- On days without it the cost in a currency is nothing.
        SELECT license_id, day, currency, sum(cost)::bigint AS cost, sum(idle)::bigint AS idle
        FROM (SELECT license_id, day, currency, cost, idle FROM cost
              UNION ALL
              SELECT r.license_id, r.day, m.currency, 0, 0
              FROM (SELECT DISTINCT license_id, currency FROM cost) m JOIN running r USING (license_id)) c
        GROUP BY 1, 2, 3
    ), change AS (
        SELECT license_id, day, currency, cost - lag(cost, 1, 0::bigint) OVER w AS cost, idle - lag(idle, 1, 0::bigint) OVER w AS idle
        FROM level WINDOW w AS (PARTITION BY license_id, currency ORDER BY day)
    )
    SELECT license_id, day, currency, cost, idle FROM change WHERE cost <> 0 OR idle <> 0
$$;
COMMENT ON FUNCTION license_costs IS 'What license_cost is to hold of licences, counted from their rows, or, from_kept, from these and what license_day holds.';

DROP FUNCTION license_outlooks(bigint[], date);
-- Rows are found by the array, and joined by hashing: how many there are the planner does not know, and would compare each with each.
CREATE FUNCTION license_outlooks(licenses bigint[], first_day date, from_kept boolean DEFAULT false) RETURNS SETOF license_outlook
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp SET enable_nestloop = off AS $$
    WITH span AS (
        SELECT $2 AS first_day, ($2 + interval '1 year')::date - 1 AS last_day
    ), asked AS MATERIALIZED (
        SELECT l.id, l.overage_percent FROM license l WHERE l.id = ANY (licenses) AND l.state IN ('active', 'suspended')
    ), level AS MATERIALIZED (
        SELECT k.license_id, k.day, k.until, k.demand, k.shortage FROM license_steps(licenses) k WHERE NOT from_kept
        UNION ALL
        SELECT k.license_id, k.day, k.until, k.demand, k.shortage FROM license_day k WHERE from_kept AND k.license_id = ANY (licenses)
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
COMMENT ON FUNCTION license_outlooks IS 'What license_outlook is to hold of licences, counted from their rows, or, from_kept, from these and what license_day holds.';

CREATE OR REPLACE FUNCTION keep_license_costs(licenses bigint[]) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    WITH gone AS (DELETE FROM license_cost WHERE license_id = ANY (licenses) RETURNING *)
    INSERT INTO cost_day SELECT day, currency, -sum(cost), -sum(idle) FROM gone GROUP BY 1, 2
    ON CONFLICT (day, currency) DO UPDATE SET cost = cost_day.cost + excluded.cost, idle = cost_day.idle + excluded.idle;
    WITH made AS (INSERT INTO license_cost SELECT * FROM license_costs(licenses, true) RETURNING *)
    INSERT INTO cost_day SELECT day, currency, sum(cost), sum(idle) FROM made GROUP BY 1, 2
    ON CONFLICT (day, currency) DO UPDATE SET cost = cost_day.cost + excluded.cost, idle = cost_day.idle + excluded.idle;
$$;

CREATE OR REPLACE FUNCTION keep_outlooks(licenses bigint[]) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    DELETE FROM license_outlook WHERE license_id = ANY (licenses);
    INSERT INTO license_outlook SELECT * FROM license_outlooks(licenses, today(), true);
$$;

CREATE OR REPLACE FUNCTION keep_license_money(licenses bigint[]) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    WITH gone AS (DELETE FROM license_money WHERE license_id = ANY (licenses) RETURNING *)
    INSERT INTO money_now SELECT department_id, currency, -sum(cost), -sum(idle), -sum(price) FROM gone GROUP BY 1, 2
    ON CONFLICT (department_id, currency) DO UPDATE
    SET cost = money_now.cost + excluded.cost, idle = money_now.idle + excluded.idle, price = money_now.price + excluded.price;
    WITH made AS (INSERT INTO license_money SELECT * FROM license_money_on(licenses, today()) RETURNING *)
    INSERT INTO money_now SELECT department_id, currency, sum(cost), sum(idle), sum(price) FROM made GROUP BY 1, 2
    ON CONFLICT (department_id, currency) DO UPDATE
    SET cost = money_now.cost + excluded.cost, idle = money_now.idle + excluded.idle, price = money_now.price + excluded.price;
    DELETE FROM counted_license WHERE license_id = ANY (licenses);
    INSERT INTO counted_license
    SELECT license_id, min(day) FROM entitlement e, LATERAL (VALUES (lower(e.period)), (upper(e.period))) edge(day)
    WHERE e.license_id = ANY (licenses) AND e.cancelled_at IS NULL AND day > (SELECT today()) GROUP BY 1;
    SELECT keep_license_costs(licenses);
$$;
-- Five hundred licences are sorted in less; many more would be sorted on the disk.
ALTER FUNCTION keep_seat_days SET work_mem = '64MB';

CREATE FUNCTION learn_sizes(every boolean DEFAULT false) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    changed regclass;
    learned integer := 0;
BEGIN
    -- Partitioned tables are never analyzed by PostgreSQL itself; of others it comes too late for who looks at once.
    FOR changed IN
        SELECT c.oid::regclass FROM pg_class c LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
        WHERE c.relnamespace = 'seatledger'::regnamespace AND NOT c.relispartition
          AND (c.relkind = 'p' OR c.relkind = 'r' AND (every OR c.reltuples < 0 OR s.n_mod_since_analyze > 500 + c.reltuples / 10))
        ORDER BY c.oid
    LOOP
        EXECUTE format('ANALYZE %s', changed);
        learned := learned + 1;
    END LOOP;
    RETURN learned;
END $$;
COMMENT ON FUNCTION learn_sizes IS 'Analyzes tables of which a tenth has changed, or every table. Returns how many. Whoever is just analyzing one is waited for.';

REVOKE EXECUTE ON FUNCTION license_costs, license_outlooks, learn_sizes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION license_costs TO seatledger_administrator, seatledger_staff;
GRANT EXECUTE ON FUNCTION license_outlooks TO seatledger_administrator; -- who compares it
GRANT EXECUTE ON FUNCTION learn_sizes TO seatledger_administrator, seatledger_manager, seatledger_staff;
SELECT record_security_baseline();
