-- SPDX-License-Identifier: GPL-3.0-or-later
-- What licences cost by day, kept as the seats by day are, so that costs by month need not go through all of them. It does not
-- depend on the day it is counted on.

SET LOCAL search_path = seatledger, public;

CREATE TABLE license_cost (
    license_id bigint NOT NULL,
    day        date   NOT NULL,
    currency   text   NOT NULL,
    cost       bigint NOT NULL,
    idle       bigint NOT NULL,
    PRIMARY KEY (license_id, day, currency)
);
COMMENT ON TABLE  license_cost IS 'By how much the monthly cost of a licence in use changes on a day: as last counted, see stale_license.';
COMMENT ON COLUMN license_cost.license_id IS 'The licence.';
COMMENT ON COLUMN license_cost.day IS 'From this day on.';
COMMENT ON COLUMN license_cost.currency IS 'The currency.';
COMMENT ON COLUMN license_cost.cost IS 'Of the seats that are held, in minor units.';
COMMENT ON COLUMN license_cost.idle IS 'Of the seats that nobody holds.';

CREATE TABLE cost_day (
    day      date   NOT NULL,
    currency text   NOT NULL,
    cost     bigint NOT NULL,
    idle     bigint NOT NULL,
    PRIMARY KEY (day, currency)
);
COMMENT ON TABLE  cost_day IS 'The sum of license_cost over all licences.';
COMMENT ON COLUMN cost_day.day IS 'From this day on.';
COMMENT ON COLUMN cost_day.currency IS 'The currency.';
COMMENT ON COLUMN cost_day.cost IS 'As in license_cost.';
COMMENT ON COLUMN cost_day.idle IS 'As in license_cost.';

CREATE FUNCTION license_costs(licenses bigint[]) RETURNS SETOF license_cost
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    WITH edge AS (
        SELECT license_id, day, held + held_unlimited AS held FROM license_steps(licenses)
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
COMMENT ON FUNCTION license_costs IS 'What license_cost is to hold of licences, counted from their rows.';

CREATE FUNCTION keep_license_costs(licenses bigint[]) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    WITH gone AS (DELETE FROM license_cost WHERE license_id = ANY (licenses) RETURNING *)
    INSERT INTO cost_day SELECT day, currency, -sum(cost), -sum(idle) FROM gone GROUP BY 1, 2
    ON CONFLICT (day, currency) DO UPDATE SET cost = cost_day.cost + excluded.cost, idle = cost_day.idle + excluded.idle;
    WITH made AS (INSERT INTO license_cost SELECT * FROM license_costs(licenses) RETURNING *)
    INSERT INTO cost_day SELECT day, currency, sum(cost), sum(idle) FROM made GROUP BY 1, 2
    ON CONFLICT (day, currency) DO UPDATE SET cost = cost_day.cost + excluded.cost, idle = cost_day.idle + excluded.idle;
$$;
COMMENT ON FUNCTION keep_license_costs IS 'Counts what licences cost by day anew; only keep_license_money() calls it.';

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
    WHERE e.license_id = ANY (licenses) AND e.cancelled_at IS NULL AND day > today() GROUP BY 1;
    SELECT keep_license_costs(licenses);
$$;

INSERT INTO stale_license (license_id) SELECT id FROM license ORDER BY 1 ON CONFLICT DO NOTHING;

ALTER TABLE license_cost ENABLE ROW LEVEL SECURITY;
ALTER TABLE cost_day ENABLE ROW LEVEL SECURITY;
-- Of all departments, so for who sees all; a manager's reports count.
CREATE POLICY select_book ON license_cost FOR SELECT TO seatledger_administrator, seatledger_staff USING (true);
CREATE POLICY select_book ON cost_day FOR SELECT TO seatledger_administrator, seatledger_staff USING (true);
REVOKE ALL ON license_cost, cost_day FROM PUBLIC;
GRANT SELECT ON license_cost, cost_day TO seatledger_view_costs;
REVOKE EXECUTE ON FUNCTION license_costs, keep_license_costs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION license_costs TO seatledger_administrator, seatledger_staff;
SELECT record_security_baseline();
