-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP TABLE api_token, operator_department, operator, license_key, entitlement, license, product, vendor, member, department;
DROP FUNCTION check_department_tree, check_license_state;
