-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION anything_due(licenses bigint[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT EXISTS (SELECT FROM license_assignment WHERE state IN ('reserved', 'active', 'suspended') AND upper(period) <= today()
                   AND (licenses IS NULL OR license_id = ANY (licenses)))
        OR EXISTS (SELECT FROM license_assignment WHERE state = 'reserved' AND lower(period) <= today()
                   AND (licenses IS NULL OR license_id = ANY (licenses)))
        OR EXISTS (SELECT FROM license_assignment WHERE state = 'suspended' AND suspended_until <= today()
                   AND (licenses IS NULL OR license_id = ANY (licenses)))
        OR EXISTS (SELECT FROM license_seats WHERE changes_on <= today() AND (licenses IS NULL OR license_id = ANY (licenses)))
        OR EXISTS (SELECT FROM waiting_entry WHERE state = 'waiting' AND upper(period) <= today() AND (licenses IS NULL OR license_id = ANY (licenses)))
$$;

CREATE OR REPLACE FUNCTION advance_due(licenses bigint[] DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    outer_operation text := coalesce(current_setting('seatledger.operation', true), '');
    done bigint;
    over bigint;
BEGIN
    IF NOT anything_due(licenses) THEN
        RETURN 0;
    END IF;
    -- The calendar is nobody's operation: it must not be undone with the one that happened to notice.
    PERFORM begin_job('advance', 'What was due on ' || today());
    done := advance_assignments(licenses) + advance_supply(licenses);
    UPDATE waiting_entry SET state = 'withdrawn', end_reason = 'The days wished are over'
    WHERE state = 'waiting' AND upper(period) <= today() AND (licenses IS NULL OR license_id = ANY (licenses));
    GET DIAGNOSTICS over = ROW_COUNT;
    -- Here, not at commit: what the calendar freed goes with the calendar, too.
    done := done + over + fill_waiting(licenses);
    PERFORM end_work(outer_operation);
    RETURN done;
END $$;

DROP FUNCTION advance_departures;
ALTER TABLE member DROP COLUMN leaves_on;

SELECT record_security_baseline();
