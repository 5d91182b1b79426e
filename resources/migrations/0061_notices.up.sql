-- SPDX-License-Identifier: GPL-3.0-or-later
-- What somebody is to hear: found by find_notices(), read in the window, sent by e-mail through an outbox.
--
-- Whoever is running finds notices and sends mail; locks see to it that each is done once. Notices are no data of the book:
-- they say nothing that it does not, nobody writes them by hand, and they are not in the audit. What decides about them,
-- the settings, is.

SET LOCAL search_path = seatledger, public;

-- ------------------------------------------------------------------------------------------------------- settings

CREATE FUNCTION notice_setting(wanted text) RETURNS text
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT coalesce((SELECT value FROM setting WHERE name = wanted), CASE wanted
        WHEN 'notices' THEN 'on' WHEN 'notice_lead_days' THEN '90,30,7' WHEN 'notice_shortage_days' THEN '30'
        WHEN 'notice_language' THEN 'en' WHEN 'mail' THEN 'off' WHEN 'mail_port' THEN '587' WHEN 'mail_security' THEN 'starttls'
        ELSE '' END)
$$;
COMMENT ON FUNCTION notice_setting IS 'A setting of notices and their mail, or what holds where nobody chose: this is where the defaults are.';

CREATE OR REPLACE FUNCTION check_setting() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    address constant text := '^([^[:space:]@<>]+@[^[:space:]@<>]+\.[^[:space:]@<>]+)?$';
    pattern text := CASE NEW.name
        WHEN 'notices' THEN '^(on|off)$' WHEN 'mail' THEN '^(on|off)$'
        WHEN 'notice_lead_days' THEN '^(\d{1,4}(,\d{1,4}){0,9})?$'
        WHEN 'notice_low_seats' THEN '^(\d{1,7})?$' WHEN 'notice_shortage_days' THEN '^\d{1,4}$'
        WHEN 'notice_language' THEN '^[a-z]{2}(_[A-Z]{2})?$'
        WHEN 'notice_fallback' THEN address WHEN 'mail_sender' THEN address
        WHEN 'mail_host' THEN '^([A-Za-z0-9.:_-]{1,255})?$' WHEN 'mail_port' THEN '^[1-9]\d{0,4}$'
        WHEN 'mail_security' THEN '^(starttls|tls|none)$' WHEN 'mail_user' THEN '^[^[:cntrl:]]{0,255}$' END;
BEGIN
    IF NEW.name = 'time_zone' AND NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = NEW.value) THEN
        RAISE EXCEPTION USING ERRCODE = '22023',
            MESSAGE = format('"%s" is not a time zone; use a name such as Europe/Berlin', NEW.value),
            DETAIL = jsonb_build_object('field', 'time_zone', 'value', NEW.value)::text;
    ELSIF NEW.name = 'report_currency' AND NEW.value !~ '^([A-Z]{3})?$' THEN
        RAISE EXCEPTION USING ERRCODE = '22023',
            MESSAGE = format('"%s" is not a currency code such as EUR, nor nothing', NEW.value),
            DETAIL = jsonb_build_object('field', 'report_currency', 'value', NEW.value)::text;
    ELSIF NEW.value !~ pattern THEN
        RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = format('"%s" cannot be the setting %s', NEW.value, NEW.name),
            DETAIL = jsonb_build_object('field', NEW.name, 'value', NEW.value)::text;
    END IF;
    RETURN NEW;
END $$;

DROP POLICY insert_administrator ON setting;
CREATE POLICY insert_administrator ON setting FOR INSERT TO seatledger_administrator
    WITH CHECK (name = 'report_currency' OR name ~ '^(notices|notice_(lead_days|low_seats|shortage_days|language|fallback)|mail(_(host|port|security|user|sender))?)$');

CREATE FUNCTION notice_leads() RETURNS SETOF integer
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT DISTINCT d::integer FROM string_to_table(notice_setting('notice_lead_days'), ',') d WHERE d ~ '^\d+$'
$$;
COMMENT ON FUNCTION notice_leads IS 'How many days before something ends it is told.';

