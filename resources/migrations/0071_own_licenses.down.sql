-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

REVOKE EXECUTE ON FUNCTION advance_leases FROM seatledger_member;
DROP TABLE license_file;
DROP FUNCTION check_license_file, refuse_given_file;

CREATE OR REPLACE FUNCTION undo_rows(s audit_statement) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    columns text := array_to_string(undo_columns(s.entity), ', ');
BEGIN
    PERFORM refuse_if_moved_on(s);
    IF s.action = 'update' THEN
        EXECUTE format('UPDATE %1$I r SET (%2$s) = (SELECT %3$s) '
                       'FROM audit_event e JOIN %1$I now ON now.id = e.entity_id, LATERAL jsonb_populate_record(now, e.old) o '
                       'WHERE e.statement_id = $1 AND r.id = now.id',
                       s.entity, columns, (SELECT string_agg('o.' || c, ', ') FROM unnest(undo_columns(s.entity)) c)) USING s.id;
    ELSIF s.action = 'delete' THEN
        EXECUTE format('INSERT INTO %1$I (id, %2$s) OVERRIDING SYSTEM VALUE SELECT o.id, %3$s '
                       'FROM audit_event e, LATERAL jsonb_populate_record(NULL::%1$I, e.old) o WHERE e.statement_id = $1',
                       s.entity, columns, (SELECT string_agg('o.' || c, ', ') FROM unnest(undo_columns(s.entity)) c)) USING s.id;
    ELSIF s.entity = 'license_assignment' THEN
        UPDATE license_assignment a
        SET state = 'revoked', ended_on = today(), end_reason = 'Undone', seat_released = false, suspended_until = NULL
        FROM audit_event e
        WHERE e.statement_id = s.id AND a.id = e.entity_id AND a.state IN ('reserved', 'active', 'suspended');
    ELSIF s.entity = 'entitlement' AND NOT EXISTS (
        SELECT FROM audit_event bought JOIN audit_statement opened ON opened.operation_id = s.operation_id AND opened.entity = 'license'
            AND opened.action = 'insert' JOIN audit_event l ON l.statement_id = opened.id AND l.entity_id = bought.license_id
        WHERE bought.statement_id = s.id) THEN
        -- One that came with its licence goes with it; any other is on the licence's record.
        UPDATE entitlement t SET cancelled_at = now(), renews_id = NULL
        FROM audit_event e WHERE e.statement_id = s.id AND t.id = e.entity_id;
    ELSIF s.entity = 'activation' THEN
        UPDATE activation v SET released_at = greatest(now(), activated_at), release_reason = 'Undone'
        FROM audit_event e WHERE e.statement_id = s.id AND v.id = e.entity_id AND v.released_at IS NULL;
    ELSE
        EXECUTE format('DELETE FROM %I r USING audit_event e WHERE e.statement_id = $1 AND r.id = e.entity_id', s.entity) USING s.id;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION advance_leases() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    outer_operation text := coalesce(current_setting('seatledger.operation', true), '');
    released bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM activation_lease WHERE lease_until <= now()) THEN
        RETURN 0;
    END IF;
    PERFORM begin_job('advance', 'Leases that ran out');
    UPDATE activation v SET released_at = greatest(now(), activated_at), release_reason = 'No heartbeat'
    FROM activation_lease e WHERE e.activation_id = v.id AND e.lease_until <= now() AND v.released_at IS NULL;
    GET DIAGNOSTICS released = ROW_COUNT;
    DELETE FROM activation_lease WHERE lease_until <= now();
    PERFORM end_work(outer_operation);
    RETURN released;
END $$;

DROP TRIGGER release_retired_devices ON device;
DROP FUNCTION release_retired_devices;
CREATE OR REPLACE FUNCTION guard_live_activations(assignments bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    broken record;
BEGIN
    SELECT a.id, a.state, a.license_id INTO broken FROM license_assignment a
    WHERE a.id = ANY (assignments) AND a.state <> 'active'
      AND EXISTS (SELECT FROM activation v WHERE v.assignment_id = a.id AND v.released_at IS NULL) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse_activation('assignment_' || broken.state, format('assignment %s is %s and runs on no device', broken.id, broken.state),
            jsonb_build_object('assignment', broken.id, 'license', broken.license_id));
    END IF;
    SELECT a.id, a.license_id, a.quantity * l.devices_per_seat AS allowed, count(*) AS live INTO broken
    FROM license_assignment a JOIN license l ON l.id = a.license_id JOIN activation v ON v.assignment_id = a.id AND v.released_at IS NULL
    WHERE a.id = ANY (assignments) GROUP BY a.id, l.id HAVING count(*) > a.quantity * l.devices_per_seat LIMIT 1;
    IF FOUND THEN
        PERFORM refuse_activation('too_many_devices',
            format('assignment %s may run on %s devices; release one first', broken.id, broken.allowed),
            jsonb_build_object('assignment', broken.id, 'license', broken.license_id, 'allowed', broken.allowed, 'live', broken.live));
    END IF;
    SELECT l.id, l.name, c.capacity, c.live INTO broken
    FROM license l JOIN license_seats c ON c.license_id = l.id
    WHERE l.id IN (SELECT license_id FROM license_assignment WHERE id = ANY (assignments))
      AND l.metric = 'floating' AND c.live > c.capacity LIMIT 1;
    IF FOUND THEN
        PERFORM refuse_activation('no_floating_seat', format('all %s floating seats of "%s" are in use', broken.capacity, broken.name),
            jsonb_build_object('license', broken.id, 'license_name', broken.name, 'capacity', broken.capacity, 'live', broken.live));
    END IF;
END $$;
COMMENT ON FUNCTION guard_live_activations IS 'Under the writers'' lock: devices only on active assignments, within devices per seat, and floating licences within their capacity.';

DROP FUNCTION release_license, activate_license, heartbeat_license, extend_lease, require_own_scope, validate_license, whose_licenses;
DROP TYPE license_standing;

SELECT record_security_baseline();
