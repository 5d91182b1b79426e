-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The activations of an assignment, live or not: when it was last used.
CREATE INDEX CONCURRENTLY IF NOT EXISTS activation_assignment ON seatledger.activation (assignment_id);
