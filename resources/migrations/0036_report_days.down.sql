-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION license_seats_on, months_begun, held_on;
SELECT record_security_baseline();
