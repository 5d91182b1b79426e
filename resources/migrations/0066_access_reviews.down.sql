-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION refuse_closed_review;
DROP POLICY select_manager ON access_review;
DROP TABLE access_review_item;
DROP TABLE access_review;
DROP FUNCTION check_review_item, check_review;

SELECT record_security_baseline();
