-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the people of a department have been given, newest first, with what the policy, searches and reports ask of it.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_of_department ON seatledger.license_assignment (department_key, id) INCLUDE (license_id, member_id, quantity, state, seat_released);
