-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who takes on a group of rights by SET ROLE writes through the same triggers as with the own login. What these ask, by which
-- token somebody writes and who that is, says nothing that is not the asker's own.

SET LOCAL search_path = seatledger, public;

GRANT EXECUTE ON FUNCTION token_scopes, acting_login
    TO seatledger_assign, seatledger_revoke, seatledger_view_keys, seatledger_edit_catalogue, seatledger_manage_operators;

SELECT record_security_baseline();
