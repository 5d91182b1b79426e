// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openbook.h"

namespace seatledger::ctl {

// How the commands on assignments say what they did or would do.

/// "Assignments revoked: 2. Take it back with: undo 7", and who was left out and why.
[[nodiscard]] Result<void> reported(const OpenBook &book, const QString &what,
                                    const Result<OperationOutcome> &outcome);

/// Who would get a seat, and why the others would not. Its answer is the plan's verdict.
[[nodiscard]] Result<void> reported(const OpenBook &book, const Result<AssignmentPlan> &plan);

/// The same for a change of assignments.
[[nodiscard]] Result<void> reported(const OpenBook &book, const Result<ChangePlan> &plan);

/// What an edit would change in each row, from what to what, and why not. Its answer is the plan's verdict.
[[nodiscard]] Result<void> reported(const OpenBook &book, const Result<EditPlan> &plan);

/// "Members changed: 12. Take it back with: undo 7", and what was left out and why.
[[nodiscard]] Result<void> reported(const OpenBook &book, const QString &what,
                                    const Result<EditOutcome> &outcome);

} // namespace seatledger::ctl
