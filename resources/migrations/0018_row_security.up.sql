-- SPDX-License-Identifier: GPL-3.0-or-later
-- What each role sees and writes, row by row.
--
-- Policies belong to roles: where a role sees everything its policy is plainly true, which costs a query nothing;
-- an OR over roles in one policy would keep every search from its index. What hangs on something visible is visible
-- with it: an assignment with its holder, an activation with its assignment.

SET LOCAL search_path = seatledger, public;

-- What is read by everybody who may sign in was granted with the roles; the member's own role sees as much, of less.
GRANT SELECT ON setting, clock, feature_switch, schema_version, department, member, vendor, product, license, license_seats,
    license_assignment, device, activation, activation_lease, operation TO seatledger_member;
GRANT SELECT ON operator_password_change TO seatledger_administrator, seatledger_auditor, seatledger_manage_operators;
GRANT SELECT ON operator, operator_department
    TO seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member, seatledger_manage_operators;

-- Prices are apart from the rest of an entitlement.
REVOKE SELECT ON entitlement FROM seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_server;
GRANT SELECT (id, license_id, quantity, period, billing, order_number, supplier, renews_id, cancelled_at, note, version)
    ON entitlement TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;
GRANT SELECT (price_minor, currency) ON entitlement TO seatledger_view_costs;

-- The server has nothing by itself: it takes on the login of whoever asks.
REVOKE ALL ON setting, clock, operation, department, member, vendor, product, license, license_assignment, license_seats,
    device, activation, activation_lease, feature_switch FROM seatledger_server;

-- Writing hangs on rights, which an administrator has all of.
REVOKE INSERT, UPDATE ON vendor, product, license, entitlement, license_key, license_assignment, operator, operator_department
    FROM seatledger_administrator;
REVOKE SELECT ON license_key FROM seatledger_administrator;
GRANT INSERT, UPDATE ON vendor, product, license, entitlement, license_key TO seatledger_edit_catalogue;
GRANT SELECT (id, license_id, entitlement_id, assignment_id, kind, note, version)
    ON license_key TO seatledger_edit_catalogue, seatledger_view_keys, seatledger_member;
GRANT INSERT ON license_assignment TO seatledger_assign;
GRANT UPDATE ON license_assignment TO seatledger_assign, seatledger_revoke;
GRANT INSERT, UPDATE ON operator, operator_department TO seatledger_manage_operators;
GRANT INSERT, UPDATE ON device, activation, activation_lease TO seatledger_manager, seatledger_staff, seatledger_member;

CREATE FUNCTION protect(target regclass, command text, roles text, condition text) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    short  text := lower(command) || '_' || replace(replace(roles, 'seatledger_', ''), ', ', '_');
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY %I ON %s FOR %s TO %s', left(short, 63), target, command, roles)
        || CASE WHEN command <> 'INSERT' THEN format(' USING (%s)', condition) ELSE '' END
        || CASE WHEN command <> 'SELECT' THEN format(' WITH CHECK (%s)', condition) ELSE '' END;
END $$;
COMMENT ON FUNCTION protect IS 'Adds the policy that lets some roles do one thing to the rows that meet a condition.';

DO $$
DECLARE
    everybody  constant text := 'seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member';
    book       constant text := 'seatledger_administrator, seatledger_manager, seatledger_staff';
    whole_book constant text := 'seatledger_administrator, seatledger_staff';
    own_use    constant text := 'seatledger_manager, seatledger_staff, seatledger_member';
    target     text;
