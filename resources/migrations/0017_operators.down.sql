-- SPDX-License-Identifier: GPL-3.0-or-later
-- The roles and logins stay: another book on this cluster may use them. Rights and addresses are lost.
SET LOCAL search_path = seatledger, public;

DO $$ BEGIN EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO PUBLIC', current_database()); END $$;

DROP TRIGGER check_operator ON operator;
DROP TRIGGER follow_operator ON operator;
DROP TRIGGER drop_operator_login ON operator;
DROP TRIGGER end_operator_sessions ON operator;
DROP TRIGGER check_operator_department ON operator_department;
DROP FUNCTION admit_operators_only, set_operator_password, end_operator_sessions, drop_operator_login, follow_operator, adopt_login, wanted_groups,
    actual_groups, check_operator, check_operator_department, within_reach, refuse_operator;
-- That passwords were set stays in the chain.
DROP TABLE operator_password_change;

DROP FUNCTION begin_operation(text, text, text, text, text);
CREATE FUNCTION begin_operation(
    kind text, summary text, source text DEFAULT 'sql', actor text DEFAULT NULL,
    reason text DEFAULT NULL, undoes bigint DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    new_id bigint;
BEGIN
    INSERT INTO operation (kind, summary, source, actor, reason, undoes_id)
    VALUES (kind, summary, source, coalesce(nullif(actor, ''), session_user), nullif(reason, ''), undoes)
    RETURNING id INTO new_id;
    PERFORM set_config('seatledger.operation', new_id::text, true);
    RETURN new_id;
END $$;
COMMENT ON FUNCTION begin_operation IS 'Opens the operation that the changes of this transaction are booked on, and returns its id.';
REVOKE EXECUTE ON FUNCTION begin_operation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_operation TO seatledger_administrator;

CREATE OR REPLACE FUNCTION current_operation() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    named text := current_setting('seatledger.operation', true);
BEGIN
    IF named ~ '^\d{1,18}$' AND EXISTS (
        SELECT FROM operation WHERE id = named::bigint AND transaction_id = pg_current_xact_id()) THEN
        RETURN named::bigint;
    END IF;
    RETURN begin_operation('direct', 'Changed by SQL as ' || session_user);
END $$;

CREATE OR REPLACE FUNCTION undone_operation() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT undoes_id FROM operation
    WHERE id = CASE WHEN current_setting('seatledger.operation', true) ~ '^\d{1,18}$'
                    THEN current_setting('seatledger.operation', true)::bigint END
      AND transaction_id = pg_current_xact_id()
$$;

CREATE OR REPLACE FUNCTION undo_operation(taken_back bigint, source text DEFAULT 'sql', actor text DEFAULT NULL) RETURNS bigint
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
    PERFORM begin_operation('advance', 'What was due on ' || today(), 'job', 'seatledger');
    done := advance_assignments(licenses) + advance_supply(licenses);
    PERFORM set_config('seatledger.operation', outer_operation, true);
    RETURN done;
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
    PERFORM begin_operation('advance', 'Leases that ran out', 'job', 'seatledger');
    UPDATE activation v SET released_at = greatest(now(), activated_at), release_reason = 'No heartbeat'
    FROM activation_lease e WHERE e.activation_id = v.id AND e.lease_until <= now() AND v.released_at IS NULL;
    GET DIAGNOSTICS released = ROW_COUNT;
    DELETE FROM activation_lease WHERE lease_until <= now();
    PERFORM set_config('seatledger.operation', outer_operation, true);
    RETURN released;
END $$;
DROP FUNCTION begin_job, end_work, signed_operation, open_operation;
DROP TABLE work_of_the_book;

CREATE OR REPLACE FUNCTION audit_link_hash(previous bytea, link_position bigint, s audit_statement, o operation) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || convert_to(jsonb_build_array(
        link_position, s.id, extract(epoch FROM s.at), s.entity, s.action, s.event_count, encode(s.events_digest, 'hex'),
        o.id, o.kind, o.summary, o.reason, o.actor, o.login, o.source, extract(epoch FROM o.started_at), o.undoes_id
        )::text, 'UTF8'))
$$;
ALTER TABLE operation DROP COLUMN address;
DROP FUNCTION operator_scope, acting_has, acting_departments, acting_member, acting_operator, acting_owner, acting_login;
ALTER TABLE operator DROP CONSTRAINT operator_rights_of_role, DROP CONSTRAINT operator_login_not_reserved,
    DROP CONSTRAINT operator_member_is_known, DROP COLUMN rights;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['seatledger_member', 'seatledger_assign', 'seatledger_revoke', 'seatledger_view_costs',
                                'seatledger_view_keys', 'seatledger_edit_catalogue', 'seatledger_manage_operators'] LOOP
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA seatledger FROM %I', name);
        EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA seatledger FROM %I', name);
        EXECUTE format('REVOKE ALL ON SCHEMA seatledger FROM %I', name);
    END LOOP;
END $$;