-- --------------------------------------------------------------------------------------------------------- tables

DROP INDEX notification_unsent;
ALTER TABLE notification
    DROP COLUMN read_at,
    ADD COLUMN facts jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(facts) = 'object' AND length(facts::text) <= 4000);
COMMENT ON TABLE  notification IS 'What somebody is to hear, written once by find_notices().';
COMMENT ON COLUMN notification.member_id IS 'Who is to hear it: the owner of the licence. Null: those who look after everything.';
COMMENT ON COLUMN notification.subject IS 'One line, in English; people read it made of the facts, in their language.';
COMMENT ON COLUMN notification.facts IS 'What it is about: days, seats.';
COMMENT ON COLUMN notification.sent_at IS 'When the first mail with it was taken by the mail server.';
COMMENT ON COLUMN notification.failure IS 'Why the last attempt to send it failed.';
CREATE INDEX notification_member ON notification (member_id, id);
CREATE INDEX notification_license ON notification (license_id, id);
CREATE INDEX notification_unsent ON notification (created_at) WHERE sent_at IS NULL;

CREATE TABLE notification_reading (
    notification_id bigint NOT NULL REFERENCES notification ON DELETE CASCADE,
    login           text NOT NULL DEFAULT acting_login(),
    read_at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (login, notification_id)
);
COMMENT ON TABLE  notification_reading IS 'Who has read which notice in the window.';
COMMENT ON COLUMN notification_reading.notification_id IS 'The notice.';
COMMENT ON COLUMN notification_reading.login IS 'Who read it.';
COMMENT ON COLUMN notification_reading.read_at IS 'When.';
CREATE INDEX notification_reading_notice ON notification_reading (notification_id);

CREATE TABLE notice_occasion (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('low_seats', 'shortage')),
    license_id bigint NOT NULL REFERENCES license ON DELETE CASCADE,
    about      date,
    begun_on   date NOT NULL,
    over_on    date CHECK (over_on >= begun_on)
);
COMMENT ON TABLE  notice_occasion IS 'What goes on for a while: told once while it does, and again once it was over.';
COMMENT ON COLUMN notice_occasion.id IS 'Key.';
COMMENT ON COLUMN notice_occasion.kind IS 'low_seats or shortage.';
COMMENT ON COLUMN notice_occasion.license_id IS 'The licence.';
COMMENT ON COLUMN notice_occasion.about IS 'The first day of the shortage.';
COMMENT ON COLUMN notice_occasion.begun_on IS 'Since when it was seen.';
COMMENT ON COLUMN notice_occasion.over_on IS 'When it was seen no more.';
CREATE UNIQUE INDEX notice_occasion_open ON notice_occasion (kind, license_id) WHERE over_on IS NULL;
CREATE INDEX notice_occasion_license ON notice_occasion (license_id);
CREATE INDEX license_day_short ON license_day (license_id, day) WHERE short_licenses <> 0;

