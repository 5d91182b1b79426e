-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- license_assignment_of_license serves what it served.
DROP INDEX CONCURRENTLY IF EXISTS seatledger.license_assignment_by_license;
