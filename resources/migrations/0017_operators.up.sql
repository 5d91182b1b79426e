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
    ADD CONSTRAINT operator_login_not_reserved CHECK (login !~ '^(pg_|seatledger_)' AND login NOT IN ('postgres', 'public', 'none', 'root', 'pgbouncer')),
    ADD CONSTRAINT operator_member_is_known CHECK (role <> 'member' OR member_id IS NOT NULL);
COMMENT ON COLUMN operator.rights IS 'What the operator may do beyond the role, as far as the role sees: assign, revoke, view_costs, view_keys, edit_catalogue, manage_operators.';

-- ---------------------------------------------------------------------------------------------- who is asking

CREATE FUNCTION acting_login() RETURNS name
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
    -- Taking on a group role makes nobody somebody else.
    SELECT CASE WHEN current_setting('role') = 'none' OR current_setting('role') ~ '^seatledger_' THEN session_user
                ELSE current_setting('role')::name END
$$;
COMMENT ON FUNCTION acting_login() IS 'The login that a statement counts for: the login taken on by SET ROLE, which takes membership, or the one that signed in.';

CREATE FUNCTION acting_owner() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
    SELECT pg_has_role(acting_login(), nspowner, 'usage') FROM pg_namespace WHERE nspname = 'seatledger'
$$;
COMMENT ON FUNCTION acting_owner() IS 'Whether the acting login owns the book, as that of the private workspace does.';

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

CREATE FUNCTION acting_has(role_name name) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
    SELECT pg_has_role(acting_login(), role_name, 'usage')
$$;
COMMENT ON FUNCTION acting_has IS 'Whether the acting login has what a group role gives.';

