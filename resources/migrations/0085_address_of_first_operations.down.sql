-- SPDX-License-Identifier: GPL-3.0-or-later
-- The addresses were never those of the operations: there is nothing to bring back.
SELECT NULL;
