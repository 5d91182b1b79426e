-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION keep_seat_days(at_most integer DEFAULT 500) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    licenses bigint[];
    people   integer;
BEGIN
    -- One at a time. A licence that somebody is just changing is left for later; who changes one now waits.
    IF NOT EXISTS (SELECT FROM stale_license) AND NOT EXISTS (SELECT FROM counted_license WHERE until <= today())
            AND NOT EXISTS (SELECT FROM stale_member) AND NOT EXISTS (SELECT FROM activity_change)
        OR NOT pg_try_advisory_xact_lock(hashtext('seatledger.seat_days')) THEN
        RETURN 0;
    END IF;
    people := keep_people(at_most);
    INSERT INTO stale_license (license_id) SELECT license_id FROM counted_license WHERE until <= today() ORDER BY 1
    ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    licenses := ARRAY(SELECT license_id FROM stale_license ORDER BY license_id LIMIT at_most FOR UPDATE SKIP LOCKED);
    IF cardinality(licenses) = 0 THEN
        RETURN people;
    END IF;
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

DROP FUNCTION license_outlooks, stale_outlooks, keep_outlooks;
DROP TABLE license_outlook;
ALTER FUNCTION license_steps RESET enable_nestloop;
SELECT record_security_baseline();
