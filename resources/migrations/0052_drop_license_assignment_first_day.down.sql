-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_first_day ON seatledger.license_assignment (lower(period), id);
