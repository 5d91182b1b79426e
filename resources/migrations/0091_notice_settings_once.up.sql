-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The settings of notices are asked for once a look, not once for each of all licences.

SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION notice_conditions(day date, licenses bigint[] DEFAULT NULL) RETURNS TABLE (kind text, license_id bigint, about date, facts jsonb)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT 'low_seats', l.id, NULL::date, jsonb_build_object('free', greatest(0, c.capacity - c.held), 'capacity', c.capacity, 'threshold', t.minimum)
    FROM license l JOIN license_seats c ON c.license_id = l.id,
         LATERAL (SELECT coalesce(l.low_seat_threshold, (SELECT nullif(notice_setting('notice_low_seats'), '')::integer)) AS minimum) t
    WHERE l.state = 'active' AND c.capacity - c.held < t.minimum AND (licenses IS NULL OR l.id = ANY (licenses))
    UNION ALL
    SELECT 'shortage', s.license_id, s.first_day, jsonb_build_object('first_day', s.first_day, 'last_day', s.over - 1, 'seats', p.seats)
    FROM (SELECT DISTINCT ON (x.license_id) x.* FROM (
              SELECT d.license_id, d.day AS first_day, d.short_licenses, lead(d.day) OVER (PARTITION BY d.license_id ORDER BY d.day) AS over
              FROM license_day d WHERE d.short_licenses <> 0 AND (licenses IS NULL OR d.license_id = ANY (licenses))) x
          WHERE x.short_licenses > 0 AND (x.over IS NULL OR x.over > notice_conditions.day)
            AND x.first_day <= notice_conditions.day + (SELECT notice_setting('notice_shortage_days')::integer)
          ORDER BY x.license_id, x.first_day) s,
         LATERAL (SELECT max(r.seats) AS seats FROM (
              SELECT d.day, sum(d.short_seats) OVER (ORDER BY d.day) AS seats FROM license_day d WHERE d.license_id = s.license_id) r
              WHERE r.day >= s.first_day AND (s.over IS NULL OR r.day < s.over)) p
    WHERE NOT EXISTS (SELECT FROM stale_license t WHERE t.license_id = s.license_id)
$$;

SELECT record_security_baseline();
