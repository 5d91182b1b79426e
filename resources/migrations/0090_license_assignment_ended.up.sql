-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What has ended, by its last day, beside license_assignment_ends, which has what is open: a row is in one of them, so that who
-- assigns pays for one.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_assignment_ended ON seatledger.license_assignment (upper(period))
    WHERE state IN ('expired', 'revoked');
