-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- license_assignment_by_member serves it, too: a member has few assignments to put in order.
DROP INDEX CONCURRENTLY IF EXISTS seatledger.license_assignment_member;
