-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION seat_changes;
DROP VIEW held_days;
SELECT record_security_baseline();
