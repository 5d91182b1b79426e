-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports about some departments find their assignments by the department, and take what seats cost there from what is kept.

SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE VIEW held_days WITH (security_invoker = true) AS
    SELECT a.id, a.license_id, a.member_id, a.quantity,
           CASE WHEN a.seat_released THEN greatest(lower(a.period), a.suspended_until) ELSE lower(a.period) END AS first_day,
           CASE WHEN a.ended_on IS NOT NULL THEN least(upper(a.period), a.ended_on) ELSE upper(a.period) END AS end_day,
           a.department_key
    FROM license_assignment a
    WHERE CASE WHEN a.ended_on IS NOT NULL THEN lower(a.period) < a.ended_on
               WHEN a.seat_released THEN a.suspended_until IS NOT NULL AND (upper_inf(a.period) OR upper(a.period) > a.suspended_until)
               ELSE true END;

-- What the own people's seats cost is the manager's to see; what the licence costs as a whole (-1) is counted from its rows.
CREATE POLICY select_manager ON license_money FOR SELECT TO seatledger_manager
    USING (department_id = ANY ((SELECT acting_departments())::bigint[]));
CREATE POLICY select_manager ON money_now FOR SELECT TO seatledger_manager
    USING (department_id = ANY ((SELECT acting_departments())::bigint[]));

-- Nobody asks them any more.
DROP FUNCTION license_held_changes(date[]);
DROP FUNCTION held_changes(date[]);
SELECT record_security_baseline();
