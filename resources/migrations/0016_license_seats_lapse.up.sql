-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Licences by the day their supply lapses.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_seats_lapse ON seatledger.license_seats (coalesce(lapses_on, 'infinity'::date), license_id);
