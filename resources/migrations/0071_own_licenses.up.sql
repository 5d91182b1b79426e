-- SPDX-License-Identifier: GPL-3.0-or-later
-- The member's own licences: whether one may run, on which device, for how long.
--
-- Asked by every start of every licensed program, so validate_license() is one statement with kept plans and no policy to
-- evaluate: it looks for the acting member alone, or, for an administrator, for the member that is named.

SET LOCAL search_path = seatledger, public;

CREATE TYPE license_standing AS (
    reason        text,
    assignment_id bigint,
    last_day      date,
    activation_id bigint,
    lease_until   timestamptz,
    lease_minutes integer
);
COMMENT ON TYPE license_standing IS 'Whether a member may use a licence (reason ok) or why not, by which assignment until which day, and the activation on the device.';

CREATE FUNCTION whose_licenses(named bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = seatledger, pg_temp AS $$
DECLARE
    mine bigint := acting_member();
BEGIN
    IF named IS NULL OR named = mine THEN
        RETURN mine;
    ELSIF NOT acting_has('seatledger_administrator') THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'the licences of others are not yours to use',
            DETAIL = jsonb_build_object('reason', 'not_permitted', 'action', 'use_devices')::text;
    END IF;
    RETURN named;
END $$;
COMMENT ON FUNCTION whose_licenses IS 'The member asked for: the acting one, or, for an administrator, the one that is named.';

CREATE FUNCTION validate_license(wanted bigint, of_device text DEFAULT NULL, named bigint DEFAULT NULL) RETURNS license_standing
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    whose    bigint := whose_licenses(named);
    now_day  date := today();
    held     record;
    found_on record;
    answer   license_standing;
BEGIN
    SELECT a.id, a.state, a.period, a.suspended_until, a.seat_released, a.quantity, l.state AS license_state, l.metric,
           l.devices_per_seat, l.floating_lease_minutes INTO held
    FROM license_assignment a JOIN license l ON l.id = a.license_id
    WHERE a.member_id = whose AND a.license_id = wanted
    ORDER BY a.state IN ('reserved', 'active', 'suspended') AND a.period @> now_day DESC,
             array_position(ARRAY['active', 'suspended', 'reserved', 'expired', 'revoked'], a.state), a.id DESC LIMIT 1;
    IF NOT FOUND THEN
        answer.reason := 'not_assigned';
        RETURN answer;
    END IF;
    answer.assignment_id := held.id;
    answer.last_day := upper(held.period) - 1;
    answer.lease_minutes := held.floating_lease_minutes;
    -- What the calendar has moved and nobody has booked yet counts already.
    answer.reason := CASE
        WHEN held.license_state <> 'active' THEN 'license_' || held.license_state
        WHEN held.state = 'revoked' THEN 'revoked'
        WHEN held.state = 'expired' OR upper(held.period) <= now_day THEN 'expired'
        WHEN lower(held.period) > now_day THEN 'not_started'
        WHEN held.state = 'suspended' AND (held.seat_released OR held.suspended_until IS NULL OR held.suspended_until > now_day) THEN 'suspended'
        ELSE 'ok' END;
    IF answer.reason <> 'ok' OR of_device IS NULL THEN
        RETURN answer;
    END IF;
    SELECT d.id, d.retired_on, v.id AS activation, e.lease_until INTO found_on
    FROM device d LEFT JOIN activation v ON v.assignment_id = held.id AND v.device_id = d.id AND v.released_at IS NULL
    LEFT JOIN activation_lease e ON e.activation_id = v.id
    WHERE d.fingerprint = of_device AND d.member_id = whose;
    answer.reason := CASE WHEN NOT FOUND THEN 'device_unknown' WHEN found_on.retired_on <= now_day THEN 'device_retired'
                          WHEN found_on.activation IS NULL OR found_on.lease_until <= now() THEN 'not_activated' ELSE 'ok' END;
    IF answer.reason = 'ok' THEN
        answer.activation_id := found_on.activation;
        answer.lease_until := nullif(found_on.lease_until, 'infinity');
    ELSIF answer.reason IN ('device_unknown', 'not_activated') THEN
        -- What activating it now would answer; the guards decide when it is done. An expired lease is given up by then.
        IF (SELECT count(*) FROM activation v LEFT JOIN activation_lease e ON e.activation_id = v.id
            WHERE v.assignment_id = held.id AND v.released_at IS NULL AND (e.lease_until IS NULL OR e.lease_until > now()))
           >= held.quantity::bigint * held.devices_per_seat THEN
            answer.reason := 'too_many_devices';
        ELSIF held.metric = 'floating' AND EXISTS (SELECT FROM license_seats c WHERE c.license_id = wanted AND c.live >= c.capacity)
              AND NOT EXISTS (SELECT FROM activation v JOIN activation_lease e ON e.activation_id = v.id
                              WHERE v.license_id = wanted AND v.released_at IS NULL AND e.lease_until <= now()) THEN
            answer.reason := 'no_floating_seat';
        END IF;
    END IF;
    RETURN answer;
END $$;
COMMENT ON FUNCTION validate_license IS 'Whether the member may use the licence, on the device if one is given, at this moment: ok, or the reason why not.';

CREATE FUNCTION require_own_scope() RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF NOT token_scopes() && ARRAY['own', 'members'] THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'the token does not reach using licences on devices',
            DETAIL = jsonb_build_object('reason', 'beyond_token')::text;
    END IF;
END $$;
COMMENT ON FUNCTION require_own_scope() IS 'Refuses a token that is neither for the own licences nor for members.';

CREATE FUNCTION extend_lease(activation bigint, minutes integer) RETURNS timestamptz
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    until timestamptz := CASE WHEN minutes IS NULL THEN 'infinity' ELSE now() + make_interval(mins => minutes) END;
BEGIN
    -- Waits for a sweep that has it, which then leaves no row.
    UPDATE activation_lease SET last_seen_at = greatest(last_seen_at, now()), lease_until = greatest(lease_until, until)
    WHERE activation_id = activation AND EXISTS (SELECT FROM activation v WHERE v.id = activation AND v.released_at IS NULL);
    IF NOT FOUND THEN
        INSERT INTO activation_lease (activation_id, last_seen_at, lease_until)
        SELECT v.id, now(), until FROM activation v WHERE v.id = activation AND v.released_at IS NULL
        ON CONFLICT (activation_id) DO NOTHING;
        RETURN CASE WHEN FOUND THEN until END;
    END IF;
    RETURN until;
END $$;
COMMENT ON FUNCTION extend_lease IS 'A heartbeat of a live activation; answers until when it lives, null if it was released meanwhile. Only the book''s own functions call it.';

CREATE FUNCTION heartbeat_license(wanted bigint, of_device text, named bigint DEFAULT NULL) RETURNS license_standing
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    answer license_standing;
    until  timestamptz;
BEGIN
    PERFORM require_own_scope();
    answer := validate_license(wanted, of_device, named);
    IF answer.reason = 'ok' THEN
        until := extend_lease(answer.activation_id, answer.lease_minutes);
        IF until IS NULL THEN
            answer.reason := 'not_activated';
            answer.activation_id := NULL;
        END IF;
        answer.lease_until := nullif(until, 'infinity');
    END IF;
    RETURN answer;
END $$;
COMMENT ON FUNCTION heartbeat_license IS 'As validate_license(), and what is ok lives on: its lease is extended.';

CREATE FUNCTION activate_license(wanted bigint, of_device text, device_name text, device_platform text, named bigint DEFAULT NULL)
RETURNS license_standing
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    whose   bigint := whose_licenses(named);
    answer  license_standing;
    machine device;
BEGIN
    PERFORM require_own_scope();
    answer := validate_license(wanted, NULL, named);
    IF answer.reason <> 'ok' THEN
        RETURN answer;
    END IF;
    INSERT INTO device (fingerprint, name, platform, member_id) VALUES (of_device, device_name, coalesce(device_platform, ''), whose)
    ON CONFLICT (fingerprint) DO NOTHING;
    SELECT * INTO machine FROM device d WHERE d.fingerprint = of_device;
    IF machine.member_id IS DISTINCT FROM whose THEN
        PERFORM refuse_activation('device_of_another', 'the device belongs to somebody else', '{}');
    END IF;
    -- A seat whose lease ran out is free, whether or not anybody has swept.
    PERFORM advance_leases();
    INSERT INTO activation (assignment_id, license_id, device_id) VALUES (answer.assignment_id, wanted, machine.id)
    ON CONFLICT (assignment_id, device_id) WHERE released_at IS NULL DO NOTHING;
    SELECT v.id INTO answer.activation_id FROM activation v
    WHERE v.assignment_id = answer.assignment_id AND v.device_id = machine.id AND v.released_at IS NULL;
    answer.lease_until := nullif(extend_lease(answer.activation_id, answer.lease_minutes), 'infinity');
    RETURN answer;
END $$;
COMMENT ON FUNCTION activate_license IS 'Lets the licence run on a device, which is entered if it is new; a known one keeps its activation. The guards of activations decide.';

CREATE FUNCTION release_license(wanted bigint, of_device text, why text, named bigint DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    whose bigint := whose_licenses(named);
    done  bigint;
BEGIN
    PERFORM require_own_scope();
    UPDATE activation v SET released_at = now(), release_reason = why
    FROM license_assignment a, device d
    WHERE a.id = v.assignment_id AND a.member_id = whose AND v.license_id = wanted AND d.id = v.device_id
      AND d.fingerprint = of_device AND d.member_id = whose AND v.released_at IS NULL
    RETURNING v.id INTO done;
    DELETE FROM activation_lease WHERE activation_id = done;
    RETURN done;
END $$;
COMMENT ON FUNCTION release_license IS 'Gives the seat back that the device uses; answers the activation, null if there was none.';

-- ------------------------------------------------------------------------------------------------- devices and leases

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
    SELECT d.id, d.name INTO broken FROM activation v JOIN device d ON d.id = v.device_id
    WHERE v.assignment_id = ANY (assignments) AND v.released_at IS NULL AND d.retired_on <= today() LIMIT 1;
    IF FOUND THEN
        PERFORM refuse_activation('device_retired', format('device "%s" is out of use', broken.name), jsonb_build_object('device', broken.id));
    END IF;
    SELECT a.id, a.license_id, a.quantity::bigint * l.devices_per_seat AS allowed, count(*) AS live INTO broken
    FROM license_assignment a JOIN license l ON l.id = a.license_id JOIN activation v ON v.assignment_id = a.id AND v.released_at IS NULL
    WHERE a.id = ANY (assignments) GROUP BY a.id, l.id HAVING count(*) > a.quantity::bigint * l.devices_per_seat LIMIT 1;
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
COMMENT ON FUNCTION guard_live_activations IS 'Under the writers'' lock: devices in use only on active assignments, within devices per seat, and floating licences within their capacity.';

CREATE FUNCTION release_retired_devices() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM new_rows n JOIN activation v ON v.device_id = n.id WHERE n.retired_on <= today() AND v.released_at IS NULL) THEN
        UPDATE activation v SET released_at = now(), release_reason = 'The device is out of use'
        FROM new_rows n WHERE n.id = v.device_id AND n.retired_on <= today() AND v.released_at IS NULL;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION release_retired_devices() IS 'What ran on a device that is taken out of use stops.';
CREATE TRIGGER release_retired_devices AFTER UPDATE ON device REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION release_retired_devices();

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
    ELSIF s.entity = 'device' THEN
        -- One that something ran on stays, as its activations do.
        DELETE FROM device d USING audit_event e
        WHERE e.statement_id = s.id AND d.id = e.entity_id AND NOT EXISTS (SELECT FROM activation v WHERE v.device_id = d.id);
    ELSE
        EXECUTE format('DELETE FROM %I r USING audit_event e WHERE e.statement_id = $1 AND r.id = e.entity_id', s.entity) USING s.id;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION advance_leases() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    outer_operation text := coalesce(current_setting('seatledger.operation', true), '');
    due      bigint[];
    released bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM activation_lease WHERE lease_until <= now()) THEN
        RETURN 0;
    END IF;
    -- Two that sweep at once share the work; what a heartbeat has at this moment lives on.
    SELECT array_agg(activation_id) INTO due FROM (
        SELECT activation_id FROM activation_lease WHERE lease_until <= now() ORDER BY activation_id FOR UPDATE SKIP LOCKED) x;
    IF due IS NULL THEN
        RETURN 0;
    ELSIF NOT EXISTS (SELECT FROM activation WHERE id = ANY (due) AND released_at IS NULL) THEN
        DELETE FROM activation_lease WHERE activation_id = ANY (due);
        RETURN 0;
    END IF;
    PERFORM begin_job('advance', 'Leases that ran out');
    UPDATE activation v SET released_at = greatest(now(), activated_at), release_reason = 'No heartbeat'
    WHERE v.id = ANY (due) AND v.released_at IS NULL;
    GET DIAGNOSTICS released = ROW_COUNT;
    DELETE FROM activation_lease WHERE activation_id = ANY (due);
    PERFORM end_work(outer_operation);
    RETURN released;
