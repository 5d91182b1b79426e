-- SPDX-License-Identifier: GPL-3.0-or-later
-- When people work with the book: seats given, taken back and activated in the period (ninety days up to the day, if none is
-- given), by weekday (1 is Monday) and hour of the organisation's time zone. What the calendar did is nobody's work.
WITH asked AS (
    SELECT t.value AS zone,
           coalesce(:from::date, coalesce(:until::date, :as_of::date) - 89)::timestamp AT TIME ZONE t.value AS first,
           (coalesce(:until::date, greatest(:as_of::date, :from::date)) + 1)::timestamp AT TIME ZONE t.value AS after
    FROM seatledger.setting t WHERE t.name = 'time_zone'
), counted_assignment AS NOT MATERIALIZED (
    SELECT a.id, a.assigned_at, a.revoked_at FROM assignment_here a
    WHERE NOT (:is_whole::boolean OR :is_filtered::boolean OR :has_words::boolean)
    UNION ALL
    SELECT a.id, a.assigned_at, a.revoked_at FROM assignment_here a
    WHERE (:is_filtered::boolean OR :has_words::boolean) AND a.license_id IN (SELECT id FROM chosen_license)
), moment AS (
    -- Few quarters of an hour hold many moments: the clock of the time zone is asked once for each, and differs by quarters.
    -- Of everything they are kept, and what has been done since is added.
    SELECT at, assigned, revoked, activated FROM seatledger.activity_quarter
    WHERE :is_whole::boolean AND at >= (SELECT first FROM asked) AND at < (SELECT after FROM asked)
    UNION ALL
    SELECT at, assigned, revoked, activated FROM seatledger.activity_change
    WHERE :is_whole::boolean AND at >= (SELECT first FROM asked) AND at < (SELECT after FROM asked)
    UNION ALL
    SELECT date_bin('15 minutes', a.assigned_at, '2000-01-01 00:00+00') AS at, count(*) AS assigned, 0 AS revoked, 0 AS activated
    FROM counted_assignment a
    WHERE a.assigned_at >= (SELECT first FROM asked) AND a.assigned_at < (SELECT after FROM asked)
    GROUP BY 1
    UNION ALL
    SELECT date_bin('15 minutes', a.revoked_at, '2000-01-01 00:00+00'), 0, count(*), 0 FROM counted_assignment a
    WHERE a.revoked_at >= (SELECT first FROM asked) AND a.revoked_at < (SELECT after FROM asked)
    GROUP BY 1
    UNION ALL
    SELECT date_bin('15 minutes', v.activated_at, '2000-01-01 00:00+00'), 0, 0, count(*)
    FROM seatledger.activation v JOIN counted_assignment a ON a.id = v.assignment_id
    WHERE v.activated_at >= (SELECT first FROM asked) AND v.activated_at < (SELECT after FROM asked)
      AND (:is_scoped::boolean OR :is_filtered::boolean OR :has_words::boolean)
    GROUP BY 1
), quarter AS (
    SELECT at, sum(assigned) AS assigned, sum(revoked) AS revoked, sum(activated) AS activated FROM moment GROUP BY 1
)
SELECT extract(isodow FROM at AT TIME ZONE zone) AS weekday, extract(hour FROM at AT TIME ZONE zone) AS hour,
       sum(assigned + revoked + activated) AS count, sum(assigned) AS assigned, sum(revoked) AS revoked, sum(activated) AS activated
FROM quarter, asked
WHERE (assigned, revoked, activated) <> (0, 0, 0)
GROUP BY 1, 2
