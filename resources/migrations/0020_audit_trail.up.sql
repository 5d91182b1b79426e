-- SPDX-License-Identifier: GPL-3.0-or-later
-- The chain holds every operation, also one that changed no row; and the book has an id that anchors name.

SET LOCAL search_path = seatledger, public;

CREATE TABLE book (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    id       uuid NOT NULL DEFAULT gen_random_uuid()
);
COMMENT ON TABLE  book IS 'Which book this is. A copy keeps the id: it is the same book until the two chains part.';
COMMENT ON COLUMN book.only_row IS 'Keeps the table at one row.';
COMMENT ON COLUMN book.id IS 'What an anchor of the audit names, so that another book in its place shows.';
INSERT INTO book DEFAULT VALUES;
CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON book
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();
ALTER TABLE book ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_administrator_auditor ON book FOR SELECT TO seatledger_administrator, seatledger_auditor USING (true);
GRANT SELECT ON book TO seatledger_administrator, seatledger_auditor;

-- ------------------------------------------------------------------------------- operations that changed nothing

ALTER TABLE audit_statement
    DROP CONSTRAINT audit_statement_action_check,
    DROP CONSTRAINT audit_statement_event_count_check,
    ADD CONSTRAINT audit_statement_action_check CHECK (action IN ('insert', 'update', 'delete', 'none')),
    ADD CONSTRAINT audit_statement_event_count_check CHECK (event_count > 0 OR action = 'none' AND event_count = 0);
COMMENT ON COLUMN audit_statement.action IS 'insert, update or delete; none for an operation that changed no row.';

CREATE FUNCTION link_bare_operation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM audit_statement WHERE operation_id = NEW.id) THEN
        INSERT INTO audit_statement (operation_id, entity, action, event_count, events_digest)
        VALUES (NEW.id, 'operation', 'none', 0, sha256(''));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION link_bare_operation() IS 'At commit, links an operation that changed no row: the chain covers it like any other, so none can be slipped in.';
CREATE CONSTRAINT TRIGGER link_bare_operation AFTER INSERT ON operation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_bare_operation();

-- Those from before.
ALTER TABLE audit_statement DISABLE TRIGGER refuse_write;
INSERT INTO audit_statement (operation_id, entity, action, event_count, events_digest)
    SELECT id, 'operation', 'none', 0, sha256('') FROM operation o
    WHERE NOT EXISTS (SELECT FROM audit_statement s WHERE s.operation_id = o.id) ORDER BY id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
ALTER TABLE audit_statement ENABLE TRIGGER refuse_write;

ALTER FUNCTION undo_statement(audit_statement) RENAME TO undo_rows;
COMMENT ON FUNCTION undo_rows IS 'Takes the rows of one statement back: old values return; what was new ends, is cancelled or, if nothing could refer to it, goes.';
CREATE FUNCTION undo_statement(s audit_statement) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF s.action <> 'none' THEN
        PERFORM undo_rows(s);
    END IF;
END $$;
COMMENT ON FUNCTION undo_statement IS 'Takes one statement back.';

REVOKE EXECUTE ON FUNCTION link_bare_operation, undo_statement FROM PUBLIC;
SELECT record_security_baseline();
