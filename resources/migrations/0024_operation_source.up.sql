-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations by where they came from, in the order of time; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS operation_source ON seatledger.operation (source, started_at, id);
