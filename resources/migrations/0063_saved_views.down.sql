-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP TABLE saved_view;

SELECT record_security_baseline();
