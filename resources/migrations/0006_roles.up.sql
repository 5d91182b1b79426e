-- SPDX-License-Identifier: GPL-3.0-or-later
-- The group roles that people's logins are members of, and the least rights each needs. Roles belong to the
-- whole cluster, so another book on it may have made them before.

SET LOCAL search_path = seatledger, public;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['seatledger_administrator', 'seatledger_manager', 'seatledger_staff', 'seatledger_auditor', 'seatledger_server'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', name);
        END IF;
        EXECUTE format('GRANT USAGE ON SCHEMA seatledger TO %I', name);
    END LOOP;
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA seatledger FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA seatledger FROM PUBLIC;
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
