-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Assignments of rare states, newest first, and their count.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_state ON seatledger.license_assignment (state, id);
