-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people of a department by name, as those see them who see by departments.
CREATE INDEX CONCURRENTLY IF NOT EXISTS member_of_department ON seatledger.member (department_id, name, id) INCLUDE (status);
