-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION find_notices(interval);
DROP TABLE notice_look;
CREATE FUNCTION find_notices() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    day   date := today();
    new_ones integer;
BEGIN
    IF notice_setting('notices') <> 'on' OR NOT pg_try_advisory_xact_lock(hashtext('seatledger.notices')) THEN
        RETURN 0;
    END IF;
    PERFORM follow_occasions(day);
    INSERT INTO notification (kind, license_id, member_id, subject, facts, once_key)
    SELECT d.kind, d.license_id, m.id, CASE d.kind
               WHEN 'expiry' THEN format('%s: the last day is %s', l.name, d.facts->>'last_day')
               WHEN 'low_seats' THEN format('%s: %s seats are free', l.name, d.facts->>'free')
               ELSE format('%s: %s seats short from %s on', l.name, d.facts->>'seats', d.facts->>'first_day') END,
           d.facts, d.once_key
    FROM due_notices(day) d JOIN license l ON l.id = d.license_id
         LEFT JOIN member m ON m.id = l.owner_member_id AND m.status <> 'departed'
    WHERE NOT EXISTS (SELECT FROM notification n WHERE n.once_key = d.once_key);
    GET DIAGNOSTICS new_ones = ROW_COUNT;
    PERFORM queue_mail();
    RETURN new_ones;
END $$;
COMMENT ON FUNCTION find_notices IS 'Writes the notices there are to tell, each once, and the mail about them. Returns how many are new; 0 also while somebody else does it, or when notices are off.';
REVOKE EXECUTE ON FUNCTION find_notices FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_notices TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member;
SELECT record_security_baseline();
