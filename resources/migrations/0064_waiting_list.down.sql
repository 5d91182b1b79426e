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
$$;

CREATE OR REPLACE FUNCTION advance_due(licenses bigint[] DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    outer_operation text := coalesce(current_setting('seatledger.operation', true), '');
    done bigint;
BEGIN
    IF NOT anything_due(licenses) THEN
        RETURN 0;
    END IF;
    -- The calendar is nobody's operation: it must not be undone with the one that happened to notice.
    PERFORM begin_job('advance', 'What was due on ' || today());
    done := advance_assignments(licenses) + advance_supply(licenses);
    PERFORM end_work(outer_operation);
    RETURN done;
END $$;

CREATE OR REPLACE FUNCTION settle_undo(undo bigint) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    touched  bigint[];
    running  bigint[];
    licenses bigint[];
BEGIN
    SELECT array_agg(DISTINCT CASE WHEN e.entity = 'activation' THEN (coalesce(e.new, e.old)->>'assignment_id')::bigint ELSE e.entity_id END),
           array_agg(DISTINCT e.license_id)
    INTO touched, licenses
    FROM audit_statement s JOIN audit_event e ON e.statement_id = s.id
    WHERE s.operation_id = undo AND s.entity IN ('license_assignment', 'activation');
    IF touched IS NULL THEN
        RETURN;
    END IF;
    SELECT array_agg(v.id) INTO running
    FROM unnest(touched) t JOIN license_assignment a ON a.id = t JOIN activation v ON v.assignment_id = a.id
    WHERE v.released_at IS NULL AND a.state <> 'active';
    IF running IS NOT NULL THEN
        UPDATE activation v SET released_at = greatest(now(), v.activated_at), release_reason = 'The assignment is ' || a.state
        FROM unnest(running) r, license_assignment a WHERE v.id = r AND a.id = v.assignment_id;
    END IF;
    -- Of those that ran all along nothing is asked: what the calendar took away is no reason to refuse.
    PERFORM guard_live_activations((SELECT array_agg(DISTINCT (e.new->>'assignment_id')::bigint)
                                    FROM audit_statement s JOIN audit_event e ON e.statement_id = s.id
                                    WHERE s.operation_id = undo AND s.entity = 'activation'
                                      AND e.old->>'released_at' IS NOT NULL AND e.new->>'released_at' IS NULL));
    IF EXISTS (SELECT FROM license_key WHERE kind = 'pool') THEN
        PERFORM hand_out_keys(licenses);
    END IF;
END $$;

DROP TRIGGER withdraw_departed ON member;
DROP TRIGGER withdraw_retired ON license;
DROP TRIGGER fill_waiting ON license_seats;
DROP FUNCTION waiting_that_fit, waiting_place, withdraw_departed, withdraw_retired, fill_waiting(), fill_waiting(bigint[]);
DROP FUNCTION refuse_waiting;
DROP TABLE waiting_entry;
DROP FUNCTION guard_new_waiting, guard_changed_waiting, forget_waiting;
ALTER TABLE license_seats DROP COLUMN waiting;

SELECT record_security_baseline();
