-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION notice_reasons, due_notices, ending_supply;
DROP FUNCTION lead_of(date, date, integer[]);
DROP FUNCTION leads_of;
ALTER TABLE license DROP COLUMN notice_lead_days;

CREATE FUNCTION ending_supply(day date, licenses bigint[] DEFAULT NULL) RETURNS TABLE (license_id bigint, last_day date, seats bigint, is_renewed boolean)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT e.license_id, upper(e.period) - 1, CASE WHEN bool_and(e.quantity IS NOT NULL) THEN sum(e.quantity) END,
           bool_and(EXISTS (SELECT FROM entitlement r WHERE r.renews_id = e.id AND r.cancelled_at IS NULL))
    FROM entitlement e JOIN license l ON l.id = e.license_id
    WHERE e.cancelled_at IS NULL AND l.state IN ('active', 'suspended') AND upper(e.period) > day - 14
      AND (licenses IS NOT NULL OR upper(e.period) <= day + 1 + coalesce((SELECT max(n) FROM notice_leads() n), 0))
      AND (licenses IS NULL OR e.license_id = ANY (licenses))
    GROUP BY e.license_id, upper(e.period)
$$;
COMMENT ON FUNCTION ending_supply IS 'What was bought and ends, or ended within two weeks, by licence and last day: as far ahead as it is told, or all of some licences. Renewed if nothing of it is without a successor.';

CREATE FUNCTION lead_of(last_day date, day date) RETURNS integer
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT CASE WHEN last_day < day THEN -1 ELSE (SELECT min(n) FROM notice_leads() n WHERE n >= last_day - day) END
$$;
COMMENT ON FUNCTION lead_of IS 'The lead time within which the last day is: the shortest, so that what was entered late is told once. -1: it is over; null: it is further off.';

CREATE FUNCTION due_notices(day date, licenses bigint[] DEFAULT NULL) RETURNS TABLE (kind text, license_id bigint, once_key text, facts jsonb)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT 'expiry', e.license_id, format('expiry:%s:%s:%s', e.license_id, e.last_day, x.lead),
           jsonb_build_object('last_day', e.last_day, 'lead', x.lead, 'seats', e.seats)
    FROM ending_supply(day, licenses) e, LATERAL (SELECT lead_of(e.last_day, due_notices.day) AS lead) x
    WHERE x.lead IS NOT NULL AND NOT e.is_renewed
    UNION ALL
    SELECT c.kind, c.license_id, format('%s:%s:%s', c.kind, c.license_id, concat_ws(':', c.about, o.begun_on)), c.facts
    FROM notice_conditions(day, licenses) c JOIN notice_occasion o ON o.kind = c.kind AND o.license_id = c.license_id AND o.over_on IS NULL
$$;
COMMENT ON FUNCTION due_notices IS 'Everything there is to tell on a day, told before or not. The key names the occasion: a licence, its last day and the lead time; or since when seats have been low or what day they will be short.';

