-- SPDX-License-Identifier: GPL-3.0-or-later
-- When people gave and took seats, to the minute. Days say when a seat counts; what goes on in a week, by day and
-- hour, is told by moments, and a manager, who does not see other people's operations, sees those of the own people.

SET LOCAL search_path = seatledger, public;

ALTER TABLE license_assignment ADD COLUMN assigned_at timestamptz, ADD COLUMN revoked_at timestamptz;
COMMENT ON COLUMN license_assignment.assigned_at IS 'When it was given. Written by the book.';
COMMENT ON COLUMN license_assignment.revoked_at IS 'When somebody revoked it; null while it was not, and where the calendar did. Written by the book.';

-- Nothing that anybody did: no version, no audit.
ALTER TABLE license_assignment DISABLE TRIGGER USER;
UPDATE license_assignment a SET assigned_at = o.started_at, revoked_at = r.at
FROM license_assignment b JOIN operation o ON o.id = b.operation_id
LEFT JOIN (
    SELECT e.entity_id, max(done.started_at) AS at
    FROM audit_event e JOIN audit_statement s ON s.id = e.statement_id JOIN operation done ON done.id = s.operation_id
    WHERE e.entity = 'license_assignment' AND s.action = 'update' AND done.source <> 'job' AND e.new->>'state' = 'revoked'
    GROUP BY e.entity_id) r ON r.entity_id = b.id AND b.state = 'revoked'
WHERE a.id = b.id;
ALTER TABLE license_assignment ENABLE TRIGGER USER;
ALTER TABLE license_assignment ALTER COLUMN assigned_at SET DEFAULT now(), ALTER COLUMN assigned_at SET NOT NULL;

CREATE FUNCTION note_revocation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    NEW.revoked_at := CASE WHEN NEW.state = 'revoked' AND NOT EXISTS (
        SELECT FROM work_of_the_book w JOIN operation o ON o.id = w.operation_id WHERE o.undoes_id IS NULL) THEN now() END;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION note_revocation() IS 'Writes when somebody revoked an assignment; what the calendar does is nobody''s.';
CREATE TRIGGER note_revocation BEFORE UPDATE ON license_assignment
    FOR EACH ROW WHEN ((OLD.state = 'revoked') <> (NEW.state = 'revoked')) EXECUTE FUNCTION note_revocation();

-- Moments stay out of the audit, whose statements have their own, and out of everybody's hands.
DROP TRIGGER audit_insert ON license_assignment;
DROP TRIGGER audit_update ON license_assignment;
DROP TRIGGER audit_delete ON license_assignment;
CREATE TRIGGER audit_insert AFTER INSERT ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('holder_may_hold', 'assigned_at', 'revoked_at');
CREATE TRIGGER audit_update AFTER UPDATE ON license_assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('holder_may_hold', 'assigned_at', 'revoked_at');
CREATE TRIGGER audit_delete AFTER DELETE ON license_assignment REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('holder_may_hold', 'assigned_at', 'revoked_at');

REVOKE INSERT, UPDATE ON license_assignment FROM seatledger_assign, seatledger_revoke;
GRANT INSERT (id, license_id, member_id, quantity, period, state, seat_released, suspended_until, ended_on, end_reason, note, operation_id, version)
    ON license_assignment TO seatledger_assign;
GRANT UPDATE (id, license_id, member_id, quantity, period, state, seat_released, suspended_until, ended_on, end_reason, note, operation_id, version)
    ON license_assignment TO seatledger_assign, seatledger_revoke;

REVOKE EXECUTE ON FUNCTION note_revocation FROM PUBLIC;
SELECT record_security_baseline();
