-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The assignments of a member, with their licences: a search for people and licences reads only this.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_by_member ON seatledger.license_assignment (member_id, state, id) INCLUDE (license_id);
