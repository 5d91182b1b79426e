-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION settle_logins;
DROP TABLE backup_record;
DROP FUNCTION check_backup_record, refuse_found_backup;
SELECT record_security_baseline();
