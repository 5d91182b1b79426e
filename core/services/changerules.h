// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/licenseassignmentdomainservice.h"
#include "core/services/changeplanner.h"

namespace seatledger {

// What each change of assignments asks of the domain, for the assignments of one licence.

/// The domain's rules on the day that the facts were read.
[[nodiscard]] LicenseAssignmentDomainService rulesOf(const LicenseFacts &of);

[[nodiscard]] ChangePlanner::Plan revocation(PlanMode mode);
[[nodiscard]] ChangePlanner::Plan suspension(PlanMode mode, const SuspensionTerms &terms);
[[nodiscard]] ChangePlanner::Plan resumption(PlanMode mode);
[[nodiscard]] ChangePlanner::Plan transferTo(PlanMode mode, MemberId to);
[[nodiscard]] ChangePlanner::Plan rescheduling(PlanMode mode, const Period &period);
[[nodiscard]] ChangePlanner::Plan resizing(PlanMode mode, Quantity quantity);

} // namespace seatledger
