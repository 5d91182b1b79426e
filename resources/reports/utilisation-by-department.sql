-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seats held, a row for each department by itself; none is the people outside of all.
WITH people AS (
    SELECT department_id, count(*) AS members FROM chosen_member WHERE status <> 'departed' GROUP BY department_id
), held AS (
    SELECT a.member_id, nullif(a.department_key, 0) AS department_id, a.license_id, a.quantity FROM held_and_chosen a
), holder AS (
    SELECT m.department_id, count(*) AS holders, sum(h.seats) AS seats
    FROM (SELECT member_id, sum(quantity) AS seats FROM held GROUP BY member_id) h JOIN chosen_member m ON m.id = h.member_id
    GROUP BY m.department_id
), spread AS (
    SELECT department_id, count(*) AS licenses FROM (SELECT DISTINCT department_id, license_id FROM held) d GROUP BY department_id
), used AS (
    SELECT h.department_id, h.holders, s.licenses, h.seats
    FROM holder h JOIN spread s ON s.department_id IS NOT DISTINCT FROM h.department_id
)
SELECT d.department_id AS target_id, n.path AS department, coalesce(p.members, 0) AS members, coalesce(u.holders, 0) AS holders,
       coalesce(u.licenses, 0) AS licenses, coalesce(u.seats, 0) AS seats,
       round(100.0 * coalesce(u.seats, 0) / nullif(sum(u.seats) OVER (), 0), 1) AS share_percent
FROM (SELECT department_id FROM people UNION SELECT department_id FROM used) d
LEFT JOIN people p ON p.department_id IS NOT DISTINCT FROM d.department_id
LEFT JOIN used u ON u.department_id IS NOT DISTINCT FROM d.department_id
LEFT JOIN department_path n ON n.id = d.department_id
