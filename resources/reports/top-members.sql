-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who holds the most seats. Words are looked for in what is known of people.
WITH held AS (
    SELECT a.member_id, count(*) AS licenses, sum(a.quantity) AS seats FROM held_and_filtered a
    GROUP BY 1
)
SELECT m.id AS target_id, m.name AS member, m.number, d.path AS department, h.licenses, h.seats
FROM held h
JOIN chosen_member m ON m.id = h.member_id
LEFT JOIN department_path d ON d.id = m.department_id
WHERE cardinality(:patterns::text[]) = 0
   OR lower(m.name || ' ' || m.email || ' ' || m.number) LIKE ALL (SELECT lower(w) FROM unnest(:patterns::text[]) w)
