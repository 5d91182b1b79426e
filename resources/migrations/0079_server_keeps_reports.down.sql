-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

REVOKE EXECUTE ON FUNCTION keep_seat_days FROM seatledger_server;

SELECT record_security_baseline();