CREATE FUNCTION acting_departments() RETURNS bigint[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    WITH RECURSIVE mine(id) AS (
        SELECT department_id FROM operator_department WHERE operator_id = acting_operator() AND ended_at IS NULL
        UNION SELECT d.id FROM department d JOIN mine ON d.parent_id = mine.id)
    SELECT coalesce(array_agg(id), '{}') FROM mine
$$;
COMMENT ON FUNCTION acting_departments() IS 'The departments of the acting operator with all below them.';

CREATE FUNCTION operator_scope(whose bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    WITH RECURSIVE theirs(id) AS (
        SELECT department_id FROM operator_department WHERE operator_id = whose AND ended_at IS NULL
        UNION SELECT d.id FROM department d JOIN theirs ON d.parent_id = theirs.id)
    SELECT coalesce(array_agg(id), '{}') FROM theirs
    WHERE whose = acting_operator() OR acting_has('seatledger_manage_operators') OR acting_has('seatledger_auditor')
$$;
COMMENT ON FUNCTION operator_scope IS 'The departments of an operator with all below them, whoever of those who see operators asks; of others nothing.';

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

CREATE TABLE work_of_the_book (
    operation_id bigint PRIMARY KEY REFERENCES operation
);
COMMENT ON TABLE  work_of_the_book IS 'Operations that a function of the book is at work for: what the calendar brings, what is undone. A row lives only inside of its transaction.';
COMMENT ON COLUMN work_of_the_book.operation_id IS 'The operation; nobody else may book on it, or gets the leave that undoing has.';
ALTER TABLE work_of_the_book ENABLE ROW LEVEL SECURITY;

DROP FUNCTION begin_operation(text, text, text, text, text, bigint);

CREATE FUNCTION open_operation(kind text, summary text, source text, actor text, reason text, undoes bigint) RETURNS bigint
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    new_id bigint;
BEGIN
    INSERT INTO operation (kind, summary, source, actor, reason, undoes_id)
    VALUES (kind, summary, source, actor, nullif(reason, ''), undoes) RETURNING id INTO new_id;
    PERFORM set_config('seatledger.operation', new_id::text, true);
    RETURN new_id;
END $$;
COMMENT ON FUNCTION open_operation IS 'Opens an operation, whoever asks and whatever it says; only the book''s own functions call it.';

CREATE FUNCTION signed_operation(kind text, summary text, source text, actor text, reason text, undoes bigint) RETURNS bigint
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    -- An operator signs with the own login and does no work of the book; only its owner names somebody else.
    SELECT open_operation(kind, summary, CASE WHEN source = 'job' AND NOT acting_owner() THEN 'sql' ELSE source END,
                          CASE WHEN acting_owner() THEN coalesce(nullif(actor, ''), session_user) ELSE acting_login() END, reason, undoes)
$$;
COMMENT ON FUNCTION signed_operation IS 'Opens an operation in the name of who is asking.';

CREATE FUNCTION begin_operation(kind text, summary text, source text DEFAULT 'sql', actor text DEFAULT NULL, reason text DEFAULT NULL) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT signed_operation(kind, summary, source, actor, reason, NULL)
$$;
COMMENT ON FUNCTION begin_operation IS 'Opens the operation that the changes of this transaction are booked on, and returns its id.';

CREATE FUNCTION begin_job(kind text, summary text) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    INSERT INTO work_of_the_book SELECT open_operation(kind, summary, 'job', 'seatledger', NULL, NULL)
$$;
COMMENT ON FUNCTION begin_job IS 'Opens an operation of the book itself, which nobody undoes; only its own functions call it.';

CREATE FUNCTION end_work(outer_operation text) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    DELETE FROM work_of_the_book WHERE operation_id = current_setting('seatledger.operation')::bigint;
    SELECT set_config('seatledger.operation', outer_operation, true);
$$;
COMMENT ON FUNCTION end_work IS 'Closes the operation that the book was at work for, and goes on with the one before.';

CREATE OR REPLACE FUNCTION current_operation() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    named text := current_setting('seatledger.operation', true);
BEGIN
    -- The setting is anybody's to write: it counts for who opened the operation, and for the book at work.
    IF named ~ '^\d{1,18}$' AND EXISTS (
        SELECT FROM operation o WHERE id = named::bigint AND transaction_id = pg_current_xact_id()
           AND (source <> 'job' AND actor = acting_login() OR acting_owner()
                OR EXISTS (SELECT FROM work_of_the_book WHERE operation_id = o.id))) THEN
        RETURN named::bigint;
    END IF;
    RETURN begin_operation('direct', 'Changed by SQL as ' || session_user);
END $$;

CREATE OR REPLACE FUNCTION undone_operation() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT undoes_id FROM operation o JOIN work_of_the_book w ON w.operation_id = o.id
    WHERE o.id = CASE WHEN current_setting('seatledger.operation', true) ~ '^\d{1,18}$'
                      THEN current_setting('seatledger.operation', true)::bigint END
      AND transaction_id = pg_current_xact_id()
$$;

CREATE OR REPLACE FUNCTION undo_operation(taken_back bigint, source text DEFAULT 'sql', actor text DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
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

-- ------------------------------------------------------------------------------------- the login follows the row

CREATE FUNCTION refuse_operator(reason text, message text, login text) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SL013', MESSAGE = message,
        DETAIL = jsonb_build_object('reason', reason, 'login', login)::text;
END $$;
COMMENT ON FUNCTION refuse_operator IS 'Refuses a change of an operator, with the reason.';

CREATE FUNCTION within_reach(o operator) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT acting_has('seatledger_administrator')
        -- Managers see costs, staff everybody; both take one who does.
        OR (o.role = 'member' OR o.role = 'staff' AND acting_has('seatledger_staff')
            OR o.role = 'manager' AND acting_has('seatledger_view_costs'))
       AND NOT EXISTS (SELECT FROM unnest(o.rights) r WHERE r = 'manage_operators' OR NOT acting_has(('seatledger_' || r)::name))
       AND (acting_has('seatledger_staff')
            OR NOT EXISTS (SELECT FROM operator_department d WHERE d.operator_id = o.id AND d.ended_at IS NULL
                                                               AND d.department_id <> ALL (acting_departments()))
           AND (o.member_id IS NULL OR EXISTS (SELECT FROM member m WHERE m.id = o.member_id AND m.department_id = ANY (acting_departments()))))
$$;
COMMENT ON FUNCTION within_reach IS 'Whether an operator sees and may do nothing that the acting one does not; administrators reach everybody.';

CREATE FUNCTION check_operator() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    is_new boolean := TG_OP = 'INSERT';
BEGIN
    IF NOT is_new AND NEW.login <> OLD.login THEN
        PERFORM refuse_operator('login_fixed', format('the login %s cannot be renamed; add another operator', OLD.login), OLD.login);
    ELSIF NOT is_new AND NEW.login = acting_login()
          AND ((NEW.role, NEW.rights, NEW.disabled_at) IS DISTINCT FROM (OLD.role, OLD.rights, OLD.disabled_at)
               OR NEW.member_id IS DISTINCT FROM OLD.member_id AND NOT acting_has('seatledger_administrator')) THEN
        PERFORM refuse_operator('own_operator', 'nobody changes their own role or rights; ask another administrator', NEW.login);
    ELSIF NEW.login <> acting_login() AND NOT (within_reach(NEW) AND (is_new OR within_reach(OLD))) THEN
        PERFORM refuse_operator('beyond_own_rights', 'only an administrator makes administrators or gives rights beyond the own', NEW.login);
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION check_operator() IS 'Nobody lifts themselves, nobody hands on more than they have.';
CREATE TRIGGER check_operator BEFORE INSERT OR UPDATE ON operator FOR EACH ROW EXECUTE FUNCTION check_operator();

CREATE FUNCTION check_operator_department() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    scoped operator;
BEGIN
    FOR scoped IN SELECT * FROM operator WHERE id IN (NEW.operator_id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.operator_id END) LOOP
        IF scoped.login = acting_login() THEN
            PERFORM refuse_operator('own_operator', 'nobody changes their own departments; ask another administrator', scoped.login);
        ELSIF NOT within_reach(scoped) OR NOT (acting_has('seatledger_administrator') OR acting_has('seatledger_staff')
                                               OR NEW.department_id = ANY (acting_departments())) THEN
            PERFORM refuse_operator('beyond_own_rights', 'only an administrator gives departments beyond the own', scoped.login);
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION check_operator_department() IS 'Nobody widens their own scope, or gives departments beyond it.';
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
    handed_over boolean;
BEGIN
    SELECT * INTO found_role FROM pg_roles WHERE rolname = o.login;
    IF NOT FOUND THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', o.login);
    ELSE
        handed_over := EXISTS (SELECT FROM pg_auth_members WHERE roleid = found_role.oid AND member = 'seatledger_server'::regrole);
        -- Who sets its password could sign in elsewhere as whoever has the login: another application, another book.
        IF NOT (handed_over AND actual_groups(o.login) = '{}' OR acting_owner())
           OR EXISTS (SELECT FROM pg_auth_members WHERE roleid = found_role.oid AND member <> 'seatledger_server'::regrole)
           OR found_role.rolsuper OR found_role.rolcreaterole OR found_role.rolcreatedb OR found_role.rolreplication
           OR found_role.rolbypassrls OR EXISTS (SELECT FROM unnest(actual_groups(o.login)) g WHERE g !~ '^seatledger_') THEN
            PERFORM refuse_operator('login_not_adoptable',
                format('%s is a login of somebody else on this server; choose another name', o.login), o.login);
        END IF;
    END IF;
    IF handed_over IS NOT TRUE THEN
        EXECUTE format('GRANT %I TO seatledger_server', o.login);
    END IF;
END $$;
COMMENT ON FUNCTION adopt_login IS 'Makes the login of an operator, or takes one that a book made and nobody has any more, or that was handed over by GRANT login TO seatledger_server; the owner of the book takes any without powers of its own.';

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

CREATE TABLE operator_password_change (
    id          bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    operator_id bigint NOT NULL REFERENCES operator,
    valid_until timestamptz,
    version     integer NOT NULL DEFAULT 1 CHECK (version > 0)
);
COMMENT ON TABLE  operator_password_change IS 'That a password was set; by whom and when, its operation says. Written by set_operator_password() alone.';
COMMENT ON COLUMN operator_password_change.id IS 'Key.';
COMMENT ON COLUMN operator_password_change.operator_id IS 'Whose.';
COMMENT ON COLUMN operator_password_change.valid_until IS 'Until when it is good; null is for good.';
COMMENT ON COLUMN operator_password_change.version IS 'Always 1.';
SELECT keep_book_of('operator_password_change');
CREATE TRIGGER refuse_change BEFORE UPDATE ON operator_password_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();

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
    ELSIF target.login <> acting_login() AND NOT (acting_has('seatledger_manage_operators') AND within_reach(target)) THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = format('the password of %s is not yours to set', login);
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL %L', target.login, verifier, coalesce(valid_until::text, 'infinity'));
    INSERT INTO operator_password_change (operator_id, valid_until) VALUES (target.id, valid_until);
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

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA seatledger FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_operation TO seatledger_administrator;
