-- SPDX-License-Identifier: GPL-3.0-or-later
-- One look for all: whoever comes soon after somebody looked, or finds the book as it was then, need not look.

SET LOCAL search_path = seatledger, public;

CREATE TABLE notice_look (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    looked_at timestamptz NOT NULL DEFAULT '-infinity',
    day       date NOT NULL DEFAULT '-infinity',
    position  bigint NOT NULL DEFAULT 0,
    is_whole  boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE  notice_look IS 'When notices were looked for last, and what the book was then.';
COMMENT ON COLUMN notice_look.only_row IS 'Keeps the table at one row.';
COMMENT ON COLUMN notice_look.looked_at IS 'When.';
COMMENT ON COLUMN notice_look.day IS 'For which day.';
COMMENT ON COLUMN notice_look.position IS 'Where the audit chain ended: nothing is written without a link, and links are in the order of commits.';
COMMENT ON COLUMN notice_look.is_whole IS 'No licence was still to be counted anew, so that all was seen.';
INSERT INTO notice_look DEFAULT VALUES;
ALTER TABLE notice_look ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON notice_look FROM PUBLIC;

DROP FUNCTION find_notices();
CREATE FUNCTION find_notices(pause interval DEFAULT '0') RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    this_day date := today();
    new_ones integer;
    seen bigint;
    last_look notice_look;
BEGIN
    IF notice_setting('notices') <> 'on' OR NOT pg_try_advisory_xact_lock(hashtext('seatledger.notices')) THEN
        RETURN 0;
    END IF;
    SELECT * INTO last_look FROM notice_look;
    IF last_look.day = this_day AND last_look.looked_at > clock_timestamp() - pause THEN
        RETURN 0;
    END IF;
    -- Before anything is looked at: what is committed meanwhile is looked at again.
    SELECT h.position INTO seen FROM audit_head h;
    IF last_look.day = this_day AND last_look.position = seen AND last_look.is_whole THEN
        RETURN 0;
    END IF;
    UPDATE notice_look SET looked_at = clock_timestamp(), day = this_day, position = seen,
                           is_whole = NOT EXISTS (SELECT FROM stale_license);
    PERFORM follow_occasions(this_day);
    INSERT INTO notification (kind, license_id, member_id, subject, facts, once_key)
    SELECT d.kind, d.license_id, m.id, CASE d.kind
               WHEN 'expiry' THEN format('%s: the last day is %s', l.name, d.facts->>'last_day')
               WHEN 'low_seats' THEN format('%s: %s seats are free', l.name, d.facts->>'free')
               ELSE format('%s: %s seats short from %s on', l.name, d.facts->>'seats', d.facts->>'first_day') END,
           d.facts, d.once_key
    FROM due_notices(this_day) d JOIN license l ON l.id = d.license_id
         LEFT JOIN member m ON m.id = l.owner_member_id AND m.status <> 'departed'
    WHERE NOT EXISTS (SELECT FROM notification n WHERE n.once_key = d.once_key);
    GET DIAGNOSTICS new_ones = ROW_COUNT;
    PERFORM queue_mail();
    RETURN new_ones;
END $$;
COMMENT ON FUNCTION find_notices IS 'Writes the notices there are to tell, each once, and the mail about them. Returns how many are new; 0 also while somebody else does it, when somebody did within the pause, when nothing has changed since, or when notices are off.';
REVOKE EXECUTE ON FUNCTION find_notices FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_notices TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member;
SELECT record_security_baseline();
