-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How much ends on which day, kept as the seats by day are: the dashboard counted all that was bought for it. And licences in use
-- have an index of their own, which counts them.

SET LOCAL search_path = seatledger, public;

CREATE TABLE license_end (
    license_id   bigint NOT NULL,
    day          date   NOT NULL,
    entitlements bigint NOT NULL,
    open         bigint NOT NULL,
    open_seats   bigint NOT NULL,
    PRIMARY KEY (license_id, day)
);
COMMENT ON TABLE  license_end IS 'What was bought of a licence in use and ends: as last counted, see stale_license. No foreign key, as in license_day.';
COMMENT ON COLUMN license_end.license_id IS 'The licence.';
COMMENT ON COLUMN license_end.day IS 'The day after the last.';
COMMENT ON COLUMN license_end.entitlements IS 'How many entitlements end then.';
COMMENT ON COLUMN license_end.open IS 'Those of them that are not renewed.';
COMMENT ON COLUMN license_end.open_seats IS 'The seats of these, as far as they have a limit.';

CREATE TABLE end_day (
    day          date PRIMARY KEY,
    entitlements bigint NOT NULL,
    open         bigint NOT NULL,
    open_seats   bigint NOT NULL
);
COMMENT ON TABLE  end_day IS 'The sum of license_end over all licences.';
COMMENT ON COLUMN end_day.day IS 'As in license_end.';
COMMENT ON COLUMN end_day.entitlements IS 'As in license_end.';
COMMENT ON COLUMN end_day.open IS 'As in license_end.';
COMMENT ON COLUMN end_day.open_seats IS 'As in license_end.';

CREATE FUNCTION license_ends(licenses bigint[]) RETURNS SETOF license_end
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT e.license_id, upper(e.period), count(*), count(*) FILTER (WHERE r.id IS NULL),
           coalesce(sum(e.quantity) FILTER (WHERE r.id IS NULL), 0)::bigint
    FROM entitlement e JOIN license l ON l.id = e.license_id LEFT JOIN entitlement r ON r.renews_id = e.id AND r.cancelled_at IS NULL
    WHERE e.license_id = ANY (licenses) AND l.state IN ('active', 'suspended') AND e.cancelled_at IS NULL AND NOT upper_inf(e.period)
    GROUP BY 1, 2
$$;
COMMENT ON FUNCTION license_ends IS 'What license_end is to hold of licences, counted from their rows.';

CREATE FUNCTION keep_ends(licenses bigint[]) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    WITH gone AS (DELETE FROM license_end WHERE license_id = ANY (licenses) RETURNING *)
    INSERT INTO end_day SELECT day, -sum(entitlements), -sum(open), -sum(open_seats) FROM gone GROUP BY 1
    ON CONFLICT (day) DO UPDATE SET entitlements = end_day.entitlements + excluded.entitlements, open = end_day.open + excluded.open,
        open_seats = end_day.open_seats + excluded.open_seats;
    WITH made AS (INSERT INTO license_end SELECT * FROM license_ends(licenses) RETURNING *)
    INSERT INTO end_day SELECT day, sum(entitlements), sum(open), sum(open_seats) FROM made GROUP BY 1
    ON CONFLICT (day) DO UPDATE SET entitlements = end_day.entitlements + excluded.entitlements, open = end_day.open + excluded.open,
        open_seats = end_day.open_seats + excluded.open_seats;
$$;
COMMENT ON FUNCTION keep_ends IS 'Counts what ends of licences anew; only keep_outlooks() calls it.';

CREATE OR REPLACE FUNCTION keep_outlooks(licenses bigint[]) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    DELETE FROM license_outlook WHERE license_id = ANY (licenses);
    SELECT keep_ends(licenses);
    INSERT INTO license_outlook SELECT * FROM license_outlooks(licenses, today(), true);
$$;

-- At once, so that nothing need be marked; whoever changes a licence meanwhile marks it.
LOCK TABLE stale_license IN SHARE MODE;
INSERT INTO license_end SELECT * FROM license_ends(ARRAY(SELECT id FROM license));
INSERT INTO end_day SELECT day, sum(entitlements), sum(open), sum(open_seats) FROM license_end GROUP BY 1;
ANALYZE license_end, end_day;

CREATE INDEX license_in_use ON license (id) WHERE state IN ('active', 'suspended');

ALTER TABLE license_end ENABLE ROW LEVEL SECURITY;
ALTER TABLE end_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_book ON license_end FOR SELECT TO seatledger_administrator, seatledger_manager, seatledger_staff USING (true);
CREATE POLICY select_book ON end_day FOR SELECT TO seatledger_administrator, seatledger_manager, seatledger_staff USING (true);
REVOKE ALL ON license_end, end_day FROM PUBLIC;
GRANT SELECT ON license_end, end_day TO seatledger_administrator, seatledger_manager, seatledger_staff;
REVOKE EXECUTE ON FUNCTION license_ends, keep_ends FROM PUBLIC;
GRANT EXECUTE ON FUNCTION license_ends TO seatledger_administrator, seatledger_manager, seatledger_staff;
SELECT record_security_baseline();
