-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations in the order of time; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS operation_moment ON seatledger.operation (started_at, id);
