-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP TRIGGER note_people_insert ON license_assignment;
DROP TRIGGER note_people_update ON license_assignment;
DROP TRIGGER note_people_delete ON license_assignment;
DROP TRIGGER note_activations_insert ON activation;
DROP TRIGGER note_activations_update ON activation;
DROP TRIGGER note_activations_delete ON activation;

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
COMMENT ON FUNCTION keep_seat_days IS 'Counts some of the marked licences anew and unmarks them. Returns how many; 0 when there is nothing to do, or somebody else does it.';

DROP FUNCTION note_people, note_activations, keep_people, sees_everybody;
DROP VIEW member_held;
DROP TABLE member_seats, stale_member, activity_quarter, activity_change;
DROP FUNCTION quarter_of;
SELECT record_security_baseline();
