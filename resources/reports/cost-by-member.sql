-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the seats that somebody holds cost a month, a row for each member and currency. Licences and seats are the member's,
-- whatever the currency. Words are looked for in what is known of people.
WITH held AS NOT MATERIALIZED (
    SELECT a.member_id, a.license_id, a.quantity FROM held_and_filtered a
), total AS (
    SELECT member_id, licenses, seats FROM kept_person
    UNION ALL
    SELECT member_id, count(*), sum(quantity) FROM held
    WHERE NOT (:is_today::boolean AND NOT (:is_scoped::boolean OR :is_filtered::boolean)) GROUP BY 1
), cost AS (
    SELECT h.member_id, p.currency, sum(seatledger.seat_share(p.price_minor, h.quantity, p.shared, p.months)) AS cost
    FROM held h JOIN paid p ON p.license_id = h.license_id
    GROUP BY 1, 2
), converted AS (
    SELECT c.member_id, coalesce(x.target, c.currency) AS currency, sum(round(c.cost * coalesce(x.factor, 1))) AS cost
    FROM cost c LEFT JOIN exchange x ON x.currency = c.currency AND x.days @> :as_of::date
    WHERE c.cost <> 0
    GROUP BY 1, 2
)
SELECT m.id AS target_id, m.name AS member, m.number, d.path AS department, t.licenses, t.seats,
       c.cost AS cost_per_month, c.currency AS cost_per_month_currency
FROM total t
JOIN chosen_member m ON m.id = t.member_id
LEFT JOIN converted c ON c.member_id = t.member_id
LEFT JOIN department_path d ON d.id = m.department_id
WHERE cardinality(:patterns::text[]) = 0
   OR lower(m.name || ' ' || m.email || ' ' || m.number) LIKE ALL (SELECT lower(w) FROM unnest(:patterns::text[]) w)
