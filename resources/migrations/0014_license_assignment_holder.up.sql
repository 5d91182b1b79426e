-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A member's assignments of some states. With the state inside, the planner never takes the exclusion index for it.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_holder ON seatledger.license_assignment (member_id, state, id);