CREATE TABLE mail_message (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address      text NOT NULL CHECK (length(address) BETWEEN 3 AND 254 AND address !~ '[[:cntrl:]<>]'),
    name         text NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    message_id   text NOT NULL UNIQUE CHECK (length(message_id) <= 300),
    state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
    attempts     integer NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    next_attempt timestamptz NOT NULL DEFAULT now(),
    holder       uuid,
    lease_until  timestamptz,
    sent_at      timestamptz,
    failure      text CHECK (length(failure) <= 2000),
    CONSTRAINT mail_message_lease CHECK ((state = 'sending') = (holder IS NOT NULL) AND (holder IS NULL) = (lease_until IS NULL)),
    CONSTRAINT mail_message_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
COMMENT ON TABLE  mail_message IS 'The outbox: one message to one address, with all notices that were found for it at once. Its words are made of them when it is sent.';
COMMENT ON COLUMN mail_message.id IS 'Key.';
COMMENT ON COLUMN mail_message.address IS 'To whom.';
COMMENT ON COLUMN mail_message.name IS 'Whose address it is, if known.';
COMMENT ON COLUMN mail_message.message_id IS 'The Message-ID, the same with every attempt: a message that arrives twice is known as one.';
COMMENT ON COLUMN mail_message.state IS 'waiting, sending, sent, or failed for good.';
COMMENT ON COLUMN mail_message.attempts IS 'How often it was begun to be sent.';
COMMENT ON COLUMN mail_message.created_at IS 'When it was written.';
COMMENT ON COLUMN mail_message.next_attempt IS 'Not before.';
COMMENT ON COLUMN mail_message.holder IS 'Who is sending it.';
COMMENT ON COLUMN mail_message.lease_until IS 'Until when nobody else does; after that whoever sent it is taken to have crashed.';
COMMENT ON COLUMN mail_message.sent_at IS 'When the mail server took it.';
COMMENT ON COLUMN mail_message.failure IS 'What the last attempt failed with.';
CREATE INDEX mail_message_due ON mail_message (next_attempt) WHERE state IN ('waiting', 'sending');

CREATE TABLE mail_notice (
    mail_id         bigint NOT NULL REFERENCES mail_message ON DELETE CASCADE,
    notification_id bigint NOT NULL REFERENCES notification ON DELETE CASCADE,
    PRIMARY KEY (mail_id, notification_id)
);
COMMENT ON TABLE  mail_notice IS 'Which notices a message tells.';
COMMENT ON COLUMN mail_notice.mail_id IS 'The message.';
COMMENT ON COLUMN mail_notice.notification_id IS 'The notice.';
CREATE INDEX mail_notice_notification ON mail_notice (notification_id);

CREATE FUNCTION tell_notices() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM new_rows) THEN
        PERFORM pg_notify('seatledger_changed', '{"entity": "notification", "ids": null}');
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION tell_notices() IS 'Tells the listeners that there are other notices, or that somebody read some.';
CREATE TRIGGER tell_insert AFTER INSERT ON notification REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_notices();
CREATE TRIGGER tell_update AFTER UPDATE ON notification REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_notices();
CREATE TRIGGER tell_insert AFTER INSERT ON notification_reading REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_notices();

-- ------------------------------------------------------------------------------------------------- what there is to tell

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

CREATE FUNCTION notice_conditions(day date, licenses bigint[] DEFAULT NULL) RETURNS TABLE (kind text, license_id bigint, about date, facts jsonb)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT 'low_seats', l.id, NULL::date, jsonb_build_object('free', greatest(0, c.capacity - c.held), 'capacity', c.capacity, 'threshold', t.minimum)
    FROM license l JOIN license_seats c ON c.license_id = l.id,
         LATERAL (SELECT coalesce(l.low_seat_threshold, nullif(notice_setting('notice_low_seats'), '')::integer) AS minimum) t
    WHERE l.state = 'active' AND c.capacity - c.held < t.minimum AND (licenses IS NULL OR l.id = ANY (licenses))
    UNION ALL
    SELECT 'shortage', s.license_id, s.first_day, jsonb_build_object('first_day', s.first_day, 'last_day', s.over - 1, 'seats', p.seats)
    FROM (SELECT DISTINCT ON (x.license_id) x.* FROM (
              SELECT d.license_id, d.day AS first_day, d.short_licenses, lead(d.day) OVER (PARTITION BY d.license_id ORDER BY d.day) AS over
              FROM license_day d WHERE d.short_licenses <> 0 AND (licenses IS NULL OR d.license_id = ANY (licenses))) x
          WHERE x.short_licenses > 0 AND (x.over IS NULL OR x.over > notice_conditions.day)
            AND x.first_day <= notice_conditions.day + notice_setting('notice_shortage_days')::integer
          ORDER BY x.license_id, x.first_day) s,
         LATERAL (SELECT max(r.seats) AS seats FROM (
              SELECT d.day, sum(d.short_seats) OVER (ORDER BY d.day) AS seats FROM license_day d WHERE d.license_id = s.license_id) r
              WHERE r.day >= s.first_day AND (s.over IS NULL OR r.day < s.over)) p
    WHERE NOT EXISTS (SELECT FROM stale_license t WHERE t.license_id = s.license_id)
