-- SPDX-License-Identifier: GPL-3.0-or-later
-- A report currency that was set stays among the settings, where nothing asks for it.
SET LOCAL search_path = seatledger, public;

DROP FUNCTION license_held_changes, held_changes, seat_share, currency_decimals;
CREATE OR REPLACE FUNCTION check_setting() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF NEW.name = 'time_zone' AND NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = NEW.value) THEN
        RAISE EXCEPTION USING ERRCODE = '22023',
            MESSAGE = format('"%s" is not a time zone; use a name such as Europe/Berlin', NEW.value),
            DETAIL = jsonb_build_object('field', 'time_zone', 'value', NEW.value)::text;
    END IF;
    RETURN NEW;
END $$;
REVOKE INSERT (name, value, note) ON setting FROM seatledger_administrator;
DROP POLICY insert_administrator ON setting;
DROP TABLE exchange_rate;
SELECT record_security_baseline();
