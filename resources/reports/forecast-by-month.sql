-- SPDX-License-Identifier: GPL-3.0-or-later
-- Twelve months: seats there are and seats held on the last day of each, of licences with a limit; and on the worst day of
-- each licence, what is short and what it costs to cover. Of a second currency a month has a row of its own, without counts.
WITH span AS (
    SELECT greatest(:as_of::date, :today::date) AS first_day
), month AS (
    SELECT greatest(first_day, m::date) AS first_day, (m + interval '1 month')::date - 1 AS last_day, m::date AS month
    FROM span, generate_series(date_trunc('month', first_day::timestamp), date_trunc('month', first_day::timestamp) + interval '11 months', interval '1 month') m
), daily AS (
    SELECT day, sum(seats) AS seats, sum(held) AS held FROM seat_step WHERE day <= (SELECT max(last_day) FROM month) GROUP BY day
), total AS (
    SELECT m.month, coalesce(sum(d.seats), 0) AS seats, coalesce(sum(d.held), 0) AS held
    FROM month m LEFT JOIN daily d ON d.day <= m.last_day GROUP BY m.month
), step AS (
    SELECT license_id, day, (sum(short_seats) OVER w)::bigint AS seats, lead(day, 1, 'infinity') OVER w AS after
    FROM license_step WHERE short_seats <> 0
    WINDOW w AS (PARTITION BY license_id ORDER BY day)
), lacking AS (
    SELECT m.month, t.license_id, max(t.seats) AS seats
    FROM step t JOIN month m ON t.day <= m.last_day AND t.after > m.first_day
    WHERE t.seats > 0 GROUP BY m.month, t.license_id
), newest AS (
    SELECT DISTINCT ON (license_id) license_id, quantity, price_minor, currency, months
    FROM bought WHERE license_id IN (SELECT license_id FROM lacking) ORDER BY license_id, lower(period) DESC, id DESC
), short AS (
    SELECT month, count(*) AS licenses, sum(seats) AS seats FROM lacking GROUP BY month
), price AS (
    SELECT k.month, n.currency,
           sum(round(n.price_minor::numeric * CASE WHEN n.quantity IS NULL THEN 1 ELSE k.seats END / (coalesce(n.quantity, 1) * n.months))) AS cost
    FROM lacking k JOIN newest n ON n.license_id = k.license_id
    WHERE n.price_minor > 0 AND n.months IS NOT NULL GROUP BY k.month, n.currency
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
