-- SPDX-License-Identifier: GPL-3.0-or-later
-- Twelve months: seats there are and seats held on the last day of each, of licences with a limit; and on the worst day of
-- each licence, what is short and what it costs to cover. Of a second currency a month has a row of its own, without counts.
WITH span AS (
    SELECT greatest(:as_of::date, :today::date) AS first_day
), month AS (
    SELECT row_number() OVER (ORDER BY m)::integer AS place, greatest(first_day, m::date) AS first_day,
           (m + interval '1 month')::date - 1 AS last_day, m::date AS month
    FROM span, generate_series(date_trunc('month', first_day::timestamp), date_trunc('month', first_day::timestamp) + interval '11 months', interval '1 month') m
), daily AS (
    SELECT day, sum(seats) AS seats, sum(held) AS held FROM seat_step WHERE day <= (SELECT max(last_day) FROM month) GROUP BY day
), total AS (
    SELECT m.month, coalesce(sum(d.seats), 0) AS seats, coalesce(sum(d.held), 0) AS held
    FROM month m LEFT JOIN daily d ON d.day <= m.last_day GROUP BY m.month
), run AS (
    -- In which of the months a licence lacks how many seats; several times where that changes within the year.
    SELECT l.license_id, l.shortage AS seats, count(*) OVER (PARTITION BY l.license_id) AS runs,
           greatest(1, 1 + ((extract(year FROM l.day) - y.year) * 12 + extract(month FROM l.day) - y.month)::integer) AS first,
           least(12, 1 + ((extract(year FROM least(l.until, y.after) - 1) - y.year) * 12 + extract(month FROM least(l.until, y.after) - 1) - y.month)::integer) AS last
    FROM license_level l, (SELECT min(first_day) AS first_day, max(last_day) + 1 AS after, extract(year FROM min(month)) AS year,
                                  extract(month FROM min(month)) AS month FROM month) y
    WHERE l.shortage > 0 AND l.day < y.after AND l.until > y.first_day
), lacking AS MATERIALIZED (
    -- From month to month; most lack the same all the time, and need not be looked at month by month.
    SELECT license_id, first, last, seats FROM run WHERE runs = 1
    UNION ALL
    SELECT r.license_id, m.place, m.place, max(r.seats)
    FROM run r JOIN generate_series(1, 12) m(place) ON m.place BETWEEN r.first AND r.last
    WHERE r.runs > 1 GROUP BY r.license_id, m.place
), newest AS (
    -- What was bought last is kept, whatever year it is about.
    SELECT k.license_id, k.quantity, k.months, {outlook_prices}
    FROM seatledger.license_outlook k
    WHERE k.until > :today::date AND NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = k.license_id)
    UNION ALL
    SELECT k.license_id, k.quantity, k.months, {outlook_prices} FROM seatledger.stale_outlooks(:today::date) k
), short AS (
    SELECT m.month, sum(k.licenses) AS licenses, sum(k.seats) AS seats
    FROM month m JOIN (SELECT first, last, count(*) AS licenses, sum(seats) AS seats FROM lacking GROUP BY 1, 2) k
         ON m.place BETWEEN k.first AND k.last
    GROUP BY m.month
), price AS (
    SELECT m.month, k.currency, sum(k.cost) AS cost
    FROM month m
    JOIN (SELECT l.first, l.last, n.currency,
                 sum(round(n.price_minor::numeric * CASE WHEN n.quantity IS NULL THEN 1 ELSE l.seats END / (coalesce(n.quantity, 1) * n.months))) AS cost
          FROM lacking l JOIN newest n ON n.license_id = l.license_id
          WHERE n.price_minor > 0 AND n.months IS NOT NULL GROUP BY 1, 2, 3) k ON m.place BETWEEN k.first AND k.last
    GROUP BY m.month, k.currency
), cost AS (
    SELECT p.month, coalesce(x.target, p.currency) AS currency, sum(round(p.cost * coalesce(x.factor, 1))) AS cost,
           row_number() OVER (PARTITION BY p.month ORDER BY coalesce(x.target, p.currency)) AS ordinal
    FROM price p JOIN month m ON m.month = p.month LEFT JOIN exchange x ON x.currency = p.currency AND x.days @> m.last_day
    GROUP BY 1, 2
)
SELECT t.month, coalesce(c.ordinal, 1) AS ordinal,
       CASE WHEN c.ordinal > 1 THEN NULL ELSE t.seats END AS seats, CASE WHEN c.ordinal > 1 THEN NULL ELSE t.held END AS held,
       CASE WHEN c.ordinal > 1 THEN NULL ELSE coalesce(s.licenses, 0) END AS short_licenses,
       CASE WHEN c.ordinal > 1 THEN NULL ELSE coalesce(s.seats, 0) END AS short_seats,
       c.cost AS cost_to_cover_per_month, c.currency AS cost_to_cover_per_month_currency
FROM total t LEFT JOIN short s ON s.month = t.month LEFT JOIN cost c ON c.month = t.month
