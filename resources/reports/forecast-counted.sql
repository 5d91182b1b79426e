-- SPDX-License-Identifier: GPL-3.0-or-later
-- A row for each licence that runs short within a year, or of which fewer seats would do when it is next renewed. What is
-- dropped of prices in several currencies has no sum.
WITH span AS (
    SELECT greatest(:as_of::date, :today::date) AS first_day,
           coalesce(:until::date, (greatest(:as_of::date, :today::date) + interval '1 year')::date - 1) AS last_day
), seated AS MATERIALIZED (
    SELECT * FROM seated_license
), lacking AS (
    -- A run ends where the next level is another or begins later.
    SELECT k.license_id, k.day, k.until, k.shortage,
           (lead(k.day) OVER w, lead(k.shortage) OVER w) IS DISTINCT FROM (k.until, k.shortage) AS is_end
    FROM span, license_level k
    WHERE k.shortage > 0 AND k.day <= span.last_day AND k.until > span.first_day
    WINDOW w AS (PARTITION BY k.license_id ORDER BY k.day)
), first_run AS (
    SELECT license_id, min(day) AS day, (array_agg(shortage ORDER BY day))[1] AS seats, min(until) FILTER (WHERE is_end) AS until
    FROM lacking GROUP BY license_id
), short AS MATERIALIZED (
    SELECT r.license_id, greatest(r.day, span.first_day) AS short_on, r.seats AS short_seats,
           CASE WHEN r.until <= span.last_day THEN r.until - 1 END AS short_until
    FROM span, first_run r
), newest AS (
    -- Of all it is read along an index.
    SELECT DISTINCT ON (license_id) license_id, quantity, price_minor, currency, months, billing
    FROM (SELECT * FROM bought WHERE :is_whole::boolean
          UNION ALL
          SELECT * FROM bought WHERE NOT :is_whole::boolean AND license_id IN (SELECT license_id FROM short)) b
    ORDER BY license_id, lower(period) DESC, id DESC
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
), peak AS (
    -- From the day of the lapse on.
    SELECT r.license_id, max(k.demand) AS seats
    FROM span CROSS JOIN renewal r JOIN license_level k ON k.license_id = r.license_id
    WHERE NOT r.unlimited AND k.day <= span.last_day AND k.until > r.lapse GROUP BY r.license_id
), left_over AS (
    SELECT r.license_id, sum(b.quantity) FILTER (WHERE b.period @> r.lapse) AS supply, bool_or(b.quantity IS NULL) AS unlimited
    FROM span CROSS JOIN renewal r JOIN bought b ON b.license_id = r.license_id AND b.period && daterange(r.lapse, span.last_day, '[]')
    GROUP BY r.license_id
), spare AS (
    SELECT r.license_id, r.lapse - 1 AS renewal_on, r.currency, r.seats,
           least(r.seats, greatest(0, r.seats + coalesce(o.supply, 0)
                                      - ceil(greatest(0, coalesce(k.seats, 0)) * 100.0 / (100 + l.overage_percent)))) AS droppable
    FROM renewal r JOIN seated l ON l.id = r.license_id
    LEFT JOIN peak k ON k.license_id = r.license_id LEFT JOIN left_over o ON o.license_id = r.license_id
    WHERE NOT r.unlimited AND o.unlimited IS NOT TRUE
), saving AS (
    SELECT s.license_id, sum(round(e.price_minor::numeric * s.droppable / (s.seats * e.months))) AS saving
    FROM spare s JOIN ending e ON e.license_id = s.license_id AND e.lapse = e.next_lapse
    WHERE s.droppable > 0 GROUP BY s.license_id
)
SELECT l.id AS target_id, l.name AS license, l.vendor, l.product, l.capacity AS seats, l.held, s.short_on, s.short_seats, s.short_until,
       CASE WHEN s.license_id IS NOT NULL THEN n.billing END AS billing,
       round(round(n.price_minor::numeric * CASE WHEN n.quantity IS NULL THEN 1 ELSE s.short_seats END / coalesce(n.quantity, 1))
             * coalesce(x.factor, 1)) AS price_to_cover,
       coalesce(x.target, n.currency) AS price_to_cover_currency,
       round(round(n.price_minor::numeric * CASE WHEN n.quantity IS NULL THEN 1 ELSE s.short_seats END / (coalesce(n.quantity, 1) * n.months))
             * coalesce(x.factor, 1)) AS cost_to_cover_per_month,
       coalesce(x.target, n.currency) AS cost_to_cover_per_month_currency,
       p.renewal_on, p.droppable AS droppable_seats, round(v.saving * coalesce(y.factor, 1)) AS saving_per_month,
       coalesce(y.target, p.currency) AS saving_per_month_currency
FROM seated l
LEFT JOIN short s ON s.license_id = l.id
LEFT JOIN newest n ON n.license_id = s.license_id
LEFT JOIN spare p ON p.license_id = l.id AND p.droppable > 0
LEFT JOIN saving v ON v.license_id = l.id AND p.currency IS NOT NULL
LEFT JOIN exchange x ON x.currency = n.currency AND x.days @> :as_of::date
LEFT JOIN exchange y ON y.currency = p.currency AND y.days @> :as_of::date
WHERE s.license_id IS NOT NULL OR p.license_id IS NOT NULL
