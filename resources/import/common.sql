-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every import does, whatever its kind. Each statement begins with a line that names its step.

--: begin
SET LOCAL jit = off
--: begin
SET LOCAL work_mem = '64MB'
--: begin
CREATE TEMP TABLE import_problem (
    nr bigint NOT NULL, line bigint NOT NULL, field text, value text, code text NOT NULL, detail text) ON COMMIT DROP

--: bad_values
INSERT INTO pg_temp.import_problem (nr, line, field, value, code, detail)
SELECT r.nr, r.line, split_part(b, e'\x1f', 1), split_part(b, e'\x1f', 2), 'text', split_part(b, e'\x1f', 3)
FROM pg_temp.import_row r, string_to_table(r.bad, e'\x1e') b
WHERE r.bad IS NOT NULL

--: reject
DELETE FROM pg_temp.import_change c USING (SELECT DISTINCT nr FROM pg_temp.import_problem) p WHERE c.nr = p.nr

--: stop
INSERT INTO pg_temp.import_problem (nr, line, code)
SELECT nr, line, 'exists' FROM pg_temp.import_change WHERE existing IS NOT NULL

--: count
SELECT action, count(*) AS lines FROM pg_temp.import_change GROUP BY action

--: expected
SELECT count(*) AS rows FROM pg_temp.import_change WHERE action IN ('add', 'update')

--: currency
SELECT value FROM seatledger.setting WHERE name = 'currency'

--: index_problems
CREATE INDEX ON pg_temp.import_problem (nr)
