-- SPDX-License-Identifier: GPL-3.0-or-later
-- An import of members. :fields are the fields that the file has; of others an existing member keeps its values.

--: stage
CREATE TEMP TABLE import_row (
    nr bigint NOT NULL, line bigint NOT NULL, number text, name text, email text, department text, status text, joined_on date,
    left_on date, note text, bad text) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_department (key text, id bigint, hits bigint) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_change (
    nr bigint, line bigint, number text, name text, email text, department_id bigint, status text, joined_on date, left_on date,
    note text, existing bigint, version integer, action text) ON COMMIT DROP

--: new_departments
WITH RECURSIVE asked AS (
    SELECT department AS path, min(nr) AS nr FROM pg_temp.import_row WHERE department IS NOT NULL GROUP BY department
), tree AS (
    SELECT id, lower(name) AS name, lower(name) AS path FROM seatledger.department WHERE parent_id IS NULL
    UNION ALL SELECT d.id, lower(d.name), t.path || ' / ' || lower(d.name) FROM tree t JOIN seatledger.department d ON d.parent_id = t.id
)
SELECT a.path FROM asked a
WHERE NOT EXISTS (SELECT FROM tree t WHERE lower(a.path) IN (t.path, t.name))
ORDER BY a.nr

--: add_department
INSERT INTO seatledger.department (parent_id, name)
SELECT :parent::bigint, :name::text
WHERE NOT EXISTS (SELECT FROM seatledger.department
                  WHERE parent_id IS NOT DISTINCT FROM :parent::bigint AND lower(name) = lower(:name::text))

--: find_department
SELECT id FROM seatledger.department WHERE parent_id IS NOT DISTINCT FROM :parent::bigint AND lower(name) = lower(:name::text)

--: resolve
ANALYZE pg_temp.import_row
--: resolve
INSERT INTO pg_temp.import_department
WITH RECURSIVE tree AS (
    SELECT id, lower(name) AS name, lower(name) AS path FROM seatledger.department WHERE parent_id IS NULL
    UNION ALL SELECT d.id, lower(d.name), t.path || ' / ' || lower(d.name) FROM tree t JOIN seatledger.department d ON d.parent_id = t.id
), asked AS (
    SELECT DISTINCT lower(department) AS key FROM pg_temp.import_row WHERE department IS NOT NULL
), found AS (
    SELECT a.key, t.id, CASE WHEN t.path = a.key AND t.path <> t.name THEN 1 ELSE 2 END AS rank
    FROM asked a JOIN tree t ON a.key IN (t.path, t.name)
), best AS (
    SELECT key, min(rank) AS rank FROM found GROUP BY key
)
SELECT key, min(id), count(*) FROM found JOIN best USING (key, rank) GROUP BY key
--: resolve
INSERT INTO pg_temp.import_problem (nr, line, field, value, code)
SELECT r.nr, r.line, 'department', r.department,
       CASE WHEN d.hits > 1 THEN 'ambiguous_department' ELSE 'unknown_department' END
FROM pg_temp.import_row r LEFT JOIN pg_temp.import_department d ON d.key = lower(r.department)
WHERE r.department IS NOT NULL AND d.hits IS DISTINCT FROM 1