$$;
COMMENT ON FUNCTION notice_conditions IS 'Licences that are low on seats or will be short of them, of all or of some. Shortages are read from what is kept by day; a licence that is to be counted anew is left out until it was.';

CREATE FUNCTION follow_occasions(day date) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    UPDATE notice_occasion o SET over_on = greatest(day, begun_on)
    WHERE over_on IS NULL
      AND NOT (kind = 'shortage' AND EXISTS (SELECT FROM stale_license s WHERE s.license_id = o.license_id))
      AND NOT EXISTS (SELECT FROM notice_conditions(day) c
                      WHERE c.kind = o.kind AND c.license_id = o.license_id AND c.about IS NOT DISTINCT FROM o.about);
    INSERT INTO notice_occasion (kind, license_id, about, begun_on)
    SELECT c.kind, c.license_id, c.about, day FROM notice_conditions(day) c
    WHERE NOT EXISTS (SELECT FROM notice_occasion o WHERE o.kind = c.kind AND o.license_id = c.license_id AND o.over_on IS NULL);
END $$;
COMMENT ON FUNCTION follow_occasions IS 'Closes what is over and opens what has begun.';

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

CREATE FUNCTION caretakers() RETURNS TABLE (address text, name text)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT notice_setting('notice_fallback'), '' WHERE notice_setting('notice_fallback') <> ''
    UNION ALL
    SELECT DISTINCT m.email, m.name FROM operator o JOIN member m ON m.id = o.member_id
    WHERE notice_setting('notice_fallback') = '' AND o.role = 'administrator' AND o.disabled_at IS NULL AND m.status <> 'departed'
$$;
COMMENT ON FUNCTION caretakers IS 'Who is written to where a licence has no owner: the address in the settings, or else administrators who are members.';

CREATE FUNCTION queue_mail() RETURNS integer
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    written integer;
BEGIN
    IF notice_setting('mail') <> 'on' THEN
        RETURN 0;
    END IF;
    -- Nobody wants mail about what was found weeks ago, when mail was off.
    WITH unwritten AS (
        SELECT n.id, m.email, m.name FROM notification n LEFT JOIN member m ON m.id = n.member_id AND m.status <> 'departed'
        WHERE n.sent_at IS NULL AND n.created_at > now() - interval '7 days'
          AND NOT EXISTS (SELECT FROM mail_notice w WHERE w.notification_id = n.id)
    ), addressed AS (
        SELECT id, email AS address, name FROM unwritten WHERE email IS NOT NULL
        UNION
        SELECT u.id, c.address, c.name FROM unwritten u, caretakers() c WHERE u.email IS NULL
    ), mail AS (
        INSERT INTO mail_message (address, name, message_id)
        SELECT min(address), min(name), gen_random_uuid() || '@' || coalesce(nullif(split_part(notice_setting('mail_sender'), '@', 2), ''), 'seatledger.invalid')
        FROM addressed GROUP BY lower(address) RETURNING id, address
    ), told AS (
        INSERT INTO mail_notice (mail_id, notification_id)
        SELECT mail.id, a.id FROM addressed a JOIN mail ON lower(mail.address) = lower(a.address) RETURNING mail_id)
    SELECT count(DISTINCT mail_id) INTO written FROM told;
    RETURN written;
END $$;
COMMENT ON FUNCTION queue_mail IS 'Writes one message to each who is to hear of notices that are in no message yet.';

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

-- ------------------------------------------------------------------------------------------------------ the outbox

