-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION seen_by;
CREATE OR REPLACE FUNCTION acting_has(role_name name) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
    SELECT pg_has_role(acting_login(), role_name, 'usage')
$$;
SELECT record_security_baseline();
