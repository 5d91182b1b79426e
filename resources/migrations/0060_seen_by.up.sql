-- SPDX-License-Identifier: GPL-3.0-or-later
-- By what somebody sees people, in one answer whose plans are kept: every list of assignments asks it.

SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION acting_has(role_name name) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
BEGIN
    RETURN pg_has_role(acting_login(), role_name, 'usage');
END $$;

CREATE FUNCTION seen_by(OUT departments bigint[], OUT oneself bigint, OUT share double precision, OUT assignments double precision) RETURNS record
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    departments := acting_scope();
    IF departments IS NULL THEN
        RETURN;
    END IF;
    SELECT m.id INTO oneself FROM member m WHERE m.id = acting_member() AND m.department_key <> ALL (departments);
    -- About: as counted when the tables were last looked through.
    SELECT least(1, cardinality(departments) / c.reltuples) INTO share FROM pg_class c WHERE c.oid = 'department'::regclass AND c.reltuples > 0;
    SELECT share * c.reltuples INTO assignments FROM pg_class c WHERE c.oid = 'license_assignment'::regclass AND c.reltuples > 0;
END $$;
COMMENT ON FUNCTION seen_by IS 'The departments by which the acting login sees people, oneself if that is outside of them, the share of all departments and how many assignments that is, about. Nothing for who does not see by departments.';
REVOKE EXECUTE ON FUNCTION seen_by FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seen_by TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor,
    seatledger_member, seatledger_server;
SELECT record_security_baseline();
