-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seats by day, kept, so that reports over time need not go through all assignments.
--
-- What each licence adds to every day is kept (license_day), and the sum of all (seat_day). A statement that changes a
-- licence only marks it (stale_license): whoever reads counts marked licences anew instead of what is kept of them, so the
-- answer is always of now. keep_seat_days() takes the marks away, some licences at a time, whenever somebody has time.

SET LOCAL search_path = seatledger, public;

-- What a suspension that gave its seat back took before is not known, so it takes none until it resumes: nothing that is
-- kept depends on the day it is.
CREATE OR REPLACE FUNCTION held_on(state text, period daterange, seat_released boolean, suspended_until date, ended_on date, day date, today date)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN state IN ('expired', 'revoked') THEN period @> day AND day < ended_on
                ELSE seatledger.holding_days(state, period, seat_released, suspended_until) @> day END
$$;

CREATE OR REPLACE VIEW held_days WITH (security_invoker = true) AS
    SELECT a.id, a.license_id, a.member_id, a.quantity,
           CASE WHEN a.seat_released THEN greatest(lower(a.period), a.suspended_until) ELSE lower(a.period) END AS first_day,
           CASE WHEN a.ended_on IS NOT NULL THEN least(upper(a.period), a.ended_on) ELSE upper(a.period) END AS end_day
    FROM license_assignment a
    WHERE CASE WHEN a.ended_on IS NOT NULL THEN lower(a.period) < a.ended_on
               WHEN a.seat_released THEN a.suspended_until IS NOT NULL AND (upper_inf(a.period) OR upper(a.period) > a.suspended_until)
               ELSE true END;
COMMENT ON VIEW held_days IS 'From which day to which each assignment takes, took or will take its seats; the end is the day after the last, null is open.';

CREATE TABLE license_day (
    license_id     bigint NOT NULL,
    day            date   NOT NULL,
    seats          bigint NOT NULL,
    held           bigint NOT NULL,
    held_unlimited bigint NOT NULL,
    free           bigint NOT NULL,
    short_seats    bigint NOT NULL,
    short_licenses bigint NOT NULL,
    PRIMARY KEY (license_id, day)
);
COMMENT ON TABLE  license_day IS 'By how much the seats of a licence in use change on a day: as last counted, see stale_license. No foreign key: what is kept of a licence that is gone is taken back by counting it again.';
COMMENT ON COLUMN license_day.license_id IS 'The licence.';
COMMENT ON COLUMN license_day.day IS 'From this day on.';
COMMENT ON COLUMN license_day.seats IS 'Seats there are, overage included; none while it is unlimited.';
COMMENT ON COLUMN license_day.held IS 'Seats held while there is a limit.';
COMMENT ON COLUMN license_day.held_unlimited IS 'Seats held while there is none.';
COMMENT ON COLUMN license_day.free IS 'Seats there are beyond those held.';
COMMENT ON COLUMN license_day.short_seats IS 'Seats held beyond those there are.';
COMMENT ON COLUMN license_day.short_licenses IS '1 where a shortage begins, -1 where it is over.';

CREATE TABLE seat_day (
    day            date PRIMARY KEY,
    seats          bigint NOT NULL,
    held           bigint NOT NULL,
    held_unlimited bigint NOT NULL,
    free           bigint NOT NULL,
    short_seats    bigint NOT NULL,
    short_licenses bigint NOT NULL
);
COMMENT ON TABLE  seat_day IS 'The sum of license_day over all licences.';
COMMENT ON COLUMN seat_day.day IS 'From this day on.';
COMMENT ON COLUMN seat_day.seats IS 'As in license_day.';
COMMENT ON COLUMN seat_day.held IS 'As in license_day.';
COMMENT ON COLUMN seat_day.held_unlimited IS 'As in license_day.';
COMMENT ON COLUMN seat_day.free IS 'As in license_day.';
COMMENT ON COLUMN seat_day.short_seats IS 'As in license_day.';
COMMENT ON COLUMN seat_day.short_licenses IS 'As in license_day.';

CREATE TABLE stale_license (
    license_id bigint PRIMARY KEY,
    marks      bigint NOT NULL DEFAULT 1
);
COMMENT ON TABLE  stale_license IS 'Licences that have changed since license_day was counted.';
COMMENT ON COLUMN stale_license.license_id IS 'The licence.';
COMMENT ON COLUMN stale_license.marks IS 'How often it was marked; whoever marks it locks the row.';

