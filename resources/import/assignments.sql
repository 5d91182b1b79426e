-- SPDX-License-Identifier: GPL-3.0-or-later
-- An import of assignments. :fields are the fields that the file has; of others an existing row keeps its values.

--: stage
CREATE TEMP TABLE import_row (
    nr bigint NOT NULL, line bigint NOT NULL, license text, person_kind text, person text, quantity bigint, from_day date,
    until_day date, state text, seat_released boolean, suspended_until date, ended_on date, end_reason text, note text,
    bad text) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_person (kind text, key text, id bigint, hits bigint, may_hold boolean) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_license (key text, id bigint, state text) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_match (
    nr bigint, line bigint, license_id bigint, member_id bigint, may_hold boolean, license_state text, quantity bigint,
    from_day date, end_day date, state text, seat_released boolean, suspended_until date, ended_on date, end_reason text,
    note text, is_over boolean, existing bigint) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_change (
    nr bigint, line bigint, license_id bigint, member_id bigint, may_hold boolean, license_state text, quantity bigint,
    first_day date, end_day date, state text, wanted text, seat_released boolean, suspended_until date, ended_on date,
    end_reason text, note text, existing bigint, version integer, action text) ON COMMIT DROP

--: resolve
ANALYZE pg_temp.import_row
--: resolve
INSERT INTO pg_temp.import_person
WITH asked AS MATERIALIZED (
    SELECT DISTINCT person_kind AS kind, lower(person) AS key FROM pg_temp.import_row WHERE person IS NOT NULL
), worded AS (
    SELECT kind, key, (SELECT string_agg(w, ' ' ORDER BY w) FROM regexp_split_to_table(key, '[\s,]+') w WHERE w <> '') AS words
    FROM asked WHERE kind IN ('name', 'any')
), named AS (
    SELECT id, (SELECT string_agg(w, ' ' ORDER BY w) FROM regexp_split_to_table(lower(name), '[\s,]+') w WHERE w <> '') AS words
    FROM seatledger.member WHERE EXISTS (SELECT FROM worded)
), found AS (
    SELECT a.kind, a.key, m.id, CASE a.kind WHEN 'name' THEN 3 ELSE 1 END AS rank
    FROM asked a JOIN seatledger.member m ON lower(m.number) = a.key WHERE a.kind <> 'email'
    UNION ALL
    SELECT a.kind, a.key, m.id, CASE a.kind WHEN 'name' THEN 4 ELSE 1 END
    FROM asked a JOIN seatledger.member m ON lower(m.email) = a.key WHERE a.kind <> 'number'
    UNION ALL
    SELECT a.kind, a.key, n.id, 2 FROM worded a JOIN named n USING (words)
), best AS (
    SELECT kind, key, min(rank) AS rank FROM found GROUP BY kind, key
)
SELECT f.kind, f.key, min(f.id), count(*), bool_and(m.may_hold)
FROM found f JOIN best USING (kind, key, rank) JOIN seatledger.member m ON m.id = f.id
GROUP BY f.kind, f.key
--: resolve
INSERT INTO pg_temp.import_license
SELECT a.key, l.id, l.state
FROM (SELECT DISTINCT lower(license) AS key FROM pg_temp.import_row) a JOIN seatledger.license l ON lower(l.name) = a.key
--: resolve
ANALYZE pg_temp.import_person, pg_temp.import_license
--: resolve
INSERT INTO pg_temp.import_problem (nr, line, field, value, code)
SELECT r.nr, r.line, 'license', r.license, 'unknown_license'
FROM pg_temp.import_row r
WHERE r.license IS NOT NULL AND NOT EXISTS (SELECT FROM pg_temp.import_license l WHERE l.key = lower(r.license))
UNION ALL
SELECT r.nr, r.line, r.person_field, r.person, CASE WHEN p.hits > 1 THEN 'ambiguous_member' ELSE 'unknown_member' END
FROM (SELECT *, CASE person_kind WHEN 'number' THEN 'member_number' WHEN 'email' THEN 'member_email'
                                 WHEN 'name' THEN 'member_name' ELSE 'holder' END AS person_field FROM pg_temp.import_row) r
