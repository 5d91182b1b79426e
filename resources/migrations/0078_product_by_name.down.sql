-- SPDX-License-Identifier: GPL-3.0-or-later
DROP INDEX seatledger.product_by_name;
