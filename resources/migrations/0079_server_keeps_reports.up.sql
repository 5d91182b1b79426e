-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where nobody has a window open, the server keeps fast what reports read.

SET LOCAL search_path = seatledger, public;

GRANT EXECUTE ON FUNCTION keep_seat_days TO seatledger_server;

SELECT record_security_baseline();
