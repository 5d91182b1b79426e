-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seats there are and seats held, a row for each licence.
SELECT id AS target_id, name AS license, vendor, product, metric, capacity AS seats, held, held_here,
       CASE WHEN capacity IS NOT NULL THEN greatest(0, capacity - held) END AS free,
       CASE WHEN held > capacity THEN held - capacity ELSE 0 END AS short_seats,
       round(100.0 * held / nullif(capacity, 0), 1) AS used_percent
FROM seated_license
