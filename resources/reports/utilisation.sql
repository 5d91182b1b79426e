-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seats there are and seats held, a row for each licence.
SELECT id AS target_id, name AS license, vendor, product, metric, capacity AS seats, held, held_here,
       CASE WHEN capacity IS NOT NULL THEN greatest(0, capacity - held) END AS free,
       CASE WHEN held > capacity THEN held - capacity ELSE 0 END AS short_seats,
       -- With one decimal, halves rounded up; in whole numbers, for it is made of every licence before the fullest are known.
       ((2000 * held + capacity) / (2 * nullif(capacity, 0)))::float8 / 10 AS used_percent
FROM seated_license
