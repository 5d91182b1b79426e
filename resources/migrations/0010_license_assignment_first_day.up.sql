-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Assignments by their first day; built CONCURRENTLY, so that a book in use stays in use.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_first_day ON seatledger.license_assignment (lower(period), id);
