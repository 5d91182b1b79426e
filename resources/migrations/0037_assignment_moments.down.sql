-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

REVOKE INSERT (id, license_id, member_id, quantity, period, state, seat_released, suspended_until, ended_on, end_reason, note, operation_id, version)
    ON license_assignment FROM seatledger_assign;
REVOKE UPDATE (id, license_id, member_id, quantity, period, state, seat_released, suspended_until, ended_on, end_reason, note, operation_id, version)
    ON license_assignment FROM seatledger_assign, seatledger_revoke;
GRANT INSERT ON license_assignment TO seatledger_assign;
GRANT UPDATE ON license_assignment TO seatledger_assign, seatledger_revoke;

DROP TRIGGER audit_insert ON license_assignment;
DROP TRIGGER audit_update ON license_assignment;
DROP TRIGGER audit_delete ON license_assignment;
CREATE TRIGGER audit_insert AFTER INSERT ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('holder_may_hold');
CREATE TRIGGER audit_update AFTER UPDATE ON license_assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('holder_may_hold');
CREATE TRIGGER audit_delete AFTER DELETE ON license_assignment REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('holder_may_hold');
DROP TRIGGER note_revocation ON license_assignment;
DROP FUNCTION note_revocation;
ALTER TABLE license_assignment DROP COLUMN assigned_at, DROP COLUMN revoked_at;
SELECT record_security_baseline();
