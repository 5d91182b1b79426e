-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who holds the most seats. Words are looked for in what is known of people.
WITH held AS (
    SELECT member_id, licenses, seats FROM kept_person
    UNION ALL
    SELECT a.member_id, count(*), sum(a.quantity) FROM held_and_filtered a
    WHERE NOT (:is_today::boolean AND NOT (:is_scoped::boolean OR :is_filtered::boolean))
    GROUP BY 1
)
SELECT m.id AS target_id, m.name AS member, m.number, d.path AS department, h.licenses, h.seats
FROM held h
JOIN chosen_member m ON m.id = h.member_id
LEFT JOIN department_path d ON d.id = m.department_id
WHERE cardinality(:patterns::text[]) = 0
   OR lower(m.name || ' ' || m.email || ' ' || m.number) LIKE ALL (SELECT lower(w) FROM unnest(:patterns::text[]) w)
