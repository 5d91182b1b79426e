-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_by_license ON seatledger.license_assignment (license_id, id) INCLUDE (member_id);