CREATE FUNCTION claim_mail(claimer uuid, even_if_not_due boolean DEFAULT false) RETURNS SETOF mail_message
LANGUAGE sql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    UPDATE mail_message SET state = 'sending', holder = claimer, attempts = attempts + 1, lease_until = clock_timestamp() + interval '5 minutes'
    WHERE id = (SELECT id FROM mail_message
                WHERE state = 'waiting' AND (next_attempt <= clock_timestamp() OR even_if_not_due AND holder IS NULL)
                   OR state = 'sending' AND lease_until < clock_timestamp()
                ORDER BY next_attempt, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *
$$;
COMMENT ON FUNCTION claim_mail IS 'Takes the next message that is to be sent: for five minutes nobody else gets it. Commit it before sending; then end_mail().';

CREATE FUNCTION end_mail(mail bigint, claimer uuid, what_failed text DEFAULT NULL, is_final boolean DEFAULT false) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    pauses constant interval[] := ARRAY['1 minute', '5 minutes', '15 minutes', '1 hour', '4 hours', '12 hours'];
BEGIN
    UPDATE mail_message SET
        state = CASE WHEN what_failed IS NULL THEN 'sent' WHEN is_final OR created_at < now() - interval '3 days' THEN 'failed' ELSE 'waiting' END,
        holder = NULL, lease_until = NULL, failure = left(what_failed, 2000), sent_at = CASE WHEN what_failed IS NULL THEN clock_timestamp() END,
        next_attempt = clock_timestamp() + pauses[least(attempts, cardinality(pauses))]
    WHERE id = mail AND holder = claimer;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE notification SET sent_at = CASE WHEN what_failed IS NULL THEN coalesce(sent_at, clock_timestamp()) ELSE sent_at END,
        failure = left(what_failed, 2000)
    WHERE id IN (SELECT notification_id FROM mail_notice WHERE mail_id = mail);
    RETURN true;
END $$;
COMMENT ON FUNCTION end_mail IS 'Says how sending a claimed message ended. What failed waits for longer and longer, three days at most; what is final is not tried again. False: it was claimed by somebody else meanwhile.';

-- --------------------------------------------------------------------------------------- why there was no notice

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

-- ---------------------------------------------------------------------------------------------------------- rights

DROP POLICY insert_administrator ON notification;
DROP POLICY update_administrator ON notification;
REVOKE ALL ON notification FROM seatledger_administrator;
CREATE POLICY select_own ON notification FOR SELECT TO seatledger_manager, seatledger_staff, seatledger_member
    USING (member_id = (SELECT acting_member()));
GRANT SELECT ON notification TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;

ALTER TABLE notification_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_own ON notification_reading FOR SELECT
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member USING (login = (SELECT acting_login()));
CREATE POLICY insert_own ON notification_reading FOR INSERT
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member
    WITH CHECK (login = (SELECT acting_login()) AND notification_id IN (SELECT id FROM notification));
GRANT SELECT ON notification_reading TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;
GRANT INSERT (notification_id) ON notification_reading TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;

ALTER TABLE notice_occasion ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_administrator ON mail_message FOR SELECT TO seatledger_administrator USING (true);
CREATE POLICY select_administrator ON mail_notice FOR SELECT TO seatledger_administrator USING (true);
REVOKE ALL ON notice_occasion, notification_reading, mail_message, mail_notice FROM PUBLIC;
GRANT SELECT ON mail_message, mail_notice TO seatledger_administrator;

REVOKE EXECUTE ON FUNCTION notice_setting, notice_leads, tell_notices, ending_supply, lead_of, notice_conditions, follow_occasions, due_notices,
    caretakers, queue_mail, find_notices, claim_mail, end_mail, notice_reasons FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notice_setting TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;
GRANT EXECUTE ON FUNCTION find_notices TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member;
GRANT EXECUTE ON FUNCTION claim_mail, end_mail TO seatledger_administrator;
GRANT EXECUTE ON FUNCTION notice_reasons TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;
SELECT record_security_baseline();
