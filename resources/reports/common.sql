-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the reports have in common: common tables that stand before each of them, WITH RECURSIVE included.
-- Whatever a report does not use costs nothing.
--
-- A report is a SELECT of the columns of reportColumns() by their names, in any order; of each amount also
-- <name>_currency; and of target_id, where its rows open something. It may use these values:
--   :as_of, :today       the day it is about, and the book's;  :is_today  whether they are the same
--   :from, :until        of reports over time, NULL if not given
--   :is_scoped           whether only people of chosen_department count
--   :is_filtered, :has_words   whether licences, products or vendors are chosen; whether words are looked for
--   :is_whole            whether everybody and every licence does;  :is_kept  and it is about today
--   :is_kept_here        whether it is about today, every licence, and some departments
--   :is_exact            whether licences that have changed since they were counted are counted anew, or left as they were
--   :lead_days, :idle_days
-- and what is below, which obeys the other filters. Conditions on values are decided when the statement is planned.
-- What stands in braces is written by reportText(), which says why.

-- The departments asked for, with all below.
chosen_department(id) AS (
    SELECT unnest(:departments::bigint[])
    UNION SELECT d.id FROM seatledger.department d JOIN chosen_department c ON d.parent_id = c.id
),
-- The people who count. Join it only if :is_scoped, or for their names.
chosen_member AS NOT MATERIALIZED (
    SELECT m.id, m.number, m.name, m.email, m.department_id, m.status FROM seatledger.member m
    WHERE NOT :is_scoped::boolean OR m.department_id IN (SELECT id FROM chosen_department)
),
-- Licences in use: neither prepared only, nor retired.
filtered_license AS NOT MATERIALIZED (
    SELECT l.id, l.name, l.metric, l.term, l.state, l.overage_percent, l.product_id, p.name AS product, p.vendor_id, v.name AS vendor
    FROM seatledger.license l
    -- Left, though there always is one: what is not needed is not joined.
    LEFT JOIN seatledger.product p ON p.id = l.product_id
    LEFT JOIN seatledger.vendor v ON v.id = p.vendor_id
    WHERE l.state IN ('active', 'suspended')
      AND (cardinality(:licenses::bigint[]) = 0 OR l.id = ANY (:licenses::bigint[]))
      AND (cardinality(:products::bigint[]) = 0 OR l.product_id = ANY (:products::bigint[]))
      AND (cardinality(:vendors::bigint[]) = 0 OR p.vendor_id = ANY (:vendors::bigint[]))
),
-- The same that the words are found in; for reports whose search is not about people, too.
chosen_license AS NOT MATERIALIZED (
    SELECT * FROM filtered_license l
    WHERE cardinality(:patterns::text[]) = 0
       OR lower(l.name || ' ' || l.product || ' ' || l.vendor) LIKE ALL (SELECT lower(w) FROM unnest(:patterns::text[]) w)
),
-- Assignments of the people who count, found by their departments. An array, not IN: beside OR that is searched for every row.
assignment_here AS NOT MATERIALIZED (
    SELECT a.* FROM seatledger.license_assignment a
    WHERE NOT :is_scoped::boolean OR a.department_key = ANY (ARRAY(SELECT id FROM chosen_department))
),
-- Those that take a seat on the day. Today is what is booked, as in the counters; of another day, those that had begun by then
-- and had not ended are looked at more closely.
held_assignment AS NOT MATERIALIZED (
    SELECT a.id, a.license_id, a.member_id, a.department_key, a.quantity, a.period, a.state FROM assignment_here a
    WHERE CASE WHEN :is_today::boolean THEN a.state = 'active' OR a.state = 'suspended' AND NOT a.seat_released
               ELSE a.first_day <= :as_of::date AND (a.ended_on IS NULL OR a.ended_on > :as_of::date)
                    AND seatledger.held_on(a.state, a.period, a.seat_released, a.suspended_until, a.ended_on, :as_of::date, :today::date) END
),
-- The same of the licences that count. Nobody holds seats of others today: then, and without a filter, none need be looked up.
-- Each condition is a branch of its own: joined by OR, a long list would be searched from its start for every row.
held_and_chosen AS NOT MATERIALIZED (
    SELECT a.* FROM held_assignment a WHERE :is_today::boolean AND NOT (:is_filtered::boolean OR :has_words::boolean)
    UNION ALL
    SELECT a.* FROM held_assignment a
    WHERE (NOT :is_today::boolean OR :is_filtered::boolean OR :has_words::boolean) AND a.license_id IN (SELECT id FROM chosen_license)
),
-- And of licences whatever the words, for reports whose search is about people.
held_and_filtered AS NOT MATERIALIZED (
    SELECT a.* FROM held_assignment a WHERE :is_today::boolean AND NOT :is_filtered::boolean
    UNION ALL
    SELECT a.* FROM held_assignment a
    WHERE (NOT :is_today::boolean OR :is_filtered::boolean) AND a.license_id IN (SELECT id FROM filtered_license)
),
-- Of each licence as a whole: seats there are on the day (none is unlimited) and seats held, whoever holds them.
seats_as_of AS NOT MATERIALIZED (
    SELECT c.license_id, c.capacity, c.held FROM {seats} c
),
-- What everybody holds today, as is kept: only of all licences, only for who sees everybody. Empty otherwise.
kept_person AS NOT MATERIALIZED (
    SELECT k.member_id, k.licenses, k.seats FROM seatledger.member_held k
    WHERE :is_today::boolean AND NOT (:is_scoped::boolean OR :is_filtered::boolean) AND k.licenses > 0
),
-- The seats held alone: of another day as they are kept by day. What was bought has a level, be it of none.
license_held AS NOT MATERIALIZED (
    SELECT c.license_id, c.held FROM seatledger.license_seats c WHERE :is_today::boolean
    UNION ALL
    SELECT k.license_id, k.demand
    FROM seatledger.license_day k
    WHERE NOT :is_today::boolean AND k.day <= :as_of::date AND k.until > :as_of::date
      AND NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = k.license_id)
    UNION ALL
    SELECT k.license_id, k.demand
    FROM seatledger.license_steps(ARRAY(SELECT s.license_id FROM seatledger.stale_license s WHERE NOT :is_today::boolean)) k
    WHERE k.day <= :as_of::date AND k.until > :as_of::date
),
-- Seats held by the people who count. Empty unless :is_scoped: everybody counts then, see seats_as_of.
held_here AS NOT MATERIALIZED (
    SELECT a.license_id, sum(a.quantity)::bigint AS held FROM held_assignment a
    WHERE :is_scoped::boolean
    GROUP BY a.license_id
),
-- The licences that a report is about with their seats: with departments chosen, those that they hold seats of.
seated_license AS NOT MATERIALIZED (
    SELECT l.*, s.capacity, s.held, CASE WHEN :is_scoped::boolean THEN h.held ELSE s.held END AS held_here
    FROM chosen_license l
    {join_seats} seats_as_of s ON s.license_id = l.id
    LEFT JOIN held_here h ON h.license_id = l.id
    WHERE NOT :is_scoped::boolean OR h.license_id IS NOT NULL
),
-- By how much the seats of the licences that a report is about change on a day, from the first day on: what is kept, with the
-- licences that have changed since counted anew. See the migration that keeps it.
seat_step AS NOT MATERIALIZED (
    SELECT k.day, k.seats, k.held, k.held_unlimited, k.free, k.short_seats, k.short_licenses
    FROM seatledger.seat_day k WHERE :is_whole::boolean
    UNION ALL
    SELECT k.day, -k.seats, -k.held, -k.held_unlimited, -k.free, -k.short_seats, -k.short_licenses
    FROM seatledger.stale_license s JOIN seatledger.license_day k ON k.license_id = s.license_id WHERE :is_whole::boolean AND :is_exact::boolean
    UNION ALL
    SELECT k.day, k.seats, k.held, k.held_unlimited, k.free, k.short_seats, k.short_licenses
    FROM seated_license l JOIN seatledger.license_day k ON k.license_id = l.id
    WHERE NOT :is_whole::boolean AND :is_exact::boolean
      AND NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = l.id)
    UNION ALL
    SELECT k.day, k.seats, k.held, k.held_unlimited, k.free, k.short_seats, k.short_licenses
    FROM seated_license l JOIN seatledger.license_day k ON k.license_id = l.id WHERE NOT (:is_whole::boolean OR :is_exact::boolean)
    UNION ALL
    SELECT k.day, k.seats, k.held, k.held_unlimited, k.free, k.short_seats, k.short_licenses
    FROM seatledger.license_steps(ARRAY(SELECT s.license_id FROM seatledger.stale_license s
                                        WHERE :is_whole::boolean OR s.license_id IN (SELECT id FROM seated_license))) k
    WHERE :is_exact::boolean
),
-- How much of what was bought ends on which day (the one after the last), of all licences in use. Empty unless :is_whole.
end_step AS NOT MATERIALIZED (
    SELECT k.day, k.entitlements, k.open, k.open_seats FROM seatledger.end_day k WHERE :is_whole::boolean
    UNION ALL
    SELECT k.day, -k.entitlements, -k.open, -k.open_seats
    FROM seatledger.stale_license s JOIN seatledger.license_end k ON k.license_id = s.license_id WHERE :is_whole::boolean AND :is_exact::boolean
    UNION ALL
    SELECT k.day, k.entitlements, k.open, k.open_seats
    FROM seatledger.license_ends(ARRAY(SELECT s.license_id FROM seatledger.stale_license s WHERE :is_whole::boolean)) k
    WHERE :is_whole::boolean AND :is_exact::boolean
),
-- The seats by licence, as levels: from a day until another, of those that a report is about. Only days that are to come are of use:
-- what was over before today is left out.
license_level AS NOT MATERIALIZED (
    SELECT k.license_id, k.day, k.until, k.demand, k.shortage
    FROM seatledger.license_day k
    WHERE :is_whole::boolean AND k.until > :today::date
      AND NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = k.license_id)
    UNION ALL
    SELECT k.license_id, k.day, k.until, k.demand, k.shortage
    FROM seatledger.license_day k
    WHERE NOT :is_whole::boolean AND k.until > :today::date AND k.license_id IN (SELECT id FROM seated_license)
      AND NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = k.license_id)
    UNION ALL
    SELECT k.license_id, k.day, k.until, k.demand, k.shortage
    FROM seatledger.license_steps(ARRAY(SELECT s.license_id FROM seatledger.stale_license s
                                        WHERE :is_whole::boolean OR s.license_id IN (SELECT id FROM seated_license))) k
    WHERE k.until > :today::date
),
-- Licences of which what is kept of their money is not of today any more.
due_license AS NOT MATERIALIZED (
    SELECT license_id FROM seatledger.stale_license WHERE :is_exact::boolean
    UNION SELECT license_id FROM seatledger.counted_license WHERE until <= :today::date
),
-- What seats cost a month by department (0 is none, -1 the licence as a whole), by what is kept. Who sees some departments has
-- what these have. Empty unless :is_kept or :is_kept_here.
kept_money AS NOT MATERIALIZED (
    SELECT k.department_id, k.currency, k.cost, k.idle, k.price FROM seatledger.money_now k
    WHERE :is_kept::boolean OR :is_kept_here::boolean
    UNION ALL
    SELECT k.department_id, k.currency, -k.cost, -k.idle, -k.price
    FROM due_license d JOIN seatledger.license_money k ON k.license_id = d.license_id
    WHERE :is_kept::boolean OR :is_kept_here::boolean
    UNION ALL
    SELECT k.department_id, k.currency, k.cost, k.idle, k.price
    FROM seatledger.license_money_on(ARRAY(SELECT license_id FROM due_license WHERE :is_kept::boolean OR :is_kept_here::boolean), :today::date) k
    WHERE :is_kept::boolean OR :is_kept_here::boolean
),
-- By how much a month's cost of the licences that a report is about, and of their seats that nobody holds, changes on a day, from
-- the first day on. Empty with departments chosen, and for who may not see costs.
cost_step AS NOT MATERIALIZED (
    {cost_steps}
),
-- "Research / Optics": the names from the top that one sees down to the department.
department_path(id, path) AS (
    SELECT d.id, d.name FROM seatledger.department d
    WHERE NOT EXISTS (SELECT FROM seatledger.department above WHERE above.id = d.parent_id)
    UNION ALL SELECT d.id, p.path || ' / ' || d.name FROM seatledger.department d JOIN department_path p ON d.parent_id = p.id
),
-- What was bought, with its price for who may see costs; months is how many a price is for, none if for good.
bought AS NOT MATERIALIZED (
    SELECT e.id, e.license_id, e.quantity, e.period, e.billing, e.order_number, e.supplier, e.renews_id, {prices},
           CASE e.billing WHEN 'monthly' THEN 1 WHEN 'quarterly' THEN 3 WHEN 'yearly' THEN 12
                          ELSE CASE WHEN NOT upper_inf(e.period) THEN seatledger.months_begun(e.period) END END AS months
    FROM seatledger.entitlement e WHERE e.cancelled_at IS NULL
),
-- The entitlements of the day that seats are paid by, as core/domain/monthlycost does it: some seats cost a month
-- seat_share(price_minor, seats, shared, months), each entitlement for itself. Seats beyond what was bought cost nothing
-- more: all that are held share the price. Seats of an unlimited licence cost nothing.
paid AS MATERIALIZED (
    SELECT c.license_id, c.price_minor, c.currency, c.months, c.seats, greatest(c.seats, s.held) AS shared, s.held
    FROM (SELECT b.license_id, b.price_minor, b.currency, b.months, sum(b.quantity) OVER w AS seats,
                 bool_and(b.quantity IS NOT NULL) OVER w AS is_limited
          FROM (SELECT * FROM bought WHERE NOT (:is_scoped::boolean OR :is_filtered::boolean)
                UNION ALL
                SELECT * FROM bought WHERE :is_scoped::boolean AND license_id IN (SELECT license_id FROM held_here)
                UNION ALL
                SELECT * FROM bought
                WHERE :is_filtered::boolean AND NOT :is_scoped::boolean AND license_id IN (SELECT id FROM filtered_license)) b
          WHERE b.period @> :as_of::date WINDOW w AS (PARTITION BY b.license_id)) c
    JOIN license_held s ON s.license_id = c.license_id
    WHERE c.is_limited AND c.price_minor IS NOT NULL AND c.months IS NOT NULL
),
-- By what amounts are multiplied on which days to be in the currency of reports. What is not in it stays as it is.
exchange AS NOT MATERIALIZED (
    SELECT r.currency, r.target,
           r.rate * power(10::numeric, seatledger.currency_decimals(r.target) - seatledger.currency_decimals(r.currency)) AS factor,
           daterange(CASE WHEN lag(r.valid_from) OVER w IS NOT NULL THEN r.valid_from END, lead(r.valid_from) OVER w) AS days
    FROM seatledger.exchange_rate r
    JOIN seatledger.setting s ON s.name = 'report_currency' AND s.value = r.target
    WHERE r.withdrawn_at IS NULL
    WINDOW w AS (PARTITION BY r.currency ORDER BY r.valid_from)
)