END $$;

-- ------------------------------------------------------------------------------------------------- licence files

CREATE TABLE license_file (
    id            bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    activation_id bigint NOT NULL REFERENCES activation,
    valid_until   timestamptz NOT NULL,
    signing_key   bytea NOT NULL CHECK (length(signing_key) = 32),
    version       integer NOT NULL DEFAULT 1 CHECK (version > 0)
);
COMMENT ON TABLE  license_file IS 'Signed licence files that were given out for machines offline: what runs until when without asking.';
COMMENT ON COLUMN license_file.id IS 'Key; in the file, too.';
COMMENT ON COLUMN license_file.activation_id IS 'Which assignment on which device.';
COMMENT ON COLUMN license_file.valid_until IS 'When the file is worth nothing any more; 90 days at most.';
COMMENT ON COLUMN license_file.signing_key IS 'The public key that it is verified by.';
COMMENT ON COLUMN license_file.version IS 'Always 1.';
CREATE INDEX license_file_activation ON license_file (activation_id, id);
SELECT keep_book_of('license_file');
CREATE TRIGGER refuse_change BEFORE UPDATE ON license_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();
CREATE TRIGGER check_token_scope BEFORE INSERT OR UPDATE OR DELETE ON license_file
    FOR EACH STATEMENT EXECUTE FUNCTION check_token_scope('{own,members}');
