-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION assignments_on, members_on, seats_of_license, lapse_after;
SELECT record_security_baseline();
