-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may sign in, as what, and what each may do on top: operators, their logins and their rights.
--
-- An operator's row is the truth and the PostgreSQL login follows it: a member of one group role, of the rights
-- given on top of it, allowed to sign in or not. What a login may do is decided by its memberships, so that the
-- book decides the same for the window, the command, the server and psql.

SET LOCAL search_path = seatledger, public;
SET LOCAL client_min_messages = warning; -- roles of the cluster may be there already

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['seatledger_member', 'seatledger_assign', 'seatledger_revoke', 'seatledger_view_costs',
                                'seatledger_view_keys', 'seatledger_edit_catalogue', 'seatledger_manage_operators'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', name);
        END IF;
        EXECUTE format('GRANT USAGE ON SCHEMA seatledger TO %I', name);
    END LOOP;
    -- An owner who is no superuser has the powers of the book all the same.
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        GRANT seatledger_administrator TO CURRENT_USER;
    END IF;
END $$;

-- Whoever writes what was bought writes prices; an administrator has every right.
GRANT seatledger_view_costs TO seatledger_edit_catalogue;
GRANT seatledger_assign, seatledger_revoke, seatledger_view_costs, seatledger_view_keys, seatledger_edit_catalogue,
    seatledger_manage_operators TO seatledger_administrator;
GRANT seatledger_view_costs TO seatledger_manager;
-- The server is nobody by itself: it takes on the login of whoever asks.
ALTER ROLE seatledger_server NOINHERIT;

ALTER TABLE operator
    ADD COLUMN rights text[] NOT NULL DEFAULT '{}'
        CONSTRAINT operator_rights CHECK (rights <@ ARRAY['assign', 'revoke', 'view_costs', 'view_keys', 'edit_catalogue', 'manage_operators']
                                          AND array_position(rights, NULL) IS NULL),
    ADD CONSTRAINT operator_rights_of_role CHECK (rights = '{}' OR role IN ('manager', 'staff')),
    ADD CONSTRAINT operator_login_not_reserved CHECK (login !~ '^(pg_|seatledger_)' AND login <> 'postgres'),
    ADD CONSTRAINT operator_member_is_known CHECK (role <> 'member' OR member_id IS NOT NULL);
COMMENT ON COLUMN operator.rights IS 'What the operator may do beyond the role, as far as the role sees: assign, revoke, view_costs, view_keys, edit_catalogue, manage_operators.';

-- ---------------------------------------------------------------------------------------------- who is asking

CREATE FUNCTION acting_login() RETURNS name
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
    SELECT CASE current_setting('role') WHEN 'none' THEN session_user ELSE current_setting('role')::name END
$$;
COMMENT ON FUNCTION acting_login() IS 'The login that a statement counts for: the role taken on by SET ROLE, which takes membership, or the one that signed in.';

CREATE FUNCTION acting_operator() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT id FROM operator WHERE login = acting_login() AND disabled_at IS NULL
$$;
COMMENT ON FUNCTION acting_operator() IS 'The operator behind acting_login(); null for the owner of the book and for a disabled one.';

CREATE FUNCTION acting_member() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT member_id FROM operator WHERE id = acting_operator()
$$;
COMMENT ON FUNCTION acting_member() IS 'The member that the acting operator is, or null.';

CREATE FUNCTION acting_departments() RETURNS bigint[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    WITH RECURSIVE mine(id) AS (
        SELECT department_id FROM operator_department WHERE operator_id = acting_operator() AND ended_at IS NULL
        UNION SELECT d.id FROM department d JOIN mine ON d.parent_id = mine.id)
    SELECT coalesce(array_agg(id), '{}') FROM mine
$$;
COMMENT ON FUNCTION acting_departments() IS 'The departments of the acting operator with all below them.';

CREATE FUNCTION acting_has(role_name name) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
    SELECT pg_has_role(acting_login(), role_name, 'usage')
$$;
COMMENT ON FUNCTION acting_has IS 'Whether the acting login has what a group role gives.';

-- ---------------------------------------------------------------------------- operations say from where, and who

ALTER TABLE operation ADD COLUMN address inet DEFAULT inet_client_addr();
COMMENT ON COLUMN operation.address IS 'The network address it came from; null on this machine''s own socket.';

CREATE OR REPLACE FUNCTION audit_link_hash(previous bytea, link_position bigint, s audit_statement, o operation) RETURNS bytea
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT sha256(previous || convert_to((jsonb_build_array(
        link_position, s.id, extract(epoch FROM s.at), s.entity, s.action, s.event_count, encode(s.events_digest, 'hex'),
        o.id, o.kind, o.summary, o.reason, o.actor, o.login, o.source, extract(epoch FROM o.started_at), o.undoes_id)
        -- Operations without an address keep the hash they had before there were addresses.
        || CASE WHEN o.address IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(host(o.address)) END)::text, 'UTF8'))
$$;

CREATE OR REPLACE FUNCTION begin_operation(
    kind text, summary text, source text DEFAULT 'sql', actor text DEFAULT NULL,
    reason text DEFAULT NULL, undoes bigint DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    new_id bigint;
    signed boolean := acting_operator() IS NOT NULL;
BEGIN
    -- An operator signs with the own login and does no work of the book; only its owner names somebody else.
    INSERT INTO operation (kind, summary, source, actor, reason, undoes_id)
    VALUES (kind, summary, CASE WHEN signed AND source = 'job' THEN 'sql' ELSE source END,
            CASE WHEN signed THEN acting_login() ELSE coalesce(nullif(actor, ''), session_user) END,
            nullif(reason, ''), undoes)
    RETURNING id INTO new_id;
    PERFORM set_config('seatledger.operation', new_id::text, true);
    RETURN new_id;
END $$;

CREATE FUNCTION begin_job(kind text, summary text) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    new_id bigint;
BEGIN
    INSERT INTO operation (kind, summary, source, actor) VALUES (kind, summary, 'job', 'seatledger') RETURNING id INTO new_id;
    PERFORM set_config('seatledger.operation', new_id::text, true);
END $$;
COMMENT ON FUNCTION begin_job IS 'Opens an operation of the book itself, which nobody undoes; only its own functions call it.';

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
    PERFORM begin_job('advance', 'Leases that ran out');
    UPDATE activation v SET released_at = greatest(now(), activated_at), release_reason = 'No heartbeat'
    FROM activation_lease e WHERE e.activation_id = v.id AND e.lease_until <= now() AND v.released_at IS NULL;
    GET DIAGNOSTICS released = ROW_COUNT;
    DELETE FROM activation_lease WHERE lease_until <= now();
    PERFORM set_config('seatledger.operation', outer_operation, true);
    RETURN released;
END $$;

-- ------------------------------------------------------------------------------------- the login follows the row

CREATE FUNCTION refuse_operator(reason text, message text, login text) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SL013', MESSAGE = message,
        DETAIL = jsonb_build_object('reason', reason, 'login', login)::text;
END $$;
COMMENT ON FUNCTION refuse_operator IS 'Refuses a change of an operator, with the reason.';

CREATE FUNCTION check_operator() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    is_new boolean := TG_OP = 'INSERT';
BEGIN
    IF NOT is_new AND NEW.login <> OLD.login THEN
        PERFORM refuse_operator('login_fixed', format('the login %s cannot be renamed; add another operator', OLD.login), OLD.login);
    ELSIF NEW.login = acting_login() AND NOT is_new
          AND (NEW.role, NEW.rights, NEW.disabled_at) IS DISTINCT FROM (OLD.role, OLD.rights, OLD.disabled_at) THEN
        PERFORM refuse_operator('own_operator', 'nobody changes their own role or rights; ask another administrator', NEW.login);
    ELSIF NOT acting_has('seatledger_administrator')
          AND (NEW.role = 'administrator' OR NOT is_new AND OLD.role = 'administrator'
               OR EXISTS (SELECT FROM unnest(NEW.rights) r WHERE NOT acting_has(('seatledger_' || r)::name) OR r = 'manage_operators')) THEN
        PERFORM refuse_operator('beyond_own_rights', 'only an administrator makes administrators or gives rights beyond the own', NEW.login);
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION check_operator() IS 'Nobody lifts themselves, nobody hands on more than they have.';
CREATE TRIGGER check_operator BEFORE INSERT OR UPDATE ON operator FOR EACH ROW EXECUTE FUNCTION check_operator();

CREATE FUNCTION check_operator_department() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    scoped record;
BEGIN
    SELECT login, role INTO scoped FROM operator WHERE id = NEW.operator_id;
    IF scoped.login = acting_login() THEN
        PERFORM refuse_operator('own_operator', 'nobody changes their own departments; ask another administrator', scoped.login);
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION check_operator_department() IS 'Nobody widens their own scope.';
CREATE TRIGGER check_operator_department BEFORE INSERT OR UPDATE ON operator_department
    FOR EACH ROW EXECUTE FUNCTION check_operator_department();

CREATE FUNCTION wanted_groups(o operator) RETURNS name[]
LANGUAGE sql IMMUTABLE SET search_path = seatledger, pg_temp AS $$
    SELECT CASE WHEN o.disabled_at IS NOT NULL THEN '{}'::name[]
                ELSE ARRAY(SELECT ('seatledger_' || x)::name FROM unnest(o.rights || o.role) x ORDER BY 1) END
$$;
COMMENT ON FUNCTION wanted_groups IS 'The group roles that an operator''s login is to be a direct member of.';

CREATE FUNCTION actual_groups(login text) RETURNS name[]
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT ARRAY(SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles l ON l.oid = m.member
                 WHERE l.rolname = login ORDER BY g.rolname)
$$;
COMMENT ON FUNCTION actual_groups IS 'The roles that a login is a direct member of.';

CREATE FUNCTION adopt_login(o operator) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    found_role pg_roles;
BEGIN
    SELECT * INTO found_role FROM pg_roles WHERE rolname = o.login;
    IF NOT FOUND THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', o.login);
        EXECUTE format('GRANT %I TO seatledger_server', o.login);
    ELSIF found_role.rolsuper OR found_role.rolcreaterole OR found_role.rolcreatedb OR found_role.rolreplication
          OR found_role.rolbypassrls OR EXISTS (SELECT FROM unnest(actual_groups(o.login)) g WHERE g !~ '^seatledger_') THEN
        PERFORM refuse_operator('login_not_adoptable',
            format('%s is a login with powers of its own on this server; choose another name', o.login), o.login);
    END IF;
END $$;
COMMENT ON FUNCTION adopt_login IS 'Makes the login of an operator, or takes one that exists and is nothing special on this server.';

CREATE FUNCTION follow_operator() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    wanted name[] := wanted_groups(NEW);
    actual name[];
    name   name;
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM adopt_login(NEW);
    END IF;
    actual := actual_groups(NEW.login);
    FOREACH name IN ARRAY actual LOOP
        IF name ~ '^seatledger_' AND name <> ALL (wanted) THEN
            EXECUTE format('REVOKE %I FROM %I', name, NEW.login);
        END IF;
    END LOOP;
    FOREACH name IN ARRAY wanted LOOP
        IF name <> ALL (actual) THEN
            EXECUTE format('GRANT %I TO %I', name, NEW.login);
        END IF;
    END LOOP;
    EXECUTE format(CASE WHEN NEW.disabled_at IS NULL THEN 'GRANT CONNECT ON DATABASE %I TO %I' ELSE 'REVOKE CONNECT ON DATABASE %I FROM %I' END,
                   current_database(), NEW.login);
    -- Members come through the server only.
    EXECUTE format('ALTER ROLE %I %s', NEW.login,
                   CASE WHEN NEW.disabled_at IS NULL AND NEW.role <> 'member' THEN 'LOGIN' ELSE 'NOLOGIN' END);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION follow_operator() IS 'Keeps the login''s memberships and whether it may sign in as the operator''s row says.';
CREATE TRIGGER follow_operator AFTER INSERT OR UPDATE ON operator FOR EACH ROW EXECUTE FUNCTION follow_operator();

CREATE FUNCTION drop_operator_login() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    name name;
BEGIN
    FOREACH name IN ARRAY actual_groups(OLD.login) LOOP
        EXECUTE format('REVOKE %I FROM %I', name, OLD.login);
    END LOOP;
    EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM %I', current_database(), OLD.login);
    EXECUTE format('ALTER ROLE %I NOLOGIN', OLD.login);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION drop_operator_login() IS 'When adding an operator is undone, its login is left without anything.';
CREATE TRIGGER drop_operator_login AFTER DELETE ON operator FOR EACH ROW EXECUTE FUNCTION drop_operator_login();

CREATE FUNCTION end_operator_sessions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE usename = NEW.login AND datname = current_database() AND pid <> pg_backend_pid();
    RETURN NULL;
EXCEPTION WHEN insufficient_privilege THEN
    -- Without pg_signal_backend the sessions stay connected; they have no rights left.
    RETURN NULL;
END $$;
COMMENT ON FUNCTION end_operator_sessions() IS 'At commit, ends the sessions of an operator who was disabled.';
CREATE CONSTRAINT TRIGGER end_operator_sessions AFTER UPDATE ON operator DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL) EXECUTE FUNCTION end_operator_sessions();

CREATE FUNCTION set_operator_password(login text, verifier text, valid_until timestamptz DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    target operator;
BEGIN
    SELECT * INTO target FROM operator o WHERE o.login = set_operator_password.login;
    IF NOT FOUND THEN
        PERFORM refuse_operator('operator_unknown', format('there is no operator %s', login), login);
    ELSIF verifier !~ '^SCRAM-SHA-256\$\d{4,7}:[A-Za-z0-9+/=]{16,}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$' THEN
        -- The password itself never comes here, so that no log can have it.
        PERFORM refuse_operator('verifier_expected', 'a SCRAM-SHA-256 verifier is expected, not a password', login);
    ELSIF target.login <> acting_login() AND NOT acting_has('seatledger_administrator')
          AND (NOT acting_has('seatledger_manage_operators') OR target.role = 'administrator' OR 'manage_operators' = ANY (target.rights)) THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = format('the password of %s is not yours to set', login);
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL %L', target.login, verifier, coalesce(valid_until::text, 'infinity'));
END $$;
COMMENT ON FUNCTION set_operator_password IS 'Sets the password of an operator''s login from its SCRAM verifier, which the client makes.';

CREATE FUNCTION admit_operators_only() RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    login text;
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO seatledger_server', current_database());
    FOR login IN SELECT o.login FROM operator o JOIN pg_roles r ON r.rolname = o.login WHERE disabled_at IS NULL LOOP
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
    END LOOP;
END $$;
COMMENT ON FUNCTION admit_operators_only() IS 'Closes the database to logins that are no operators of this book. A copy or a restored dump is open until it runs.';
SELECT admit_operators_only();
