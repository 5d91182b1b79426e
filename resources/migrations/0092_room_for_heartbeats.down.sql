-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;
SET LOCAL lock_timeout = '30s';

ALTER TABLE activation_lease RESET (fillfactor);
ALTER TABLE license_assignment RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_insert_scale_factor, autovacuum_analyze_scale_factor);
