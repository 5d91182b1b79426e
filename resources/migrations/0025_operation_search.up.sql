-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations by words of what was done and why; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS operation_search ON seatledger.operation USING gin (lower(summary || ' ' || coalesce(reason, '')) public.gin_trgm_ops);
