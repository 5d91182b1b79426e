-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Licences in the order of their seats in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_seats_held ON seatledger.license_seats (held, license_id);
