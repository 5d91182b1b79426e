-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All assignments by their first day, as a column that may be looked up before a policy is asked.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_by_day ON seatledger.license_assignment (first_day, id);
