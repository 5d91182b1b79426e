-- SPDX-License-Identifier: GPL-3.0-or-later
-- Taking an operation back as one, by the audit: newest statement first, through the same guards.

SET LOCAL search_path = seatledger, public;

CREATE FUNCTION undo_columns(entity text) RETURNS text[]
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT array_agg(quote_ident(attname) ORDER BY attnum)
    FROM pg_attribute
    WHERE attrelid = format('seatledger.%I', entity)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      AND attname NOT IN ('id', 'version')
$$;
COMMENT ON FUNCTION undo_columns IS 'The columns of a table that a person''s change can have written.';

CREATE FUNCTION refuse_if_moved_on(s audit_statement) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    moved bigint[];
BEGIN
    -- A seat that has started, or a row that only its version tells apart, is still as the operation left it.
    EXECUTE format($check$
        SELECT array_agg(e.entity_id ORDER BY e.entity_id)
        FROM audit_event e LEFT JOIN %1$I r ON r.id = e.entity_id
        WHERE e.statement_id = $1
          AND (r.id IS NULL) <> (e.new IS NULL)
           OR e.statement_id = $1 AND r.id IS NOT NULL AND NOT to_jsonb(r) @> (e.new - $2)
        $check$, s.entity)
    INTO moved
    USING s.id, CASE WHEN s.entity = 'license_assignment' AND s.action = 'insert'
                     THEN ARRAY['version', 'state', 'suspended_until', 'seat_released'] ELSE ARRAY['version'] END;
    IF moved IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007',
            MESSAGE = format('cannot be undone: %s of its %s rows changed since, first %s', cardinality(moved), s.entity, moved[1]),
            DETAIL = jsonb_build_object('reason', 'moved_on', 'entity', s.entity, 'rows', cardinality(moved), 'first', moved[1])::text;
    END IF;
END $$;
COMMENT ON FUNCTION refuse_if_moved_on IS 'Refuses to undo a statement whose rows are no longer as it left them.';

CREATE FUNCTION undo_statement(s audit_statement) RETURNS void
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
COMMENT ON FUNCTION undo_statement IS 'Takes one statement back: old values return; what was new ends, is cancelled or, if nothing could refer to it, goes.';

CREATE FUNCTION undo_operation(taken_back bigint, source text DEFAULT 'sql', actor text DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
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
    ELSIF EXISTS (SELECT FROM operation WHERE undoes_id = taken_back) THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007', MESSAGE = format('operation %s has been undone before', taken_back),
            DETAIL = jsonb_build_object('reason', 'already_undone', 'operation', taken_back)::text;
    END IF;
    undo := begin_operation('undo', left('Undo: ' || done.summary, 1000), source, actor, NULL, taken_back);
    FOR s IN SELECT * FROM audit_statement WHERE operation_id = taken_back ORDER BY id DESC LOOP
        PERFORM undo_statement(s);
    END LOOP;
    RETURN undo;
END $$;
COMMENT ON FUNCTION undo_operation IS 'Takes an operation back as one and returns the operation that did so, which can itself be undone. Refused if a row has changed since, or if a rule would break.';
