-- SPDX-License-Identifier: GPL-3.0-or-later
-- Supply and demand in steps, a row for the first day and each day on which something changes.
WITH span AS (
    SELECT coalesce(:from::date, least(:as_of::date, :until::date) - 182) AS first_day,
           coalesce(:until::date, greatest(:as_of::date, :from::date) + 365) AS last_day
), held AS MATERIALIZED (
    -- Of the own people, by their departments: not once more for each licence.
    SELECT h.license_id, h.quantity, h.first_day, h.end_day FROM seatledger.held_days h
    WHERE :is_scoped::boolean AND h.department_key = ANY (ARRAY(SELECT id FROM chosen_department))
), here AS MATERIALIZED (
    -- Without departments chosen, everybody's seats, as in seat_step.
    SELECT h.quantity, greatest(h.first_day, span.first_day) AS first_day, h.end_day
    FROM span, held h
    WHERE h.first_day <= span.last_day AND (h.end_day IS NULL OR h.end_day > span.first_day)
      AND h.license_id IN (SELECT id FROM seated_license)
), daily AS (
    SELECT day, sum(seats) AS seats, sum(held) AS held, sum(held_unlimited) AS held_unlimited, sum(held_here) AS held_here,
           sum(free) AS free, sum(short_seats) AS short_seats, sum(short_licenses) AS short_licenses
    FROM (SELECT greatest(s.day, span.first_day) AS day, seats, held, held_unlimited,
                 CASE WHEN :is_scoped::boolean THEN 0 ELSE held + held_unlimited END AS held_here, free, short_seats, short_licenses
          FROM seat_step s, span WHERE s.day <= span.last_day
          UNION ALL SELECT first_day, 0, 0, 0, 0, 0, 0, 0 FROM span
          UNION ALL SELECT first_day, 0, 0, 0, quantity, 0, 0, 0 FROM here
          UNION ALL SELECT end_day, 0, 0, 0, -quantity, 0, 0, 0 FROM here, (SELECT last_day FROM span) s WHERE end_day <= s.last_day) moves
    GROUP BY day
), total AS (
    SELECT day, sum(seats) OVER w AS seats, sum(held) OVER w AS held, sum(held_unlimited) OVER w AS held_unlimited,
           sum(held_here) OVER w AS held_here, sum(free) OVER w AS free, sum(short_licenses) OVER w AS short_licenses,
           sum(short_seats) OVER w AS short_seats
    FROM daily, span
    WHERE day = span.first_day OR (seats, held, held_unlimited, held_here, free, short_licenses, short_seats) <> (0, 0, 0, 0, 0, 0, 0)
    WINDOW w AS (ORDER BY day)
)
SELECT t.*, coalesce(lead(day) OVER (ORDER BY day) - 1, span.last_day) AS until FROM total t, span
