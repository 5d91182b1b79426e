-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The lead times of the settings were asked for once for every entitlement of the book, which took most of a look for notices.

SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION ending_supply(day date, licenses bigint[] DEFAULT NULL) RETURNS TABLE (license_id bigint, last_day date, seats bigint, is_renewed boolean, leads integer[])
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    WITH usual AS MATERIALIZED (
        SELECT leads_of(NULL) AS leads
    ), furthest AS MATERIALIZED (
        SELECT max(n) AS days FROM (
            SELECT unnest(leads) FROM usual UNION ALL SELECT unnest(notice_lead_days) FROM license WHERE notice_lead_days IS NOT NULL) n(n)
    )
    SELECT e.license_id, upper(e.period) - 1, CASE WHEN bool_and(e.quantity IS NOT NULL) THEN sum(e.quantity) END,
           bool_and(EXISTS (SELECT FROM entitlement r WHERE r.renews_id = e.id AND r.cancelled_at IS NULL)),
           x.leads
    FROM usual u, entitlement e JOIN license l ON l.id = e.license_id, LATERAL (SELECT coalesce(l.notice_lead_days, u.leads) AS leads) x
    WHERE e.cancelled_at IS NULL AND l.state IN ('active', 'suspended') AND upper(e.period) > day - 14
      AND (licenses IS NOT NULL OR upper(e.period) <= day + 1 + coalesce((SELECT days FROM furthest), 0))
      AND (licenses IS NOT NULL OR upper(e.period) <= day + 1 + coalesce((SELECT max(n) FROM unnest(x.leads) n), 0))
      AND (licenses IS NULL OR e.license_id = ANY (licenses))
    GROUP BY e.license_id, upper(e.period), x.leads
$$;

SELECT record_security_baseline();
