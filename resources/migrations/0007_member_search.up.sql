-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Members by search as you type; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS member_search ON seatledger.member USING gin (search public.gin_trgm_ops);
