-- SPDX-License-Identifier: GPL-3.0-or-later

SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION ending_supply(day date, licenses bigint[] DEFAULT NULL) RETURNS TABLE (license_id bigint, last_day date, seats bigint, is_renewed boolean, leads integer[])
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT e.license_id, upper(e.period) - 1, CASE WHEN bool_and(e.quantity IS NOT NULL) THEN sum(e.quantity) END,
           bool_and(EXISTS (SELECT FROM entitlement r WHERE r.renews_id = e.id AND r.cancelled_at IS NULL)),
           leads_of(l.notice_lead_days)
    FROM entitlement e JOIN license l ON l.id = e.license_id
    WHERE e.cancelled_at IS NULL AND l.state IN ('active', 'suspended') AND upper(e.period) > day - 14
      AND (licenses IS NOT NULL OR upper(e.period) <= day + 1 + coalesce((SELECT max(n) FROM unnest(leads_of(l.notice_lead_days)) n), 0))
      AND (licenses IS NULL OR e.license_id = ANY (licenses))
    GROUP BY e.license_id, upper(e.period), l.notice_lead_days
$$;

SELECT record_security_baseline();
