-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP FUNCTION undo_operation, undo_statement, refuse_if_moved_on, undo_columns;
