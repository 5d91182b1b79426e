-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What ends soon, for the figures of the dashboard and the report of what expires.
CREATE INDEX CONCURRENTLY IF NOT EXISTS entitlement_end ON seatledger.entitlement (upper(period));
