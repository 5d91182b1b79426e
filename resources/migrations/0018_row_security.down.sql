-- SPDX-License-Identifier: GPL-3.0-or-later
-- Back to grants alone: administrators write everything, every role of the book reads everything.
SET LOCAL search_path = seatledger, public;

DO $$
DECLARE
    found record;
BEGIN
    FOR found IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'seatledger' LOOP
        EXECUTE format('DROP POLICY %I ON %I', found.policyname, found.tablename);
    END LOOP;
    FOR found IN SELECT relname FROM pg_class WHERE relnamespace = 'seatledger'::regnamespace AND relkind = 'r' AND relrowsecurity
                   AND relname <> 'work_of_the_book' LOOP
        EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', found.relname);
    END LOOP;
END $$;

DROP TRIGGER check_assignment_rights ON license_assignment;
DROP VIEW priced_entitlement;
DROP FUNCTION check_assignment_rights, entitlement_price, book_key_reading, read_license_key, readable_key;
-- Readings stay in the chain.
DROP TABLE license_key_reading;

ALTER FUNCTION seat_steps(bigint[], date) SECURITY INVOKER;
ALTER FUNCTION lock_license_seats(bigint[]) SECURITY INVOKER;
ALTER FUNCTION undo_operation(bigint, text, text) SECURITY INVOKER;
ALTER FUNCTION refuse_statement() RESET search_path;
ALTER FUNCTION next_version() RESET search_path;
ALTER FUNCTION audit_event_digest(audit_event) RESET search_path;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['seatledger_administrator', 'seatledger_manager', 'seatledger_staff', 'seatledger_auditor', 'seatledger_server',
                                'seatledger_member', 'seatledger_assign', 'seatledger_revoke', 'seatledger_view_costs', 'seatledger_view_keys',
                                'seatledger_edit_catalogue', 'seatledger_manage_operators'] LOOP
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA seatledger FROM %I', name);
        EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA seatledger FROM %I', name);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION today, current_operation, undone_operation, holding_days, with_overage, seat_steps,
    state_fits_days, transition_allowed, audit_event_digest, audit_link_hash, anything_due, advance_due, advance_leases
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_server;

-- What everybody who may sign in reads: no keys, no tokens.
GRANT SELECT ON setting, clock, operation, department, member, vendor, product, license, entitlement,
    license_assignment, license_seats, device, activation, activation_lease, feature_switch, schema_version
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_server;
GRANT SELECT ON setting, clock, operation, audit_statement, audit_event, audit_link, audit_head, feature_switch, schema_version
    TO seatledger_auditor, seatledger_administrator;

-- What administrators write. Nobody has DELETE, nobody writes the audit or the counters.
GRANT INSERT, UPDATE ON department, member, vendor, product, license, entitlement, license_assignment, device, activation,
    activation_lease, feature_switch, operator, operator_department, api_token, notification TO seatledger_administrator;
GRANT UPDATE (value, note) ON setting TO seatledger_administrator;
GRANT SELECT, INSERT, UPDATE ON license_key TO seatledger_administrator;
GRANT SELECT ON operator, operator_department, notification TO seatledger_administrator;
GRANT SELECT (id, operator_id, name, scopes, created_at, expires_at, revoked_at, version) ON api_token TO seatledger_administrator;
GRANT EXECUTE ON FUNCTION begin_operation, undo_operation, undo_statement, refuse_if_moved_on, undo_columns, next_version,
    refuse_statement, check_setting, check_department_tree, check_license_state TO seatledger_administrator;
