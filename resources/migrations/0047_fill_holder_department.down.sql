-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is filled is right, and need not be emptied.
DO $$ BEGIN END $$;
