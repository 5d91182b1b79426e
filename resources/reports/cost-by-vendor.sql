-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is held of a vendor costs a month, and what of the bought seats nobody holds; a row for each vendor and currency. With
-- departments chosen: of the licences they hold seats of, held is theirs. Counts are the vendor's, whatever the currency.
WITH total AS (
    SELECT vendor_id, vendor, count(*) AS licenses, sum(capacity) AS seats, sum(held_here) AS held FROM seated_license GROUP BY 1, 2
), cost AS (
    SELECT l.vendor_id, p.currency, sum(seatledger.seat_share(p.price_minor, l.held_here, p.shared, p.months)) AS cost,
           sum(seatledger.seat_share(p.price_minor, p.shared - p.held, p.shared, p.months)) AS idle
    FROM seated_license l JOIN paid p ON p.license_id = l.id
    GROUP BY 1, 2
), converted AS (
    SELECT c.vendor_id, coalesce(x.target, c.currency) AS currency, sum(round(c.cost * coalesce(x.factor, 1))) AS cost,
           sum(round(c.idle * coalesce(x.factor, 1))) AS idle
    FROM cost c LEFT JOIN exchange x ON x.currency = c.currency AND x.days @> :as_of::date
    WHERE c.cost <> 0 OR c.idle <> 0
    GROUP BY 1, 2
)
SELECT t.vendor_id AS target_id, t.vendor, t.licenses, t.seats, t.held, c.cost AS cost_per_month, c.currency AS cost_per_month_currency,
       c.idle AS idle_per_month, c.currency AS idle_per_month_currency
FROM total t LEFT JOIN converted c ON c.vendor_id = t.vendor_id
