-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The same by first day.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_department_day ON seatledger.license_assignment (department_key, first_day, id) INCLUDE (member_id);