CREATE FUNCTION notice_reasons(licenses bigint[]) RETURNS TABLE (license_id bigint, place integer, reason text, facts jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    WITH asked AS MATERIALIZED (
        SELECT l.*, m.name AS owner_name, m.email AS owner_email, m.status AS owner_status, today() AS day
        FROM license l LEFT JOIN member m ON m.id = l.owner_member_id
        WHERE l.id = ANY (licenses)
          AND (acting_owner() OR acting_has('seatledger_administrator') OR acting_has('seatledger_staff') OR l.owner_member_id = acting_member())
    ), told AS (
        SELECT n.once_key, jsonb_build_object('found_at', n.created_at, 'sent_at', n.sent_at, 'mail', w.state, 'address', w.address,
                                              'failure', w.failure, 'attempts', w.attempts) AS facts
        FROM asked a JOIN notification n ON n.license_id = a.id LEFT JOIN LATERAL (
            SELECT m.* FROM mail_notice x JOIN mail_message m ON m.id = x.mail_id WHERE x.notification_id = n.id ORDER BY m.sent_at NULLS LAST, m.id DESC LIMIT 1) w ON true
    ), careful AS (SELECT coalesce(string_agg(address, ', '), '') AS addresses FROM caretakers()),
    ending AS (
        SELECT e.*, row_number() OVER (PARTITION BY e.license_id ORDER BY e.last_day) AS nth FROM ending_supply((SELECT min(day) FROM asked), licenses) e)
    SELECT a.id, 0, 'notices_off', '{}'::jsonb FROM asked a WHERE notice_setting('notices') <> 'on'
    UNION ALL
    SELECT a.id, 1, 'mail_off', '{}' FROM asked a WHERE notice_setting('mail') <> 'on'
    UNION ALL
    SELECT a.id, 2, 'not_in_use', jsonb_build_object('state', a.state) FROM asked a WHERE a.state NOT IN ('active', 'suspended')
    UNION ALL
    SELECT a.id, 3, CASE WHEN a.owner_status <> 'departed' THEN 'to_owner'
                         WHEN c.addresses = '' THEN CASE WHEN a.owner_name IS NULL THEN 'no_owner_nobody' ELSE 'departed_nobody' END
                         WHEN a.owner_name IS NULL THEN 'no_owner' ELSE 'owner_departed' END,
           jsonb_build_object('name', a.owner_name, 'address', coalesce(CASE WHEN a.owner_status <> 'departed' THEN a.owner_email END, c.addresses))
    FROM asked a, careful c
    UNION ALL
    SELECT a.id, 10, 'nothing_ends', '{}' FROM asked a WHERE NOT EXISTS (SELECT FROM ending e WHERE e.license_id = a.id)
    UNION ALL
    SELECT a.id, 10, 'no_leads', '{}' FROM asked a WHERE NOT EXISTS (SELECT FROM notice_leads())
    UNION ALL
    SELECT a.id, 10 + e.nth::integer, CASE
               WHEN t.facts IS NOT NULL THEN 'told'
               WHEN e.is_renewed THEN 'renewed'
               WHEN lead.days >= 0 AND e.last_day - a.day > lead.days OR lead.days < 0 AND e.last_day >= a.day THEN 'later'
               WHEN lead.days IS DISTINCT FROM lead_of(e.last_day, a.day) THEN 'passed'
               ELSE 'due' END,
           jsonb_build_object('about', 'expiry', 'last_day', e.last_day, 'lead', lead.days,
                              'on', CASE WHEN lead.days < 0 THEN e.last_day + 1 ELSE e.last_day - lead.days END) || coalesce(t.facts, '{}')
    FROM asked a JOIN ending e ON e.license_id = a.id AND e.nth <= 3
         CROSS JOIN LATERAL (SELECT n AS days FROM notice_leads() n UNION ALL SELECT -1) lead
         LEFT JOIN told t ON t.once_key = format('expiry:%s:%s:%s', e.license_id, e.last_day, lead.days)
    WHERE a.state IN ('active', 'suspended')
    UNION ALL
    SELECT a.id, 20, CASE WHEN x.minimum IS NULL THEN 'no_threshold' WHEN s.capacity IS NULL THEN 'unlimited'
                          WHEN s.capacity - s.held >= x.minimum THEN 'enough' WHEN t.facts IS NOT NULL THEN 'told' ELSE 'due' END,
           jsonb_build_object('about', 'low_seats', 'free', greatest(0, s.capacity - s.held), 'threshold', x.minimum) || coalesce(t.facts, '{}')
    FROM asked a JOIN license_seats s ON s.license_id = a.id
         CROSS JOIN LATERAL (SELECT coalesce(a.low_seat_threshold, nullif(notice_setting('notice_low_seats'), '')::integer) AS minimum) x
         LEFT JOIN notice_occasion o ON o.kind = 'low_seats' AND o.license_id = a.id AND o.over_on IS NULL
         LEFT JOIN told t ON t.once_key = format('low_seats:%s:%s', a.id, o.begun_on)
    WHERE a.state = 'active'
    UNION ALL
    SELECT a.id, 30, CASE WHEN EXISTS (SELECT FROM stale_license s WHERE s.license_id = a.id) THEN 'counting'
                          WHEN c.about IS NULL THEN 'no_shortage' WHEN t.facts IS NOT NULL THEN 'told' ELSE 'due' END,
           jsonb_build_object('about', 'shortage', 'days', notice_setting('notice_shortage_days')::integer) || coalesce(c.facts, '{}') || coalesce(t.facts, '{}')
    FROM asked a LEFT JOIN notice_conditions((SELECT min(day) FROM asked), licenses) c ON c.kind = 'shortage' AND c.license_id = a.id
         LEFT JOIN notice_occasion o ON o.kind = 'shortage' AND o.license_id = a.id AND o.over_on IS NULL
         LEFT JOIN told t ON t.once_key = format('shortage:%s:%s', a.id, concat_ws(':', c.about, o.begun_on))
    WHERE a.state IN ('active', 'suspended')
$$;
COMMENT ON FUNCTION notice_reasons IS 'What was told about licences, or why it was not: a row for each lead time of what ends next, for low seats, for shortages, and for who hears of it. For those who see all members, and for the licence''s owner.';

REVOKE EXECUTE ON FUNCTION ending_supply, lead_of, due_notices, notice_reasons FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notice_reasons TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;
SELECT record_security_baseline();
