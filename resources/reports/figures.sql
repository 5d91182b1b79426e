-- SPDX-License-Identifier: GPL-3.0-or-later
-- The counts at the top of the dashboard, one row.
WITH looked_at AS MATERIALIZED (
    SELECT id, capacity, held, held_here FROM seated_license WHERE NOT :is_whole::boolean
), counted AS (
    SELECT (SELECT count(*) FROM seatledger.license WHERE state IN ('active', 'suspended')) AS licenses,
           sum(seats) AS seats, sum(held) AS held, sum(held_unlimited) AS held_unlimited, sum(held + held_unlimited) AS held_here,
           sum(free) AS free, sum(short_licenses) AS short_licenses, sum(short_seats) AS short_seats
    FROM seat_step WHERE day <= :as_of::date AND :is_whole::boolean
    HAVING :is_whole::boolean
    UNION ALL
    SELECT count(*), sum(capacity), sum(held) FILTER (WHERE capacity IS NOT NULL), sum(held) FILTER (WHERE capacity IS NULL), sum(held_here),
           sum(greatest(0, capacity - held)) FILTER (WHERE capacity IS NOT NULL), count(*) FILTER (WHERE held > capacity),
           sum(held - capacity) FILTER (WHERE held > capacity)
    FROM looked_at
    HAVING NOT :is_whole::boolean
), due AS (
    SELECT sum(open) FILTER (WHERE days_left <= 30) AS due_30, sum(open_seats) FILTER (WHERE days_left <= 30) AS due_seats_30,
           sum(open) FILTER (WHERE days_left <= 60) AS due_60, sum(open_seats) FILTER (WHERE days_left <= 60) AS due_seats_60,
           sum(open) AS due_90, sum(open_seats) AS due_seats_90
    FROM (SELECT open, open_seats, day - 1 - :as_of::date AS days_left
          FROM end_step WHERE day BETWEEN :as_of::date + 1 AND :as_of::date + 91
          UNION ALL
          SELECT 1, b.quantity, upper(b.period) - 1 - :as_of::date
          FROM looked_at l JOIN bought b ON b.license_id = l.id
          WHERE upper(b.period) BETWEEN :as_of::date + 1 AND :as_of::date + 91
            AND NOT EXISTS (SELECT FROM bought r WHERE r.renews_id = b.id)) ending
)
SELECT * FROM counted, due
