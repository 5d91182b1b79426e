-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the seats that people hold cost a month, a row for each department and currency; people outside all departments are
-- a row without name. Holders and seats are the department's, whatever the currency.
WITH holding AS MATERIALIZED (
    -- Once; of what is kept nothing is looked up.
    SELECT a.member_id, a.department_key, a.license_id, a.quantity FROM held_and_chosen a WHERE NOT :is_kept::boolean
), person AS (
    SELECT member_id, seats FROM kept_person WHERE :is_kept::boolean
    UNION ALL
    SELECT a.member_id, sum(a.quantity)::bigint FROM holding a GROUP BY 1
), total AS (
    SELECT coalesce(m.department_id, 0) AS department_id, count(*) AS holders, sum(p.seats) AS seats
    FROM person p JOIN chosen_member m ON m.id = p.member_id
    GROUP BY 1
), held AS (
    SELECT a.department_key AS department_id, a.license_id, sum(a.quantity)::bigint AS seats
    FROM holding a
    WHERE NOT (:is_kept::boolean OR :is_kept_here::boolean)
    GROUP BY 1, 2
), cost AS (
    SELECT h.department_id, p.currency, sum(seatledger.seat_share(p.price_minor, h.seats, p.shared, p.months)) AS cost
    FROM held h JOIN paid p ON p.license_id = h.license_id
    WHERE NOT (:is_kept::boolean OR :is_kept_here::boolean)
    GROUP BY 1, 2
    UNION ALL
    SELECT department_id, currency, sum(cost) FROM kept_money WHERE :is_kept::boolean AND department_id >= 0 GROUP BY 1, 2
    UNION ALL
    SELECT department_id, currency, sum(cost) FROM kept_money
    WHERE :is_kept_here::boolean AND department_id = ANY (ARRAY(SELECT id FROM chosen_department)) GROUP BY 1, 2
), converted AS (
    SELECT c.department_id, coalesce(x.target, c.currency) AS currency, sum(round(c.cost * coalesce(x.factor, 1))) AS cost
    FROM cost c LEFT JOIN exchange x ON x.currency = c.currency AND x.days @> :as_of::date
    WHERE c.cost <> 0
    GROUP BY 1, 2
)
SELECT d.id AS target_id, d.path AS department, t.holders, t.seats, c.cost AS cost_per_month, c.currency AS cost_per_month_currency,
       round(100.0 * c.cost / nullif(sum(c.cost) OVER (PARTITION BY c.currency), 0), 1) AS share_percent
FROM total t
LEFT JOIN converted c ON c.department_id = t.department_id
LEFT JOIN department_path d ON d.id = t.department_id
