-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seats that are held and not used, what they cost a month and what is best done with them:
--   give_now   seats of the licence are scarce: somebody else can have it
--   buy_fewer  the supply is renewed on renewal_on: buy less then
--   release    that saves nothing by itself: it becomes free
-- Used is what a device was activated or seen for. Of licences of which no use is known at all nothing is said. Words are
-- looked for in what is known of the people and of the licences together.
--
-- Of all, it is read once what was used lately, and looked up when each of the others was used last; of some people's seats all is
-- looked up: the planner would not know how few.
WITH asked AS (
    SELECT value AS zone, (:as_of::date - :idle_days::integer + 1)::timestamp AT TIME ZONE value AS before
    FROM seatledger.setting WHERE name = 'time_zone'
), used_lately AS NOT MATERIALIZED (
    SELECT v.assignment_id
    FROM seatledger.activation v LEFT JOIN seatledger.activation_lease e ON e.activation_id = v.id
    WHERE coalesce(e.last_seen_at, v.released_at, v.activated_at) >= (SELECT before FROM asked)
), used_here AS NOT MATERIALIZED (
    SELECT a.license_id
    FROM assignment_here a, LATERAL (SELECT FROM seatledger.activation v WHERE v.assignment_id = a.id LIMIT 1) v
), unused AS (
    SELECT a.id, a.license_id, a.member_id, a.quantity, lower(a.period) AS from_day, u.at
    FROM held_assignment a
    LEFT JOIN LATERAL (SELECT max(coalesce(e.last_seen_at, v.released_at, v.activated_at)) AS at
                       FROM seatledger.activation v LEFT JOIN seatledger.activation_lease e ON e.activation_id = v.id
                       WHERE v.assignment_id = a.id) u ON true
    WHERE NOT :is_scoped::boolean AND lower(a.period) <= :as_of::date - :idle_days::integer
      AND NOT EXISTS (SELECT FROM used_lately r WHERE r.assignment_id = a.id)
      AND a.license_id IN (SELECT license_id FROM seatledger.activation)
    UNION ALL
    SELECT a.id, a.license_id, a.member_id, a.quantity, lower(a.period), u.at
    FROM held_assignment a
    LEFT JOIN LATERAL (SELECT coalesce(e.last_seen_at, v.released_at, v.activated_at) AS at
                       FROM seatledger.activation v LEFT JOIN seatledger.activation_lease e ON e.activation_id = v.id
                       WHERE v.assignment_id = a.id ORDER BY 1 DESC LIMIT 1) u ON true
    WHERE :is_scoped::boolean AND lower(a.period) <= :as_of::date - :idle_days::integer
      AND (u.at IS NULL OR u.at < (SELECT before FROM asked))
      AND a.license_id IN (SELECT license_id FROM used_here)
), idle AS (
    SELECT u.id, u.license_id, u.member_id, u.quantity, u.from_day, u.at AS last_used,
           :as_of::date - coalesce((u.at AT TIME ZONE q.zone)::date, u.from_day) AS idle_days
    FROM unused u, asked q
), standing AS MATERIALIZED (
    SELECT l.id, s.capacity - CASE WHEN :is_today::boolean THEN c.promised ELSE s.held END < coalesce(l.low_seat_threshold, 1) AS is_scarce,
           (SELECT min(upper(b.period)) FROM bought b
            WHERE b.license_id = l.id AND upper(b.period) > :as_of::date
              AND NOT EXISTS (SELECT FROM bought r WHERE r.renews_id = b.id)) AS renewal_on
    FROM seatledger.license l
    JOIN seats_as_of s ON s.license_id = l.id
    JOIN seatledger.license_seats c ON c.license_id = l.id
    WHERE l.id IN (SELECT license_id FROM idle)
), paying AS (
    -- As in paid, of the licences that it is about.
    SELECT c.license_id, c.price_minor, c.currency, c.months, greatest(c.seats, s.held) AS shared
    FROM (SELECT b.license_id, b.price_minor, b.currency, b.months, sum(b.quantity) OVER w AS seats,
                 bool_and(b.quantity IS NOT NULL) OVER w AS is_limited
          FROM bought b WHERE b.period @> :as_of::date AND b.license_id IN (SELECT license_id FROM idle)
          WINDOW w AS (PARTITION BY b.license_id)) c
    JOIN seats_as_of s ON s.license_id = c.license_id
    WHERE c.is_limited AND c.price_minor IS NOT NULL AND c.months IS NOT NULL
), cost AS (
    SELECT i.id, p.currency, sum(seatledger.seat_share(p.price_minor, i.quantity, p.shared, p.months)) AS cost
    FROM idle i JOIN paying p ON p.license_id = i.license_id
    GROUP BY 1, 2
), converted AS (
    SELECT c.id, coalesce(x.target, c.currency) AS currency, sum(round(c.cost * coalesce(x.factor, 1))) AS cost
    FROM cost c LEFT JOIN exchange x ON x.currency = c.currency AND x.days @> :as_of::date
    WHERE c.cost <> 0
    GROUP BY 1, 2
)
SELECT i.id AS target_id, l.name AS license, l.vendor, m.name AS member, d.path AS department, i.quantity AS seats, i.from_day,
       i.last_used, i.idle_days,
       CASE WHEN s.is_scarce THEN 'give_now' WHEN s.renewal_on IS NOT NULL THEN 'buy_fewer' ELSE 'release' END AS suggestion,
       s.renewal_on, c.cost AS cost_per_month, c.currency AS cost_per_month_currency
FROM idle i
JOIN filtered_license l ON l.id = i.license_id
JOIN chosen_member m ON m.id = i.member_id
JOIN standing s ON s.id = i.license_id
LEFT JOIN converted c ON c.id = i.id
LEFT JOIN department_path d ON d.id = m.department_id
WHERE cardinality(:patterns::text[]) = 0
   OR lower(l.name || ' ' || l.product || ' ' || l.vendor || ' ' || m.name || ' ' || m.email || ' ' || m.number)
      LIKE ALL (SELECT lower(w) FROM unnest(:patterns::text[]) w)