BEGIN
    -- What is nobody's in particular.
    FOREACH target IN ARRAY ARRAY['setting', 'clock', 'feature_switch', 'schema_version'] LOOP
        PERFORM protect(target::regclass, 'SELECT', everybody || ', seatledger_server', 'true');
    END LOOP;
    PERFORM protect('setting', 'UPDATE', 'seatledger_administrator', 'true');
    PERFORM protect('feature_switch', 'INSERT', 'seatledger_administrator', 'true');
    PERFORM protect('feature_switch', 'UPDATE', 'seatledger_administrator', 'true');

    -- People: a manager sees the own departments and whom works there.
    PERFORM protect('department', 'SELECT', whole_book, 'true');
    PERFORM protect('department', 'SELECT', 'seatledger_manager', 'id = ANY ((SELECT acting_departments())::bigint[])');
    PERFORM protect('department', 'SELECT', 'seatledger_member', 'id = (SELECT department_id FROM member WHERE member.id = (SELECT acting_member()))');
    PERFORM protect('member', 'SELECT', whole_book, 'true');
    PERFORM protect('member', 'SELECT', 'seatledger_manager',
                    'department_id = ANY ((SELECT acting_departments())::bigint[]) OR id = (SELECT acting_member())');
    PERFORM protect('member', 'SELECT', 'seatledger_member', 'id = (SELECT acting_member())');
    FOREACH target IN ARRAY ARRAY['department', 'member'] LOOP
        PERFORM protect(target::regclass, 'INSERT', 'seatledger_administrator', 'true');
        PERFORM protect(target::regclass, 'UPDATE', 'seatledger_administrator', 'true');
    END LOOP;

    -- Assignments, and what runs on them.
    PERFORM protect('license_assignment', 'SELECT', whole_book, 'true');
    PERFORM protect('license_assignment', 'SELECT', 'seatledger_manager', 'member_id IN (SELECT id FROM member)');
    PERFORM protect('license_assignment', 'SELECT', 'seatledger_member', 'member_id = (SELECT acting_member())');
    PERFORM protect('license_assignment', 'INSERT', 'seatledger_administrator', 'true');
    PERFORM protect('license_assignment', 'UPDATE', 'seatledger_administrator', 'true');
    PERFORM protect('license_assignment', 'INSERT', 'seatledger_assign', 'member_id IN (SELECT id FROM member)');
    PERFORM protect('license_assignment', 'UPDATE', 'seatledger_assign, seatledger_revoke', 'member_id IN (SELECT id FROM member)');
    PERFORM protect('device', 'SELECT', whole_book, 'true');
    PERFORM protect('device', 'SELECT', 'seatledger_manager', 'member_id IN (SELECT id FROM member)');
    PERFORM protect('device', 'SELECT', 'seatledger_member', 'member_id = (SELECT acting_member())');
    PERFORM protect('activation', 'SELECT', whole_book, 'true');
    PERFORM protect('activation', 'SELECT', 'seatledger_manager, seatledger_member',
                    'EXISTS (SELECT FROM license_assignment a WHERE a.id = assignment_id)');
    PERFORM protect('activation_lease', 'SELECT', whole_book, 'true');
    PERFORM protect('activation_lease', 'SELECT', 'seatledger_manager, seatledger_member',
                    'EXISTS (SELECT FROM activation v WHERE v.id = activation_id)');
    FOREACH target IN ARRAY ARRAY['device', 'activation', 'activation_lease'] LOOP
        PERFORM protect(target::regclass, 'INSERT', 'seatledger_administrator', 'true');
        PERFORM protect(target::regclass, 'UPDATE', 'seatledger_administrator', 'true');
    END LOOP;

    -- Devices are registered and used by whom they belong to, on the own seats.
    PERFORM protect('device', 'INSERT', own_use, 'member_id = (SELECT acting_member())');
    PERFORM protect('device', 'UPDATE', own_use, 'member_id = (SELECT acting_member())');
    FOREACH target IN ARRAY ARRAY['INSERT', 'UPDATE'] LOOP
        PERFORM protect('activation', target, own_use,
            'assignment_id IN (SELECT id FROM license_assignment WHERE member_id = (SELECT acting_member()))'
            ' AND device_id IN (SELECT id FROM device WHERE member_id = (SELECT acting_member()))');
        PERFORM protect('activation_lease', target, own_use,
            'activation_id IN (SELECT v.id FROM activation v JOIN license_assignment a ON a.id = v.assignment_id'
            ' WHERE a.member_id = (SELECT acting_member()))');
    END LOOP;

    -- The catalogue is everybody's to see; a member sees what the own seats are of.
    FOREACH target IN ARRAY ARRAY['vendor', 'product', 'license', 'license_seats', 'entitlement'] LOOP
        PERFORM protect(target::regclass, 'SELECT', book, 'true');
    END LOOP;
    PERFORM protect('license', 'SELECT', 'seatledger_member', 'id IN (SELECT license_id FROM license_assignment)');
    PERFORM protect('license_seats', 'SELECT', 'seatledger_member', 'license_id IN (SELECT id FROM license)');
    PERFORM protect('entitlement', 'SELECT', 'seatledger_member', 'license_id IN (SELECT id FROM license)');
    PERFORM protect('product', 'SELECT', 'seatledger_member', 'id IN (SELECT product_id FROM license)');
    PERFORM protect('vendor', 'SELECT', 'seatledger_member', 'id IN (SELECT vendor_id FROM product)');
    FOREACH target IN ARRAY ARRAY['vendor', 'product', 'license', 'entitlement', 'license_key'] LOOP
        PERFORM protect(target::regclass, 'INSERT', 'seatledger_edit_catalogue', 'true');
        PERFORM protect(target::regclass, 'UPDATE', 'seatledger_edit_catalogue', 'true');
    END LOOP;
    PERFORM protect('license_key', 'SELECT', 'seatledger_edit_catalogue, seatledger_view_keys', 'true');
    PERFORM protect('license_key', 'SELECT', 'seatledger_member',
                    'EXISTS (SELECT FROM license_assignment a WHERE a.license_id = license_key.license_id AND a.state = ''active'''
                    ' AND (kind <> ''pool'' OR a.id = assignment_id))');

    -- The audit is whole or not at all; of operations everybody sees the own.
    FOREACH target IN ARRAY ARRAY['audit_statement', 'audit_event', 'audit_link', 'audit_head', 'operation'] LOOP
        PERFORM protect(target::regclass, 'SELECT', 'seatledger_administrator, seatledger_auditor', 'true');
    END LOOP;
    PERFORM protect('operation', 'SELECT', 'seatledger_manager, seatledger_staff, seatledger_member', 'actor = (SELECT acting_login())');

    -- Who may sign in: everybody sees themselves.
    PERFORM protect('operator', 'SELECT', 'seatledger_administrator, seatledger_auditor, seatledger_manage_operators', 'true');
    PERFORM protect('operator', 'SELECT', 'seatledger_manager, seatledger_staff, seatledger_member', 'login = (SELECT acting_login())');
    PERFORM protect('operator_department', 'SELECT', 'seatledger_administrator, seatledger_auditor, seatledger_manage_operators', 'true');
    PERFORM protect('operator_department', 'SELECT', 'seatledger_manager, seatledger_staff, seatledger_member',
                    'operator_id = (SELECT acting_operator())');
    FOREACH target IN ARRAY ARRAY['operator', 'operator_department'] LOOP
        PERFORM protect(target::regclass, 'INSERT', 'seatledger_manage_operators', 'true');
        PERFORM protect(target::regclass, 'UPDATE', 'seatledger_manage_operators', 'true');
    END LOOP;
    PERFORM protect('operator_password_change', 'SELECT', 'seatledger_administrator, seatledger_auditor, seatledger_manage_operators', 'true');
    FOREACH target IN ARRAY ARRAY['api_token', 'notification'] LOOP
        PERFORM protect(target::regclass, 'SELECT', 'seatledger_administrator', 'true');
        PERFORM protect(target::regclass, 'INSERT', 'seatledger_administrator', 'true');
        PERFORM protect(target::regclass, 'UPDATE', 'seatledger_administrator', 'true');
    END LOOP;
    ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
