-- SPDX-License-Identifier: GPL-3.0-or-later
-- Settings that were chosen stay, where nothing asks for them.
SET LOCAL search_path = seatledger, public;

DROP TRIGGER tell_insert ON notification;
DROP TRIGGER tell_update ON notification;
DROP TRIGGER tell_insert ON notification_reading;
DROP FUNCTION notice_reasons, end_mail, claim_mail, find_notices, queue_mail, caretakers, due_notices, follow_occasions, notice_conditions,
    lead_of, ending_supply, tell_notices, notice_leads, notice_setting;
DROP TABLE mail_notice, mail_message, notice_occasion, notification_reading;
DROP INDEX license_day_short, notification_member, notification_license, notification_unsent;
DROP POLICY select_own ON notification;
REVOKE ALL ON notification FROM seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_member;
-- The columns come back in the order they had.
ALTER TABLE notification RENAME COLUMN failure TO last_failure;
ALTER TABLE notification RENAME CONSTRAINT notification_failure_check TO notification_last_failure;
ALTER TABLE notification DROP COLUMN facts, ADD COLUMN read_at timestamptz CHECK (read_at >= created_at),
    ADD COLUMN failure text CHECK (length(failure) <= 2000);
UPDATE notification SET failure = last_failure;
ALTER TABLE notification DROP COLUMN last_failure;
COMMENT ON TABLE  notification IS 'What somebody is to hear, written once and sent by whichever process runs.';
COMMENT ON COLUMN notification.member_id IS 'Who is to hear it.';
COMMENT ON COLUMN notification.subject IS 'One line.';
COMMENT ON COLUMN notification.sent_at IS 'When it was delivered by e-mail.';
COMMENT ON COLUMN notification.read_at IS 'When it was read in the window.';
COMMENT ON COLUMN notification.failure IS 'Why the last attempt to deliver it failed.';
CREATE INDEX notification_unsent ON notification (id) WHERE sent_at IS NULL;
CREATE POLICY insert_administrator ON notification FOR INSERT TO seatledger_administrator WITH CHECK (true);
CREATE POLICY update_administrator ON notification FOR UPDATE TO seatledger_administrator USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON notification TO seatledger_administrator;

DROP POLICY insert_administrator ON setting;
CREATE POLICY insert_administrator ON setting FOR INSERT TO seatledger_administrator WITH CHECK (name = 'report_currency');
CREATE OR REPLACE FUNCTION check_setting() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF NEW.name = 'time_zone' AND NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = NEW.value) THEN
        RAISE EXCEPTION USING ERRCODE = '22023',
            MESSAGE = format('"%s" is not a time zone; use a name such as Europe/Berlin', NEW.value),
            DETAIL = jsonb_build_object('field', 'time_zone', 'value', NEW.value)::text;
    ELSIF NEW.name = 'report_currency' AND NEW.value !~ '^([A-Z]{3})?$' THEN
        RAISE EXCEPTION USING ERRCODE = '22023',
            MESSAGE = format('"%s" is not a currency code such as EUR, nor nothing', NEW.value),
            DETAIL = jsonb_build_object('field', 'report_currency', 'value', NEW.value)::text;
    END IF;
    RETURN NEW;
END $$;
SELECT record_security_baseline();
