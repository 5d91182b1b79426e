-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many assignments a manager sees, without asking the policy of each: who sees most departments counts the others.

SET LOCAL search_path = seatledger, public;

CREATE FUNCTION visible_assignments() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    mine   bigint[] := acting_scope();
    others bigint[] := ARRAY(SELECT id FROM department WHERE id <> ALL (mine)) || 0::bigint;
    own    bigint := acting_member();
BEGIN
    IF mine IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN CASE WHEN cardinality(mine) > cardinality(others)
                THEN (SELECT count(*) FROM license_assignment) - (SELECT count(*) FROM license_assignment WHERE department_key = ANY (others))
                ELSE (SELECT count(*) FROM license_assignment WHERE department_key = ANY (mine)) END
           + (SELECT count(*) FROM license_assignment WHERE member_id = own AND department_key <> ALL (mine));
END $$;
COMMENT ON FUNCTION visible_assignments() IS 'How many assignments the policies let the acting login see, who sees people by departments; null for everybody else.';
REVOKE EXECUTE ON FUNCTION visible_assignments FROM PUBLIC;
GRANT EXECUTE ON FUNCTION visible_assignments TO seatledger_manager;
SELECT record_security_baseline();
