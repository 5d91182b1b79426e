-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

REVOKE EXECUTE ON FUNCTION token_scopes, acting_login
    FROM seatledger_assign, seatledger_revoke, seatledger_view_keys, seatledger_edit_catalogue, seatledger_manage_operators;

SELECT record_security_baseline();
