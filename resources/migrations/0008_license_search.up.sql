-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Licences by search as you type; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_search ON seatledger.license USING gin (search public.gin_trgm_ops);
