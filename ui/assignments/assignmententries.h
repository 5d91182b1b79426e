// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/compositequeryrepository.h"
#include "ui/assignments/assignmentactiondialog.h"

namespace seatledger {

/// Reserved, active, suspended.
[[nodiscard]] QList<AssignmentState> openStates();
/// Expired, revoked.
[[nodiscard]] QList<AssignmentState> endedStates();

/// What an entry of a panel is called by: the one the panel is not about.
enum class SeatEntry { NameMember, NameLicense, NameBoth };

/// Assignments as entries of a panel or dialog, with their days and state.
[[nodiscard]] std::vector<Entry> seatEntries(const std::vector<AssignmentRow> &rows, SeatEntry naming);
[[nodiscard]] Entry seatEntry(const AssignmentRow &row, SeatEntry naming);

/// The choice of one assignment.
[[nodiscard]] AssignmentChoice choiceOf(const AssignmentRow &row);

/// "3 seats · 2026-01-01 to 2026-12-31"; one seat goes without saying.
[[nodiscard]] QString termsText(const AssignmentRow &row);

} // namespace seatledger
