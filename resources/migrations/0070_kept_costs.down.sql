-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

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
$$;

DROP FUNCTION keep_license_costs, license_costs;
DROP TABLE cost_day, license_cost;
SELECT record_security_baseline();
