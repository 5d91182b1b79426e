-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION login_differences, security_differences, record_security_baseline;
DROP TABLE security_baseline;
DROP FUNCTION security_facts, group_roles;
