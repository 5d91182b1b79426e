-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION license_file_keys;
DROP INDEX license_file_signing_key;

SELECT record_security_baseline();
