-- SPDX-License-Identifier: GPL-3.0-or-later
-- What licences cost by the month, kept as the seats by day are: marked by whoever changes a licence, counted anew by whoever
-- reads, unmarked by keep_seat_days(). Of today; what begins or ends by the calendar is as good as marked.

SET LOCAL search_path = seatledger, public;

CREATE TABLE license_money (
    license_id    bigint NOT NULL,
    department_id bigint NOT NULL,
    currency      text   NOT NULL,
    cost          bigint NOT NULL,
    idle          bigint NOT NULL,
    price         bigint NOT NULL,
    PRIMARY KEY (license_id, department_id, currency)
);
COMMENT ON TABLE  license_money IS 'What a licence in use costs a month: as last counted, see stale_license and counted_license.';
COMMENT ON COLUMN license_money.license_id IS 'The licence.';
COMMENT ON COLUMN license_money.department_id IS 'Whose people hold the seats: 0 is people outside all departments, -1 is the licence as a whole.';
COMMENT ON COLUMN license_money.currency IS 'The currency.';
COMMENT ON COLUMN license_money.cost IS 'Of the seats that the department holds, in minor units.';
COMMENT ON COLUMN license_money.idle IS 'Of the licence as a whole: of the seats that nobody holds.';
COMMENT ON COLUMN license_money.price IS 'Of the licence as a whole: of everything bought.';

CREATE TABLE money_now (
    department_id bigint NOT NULL,
    currency      text   NOT NULL,
    cost          bigint NOT NULL,
    idle          bigint NOT NULL,
    price         bigint NOT NULL,
    PRIMARY KEY (department_id, currency)
);
COMMENT ON TABLE  money_now IS 'The sum of license_money over all licences.';
COMMENT ON COLUMN money_now.department_id IS 'As in license_money.';
COMMENT ON COLUMN money_now.currency IS 'The currency.';
COMMENT ON COLUMN money_now.cost IS 'As in license_money.';
COMMENT ON COLUMN money_now.idle IS 'As in license_money.';
COMMENT ON COLUMN money_now.price IS 'As in license_money.';

CREATE TABLE counted_license (
    license_id bigint PRIMARY KEY,
    until      date NOT NULL
);
COMMENT ON TABLE  counted_license IS 'Until when license_money is good for what the calendar brings; not there is for good.';
COMMENT ON COLUMN counted_license.license_id IS 'The licence.';
COMMENT ON COLUMN counted_license.until IS 'The first day on which something that was bought begins or ends.';
CREATE INDEX counted_license_until ON counted_license (until);

CREATE FUNCTION license_money_on(licenses bigint[], day date) RETURNS SETOF license_money
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
        SELECT v.license_id, coalesce(m.department_id, 0) AS department_id, sum(v.quantity)::bigint AS seats
        FROM (SELECT DISTINCT license_id FROM paid WHERE is_limited) p
        JOIN license_assignment v ON v.license_id = p.license_id JOIN member m ON m.id = v.member_id
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
COMMENT ON FUNCTION license_money_on IS 'What license_money is to hold of licences on a day, counted from their rows.';

CREATE FUNCTION mark_moved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM new_rows n JOIN old_rows o USING (id) WHERE n.department_id IS DISTINCT FROM o.department_id) THEN
        -- Nothing is counted while somebody is on the way from one department to another.
        PERFORM pg_advisory_xact_lock_shared(hashtext('seatledger.seat_days'));
        INSERT INTO stale_license (license_id)
        SELECT DISTINCT a.license_id FROM new_rows n JOIN old_rows o USING (id) JOIN license_assignment a ON a.member_id = n.id
        WHERE n.department_id IS DISTINCT FROM o.department_id AND a.state IN ('active', 'suspended') ORDER BY 1
        ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION mark_moved() IS 'Marks the licences of people who change department.';
CREATE TRIGGER mark_moved AFTER UPDATE ON member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mark_moved();

