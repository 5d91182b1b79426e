-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seats there are and seats held, a row for each licence. With departments chosen: of the licences they hold seats of.
SELECT l.id AS target_id, l.name AS license, l.vendor, l.product, l.metric, s.capacity AS seats, s.held,
       CASE WHEN :is_scoped::boolean THEN h.held ELSE s.held END AS held_here,
       CASE WHEN s.capacity IS NOT NULL THEN greatest(0, s.capacity - s.held) END AS free,
       CASE WHEN s.capacity < s.held THEN s.held - s.capacity ELSE 0 END AS short_seats,
       round(100.0 * s.held / nullif(s.capacity, 0), 1) AS used_percent
FROM chosen_license l
JOIN seats_as_of s ON s.license_id = l.id
LEFT JOIN held_here h ON h.license_id = l.id
WHERE NOT :is_scoped::boolean OR h.license_id IS NOT NULL