--: decide
INSERT INTO pg_temp.import_change
WITH known AS (
    SELECT r.*, coalesce(n.id, CASE WHEN r.number IS NULL THEN e.id END) AS existing
    FROM pg_temp.import_row r
    LEFT JOIN seatledger.member n ON lower(n.number) = lower(r.number)
    LEFT JOIN seatledger.member e ON lower(e.email) = lower(r.email)
    WHERE r.bad IS NULL
), valued AS (
    SELECT k.nr, k.line, coalesce(k.number, m.number) AS number, coalesce(k.name, m.name) AS name, coalesce(k.email, m.email) AS email,
           CASE WHEN m.id IS NULL OR 'department' = ANY (:fields::text[]) THEN d.id ELSE m.department_id END AS department_id,
           k.department IS NOT NULL AND d.hits IS DISTINCT FROM 1 AS is_lost,
           coalesce(k.status, CASE WHEN k.left_on <= day.today THEN 'departed' END, m.status, 'active') AS status,
           CASE WHEN m.id IS NULL OR 'joined_on' = ANY (:fields::text[]) THEN k.joined_on ELSE m.joined_on END AS joined_on,
           coalesce(k.left_on, m.left_on) AS left_on, k.left_on AS said_left_on,
           CASE WHEN m.id IS NULL OR 'note' = ANY (:fields::text[]) THEN coalesce(k.note, '') ELSE m.note END AS note, k.existing
    FROM known k CROSS JOIN (SELECT seatledger.today() AS today OFFSET 0) day
    LEFT JOIN seatledger.member m ON m.id = k.existing
    LEFT JOIN pg_temp.import_department d ON d.key = lower(k.department) AND d.hits = 1
)
SELECT v.nr, v.line, v.number, v.name, v.email, v.department_id, v.status, v.joined_on,
       CASE WHEN v.status = 'departed' THEN v.left_on ELSE v.said_left_on END, v.note, v.existing, m.version,
       CASE WHEN m.id IS NULL THEN 'add'
            WHEN :existing = 'skip' THEN 'skip'
            WHEN (v.number, v.name, v.email, v.status, v.note) = (m.number, m.name, m.email, m.status, m.note)
                 AND (v.department_id, v.joined_on, CASE WHEN v.status = 'departed' THEN v.left_on ELSE v.said_left_on END)
                     IS NOT DISTINCT FROM (m.department_id, m.joined_on, m.left_on)
            THEN 'same' ELSE 'update' END
FROM valued v LEFT JOIN seatledger.member m ON m.id = v.existing

--: rules
INSERT INTO pg_temp.import_problem (nr, line, field, value, code, detail)
WITH asked AS (
    SELECT * FROM pg_temp.import_change WHERE action IN ('add', 'update')
), numbered AS (
    SELECT nr, line, number, email, min(nr) OVER (PARTITION BY lower(number)) AS first_number,
           min(nr) OVER (PARTITION BY lower(email)) AS first_email
    FROM pg_temp.import_change
)
SELECT nr, line, 'number', NULL, 'number_missing', NULL FROM asked WHERE number IS NULL
UNION ALL SELECT nr, line, 'name', NULL, 'name_missing', NULL FROM asked WHERE name IS NULL
UNION ALL SELECT nr, line, 'email', NULL, 'email_missing', NULL FROM asked WHERE email IS NULL
UNION ALL SELECT nr, line, 'number', number, 'twice_in_file', first_number::text FROM numbered WHERE number IS NOT NULL AND nr <> first_number
UNION ALL SELECT nr, line, 'email', email, 'twice_in_file', first_email::text FROM numbered
          WHERE email IS NOT NULL AND nr <> first_email AND nr IS NOT DISTINCT FROM first_number
UNION ALL SELECT a.nr, a.line, 'email', a.email, 'email_taken', m.number
          FROM asked a JOIN seatledger.member m ON lower(m.email) = lower(a.email) AND m.id IS DISTINCT FROM a.existing
UNION ALL SELECT nr, line, 'left_on', NULL, 'left_on_missing', NULL FROM asked WHERE status = 'departed' AND left_on IS NULL
UNION ALL SELECT nr, line, 'left_on', left_on::text, 'not_departed', NULL FROM asked WHERE status <> 'departed' AND left_on IS NOT NULL
UNION ALL SELECT nr, line, 'left_on', left_on::text, 'left_before_joining', NULL FROM asked WHERE left_on < joined_on
UNION ALL SELECT nr, line, 'status', status, 'still_holds', seats::text
          FROM asked a, LATERAL (SELECT sum(quantity) AS seats FROM seatledger.license_assignment h
                                 WHERE h.member_id = a.existing AND h.state IN ('reserved', 'active', 'suspended')) held
          WHERE status = 'departed' AND seats > 0

--: write
UPDATE seatledger.member m
SET number = c.number, name = c.name, email = c.email, department_id = c.department_id, status = c.status, joined_on = c.joined_on,
    left_on = c.left_on, note = c.note
FROM pg_temp.import_change c
WHERE c.action = 'update' AND m.id = c.existing AND m.version = c.version
--: write
INSERT INTO seatledger.member (number, name, email, department_id, status, joined_on, left_on, note)
SELECT number, name, email, department_id, status, joined_on, left_on, note
FROM pg_temp.import_change WHERE action = 'add' ORDER BY nr
