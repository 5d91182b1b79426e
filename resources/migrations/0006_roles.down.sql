-- SPDX-License-Identifier: GPL-3.0-or-later
-- The roles stay: another book on this cluster may use them, and logins are members of them.
SET LOCAL search_path = seatledger, public;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['seatledger_administrator', 'seatledger_manager', 'seatledger_staff', 'seatledger_auditor', 'seatledger_server'] LOOP
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA seatledger FROM %I', name);
        EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA seatledger FROM %I', name);
        EXECUTE format('REVOKE ALL ON SCHEMA seatledger FROM %I', name);
    END LOOP;
END $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA seatledger TO PUBLIC;
