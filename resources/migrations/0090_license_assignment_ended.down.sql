-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
DROP INDEX CONCURRENTLY IF EXISTS seatledger.license_assignment_ended;