CREATE FUNCTION license_steps(licenses bigint[]) RETURNS SETOF license_day
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
        SELECT license_id, day, seats - lag(seats, 1, 0::bigint) OVER w AS seats, held - lag(held, 1, 0::bigint) OVER w AS held,
               held_unlimited - lag(held_unlimited, 1, 0::bigint) OVER w AS held_unlimited, free - lag(free, 1, 0::bigint) OVER w AS free,
               short_seats - lag(short_seats, 1, 0::bigint) OVER w AS short_seats,
               ((short_seats > 0)::integer - (lag(short_seats, 1, 0::bigint) OVER w > 0)::integer)::bigint AS short_licenses
        FROM seen WINDOW w AS (PARTITION BY license_id ORDER BY day)
    )
    SELECT license_id, day, seats, held, held_unlimited, free, short_seats, short_licenses FROM change
    WHERE seats <> 0 OR held <> 0 OR held_unlimited <> 0 OR free <> 0 OR short_seats <> 0
$$;
COMMENT ON FUNCTION license_steps IS 'What license_day is to hold of licences, counted from their rows.';

CREATE FUNCTION mark_stale() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'license' THEN
        INSERT INTO stale_license (license_id) VALUES (coalesce(NEW.id, OLD.id))
        ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO stale_license (license_id) SELECT DISTINCT license_id FROM old_rows ORDER BY 1
        ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    ELSE
        INSERT INTO stale_license (license_id) SELECT DISTINCT license_id FROM new_rows ORDER BY 1
        ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION mark_stale() IS 'Marks the licences that a statement changed; after the guards, so that their locks are taken first.';

CREATE TRIGGER mark_stale_insert AFTER INSERT ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mark_stale();
CREATE TRIGGER mark_stale_update AFTER UPDATE ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mark_stale();
CREATE TRIGGER mark_stale_delete AFTER DELETE ON license_assignment REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mark_stale();
CREATE TRIGGER mark_stale_insert AFTER INSERT ON entitlement REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mark_stale();
CREATE TRIGGER mark_stale_update AFTER UPDATE ON entitlement REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mark_stale();
CREATE TRIGGER mark_stale_delete AFTER DELETE ON entitlement REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mark_stale();
CREATE TRIGGER mark_stale_update AFTER UPDATE OF state, overage_percent ON license
    FOR EACH ROW WHEN (OLD.state <> NEW.state OR OLD.overage_percent <> NEW.overage_percent) EXECUTE FUNCTION mark_stale();
CREATE TRIGGER mark_stale_delete AFTER DELETE ON license FOR EACH ROW EXECUTE FUNCTION mark_stale();

CREATE FUNCTION keep_seat_days(at_most integer DEFAULT 500) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    licenses bigint[];
BEGIN
    -- One at a time. A licence that somebody is just changing is left for later; who changes one now waits.
    IF NOT EXISTS (SELECT FROM stale_license) OR NOT pg_try_advisory_xact_lock(hashtext('seatledger.seat_days')) THEN
        RETURN 0;
    END IF;
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
    DELETE FROM stale_license WHERE license_id = ANY (licenses);
    RETURN cardinality(licenses);
END $$;
COMMENT ON FUNCTION keep_seat_days IS 'Counts some of the marked licences anew and unmarks them. Returns how many; 0 when there is nothing to do, or somebody else does it.';

INSERT INTO stale_license (license_id) SELECT id FROM license;

ALTER TABLE license_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE seat_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE stale_license ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_book ON license_day FOR SELECT TO seatledger_administrator, seatledger_manager, seatledger_staff USING (true);
CREATE POLICY select_book ON seat_day FOR SELECT TO seatledger_administrator, seatledger_manager, seatledger_staff USING (true);
CREATE POLICY select_book ON stale_license FOR SELECT TO seatledger_administrator, seatledger_manager, seatledger_staff USING (true);
REVOKE ALL ON license_day, seat_day, stale_license FROM PUBLIC;
GRANT SELECT ON license_day, seat_day, stale_license TO seatledger_administrator, seatledger_manager, seatledger_staff;
REVOKE EXECUTE ON FUNCTION license_steps, mark_stale, keep_seat_days FROM PUBLIC;
GRANT EXECUTE ON FUNCTION license_steps TO seatledger_administrator, seatledger_manager, seatledger_staff;
GRANT EXECUTE ON FUNCTION keep_seat_days
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member;
SELECT record_security_baseline();
