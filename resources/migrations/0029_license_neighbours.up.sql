-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Licences by search for one or two characters; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_neighbours ON seatledger.license USING gin (seatledger.neighbours(search));
