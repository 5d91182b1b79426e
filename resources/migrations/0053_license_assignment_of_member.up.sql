-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The assignments of a member, with what searches and the policy ask of them.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_of_member ON seatledger.license_assignment (member_id, state, id) INCLUDE (license_id, department_key);