END $$;
DROP FUNCTION protect;

-- ---------------------------------------------------------------------------- assigning and revoking are two rights

CREATE FUNCTION check_assignment_rights() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    -- Ending needs the right to revoke; every other change can raise demand as well as lower it, and needs both.
    IF pg_has_role(current_user, 'seatledger_assign', 'usage') AND pg_has_role(current_user, 'seatledger_revoke', 'usage') THEN
        RETURN NULL;
    ELSIF NOT pg_has_role(current_user, 'seatledger_revoke', 'usage') OR EXISTS (SELECT FROM new_rows WHERE state <> 'revoked') THEN
        RAISE EXCEPTION USING ERRCODE = '42501',
            MESSAGE = 'changing assignments needs the rights to assign and to revoke, ending them the right to revoke',
            DETAIL = jsonb_build_object('reason', 'not_permitted', 'login', current_user)::text;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION check_assignment_rights() IS 'Refuses an update of assignments to whom it is not permitted.';
CREATE TRIGGER check_assignment_rights AFTER UPDATE ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION check_assignment_rights();

-- ------------------------------------------------------------------------------------------------ costs and keys

CREATE FUNCTION entitlement_price(entitlement bigint, OUT price_minor bigint, OUT currency text) RETURNS record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT price_minor, currency::text FROM entitlement e WHERE e.id = $1 AND acting_has('seatledger_view_costs')
$$;
COMMENT ON FUNCTION entitlement_price IS 'The price of an entitlement for those who may see costs, nothing for others.';

