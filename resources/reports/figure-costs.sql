-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is bought costs by the month, and how much of that is for seats that nobody holds; a row for each currency. With
-- departments chosen, the cost is that of the seats they hold; seats that nobody holds are of the licences they use.
WITH covering AS (
    SELECT * FROM bought WHERE period @> :as_of::date
), pool AS (
    SELECT license_id, sum(quantity) AS seats, bool_or(quantity IS NULL) AS unlimited FROM covering GROUP BY license_id
), share AS (
    SELECT c.price_minor, c.currency, c.months, p.unlimited, p.seats, least(l.held_here, p.seats) AS here,
           least(l.held, p.seats) AS held
    FROM covering c JOIN pool p ON p.license_id = c.license_id JOIN seated_license l ON l.id = c.license_id
    WHERE c.price_minor IS NOT NULL AND c.months IS NOT NULL
)
SELECT currency,
       sum(CASE WHEN NOT :is_scoped::boolean THEN round(price_minor::numeric / months)
                WHEN NOT unlimited THEN round(price_minor::numeric * here / (seats * months)) END) AS cost,
       sum(CASE WHEN NOT unlimited THEN round(price_minor::numeric * (seats - held) / (seats * months)) END) AS idle
FROM share GROUP BY currency
