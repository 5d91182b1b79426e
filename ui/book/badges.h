// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "core/domain/refusal.h"
#include "ui/common/widgets/badge.h"

namespace seatledger {

// The states of the book as badges: the same word, tone and icon everywhere.

[[nodiscard]] Badge badgeOf(MemberStatus status);
[[nodiscard]] Badge badgeOf(LicenseState state);
/// `seatReleased` counts only while suspended.
[[nodiscard]] Badge badgeOf(AssignmentState state, bool seatReleased = false);
[[nodiscard]] Badge badgeOf(const Refusal &refusal);

} // namespace seatledger
