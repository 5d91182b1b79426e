-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_by_member ON seatledger.license_assignment (member_id, state, id) INCLUDE (license_id);
