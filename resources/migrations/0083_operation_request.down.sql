-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION shortages;
ALTER TABLE operation DROP COLUMN request;

SELECT record_security_baseline();