ALTER TABLE license_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_with_activation ON license_file FOR SELECT
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member
    USING (EXISTS (SELECT FROM activation v WHERE v.id = activation_id));
CREATE POLICY insert_administrator ON license_file FOR INSERT TO seatledger_administrator WITH CHECK (true);
CREATE POLICY insert_own ON license_file FOR INSERT TO seatledger_manager, seatledger_staff, seatledger_member
    WITH CHECK (activation_id IN (SELECT v.id FROM activation v JOIN license_assignment a ON a.id = v.assignment_id
                                  WHERE a.member_id = (SELECT acting_member()) AND v.released_at IS NULL));
GRANT SELECT, INSERT ON license_file TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;

CREATE FUNCTION check_license_file() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    last_moment timestamptz;
BEGIN
    -- Nobody can call it back, so it lasts no longer than the seat, and not for long.
    SELECT least(now() + interval '90 days', upper(a.period)::timestamp AT TIME ZONE (SELECT value FROM setting WHERE name = 'time_zone'))
    INTO last_moment FROM activation v JOIN license_assignment a ON a.id = v.assignment_id
    WHERE v.id = NEW.activation_id AND v.released_at IS NULL AND a.state = 'active';
    IF last_moment IS NULL OR NEW.valid_until > last_moment THEN
        PERFORM refuse_activation('file_too_long', 'a licence file lasts as long as the seat and 90 days at most',
            jsonb_build_object('until', last_moment));
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION check_license_file() IS 'A licence file is for what runs now, and lasts no longer than the seat or 90 days.';
CREATE FUNCTION refuse_given_file() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SL007', MESSAGE = 'a licence file that was given out cannot be called back; it ends by itself',
        DETAIL = jsonb_build_object('reason', 'not_undoable')::text;
END $$;
COMMENT ON FUNCTION refuse_given_file() IS 'What was given out stays on record: no undo calls a file back.';
CREATE TRIGGER refuse_given_file BEFORE DELETE ON license_file FOR EACH ROW EXECUTE FUNCTION refuse_given_file();
CREATE TRIGGER check_license_file BEFORE INSERT ON license_file FOR EACH ROW EXECUTE FUNCTION check_license_file();

REVOKE EXECUTE ON FUNCTION whose_licenses, validate_license, require_own_scope, extend_lease, heartbeat_license, activate_license, release_license,
    release_retired_devices, check_license_file, refuse_given_file FROM PUBLIC;
GRANT EXECUTE ON FUNCTION validate_license, heartbeat_license, activate_license, release_license
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;
GRANT EXECUTE ON FUNCTION advance_leases TO seatledger_member;

SELECT record_security_baseline();
