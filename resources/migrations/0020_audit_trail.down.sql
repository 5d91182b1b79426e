-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION undo_statement;
ALTER FUNCTION undo_rows(audit_statement) RENAME TO undo_statement;
COMMENT ON FUNCTION undo_statement IS 'Takes one statement back: old values return; what was new ends, is cancelled or, if nothing could refer to it, goes.';

DROP TRIGGER link_bare_operation ON operation;
DROP FUNCTION link_bare_operation;
-- What was linked stays in the chain, and with it the looser checks of audit_statement.
COMMENT ON COLUMN audit_statement.action IS 'insert, update or delete.';
DROP TABLE book;
SELECT record_security_baseline();
