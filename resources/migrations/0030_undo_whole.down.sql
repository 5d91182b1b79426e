-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

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
        EXECUTE format('INSERT INTO %1$I (id, %2$s) OVERRIDING SYSTEM VALUE SELECT id, %2$s FROM audit_event e, '
                       'LATERAL jsonb_populate_record(NULL::%1$I, e.old) o WHERE e.statement_id = $1', s.entity, columns) USING s.id;
    ELSIF s.entity = 'license_assignment' THEN
        UPDATE license_assignment a
        SET state = 'revoked', ended_on = today(), end_reason = 'Undone', seat_released = false, suspended_until = NULL
        FROM audit_event e
        WHERE e.statement_id = s.id AND a.id = e.entity_id AND a.state IN ('reserved', 'active', 'suspended');
    ELSIF s.entity = 'entitlement' THEN
        UPDATE entitlement t SET cancelled_at = now(), renews_id = NULL
        FROM audit_event e WHERE e.statement_id = s.id AND t.id = e.entity_id;
    ELSIF s.entity = 'activation' THEN
        UPDATE activation v SET released_at = greatest(now(), activated_at), release_reason = 'Undone'
        FROM audit_event e WHERE e.statement_id = s.id AND v.id = e.entity_id AND v.released_at IS NULL;
    ELSE
        EXECUTE format('DELETE FROM %I r USING audit_event e WHERE e.statement_id = $1 AND r.id = e.entity_id', s.entity) USING s.id;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION undo_operation(taken_back bigint, source text DEFAULT 'sql', actor text DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    outer_operation text := coalesce(current_setting('seatledger.operation', true), '');
    done   operation;
    undo   bigint;
    s      audit_statement;
BEGIN
    SELECT * INTO done FROM operation WHERE id = taken_back;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'SL012', MESSAGE = format('there is no operation %s', taken_back),
            DETAIL = jsonb_build_object('reason', 'operation_unknown', 'operation', taken_back)::text;
    ELSIF done.source = 'job' OR done.kind = 'sample' THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007',
            MESSAGE = format('operation %s was done by the book itself and cannot be undone', taken_back),
            DETAIL = jsonb_build_object('reason', 'not_undoable', 'operation', taken_back)::text;
    ELSIF EXISTS (SELECT FROM audit_statement WHERE operation_id = taken_back
             AND (entity = 'license_key_reading' OR entity IN ('license_key', 'api_token') AND action = 'delete'
                  OR entity = 'operator_password_change' AND NOT EXISTS (
                      SELECT FROM audit_statement WHERE operation_id = taken_back AND entity = 'operator' AND action = 'insert'))) THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007',
            MESSAGE = 'what was read stays read, a password that was set stays set, and the audit has no secrets to bring back',
            DETAIL = jsonb_build_object('reason', 'not_undoable', 'operation', taken_back)::text;
    ELSIF EXISTS (SELECT FROM operation WHERE undoes_id = taken_back) THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007', MESSAGE = format('operation %s has been undone before', taken_back),
            DETAIL = jsonb_build_object('reason', 'already_undone', 'operation', taken_back)::text;
    END IF;
    undo := signed_operation('undo', left('Undo: ' || done.summary, 1000), source, actor, NULL, taken_back);
    INSERT INTO work_of_the_book VALUES (undo);
    FOR s IN SELECT * FROM audit_statement WHERE operation_id = taken_back ORDER BY id DESC LOOP
        PERFORM undo_statement(s);
    END LOOP;
    PERFORM end_work(outer_operation);
    RETURN undo;
END $$;

CREATE OR REPLACE FUNCTION release_activations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM new_rows n JOIN activation v ON v.assignment_id = n.id WHERE n.state <> 'active' AND v.released_at IS NULL) THEN
        UPDATE activation v SET released_at = now(), release_reason = 'The assignment is ' || n.state
        FROM new_rows n WHERE n.id = v.assignment_id AND n.state <> 'active' AND v.released_at IS NULL;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION hand_out_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    -- Most books have no pool at all; a bulk need not be looked through for them.
    IF EXISTS (SELECT FROM license_key WHERE kind = 'pool') THEN
        PERFORM hand_out_keys((SELECT array_agg(DISTINCT license_id) FROM new_rows));
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard_changed_activations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    revived bigint[];
BEGIN
    IF EXISTS (SELECT FROM (TABLE old_rows UNION ALL TABLE new_rows) r GROUP BY id, assignment_id, license_id, device_id HAVING count(*) = 1) THEN
        PERFORM refuse_activation('fixed', 'an activation stays with its assignment and its device', '{}');
    END IF;
    SELECT array_agg(assignment_id) INTO revived FROM (
        SELECT min(assignment_id) AS assignment_id
        FROM (SELECT id, assignment_id, released_at IS NULL AS was, false AS live FROM old_rows
              UNION ALL SELECT id, assignment_id, false, released_at IS NULL FROM new_rows) r
        GROUP BY id HAVING bool_or(live) AND NOT bool_or(was)) back;
    IF revived IS NOT NULL AND undone_operation() IS NULL THEN
        PERFORM refuse_activation('released', 'a released activation stays released; activate the device again', '{}');
    END IF;
    PERFORM lock_license_seats((SELECT array_agg(DISTINCT license_id) FROM new_rows));
    UPDATE license_seats c SET live = c.live + d.live
    FROM (SELECT license_id, sum(sign) AS live
          FROM (SELECT license_id, -1 AS sign FROM old_rows WHERE released_at IS NULL
                UNION ALL SELECT license_id, 1 FROM new_rows WHERE released_at IS NULL) r
          GROUP BY license_id) d
    WHERE d.license_id = c.license_id AND d.live <> 0;
    IF revived IS NOT NULL THEN
        PERFORM guard_live_activations(revived);
    END IF;
    RETURN NULL;
END $$;

DROP FUNCTION settle_undo;
SELECT record_security_baseline();
