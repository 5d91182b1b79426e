-- SPDX-License-Identifier: GPL-3.0-or-later
-- A row for each licence that runs short within a year, or of which fewer seats would do when it is next renewed.
WITH span AS (
    SELECT greatest(:as_of::date, :today::date) AS first_day,
           coalesce(:until::date, (greatest(:as_of::date, :today::date) + interval '1 year')::date - 1) AS last_day
), seated AS MATERIALIZED (
    SELECT * FROM seated_license
), step AS MATERIALIZED (
    SELECT t.license_id, t.first_day, coalesce(t.last_day, 'infinity') AS last_day, t.demand, t.supply, t.unlimited,
           coalesce(greatest(0, t.demand - t.capacity), 0) AS lacking
    FROM span, seatledger.seat_steps((SELECT array_agg(id) FROM seated), span.first_day) t
    WHERE t.first_day <= span.last_day
), shortage AS (
    SELECT DISTINCT ON (license_id) license_id, first_day, lacking FROM step WHERE lacking > 0 ORDER BY license_id, first_day
), short AS (
    SELECT s.license_id, s.first_day AS short_on, s.lacking AS short_seats, min(t.first_day) - 1 AS short_until
    FROM shortage s LEFT JOIN step t ON t.license_id = s.license_id AND t.first_day > s.first_day AND t.lacking <> s.lacking
    GROUP BY s.license_id, s.first_day, s.lacking
), newest AS (
    SELECT DISTINCT ON (license_id) license_id, quantity, price_minor, currency, months, billing
    FROM bought WHERE license_id IN (SELECT license_id FROM short) ORDER BY license_id, lower(period) DESC, id DESC
), ending AS (
    SELECT b.license_id, upper(b.period) AS lapse, b.quantity, b.price_minor, b.currency, b.months,
           min(upper(b.period)) OVER (PARTITION BY b.license_id) AS next_lapse
    FROM span, bought b JOIN seated l ON l.id = b.license_id
    WHERE upper(b.period) > span.first_day AND upper(b.period) <= span.last_day AND lower(b.period) <= span.first_day
      AND NOT EXISTS (SELECT FROM bought r WHERE r.renews_id = b.id)
), renewal AS (
    SELECT license_id, lapse, sum(quantity) AS seats, bool_or(quantity IS NULL) AS unlimited,
           CASE WHEN count(DISTINCT currency) = 1 THEN min(currency) END AS currency
    FROM ending WHERE lapse = next_lapse GROUP BY license_id, lapse
), spare AS (
    SELECT r.license_id, r.lapse - 1 AS renewal_on, r.currency, r.seats,
           CASE WHEN NOT r.unlimited AND NOT bool_or(t.unlimited) THEN
               least(r.seats, greatest(0, r.seats + min(t.supply) FILTER (WHERE t.first_day <= r.lapse)
                                          - ceil(max(t.demand) * 100.0 / (100 + l.overage_percent)))) END AS droppable
    FROM renewal r JOIN seated l ON l.id = r.license_id JOIN step t ON t.license_id = r.license_id AND t.last_day >= r.lapse
    GROUP BY r.license_id, r.lapse, r.currency, r.seats, r.unlimited, l.overage_percent
), saving AS (
    SELECT s.license_id, sum(round(e.price_minor::numeric * s.droppable / (s.seats * e.months))) AS saving
    FROM spare s JOIN ending e ON e.license_id = s.license_id AND e.lapse = e.next_lapse
    WHERE s.droppable > 0 GROUP BY s.license_id
)
SELECT l.id AS target_id, l.name AS license, l.vendor, l.product, l.capacity AS seats, l.held, s.short_on, s.short_seats, s.short_until,
       CASE WHEN s.license_id IS NOT NULL THEN n.billing END AS billing,
       round(n.price_minor::numeric * CASE WHEN n.quantity IS NULL THEN 1 ELSE s.short_seats END / coalesce(n.quantity, 1)) AS price_to_cover,
       n.currency AS price_to_cover_currency,
       round(n.price_minor::numeric * CASE WHEN n.quantity IS NULL THEN 1 ELSE s.short_seats END / (coalesce(n.quantity, 1) * n.months)) AS cost_to_cover_per_month,
       n.currency AS cost_to_cover_per_month_currency,
       p.renewal_on, p.droppable AS droppable_seats, v.saving AS saving_per_month, p.currency AS saving_per_month_currency
FROM seated l
LEFT JOIN short s ON s.license_id = l.id
LEFT JOIN newest n ON n.license_id = l.id
LEFT JOIN spare p ON p.license_id = l.id AND p.droppable > 0
LEFT JOIN saving v ON v.license_id = l.id AND p.currency IS NOT NULL
WHERE s.license_id IS NOT NULL OR p.license_id IS NOT NULL