LEFT JOIN pg_temp.import_person p ON p.kind = r.person_kind AND p.key = lower(r.person)
WHERE r.person IS NOT NULL AND p.hits IS DISTINCT FROM 1
--: resolve
INSERT INTO pg_temp.import_match
WITH resolved AS (
    SELECT r.*, l.id AS license_id, l.state AS license_state, p.id AS member_id, p.may_hold,
           coalesce(r.state = 'revoked' OR r.until_day < day.today, false) AS is_over
    FROM pg_temp.import_row r CROSS JOIN (SELECT seatledger.today() AS today OFFSET 0) day
    JOIN pg_temp.import_license l ON l.key = lower(r.license)
    JOIN pg_temp.import_person p ON p.kind = r.person_kind AND p.key = lower(r.person) AND p.hits = 1
    WHERE r.bad IS NULL
), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY license_id, member_id, from_day, is_over ORDER BY nr) AS rank FROM resolved
), book AS (
    SELECT id, license_id, member_id, lower(period) AS from_day, state IN ('expired', 'revoked') AS is_over,
           row_number() OVER (PARTITION BY license_id, member_id, lower(period), state IN ('expired', 'revoked') ORDER BY id) AS rank
    FROM seatledger.license_assignment
    WHERE license_id IN (SELECT id FROM pg_temp.import_license) AND member_id IN (SELECT id FROM pg_temp.import_person)
)
SELECT r.nr, r.line, r.license_id, r.member_id, r.may_hold, r.license_state, r.quantity, r.from_day, r.until_day + 1, r.state,
       r.seat_released, r.suspended_until, r.ended_on, r.end_reason, r.note, r.is_over, b.id
FROM ranked r LEFT JOIN book b USING (license_id, member_id, from_day, is_over, rank)
-- What has ended since, and what names no first day, is what its member holds.
--: resolve
UPDATE pg_temp.import_match m SET existing = a.id
FROM seatledger.license_assignment a
WHERE m.existing IS NULL AND (m.is_over AND lower(a.period) = m.from_day OR m.from_day IS NULL AND NOT m.is_over)
  AND a.license_id = m.license_id AND a.member_id = m.member_id AND a.state IN ('reserved', 'active', 'suspended')
  AND NOT EXISTS (SELECT FROM pg_temp.import_match o WHERE o.existing = a.id)
  AND NOT EXISTS (SELECT FROM seatledger.license_assignment s WHERE s.license_id = a.license_id AND s.member_id = a.member_id
                  AND s.state IN ('reserved', 'active', 'suspended') AND m.from_day IS NULL AND lower(s.period) < lower(a.period))
  AND NOT EXISTS (SELECT FROM pg_temp.import_match o WHERE o.nr < m.nr AND o.existing IS NULL AND o.license_id = m.license_id
                  AND o.member_id = m.member_id AND o.from_day IS NOT DISTINCT FROM m.from_day AND o.is_over = m.is_over)

--: decide
ANALYZE pg_temp.import_match
--: decide
INSERT INTO pg_temp.import_change
WITH book AS MATERIALIZED ( -- what the book has of them: mostly nothing, or all
    SELECT * FROM seatledger.license_assignment WHERE id IN (SELECT existing FROM pg_temp.import_match WHERE existing IS NOT NULL)
), valued AS (
    SELECT m.nr, m.line, m.license_id, m.member_id, m.may_hold, m.license_state, coalesce(m.quantity, a.quantity, 1) AS quantity,
           coalesce(m.from_day, lower(a.period), day.today) AS first_day,
           CASE WHEN a.id IS NULL OR 'until_day' = ANY (:fields::text[]) THEN m.end_day ELSE upper(a.period) END AS end_day,
           coalesce(m.state, a.state, 'active') AS wanted,
           coalesce(m.seat_released, a.seat_released, false) AS seat_released,
           CASE WHEN a.id IS NULL OR 'suspended_until' = ANY (:fields::text[]) THEN m.suspended_until ELSE a.suspended_until END
               AS suspended_until,
           coalesce(m.ended_on, a.ended_on) AS ended_on, coalesce(m.end_reason, a.end_reason) AS end_reason,
           CASE WHEN a.id IS NULL OR 'note' = ANY (:fields::text[]) THEN coalesce(m.note, '') ELSE a.note END AS note,
           m.existing, day.today
    FROM pg_temp.import_match m CROSS JOIN (SELECT seatledger.today() AS today OFFSET 0) day
    LEFT JOIN book a ON a.id = m.existing
), stated AS (
    SELECT *, CASE WHEN wanted = 'revoked' THEN 'revoked'
                   WHEN end_day <= today THEN 'expired'
                   WHEN first_day > today THEN 'reserved'
                   WHEN wanted = 'suspended' AND coalesce(suspended_until > today, true) THEN 'suspended'
                   ELSE 'active' END AS state
    FROM valued
), ended AS (
    SELECT *, state = 'suspended' AND seat_released AS released, CASE WHEN state = 'suspended' THEN suspended_until END AS resumes_on,
           CASE state WHEN 'revoked' THEN coalesce(ended_on, today) WHEN 'expired' THEN end_day END AS ends_on,
           CASE WHEN state = 'revoked' THEN end_reason END AS reason
    FROM stated
)
SELECT e.nr, e.line, e.license_id, e.member_id, e.may_hold, e.license_state, e.quantity, e.first_day, e.end_day, e.state, e.wanted,
       e.released, e.resumes_on, e.ends_on, e.reason, e.note, e.existing, a.version,
       CASE WHEN a.id IS NULL THEN 'add'
            WHEN :existing = 'skip' THEN 'skip'
            WHEN e.end_day > e.first_day IS NOT FALSE AND e.quantity = a.quantity AND e.state = a.state AND e.note = a.note
                 AND (e.first_day, e.end_day, e.released, e.resumes_on, e.ends_on, e.reason)
                     IS NOT DISTINCT FROM (lower(a.period), upper(a.period), a.seat_released, a.suspended_until, a.ended_on, a.end_reason)
            THEN 'same' ELSE 'update' END
