-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is going to leave: keeps seats until the last day, and is departed by the calendar on the day after.

SET LOCAL search_path = seatledger, public;

ALTER TABLE member ADD COLUMN leaves_on date CHECK (leaves_on BETWEEN '1900-01-01' AND '2200-01-01');
ALTER TABLE member
    ADD CONSTRAINT member_leaves_unless_departed CHECK (leaves_on IS NULL OR status <> 'departed'),
    ADD CONSTRAINT member_leaves_after_joining CHECK (leaves_on >= joined_on);
COMMENT ON COLUMN member.leaves_on IS 'The last day of who is going to leave; the departure is booked on the day after. Null for who stays, and for who has departed.';
CREATE INDEX member_leaves ON member (leaves_on) WHERE leaves_on IS NOT NULL;

CREATE FUNCTION advance_departures() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    leavers bigint[];
BEGIN
    SELECT array_agg(id) INTO leavers FROM (
        SELECT id FROM member WHERE leaves_on < today() AND status <> 'departed' ORDER BY id FOR UPDATE) locked;
    IF leavers IS NULL THEN
        RETURN 0;
    END IF;
    UPDATE license_assignment
    SET state = 'revoked', ended_on = today(), end_reason = 'The member departed', seat_released = false, suspended_until = NULL
    WHERE member_id = ANY (leavers) AND state IN ('reserved', 'active', 'suspended');
    UPDATE device SET member_id = NULL WHERE member_id = ANY (leavers);
    UPDATE member SET status = 'departed', left_on = leaves_on, leaves_on = NULL WHERE id = ANY (leavers);
    RETURN cardinality(leavers);
END $$;
COMMENT ON FUNCTION advance_departures() IS 'Books the departure of those whose last day is over: what they still hold comes back, their devices are nobody''s.';

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
        OR licenses IS NULL AND EXISTS (SELECT FROM member WHERE leaves_on < today())
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
    IF licenses IS NULL THEN
        done := done + advance_departures();
    END IF;
    UPDATE waiting_entry SET state = 'withdrawn', end_reason = 'The days wished are over'
    WHERE state = 'waiting' AND upper(period) <= today() AND (licenses IS NULL OR license_id = ANY (licenses));
    GET DIAGNOSTICS over = ROW_COUNT;
    -- Here, not at commit: what the calendar freed goes with the calendar, too.
    done := done + over + fill_waiting(licenses);
    PERFORM end_work(outer_operation);
    RETURN done;
END $$;

REVOKE EXECUTE ON FUNCTION advance_departures FROM PUBLIC;
SELECT record_security_baseline();
