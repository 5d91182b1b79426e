-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP TRIGGER hand_out_keys ON license_key;
DROP TRIGGER hand_out_keys_again ON license_assignment;
DROP TRIGGER hand_out_keys ON license_assignment;
DROP FUNCTION hand_out_keys();
DROP FUNCTION hand_out_keys(bigint[]);
DROP INDEX license_key_license, license_key_pool;
SELECT record_security_baseline();
