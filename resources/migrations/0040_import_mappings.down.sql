-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP TABLE import_mapping;
CREATE OR REPLACE FUNCTION admit_operators_only() RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    login text;
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO seatledger_server', current_database());
    FOR login IN SELECT o.login FROM operator o JOIN pg_roles r ON r.rolname = o.login WHERE disabled_at IS NULL LOOP
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
    END LOOP;
END $$;
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM seatledger_administrator', current_database()); END $$;

SELECT record_security_baseline();
