-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION known_keys(bigint[], text[]);
SELECT record_security_baseline();
