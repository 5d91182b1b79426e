-- SPDX-License-Identifier: GPL-3.0-or-later
-- What held seats cost in each month, and bought seats that nobody held; a row for each month and currency. A month is
-- as its last day, that of the day the report is about as that day. Without a period: twelve months up to that day. Held is
-- the month's, whatever the currency. With departments chosen: of what their people hold; seats that nobody holds are of
-- the licences they hold seats of.
--
-- Of everybody it is kept by day. With departments chosen each licence is looked at once for each run of months in which it does
-- not change, which it seldom does.
WITH asked AS (
    SELECT row_number() OVER (ORDER BY m.at)::integer AS place, m.at::date AS month,
           CASE WHEN m.at = date_trunc('month', :as_of::date::timestamp) THEN :as_of::date
                ELSE (m.at + interval '1 month' - interval '1 day')::date END AS day
    FROM generate_series(
        date_trunc('month', coalesce(:from::date, coalesce(:until::date, :as_of::date) - interval '11 months')::timestamp),
        date_trunc('month', coalesce(:until::date, greatest(:as_of::date, :from::date))::timestamp), interval '1 month') m(at)
), span AS (
    SELECT array_agg(day ORDER BY place) AS days, count(*)::integer AS months, max(day) AS last_day FROM asked
), here AS MATERIALIZED (
    SELECT h.license_id, e.place, sum(e.sign * h.quantity) AS change
    FROM span, seatledger.held_days h,
         LATERAL (SELECT width_bucket(h.first_day - 1, span.days) + 1 AS first,
                         coalesce(width_bucket(h.end_day - 1, span.days) + 1, span.months + 1) AS after) p,
         LATERAL (VALUES (p.first, 1), (p.after, -1)) e(place, sign)
    WHERE :is_scoped::boolean AND h.department_key = ANY (ARRAY(SELECT id FROM chosen_department))
      AND p.first < p.after AND e.place <= span.months
    GROUP BY 1, 2
), change AS (
    -- Of each licence as a whole, by what is kept by day.
    SELECT k.license_id, width_bucket(k.day - 1, span.days) + 1 AS place, sum(k.held + k.held_unlimited)::bigint AS held, 0 AS here
    FROM span, (
        SELECT d.license_id, d.day, d.held, d.held_unlimited FROM seatledger.license_day d
        WHERE d.license_id IN (SELECT license_id FROM here)
          AND NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = d.license_id)
        UNION ALL
        SELECT d.license_id, d.day, d.held, d.held_unlimited
        FROM seatledger.license_steps(ARRAY(SELECT s.license_id FROM seatledger.stale_license s
                                            WHERE s.license_id IN (SELECT license_id FROM here))) d) k
    WHERE :is_scoped::boolean AND k.day <= span.last_day
    GROUP BY 1, 2
    UNION ALL
    SELECT c.license_id, c.place, 0, c.change FROM here c WHERE :is_scoped::boolean
    UNION ALL
    -- Where what was bought begins or ends, and the first month, though nobody holds anything.
    SELECT b.license_id, e.place, 0, 0
    FROM span, bought b,
         LATERAL (VALUES (1), (width_bucket(lower(b.period) - 1, span.days) + 1), (width_bucket(upper(b.period) - 1, span.days) + 1)) e(place)
    WHERE :is_scoped::boolean AND b.license_id IN (SELECT license_id FROM here) AND e.place <= span.months
), step AS (
    SELECT c.license_id, c.place, lead(c.place, 1, span.months + 1) OVER w AS after,
           (sum(sum(c.held)) OVER w)::bigint AS held, (sum(sum(c.here)) OVER w)::bigint AS here
    FROM span, change c
    WHERE c.license_id IN (SELECT id FROM chosen_license)
    GROUP BY c.license_id, c.place, span.months
    WINDOW w AS (PARTITION BY c.license_id ORDER BY c.place)
), covered AS (
    SELECT s.license_id, s.place, s.after, s.held, s.here, b.price_minor, b.currency, b.months,
           sum(b.quantity) OVER w AS seats, bool_or(b.quantity IS NULL) OVER w AS unlimited
    FROM step s JOIN asked q ON q.place = s.place JOIN bought b ON b.license_id = s.license_id AND b.period @> q.day
    WHERE s.here > 0
    WINDOW w AS (PARTITION BY s.license_id, s.place)
    OFFSET 0 -- each value is made once
), cost AS (
    SELECT place, after, currency,
           sum(seatledger.seat_share(price_minor, here, greatest(seats, held), months)) AS cost,
           sum(seatledger.seat_share(price_minor, greatest(seats, held) - held, greatest(seats, held), months)) AS idle
    FROM covered
    WHERE NOT unlimited AND price_minor IS NOT NULL AND months IS NOT NULL
    GROUP BY 1, 2, 3
), monthly AS (
    SELECT q.place, q.day, c.currency, sum(c.cost) AS cost, sum(c.idle) AS idle
    FROM asked q JOIN cost c ON q.place >= c.place AND q.place < c.after
    WHERE :is_scoped::boolean
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT q.place, q.day, c.currency, sum(c.cost), sum(c.idle)
    FROM asked q JOIN (SELECT day, currency, sum(cost) AS cost, sum(idle) AS idle FROM cost_step GROUP BY 1, 2) c ON c.day <= q.day
    WHERE NOT :is_scoped::boolean
    GROUP BY 1, 2, 3
), converted AS (
    SELECT m.place, coalesce(x.target, m.currency) AS currency, sum(round(m.cost * coalesce(x.factor, 1))) AS cost,
           sum(round(m.idle * coalesce(x.factor, 1))) AS idle
    FROM monthly m LEFT JOIN exchange x ON x.currency = m.currency AND x.days @> m.day
    WHERE m.cost <> 0 OR m.idle <> 0
    GROUP BY 1, 2
), total AS (
    SELECT q.place, q.month, coalesce(sum(s.here), 0) AS held
    FROM asked q LEFT JOIN (SELECT place, after, sum(here) AS here FROM step GROUP BY 1, 2) s ON q.place >= s.place AND q.place < s.after
    WHERE :is_scoped::boolean
    GROUP BY 1, 2
    UNION ALL
    SELECT q.place, q.month, coalesce(sum(d.held), 0)
    FROM asked q LEFT JOIN (SELECT day, sum(held + held_unlimited) AS held FROM seat_step GROUP BY day) d ON d.day <= q.day
    WHERE NOT :is_scoped::boolean
    GROUP BY 1, 2
)
SELECT t.month, t.held, c.cost, c.currency AS cost_currency, c.idle AS idle_cost, c.currency AS idle_cost_currency
FROM total t LEFT JOIN converted c ON c.place = t.place
