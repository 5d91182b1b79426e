-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seats there are and seats held, a row for each product. Seats, held and free are of the licences with a limit.
SELECT product_id AS target_id, product, vendor, count(*) AS licenses, sum(capacity) AS seats,
       coalesce(sum(held) FILTER (WHERE capacity IS NOT NULL), 0) AS held,
       coalesce(sum(held) FILTER (WHERE capacity IS NULL), 0) AS held_unlimited, sum(held_here) AS held_here,
       CASE WHEN count(capacity) > 0 THEN coalesce(sum(capacity - held) FILTER (WHERE capacity > held), 0) END AS free,
       coalesce(sum(held - capacity) FILTER (WHERE held > capacity), 0) AS short_seats,
       round(100.0 * sum(held) FILTER (WHERE capacity IS NOT NULL) / nullif(sum(capacity), 0), 1) AS used_percent
FROM seated_license GROUP BY product_id, product, vendor
