-- SPDX-License-Identifier: GPL-3.0-or-later
-- Twelve months: seats there are and seats held on the last day of each, of licences with a limit; and on the worst day of
-- each licence, what is short and what it costs to cover. Of a second currency a month has a row of its own, without counts.
WITH span AS (
    SELECT greatest(:as_of::date, :today::date) AS first_day
), month AS (
    SELECT greatest(first_day, m::date) AS first_day, (m + interval '1 month')::date - 1 AS last_day, m::date AS month
    FROM span, generate_series(date_trunc('month', first_day::timestamp), date_trunc('month', first_day::timestamp) + interval '11 months', interval '1 month') m
), step AS MATERIALIZED (
    SELECT t.license_id, t.first_day, coalesce(t.last_day, 'infinity') AS last_day, t.demand, t.capacity
    FROM span, seatledger.seat_steps((SELECT array_agg(id) FROM seated_license), span.first_day) t
    WHERE t.first_day <= (SELECT max(last_day) FROM month)
), change AS (
    SELECT first_day AS day,
           coalesce(capacity, 0) - coalesce(lag(capacity) OVER w, 0) AS seats,
           CASE WHEN capacity IS NOT NULL THEN demand ELSE 0 END
             - coalesce(CASE WHEN lag(capacity) OVER w IS NOT NULL THEN lag(demand) OVER w END, 0) AS held
    FROM step WINDOW w AS (PARTITION BY license_id ORDER BY first_day)
), daily AS (
    SELECT day, sum(seats) AS seats, sum(held) AS held FROM change GROUP BY day
), total AS (
    SELECT m.month, coalesce(sum(d.seats), 0) AS seats, coalesce(sum(d.held), 0) AS held
    FROM month m LEFT JOIN daily d ON d.day <= m.last_day GROUP BY m.month
), lacking AS (
    SELECT m.month, t.license_id, max(t.demand - t.capacity) AS seats
    FROM step t JOIN month m ON t.first_day <= m.last_day AND t.last_day >= m.first_day
    WHERE t.demand > t.capacity GROUP BY m.month, t.license_id
), newest AS (
    SELECT DISTINCT ON (license_id) license_id, quantity, price_minor, currency, months
    FROM bought WHERE license_id IN (SELECT license_id FROM lacking) ORDER BY license_id, lower(period) DESC, id DESC
), short AS (
    SELECT month, count(*) AS licenses, sum(seats) AS seats FROM lacking GROUP BY month
), cost AS (
    SELECT k.month, n.currency, row_number() OVER (PARTITION BY k.month ORDER BY n.currency) AS ordinal,
           sum(round(n.price_minor::numeric * CASE WHEN n.quantity IS NULL THEN 1 ELSE k.seats END / (coalesce(n.quantity, 1) * n.months))) AS cost
    FROM lacking k JOIN newest n ON n.license_id = k.license_id
    WHERE n.price_minor > 0 AND n.months IS NOT NULL GROUP BY k.month, n.currency
)
SELECT t.month, coalesce(c.ordinal, 1) AS ordinal,
       CASE WHEN c.ordinal > 1 THEN NULL ELSE t.seats END AS seats, CASE WHEN c.ordinal > 1 THEN NULL ELSE t.held END AS held,
       CASE WHEN c.ordinal > 1 THEN NULL ELSE coalesce(s.licenses, 0) END AS short_licenses,
       CASE WHEN c.ordinal > 1 THEN NULL ELSE coalesce(s.seats, 0) END AS short_seats,
       c.cost AS cost_to_cover_per_month, c.currency AS cost_to_cover_per_month_currency
FROM total t LEFT JOIN short s ON s.month = t.month LEFT JOIN cost c ON c.month = t.month