CREATE VIEW priced_entitlement WITH (security_invoker = true) AS
    SELECT e.id, e.license_id, e.quantity, e.period, p.price_minor, p.currency, e.billing, e.order_number, e.supplier,
           e.renews_id, e.cancelled_at, e.note, e.version
    FROM entitlement e, LATERAL entitlement_price(e.id) p;
COMMENT ON VIEW priced_entitlement IS 'Entitlements as far as the reader sees them, with the price if the reader may see costs.';
GRANT SELECT ON priced_entitlement TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;

CREATE TABLE license_key_reading (
    id             bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    license_key_id bigint NOT NULL REFERENCES license_key,
    license_id     bigint NOT NULL REFERENCES license,
    login          text NOT NULL DEFAULT acting_login(),
    operation_id   bigint NOT NULL DEFAULT current_operation() REFERENCES operation,
    version        integer NOT NULL DEFAULT 1 CHECK (version > 0)
);
COMMENT ON TABLE  license_key_reading IS 'Who read which key; when, and from where, its operation says. Written by book_key_reading() alone.';
COMMENT ON COLUMN license_key_reading.id IS 'Key.';
COMMENT ON COLUMN license_key_reading.license_key_id IS 'The key that was read.';
COMMENT ON COLUMN license_key_reading.license_id IS 'Its licence.';
COMMENT ON COLUMN license_key_reading.login IS 'Who read it.';
COMMENT ON COLUMN license_key_reading.operation_id IS 'The operation it was booked on.';
COMMENT ON COLUMN license_key_reading.version IS 'Always 1.';
CREATE INDEX license_key_reading_key ON license_key_reading (license_key_id, id);
SELECT keep_book_of('license_key_reading');
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON license_key_reading
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();
ALTER TABLE license_key_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_administrator_auditor ON license_key_reading FOR SELECT TO seatledger_administrator, seatledger_auditor USING (true);
GRANT SELECT ON license_key_reading TO seatledger_administrator, seatledger_auditor;

CREATE FUNCTION readable_key(key bigint) RETURNS license_key
LANGUAGE plpgsql STABLE SET search_path = seatledger, pg_temp AS $$
DECLARE
    found_key license_key;
BEGIN
    SELECT * INTO found_key FROM license_key WHERE id = key;
    -- Who may not read keys does not learn which there are.
    IF NOT (acting_has('seatledger_view_keys') OR acting_has('seatledger_member') AND EXISTS (
            SELECT FROM license_assignment a WHERE a.license_id = found_key.license_id AND a.member_id = acting_member() AND a.state = 'active'
              AND (found_key.kind <> 'pool' OR found_key.assignment_id = a.id))) THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'reading keys is not permitted to ' || acting_login(),
            DETAIL = jsonb_build_object('reason', 'not_permitted', 'action', 'view_keys')::text;
    END IF;
    RETURN found_key;
