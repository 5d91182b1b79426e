-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Room in the pages of leases, so that a heartbeat stays in its page: half as much is written to PostgreSQL's log for each. It holds for
-- pages that are written from now on; those there are get it by VACUUM FULL, or bit by bit as their rows are renewed.
--
-- Assignments are vacuumed after a fiftieth of them, not a fifth: until then what is counted by an index alone looks at each row that is
-- new, which costs two thirds more after a hundred thousand on a million.

SET LOCAL search_path = seatledger, public;
SET LOCAL lock_timeout = '30s';

ALTER TABLE activation_lease SET (fillfactor = 70);
ALTER TABLE license_assignment SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
                                    autovacuum_analyze_scale_factor = 0.02);
