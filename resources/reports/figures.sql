-- SPDX-License-Identifier: GPL-3.0-or-later
-- The counts at the top of the dashboard, one row.
WITH looked_at AS MATERIALIZED (
    SELECT id, capacity, held, held_here FROM seated_license
), counted AS (
    SELECT count(*) AS licenses, sum(capacity) AS seats, sum(held) FILTER (WHERE capacity IS NOT NULL) AS held,
           sum(held) FILTER (WHERE capacity IS NULL) AS held_unlimited, sum(held_here) AS held_here,
           sum(capacity - held) FILTER (WHERE capacity > held) AS free,
           count(*) FILTER (WHERE held > capacity) AS short_licenses, sum(held - capacity) FILTER (WHERE held > capacity) AS short_seats
    FROM looked_at
), due AS (
    SELECT count(*) FILTER (WHERE days_left <= 30) AS due_30, sum(quantity) FILTER (WHERE days_left <= 30) AS due_seats_30,
           count(*) FILTER (WHERE days_left <= 60) AS due_60, sum(quantity) FILTER (WHERE days_left <= 60) AS due_seats_60,
           count(*) AS due_90, sum(quantity) AS due_seats_90
    FROM (SELECT b.quantity, upper(b.period) - 1 - :as_of::date AS days_left
          FROM bought b JOIN looked_at l ON l.id = b.license_id
          WHERE upper(b.period) - 1 BETWEEN :as_of::date AND :as_of::date + 90
            AND NOT EXISTS (SELECT FROM bought r WHERE r.renews_id = b.id)) ending
)
SELECT * FROM counted, due