END $$;
COMMENT ON FUNCTION readable_key IS 'A key for those who may see keys or hold a seat it is for, refused to others. Only the book''s own functions call it.';

CREATE FUNCTION book_key_reading(key bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    found_key license_key := readable_key(key);
BEGIN
    INSERT INTO license_key_reading (license_key_id, license_id) SELECT found_key.id, found_key.license_id WHERE found_key.id IS NOT NULL;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION book_key_reading IS 'Puts on record that a key is going to be read; false if there is no such key. Commit it, then read_license_key().';

CREATE FUNCTION read_license_key(key bigint) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    found_key license_key := readable_key(key);
BEGIN
    -- A reading of the same transaction could be rolled back once the secret is known.
    IF found_key.id IS NOT NULL AND NOT EXISTS (
        SELECT FROM license_key_reading r JOIN operation o ON o.id = r.operation_id
        WHERE r.license_key_id = key AND r.login = acting_login() AND o.started_at > clock_timestamp() - interval '1 minute'
          AND o.transaction_id IS DISTINCT FROM pg_current_xact_id_if_assigned()) THEN
        RAISE EXCEPTION USING ERRCODE = 'SL014', MESSAGE = 'book_key_reading() comes first, in a transaction of its own, and is good for a minute',
            DETAIL = jsonb_build_object('reason', 'reading_not_booked', 'key', key)::text;
    END IF;
    RETURN found_key.secret;
END $$;
COMMENT ON FUNCTION read_license_key IS 'The secret of a key, once it is on record that who is asking reads it. Null if there is no such key.';

-- ----------------------------------------------------------------------------- functions: whose, with which path

ALTER FUNCTION seat_steps(bigint[], date) SECURITY DEFINER;
ALTER FUNCTION lock_license_seats(bigint[]) SECURITY DEFINER;
-- Undone by the book, whose guards decide: it deletes what was new, which nobody else may.
ALTER FUNCTION undo_operation(bigint, text, text) SECURITY DEFINER;
ALTER FUNCTION refuse_statement() SET search_path = seatledger, pg_temp;
ALTER FUNCTION next_version() SET search_path = seatledger, pg_temp;
ALTER FUNCTION audit_event_digest(audit_event) SET search_path = seatledger, pg_temp;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA seatledger FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION undo_statement, refuse_if_moved_on, undo_columns, advance_leases, audit_event_digest, audit_link_hash,
    next_version, refuse_statement, check_setting, check_department_tree, check_license_state
    FROM seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_server;
GRANT EXECUTE ON FUNCTION audit_event_digest, audit_link_hash, entitlement_price TO seatledger_administrator, seatledger_auditor;
GRANT EXECUTE ON FUNCTION advance_leases TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_server;
GRANT EXECUTE ON FUNCTION acting_login, acting_operator, acting_member, acting_departments, acting_has, operator_scope TO seatledger_administrator,
    seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member, seatledger_server;
GRANT EXECUTE ON FUNCTION today, current_operation, undone_operation, holding_days, with_overage, state_fits_days,
    transition_allowed, anything_due, advance_due, book_key_reading, read_license_key, set_operator_password, entitlement_price
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;
GRANT EXECUTE ON FUNCTION seat_steps TO seatledger_administrator, seatledger_manager, seatledger_staff;
REVOKE EXECUTE ON FUNCTION seat_steps FROM seatledger_auditor, seatledger_server;
GRANT EXECUTE ON FUNCTION set_operator_password TO seatledger_auditor;
GRANT EXECUTE ON FUNCTION lock_license_seats TO seatledger_assign, seatledger_revoke, seatledger_edit_catalogue;
GRANT EXECUTE ON FUNCTION begin_operation TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member;
GRANT EXECUTE ON FUNCTION wanted_groups, actual_groups TO seatledger_administrator, seatledger_auditor, seatledger_manage_operators;
