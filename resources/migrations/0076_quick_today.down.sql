-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION today() RETURNS date
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp
BEGIN ATOMIC
    SELECT (now() AT TIME ZONE (SELECT value FROM setting WHERE name = 'time_zone'))::date
           + (SELECT day_shift FROM clock);
END;

SELECT record_security_baseline();
