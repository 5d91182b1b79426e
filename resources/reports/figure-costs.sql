-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is bought costs by the month, and how much of that is for seats that nobody holds; a row for each currency. With
-- departments chosen, the cost is that of the seats they hold; seats that nobody holds are of the licences they use.
WITH covering AS (
    SELECT b.price_minor, b.currency, b.months, l.held, l.held_here, sum(b.quantity) OVER w AS pool, bool_or(b.quantity IS NULL) OVER w AS unlimited
    FROM seated_license l JOIN bought b ON b.license_id = l.id
    WHERE b.period @> :as_of::date AND NOT :is_kept::boolean WINDOW w AS (PARTITION BY b.license_id)
), share AS (
    SELECT price_minor, currency, months, unlimited, greatest(pool, held) AS shared, held_here, held
    FROM covering
    WHERE price_minor IS NOT NULL AND months IS NOT NULL
    OFFSET 0 -- each value is made once
), cost AS (
    SELECT currency,
           sum(CASE WHEN NOT :is_scoped::boolean THEN seatledger.seat_share(price_minor, 1, 1, months)
                    WHEN NOT unlimited THEN seatledger.seat_share(price_minor, held_here, shared, months) END) AS cost,
           sum(CASE WHEN NOT unlimited THEN seatledger.seat_share(price_minor, shared - held, shared, months) END) AS idle
    FROM share GROUP BY 1
    UNION ALL
    SELECT currency, sum(price), sum(idle) FROM kept_money WHERE :is_kept::boolean AND department_id = -1 GROUP BY 1
)
SELECT coalesce(x.target, c.currency) AS currency, sum(round(c.cost * coalesce(x.factor, 1))) AS cost,
       sum(round(c.idle * coalesce(x.factor, 1))) AS idle
FROM cost c LEFT JOIN exchange x ON x.currency = c.currency AND x.days @> :as_of::date
GROUP BY 1
