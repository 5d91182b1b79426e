-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was bought and ends within the lead time, renewed or not. Sorted by lapse, which has an index: the first are found at once.
SELECT l.id AS target_id, l.name AS license, l.vendor, l.product, upper(b.period) - 1 AS ends_on,
       upper(b.period) - 1 - :as_of::date AS days_left, b.quantity AS seats, l.held,
       CASE WHEN EXISTS (SELECT FROM bought r WHERE r.renews_id = b.id) THEN 'renewed' ELSE 'open' END AS renewal,
       nullif(b.order_number, '') AS order_number, nullif(b.supplier, '') AS supplier, b.billing,
       round(b.price_minor * coalesce(x.factor, 1)) AS price, coalesce(x.target, b.currency) AS price_currency, b.id AS entitlement_id, upper(b.period) AS lapse
FROM bought b JOIN seated_license l ON l.id = b.license_id
LEFT JOIN exchange x ON x.currency = b.currency AND x.days @> :as_of::date
WHERE upper(b.period) BETWEEN :as_of::date + 1 AND :as_of::date + :lead_days::integer + 1
