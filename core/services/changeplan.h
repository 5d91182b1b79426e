// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignment.h"
#include "core/domain/assignmentplan.h"
#include "core/domain/license.h"
#include "core/domain/money.h"
#include "core/domain/result.h"

#include <vector>

namespace seatledger {

/// One assignment or member that was left out, and why.
struct LeftOut {
    std::optional<AssignmentId> assignment;
    MemberId member;
    Refusal refusal;
};

/// What a change would do to the assignments of one licence.
struct LicensePlan {
    License license;
    std::vector<Assignment> assignments; ///< as they are, one for each item of the plan
    AssignmentPlan plan;
};

/// What a change of assignments, which may be of several licences, would do, before anything is done. A plain
/// value.
struct ChangePlan {
    PlanMode mode = PlanMode::AllOrNothing;
    std::vector<LicensePlan> licenses = {}; ///< by id

    [[nodiscard]] qint64 grantedCount() const;
    [[nodiscard]] qint64 refusedCount() const;

    /// Whether the mode lets it be applied and there is something to apply.
    [[nodiscard]] bool isApplicable() const;

    /// Nothing if applicable; else the first refusal as an error that names its licence.
    [[nodiscard]] Result<void> verdict() const;

    /// The assignments as they are that it would change, and those that it would not, with the reasons.
    [[nodiscard]] std::vector<Assignment> granted() const;
    [[nodiscard]] std::vector<LeftOut> leftOut() const;

    /// How much more (or less) a month it costs, over all licences; empty, too, if a sum exceeds 64 bits.
    [[nodiscard]] std::vector<Money> monthlyCost() const;
};

/// Why a plan cannot be applied, naming its licence in sentence and details.
[[nodiscard]] Error namingLicense(Error error, const License &license);

} // namespace seatledger
