-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Licences by their product's name; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS product_search ON seatledger.product USING gin (lower(name) public.gin_trgm_ops);