CREATE FUNCTION keep_license_money(licenses bigint[]) RETURNS void
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
COMMENT ON FUNCTION keep_license_money IS 'Counts what licences cost anew; only keep_seat_days() calls it.';

CREATE OR REPLACE FUNCTION keep_seat_days(at_most integer DEFAULT 500) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    licenses bigint[];
BEGIN
    -- One at a time. A licence that somebody is just changing is left for later; who changes one now waits.
    IF NOT EXISTS (SELECT FROM stale_license) AND NOT EXISTS (SELECT FROM counted_license WHERE until <= today()) OR NOT pg_try_advisory_xact_lock(hashtext('seatledger.seat_days')) THEN
        RETURN 0;
    END IF;
    INSERT INTO stale_license (license_id) SELECT license_id FROM counted_license WHERE until <= today() ORDER BY 1
    ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    licenses := ARRAY(SELECT license_id FROM stale_license ORDER BY license_id LIMIT at_most FOR UPDATE SKIP LOCKED);
    WITH gone AS (DELETE FROM license_day WHERE license_id = ANY (licenses) RETURNING *)
    INSERT INTO seat_day SELECT day, -sum(seats), -sum(held), -sum(held_unlimited), -sum(free), -sum(short_seats), -sum(short_licenses)
    FROM gone GROUP BY day
    ON CONFLICT (day) DO UPDATE SET seats = seat_day.seats + excluded.seats, held = seat_day.held + excluded.held,
        held_unlimited = seat_day.held_unlimited + excluded.held_unlimited, free = seat_day.free + excluded.free,
        short_seats = seat_day.short_seats + excluded.short_seats, short_licenses = seat_day.short_licenses + excluded.short_licenses;
    WITH made AS (INSERT INTO license_day SELECT * FROM license_steps(licenses) RETURNING *)
    INSERT INTO seat_day SELECT day, sum(seats), sum(held), sum(held_unlimited), sum(free), sum(short_seats), sum(short_licenses)
    FROM made GROUP BY day
    ON CONFLICT (day) DO UPDATE SET seats = seat_day.seats + excluded.seats, held = seat_day.held + excluded.held,
        held_unlimited = seat_day.held_unlimited + excluded.held_unlimited, free = seat_day.free + excluded.free,
        short_seats = seat_day.short_seats + excluded.short_seats, short_licenses = seat_day.short_licenses + excluded.short_licenses;
    PERFORM keep_license_money(licenses);
    DELETE FROM stale_license WHERE license_id = ANY (licenses);
    RETURN cardinality(licenses);
END $$;

INSERT INTO stale_license (license_id) SELECT id FROM license ORDER BY 1 ON CONFLICT DO NOTHING;

ALTER TABLE license_money ENABLE ROW LEVEL SECURITY;
ALTER TABLE money_now ENABLE ROW LEVEL SECURITY;
ALTER TABLE counted_license ENABLE ROW LEVEL SECURITY;
-- Of all departments, so for who sees all; a manager's reports count.
CREATE POLICY select_book ON license_money FOR SELECT TO seatledger_administrator, seatledger_staff USING (true);
CREATE POLICY select_book ON money_now FOR SELECT TO seatledger_administrator, seatledger_staff USING (true);
CREATE POLICY select_book ON counted_license FOR SELECT TO seatledger_administrator, seatledger_manager, seatledger_staff USING (true);
REVOKE ALL ON license_money, money_now, counted_license FROM PUBLIC;
GRANT SELECT ON license_money, money_now TO seatledger_view_costs;
GRANT SELECT ON counted_license TO seatledger_administrator, seatledger_manager, seatledger_staff;
REVOKE EXECUTE ON FUNCTION license_money_on, mark_moved, keep_license_money FROM PUBLIC;
GRANT EXECUTE ON FUNCTION license_money_on TO seatledger_administrator, seatledger_manager, seatledger_staff;
SELECT record_security_baseline();
