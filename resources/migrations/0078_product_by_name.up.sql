-- SPDX-License-Identifier: GPL-3.0-or-later
-- Products by name: along them the licences are read that are listed by product.
CREATE INDEX product_by_name ON seatledger.product (name);
