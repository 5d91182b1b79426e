-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations by who did them, in the order of time; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS operation_actor ON seatledger.operation (actor, started_at, id);
