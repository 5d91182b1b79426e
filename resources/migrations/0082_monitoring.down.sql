-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION note_doctor_run, monitor_sees_all, monitor_sessions, monitor_statements, monitor_statements_state, monitor_replicas;
DROP TABLE doctor_run;

SELECT record_security_baseline();
