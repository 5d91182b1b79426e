// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace seatledger {

/// Makes a table look and behave as all of them do: whole rows, no grid, no row numbers, nothing typed into
/// cells, one line to a row, cells painted by a TableDelegate. Tab leaves the table; the arrows move in it.
void applyTableLook(QTableView *table);
/// The same for a short table that is a form: cells are chosen one by one and edited in place by the model's
/// setData(), with F2, a double-click or by typing; check boxes are the model's.
void applyEditableTableLook(QTableView *table);

} // namespace seatledger