FROM ended e LEFT JOIN book a ON a.id = e.existing

--: decide
ANALYZE pg_temp.import_change

--: rules
INSERT INTO pg_temp.import_problem (nr, line, field, value, code, detail)
WITH book AS MATERIALIZED ( -- what the book has of them: mostly nothing, or all
    SELECT * FROM seatledger.license_assignment WHERE id IN (SELECT existing FROM pg_temp.import_change WHERE existing IS NOT NULL)
), asked AS (
    SELECT c.*, day.today, c.state IN ('reserved', 'active', 'suspended') AS holds, a.state AS before, a.quantity AS old_quantity,
           a.period AS old_period, a.ended_on AS old_end, a.end_reason AS old_reason,
           a.state IN ('expired', 'revoked') AS was_over
    FROM pg_temp.import_change c CROSS JOIN (SELECT seatledger.today() AS today OFFSET 0) day
    LEFT JOIN book a ON a.id = c.existing
    WHERE c.action IN ('add', 'update')
)
SELECT nr, line, 'until_day', (end_day - 1)::text, 'ends_before_start', NULL FROM asked WHERE end_day <= first_day
UNION ALL SELECT nr, line, 'state', wanted, 'not_over_yet', NULL FROM asked WHERE wanted = 'expired' AND state <> 'expired'
UNION ALL SELECT nr, line, 'state', wanted, 'suspended_before_start', NULL FROM asked WHERE wanted = 'suspended' AND state = 'reserved'
UNION ALL SELECT nr, line, 'suspended_until', suspended_until::text, 'suspended_beyond_end', NULL FROM asked
          WHERE state = 'suspended' AND suspended_until >= end_day
UNION ALL SELECT nr, line, 'end_reason', NULL, 'end_reason_missing', NULL FROM asked WHERE state = 'revoked' AND end_reason IS NULL
UNION ALL SELECT nr, line, 'ended_on', ended_on::text, 'ended_in_future', NULL FROM asked WHERE state = 'revoked' AND ended_on > today
UNION ALL SELECT nr, line, 'license', NULL, 'license_' || license_state, NULL FROM asked
          WHERE holds AND license_state <> 'active'
            AND (existing IS NULL OR quantity > old_quantity OR end_day IS DISTINCT FROM upper(old_period) AND coalesce(end_day, 'infinity') > upper(old_period))
UNION ALL SELECT nr, line, NULL, NULL, 'member_departed', NULL FROM asked WHERE holds AND NOT may_hold
UNION ALL SELECT nr, line, NULL, NULL, 'ended_stays', before FROM asked
          WHERE was_over AND (state <> before OR quantity <> old_quantity OR end_day IS DISTINCT FROM upper(old_period)
                              OR ended_on IS DISTINCT FROM old_end OR end_reason IS DISTINCT FROM old_reason)
UNION ALL SELECT nr, line, 'state', state, 'illegal_transition', before FROM asked
          WHERE NOT was_over AND NOT seatledger.transition_allowed(before, state)

