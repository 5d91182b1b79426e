-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations by what was done, in the order of time; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS operation_kind ON seatledger.operation (kind, started_at, id);
