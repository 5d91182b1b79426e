-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations by the tables they changed; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS audit_statement_entity ON seatledger.audit_statement (entity, operation_id);
