-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The assignments of a licence, with what searches and the policy ask of them.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_of_license ON seatledger.license_assignment (license_id, id) INCLUDE (member_id, department_key);
