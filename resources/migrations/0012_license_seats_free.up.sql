-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Licences in the order of their free seats.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_seats_free ON seatledger.license_seats (coalesce(capacity - held, 9223372036854775807), license_id);