--: overlaps
INSERT INTO pg_temp.import_problem (nr, line, field, value, code, detail)
WITH held AS MATERIALIZED ( -- once by licence, and not for each row of the file
    SELECT id, license_id, member_id, period FROM seatledger.license_assignment
    WHERE state IN ('reserved', 'active', 'suspended') AND license_id IN (SELECT DISTINCT license_id FROM pg_temp.import_change)
)
SELECT nr, line, 'from_day', first_day::text, 'twice_in_file', other::text
FROM (SELECT nr, line, first_day, max(coalesce(end_day, 'infinity')) OVER w AS taken_until, max(nr) OVER w AS other
      FROM pg_temp.import_change WHERE state IN ('reserved', 'active', 'suspended')
      WINDOW w AS (PARTITION BY license_id, member_id ORDER BY first_day, nr ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) taken
WHERE taken_until > first_day
UNION ALL
SELECT c.nr, c.line, 'from_day', c.first_day::text, 'already_holds', lower(a.period) || ' ' || coalesce((upper(a.period) - 1)::text, '')
FROM pg_temp.import_change c
JOIN held a ON a.license_id = c.license_id AND a.member_id = c.member_id AND a.id IS DISTINCT FROM c.existing
     AND a.period && daterange(c.first_day, c.end_day)
WHERE c.action IN ('add', 'update') AND c.state IN ('reserved', 'active', 'suspended')
  AND NOT EXISTS (SELECT FROM pg_temp.import_change o WHERE o.existing = a.id AND o.action = 'update'
                  AND (o.state IN ('expired', 'revoked') OR NOT daterange(o.first_day, o.end_day) && daterange(c.first_day, c.end_day)))

--: doubtful
WITH book AS MATERIALIZED ( -- what the book has of them: mostly nothing, or all
    SELECT * FROM seatledger.license_assignment WHERE id IN (SELECT existing FROM pg_temp.import_change WHERE existing IS NOT NULL)
), change AS (
    SELECT c.license_id,
           sum((NOT isempty(seatledger.holding_days(c.state, daterange(c.first_day, c.end_day), c.seat_released, c.suspended_until)))::int * c.quantity
               - coalesce((NOT isempty(seatledger.holding_days(a.state, a.period, a.seat_released, a.suspended_until)))::int * a.quantity, 0)) AS promised,
           max(c.first_day) AS last_start
    FROM pg_temp.import_change c LEFT JOIN book a ON a.id = c.existing
    WHERE c.action IN ('add', 'update') AND c.state IN ('reserved', 'active', 'suspended')
    GROUP BY c.license_id
)
SELECT d.license_id
FROM change d JOIN seatledger.license_seats s USING (license_id)
WHERE s.promised + greatest(d.promised, 0) > s.capacity OR d.last_start >= s.lapses_on OR s.changes_on <= seatledger.today()

--: candidates
SELECT c.nr, c.line, c.license_id, c.member_id, c.quantity, c.first_day, c.end_day, c.state, c.seat_released, c.suspended_until,
       c.existing, a.quantity AS old_quantity, lower(a.period) AS old_first_day, upper(a.period) AS old_end_day, a.state AS old_state,
       a.seat_released AS old_released, a.suspended_until AS old_suspended_until
FROM pg_temp.import_change c LEFT JOIN seatledger.license_assignment a ON a.id = c.existing
WHERE c.license_id = ANY (:licenses::bigint[]) AND c.action IN ('add', 'update')
ORDER BY c.license_id, c.action DESC, c.nr

--: write
UPDATE seatledger.license_assignment a
SET quantity = c.quantity, period = daterange(c.first_day, c.end_day), state = c.state, seat_released = c.seat_released,
    suspended_until = c.suspended_until, ended_on = c.ended_on, end_reason = c.end_reason, note = c.note
FROM pg_temp.import_change c
WHERE c.action = 'update' AND a.id = c.existing AND a.version = c.version
--: write
INSERT INTO seatledger.license_assignment
    (license_id, member_id, quantity, period, state, seat_released, suspended_until, ended_on, end_reason, note, operation_id)
SELECT license_id, member_id, quantity, daterange(first_day, end_day), state, seat_released, suspended_until, ended_on, end_reason,
       note, :operation::bigint
FROM pg_temp.import_change WHERE action = 'add' ORDER BY nr
