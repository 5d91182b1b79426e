-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP TRIGGER mark_moved ON member;
CREATE OR REPLACE FUNCTION keep_seat_days(at_most integer DEFAULT 500) RETURNS integer
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

DROP FUNCTION keep_license_money, mark_moved, license_money_on;
DROP TABLE counted_license, money_now, license_money;
SELECT record_security_baseline();
