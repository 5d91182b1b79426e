-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

ALTER POLICY select_manager ON license_assignment USING (member_id IN (SELECT id FROM member));
DROP FUNCTION acting_scope;

CREATE OR REPLACE FUNCTION acting_login() RETURNS name
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
    -- Taking on a group role makes nobody somebody else.
    SELECT CASE WHEN current_setting('role') = 'none' OR current_setting('role') ~ '^seatledger_' THEN session_user
                ELSE current_setting('role')::name END
$$;

CREATE OR REPLACE FUNCTION acting_operator() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT id FROM operator WHERE login = acting_login() AND disabled_at IS NULL
$$;

CREATE OR REPLACE FUNCTION acting_member() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT member_id FROM operator WHERE id = acting_operator()
$$;

CREATE OR REPLACE FUNCTION acting_departments() RETURNS bigint[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    WITH RECURSIVE mine(id) AS (
        SELECT department_id FROM operator_department WHERE operator_id = acting_operator() AND ended_at IS NULL
        UNION SELECT d.id FROM department d JOIN mine ON d.parent_id = mine.id)
    SELECT coalesce(array_agg(id), '{}') FROM mine
$$;
SELECT record_security_baseline();
