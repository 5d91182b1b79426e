-- SPDX-License-Identifier: GPL-3.0-or-later
-- A row for each licence that runs short within a year, or of which fewer seats would do when it is next renewed. What is
-- dropped of prices in several currencies has no sum. How licences stand in the year from today on is kept, see
-- license_outlook; of another year it is counted, see forecast-counted.
WITH outlook AS NOT MATERIALIZED (
    SELECT k.license_id, k.short_on, k.short_until, k.short_seats, k.renewal_on, k.droppable, k.billing, k.quantity, k.months,
           {outlook_prices}
    FROM seatledger.license_outlook k
    WHERE k.until > :today::date AND (k.short_on IS NOT NULL OR k.renewal_on IS NOT NULL)
      AND NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = k.license_id)
    UNION ALL
    SELECT k.license_id, k.short_on, k.short_until, k.short_seats, k.renewal_on, k.droppable, k.billing, k.quantity, k.months,
           {outlook_prices}
    FROM seatledger.stale_outlooks(:today::date) k
    WHERE k.short_on IS NOT NULL OR k.renewal_on IS NOT NULL
), cover AS NOT MATERIALIZED (
    -- Seats of which the newest are, and their price.
    SELECT o.*, CASE WHEN o.short_on IS NOT NULL THEN o.currency END AS cover_currency,
           CASE WHEN o.short_on IS NOT NULL THEN o.price_minor::numeric * CASE WHEN o.quantity IS NULL THEN 1 ELSE o.short_seats END END AS cover_price
    FROM outlook o
)
SELECT l.id AS target_id, l.name AS license, l.vendor, l.product, l.capacity AS seats, l.held,
       greatest(k.short_on, CASE WHEN k.short_on IS NOT NULL THEN :today::date END) AS short_on, k.short_seats, k.short_until,
       CASE WHEN k.short_on IS NOT NULL THEN k.billing END AS billing,
       round(round(k.cover_price / coalesce(k.quantity, 1)) * coalesce(x.factor, 1)) AS price_to_cover,
       coalesce(x.target, k.cover_currency) AS price_to_cover_currency,
       round(round(k.cover_price / (coalesce(k.quantity, 1) * k.months)) * coalesce(x.factor, 1)) AS cost_to_cover_per_month,
       coalesce(x.target, k.cover_currency) AS cost_to_cover_per_month_currency,
       k.renewal_on, k.droppable AS droppable_seats, round(k.saving * coalesce(y.factor, 1)) AS saving_per_month,
       coalesce(y.target, k.saving_currency) AS saving_per_month_currency
FROM seated_license l
JOIN cover k ON k.license_id = l.id
LEFT JOIN exchange x ON x.currency = k.cover_currency AND x.days @> :as_of::date
LEFT JOIN exchange y ON y.currency = k.saving_currency AND y.days @> :as_of::date
