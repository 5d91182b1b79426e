-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The fullest licences, as the dashboard asks for them, without looking at all: the expression is that of the report.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_seats_used ON seatledger.license_seats
    ((((2000 * held + capacity) / (2 * nullif(capacity, 0)))::float8 / 10) DESC NULLS LAST, held DESC);
