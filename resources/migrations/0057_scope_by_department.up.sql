-- SPDX-License-Identifier: GPL-3.0-or-later
-- A manager sees an assignment by the department in its own row; who asks is found out by plans that are kept.
--
-- The own member's assignments are seen wherever they work. IS TRUE keeps that from being looked up by an index of its own,
-- which would have every page put together from a bitmap of everything that is visible.

SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION acting_login() RETURNS name
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
BEGIN
    -- Taking on a group role makes nobody somebody else.
    RETURN CASE WHEN current_setting('role') = 'none' OR current_setting('role') ~ '^seatledger_' THEN session_user
                ELSE current_setting('role')::name END;
END $$;

CREATE OR REPLACE FUNCTION acting_operator() RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    RETURN (SELECT id FROM operator WHERE login = acting_login() AND disabled_at IS NULL);
END $$;

CREATE OR REPLACE FUNCTION acting_member() RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    RETURN (SELECT member_id FROM operator WHERE id = acting_operator());
END $$;

CREATE OR REPLACE FUNCTION acting_departments() RETURNS bigint[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    RETURN (
        WITH RECURSIVE mine(id) AS (
            SELECT department_id FROM operator_department WHERE operator_id = acting_operator() AND ended_at IS NULL
            UNION SELECT d.id FROM department d JOIN mine ON d.parent_id = mine.id)
        SELECT coalesce(array_agg(id), '{}') FROM mine);
END $$;

CREATE FUNCTION acting_scope() RETURNS bigint[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    -- As in the policies: whoever also is what sees the whole book sees it.
    IF acting_has('seatledger_manager') AND NOT acting_has('seatledger_administrator') AND NOT acting_has('seatledger_staff') THEN
        RETURN acting_departments();
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION acting_scope() IS 'The departments by which the acting login sees people; null for who does not see by departments.';

ALTER POLICY select_manager ON license_assignment USING (
    department_key = ANY ((SELECT acting_departments())::bigint[]) OR (member_id = (SELECT acting_member())) IS TRUE);

REVOKE EXECUTE ON FUNCTION acting_scope FROM PUBLIC;
GRANT EXECUTE ON FUNCTION acting_scope TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor,
    seatledger_member, seatledger_server;
SELECT record_security_baseline();
