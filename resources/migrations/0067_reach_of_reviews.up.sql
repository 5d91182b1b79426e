-- SPDX-License-Identifier: GPL-3.0-or-later
-- Managers review access, which staff do not: only who does may make a manager.

SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION within_reach(o operator) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT acting_has('seatledger_administrator')
        -- Staff see everybody; managers see costs and review: both take one who does.
        OR (o.role = 'member' OR o.role = 'staff' AND acting_has('seatledger_staff')
            OR o.role = 'manager' AND acting_has('seatledger_manager'))
       AND NOT EXISTS (SELECT FROM unnest(o.rights) r WHERE r = 'manage_operators' OR NOT acting_has(('seatledger_' || r)::name))
       AND (acting_has('seatledger_staff')
            OR NOT EXISTS (SELECT FROM operator_department d WHERE d.operator_id = o.id AND d.ended_at IS NULL
                                                               AND d.department_id <> ALL (acting_departments()))
           AND (o.member_id IS NULL OR EXISTS (SELECT FROM member m WHERE m.id = o.member_id AND m.department_id = ANY (acting_departments()))))
$$;
COMMENT ON FUNCTION within_reach IS 'Whether an operator sees and may do nothing that the acting one does not; administrators reach everybody.';

SELECT record_security_baseline();
