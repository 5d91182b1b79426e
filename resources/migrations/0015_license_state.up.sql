-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Licences of one state by name.
CREATE INDEX CONCURRENTLY IF NOT EXISTS license_state ON seatledger.license (state, name, id);
