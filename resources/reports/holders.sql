-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who holds what, across licences. Words are looked for in what is known of the people and of the licences together.
SELECT a.id AS target_id, l.name AS license, l.vendor, l.product, m.name AS member, m.number, m.email, d.path AS department,
       a.quantity AS seats, lower(a.period) AS from_day, upper(a.period) - 1 AS until_day, a.state
FROM held_assignment a
JOIN filtered_license l ON l.id = a.license_id
JOIN chosen_member m ON m.id = a.member_id
LEFT JOIN department_path d ON d.id = m.department_id
WHERE cardinality(:patterns::text[]) = 0
   OR lower(l.name || ' ' || l.product || ' ' || l.vendor || ' ' || m.name || ' ' || m.email || ' ' || m.number)
      LIKE ALL (SELECT lower(w) FROM unnest(:patterns::text[]) w)
