-- SPDX-License-Identifier: GPL-3.0-or-later

SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION keep_outlooks(licenses bigint[]) RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    DELETE FROM license_outlook WHERE license_id = ANY (licenses);
    INSERT INTO license_outlook SELECT * FROM license_outlooks(licenses, today(), true);
$$;
DROP INDEX license_in_use;
DROP FUNCTION keep_ends(bigint[]);
DROP FUNCTION license_ends(bigint[]);
DROP TABLE license_end, end_day;
SELECT record_security_baseline();
