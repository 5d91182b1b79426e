// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignment.h"
#include "core/domain/entitlement.h"
#include "core/domain/money.h"
#include "core/domain/refusal.h"
#include "core/domain/seatcalendar.h"

#include <vector>

namespace seatledger {

enum class PlanMode {
    AllOrNothing, ///< one refusal and nothing is applied
    Partial,      ///< if not all can be served together, who can is, in the order of the request
};

/// What must be known of a member to plan for them.
struct MemberFacts {
    MemberId id;
    MemberStatus status = MemberStatus::Active;
    bool permitted = true; ///< whether the person who plans may do this to the member
};

/// Everything a plan for one licence looks at. A plain value, read in one snapshot.
struct PlanFacts {
    LicenseState state;
    SeatCalendar calendar;                      ///< of the licence, as it is before the plan
    std::vector<Entitlement> entitlements = {}; ///< all of the licence, for the cost
    std::vector<Holding> holdings = {};         ///< at least the open ones of the members in question
    std::vector<MemberFacts> members = {}; ///< receivers missing here are unknown; holders may be missing
};

/// One line of a plan: a row as it is and as it would be. An assignment has no `before`; a transfer has the
/// old holder's row before and the new holder's after.
struct PlanItem {
    HoldingChange change;
    std::optional<Refusal> refusal = std::nullopt; ///< none is granted

    [[nodiscard]] bool isGranted() const { return !refusal; }

    /// Who has or would have the seat afterwards.
    [[nodiscard]] MemberId member() const { return change.after->member; }
};

/// What an operation on one licence would do, before anything is done. A plain value.
struct AssignmentPlan {
    PlanMode mode = PlanMode::AllOrNothing;
    std::vector<PlanItem> items = {}; ///< one for each of the request, in its order

    /// Seats that stay free once the granted items are applied: on the days asked for when assigning, else on
    /// the days from today to the next lapse.
    Seats seatsLeft = {};

    /// How much more (or less) the holders' share of the entitlements' price is a month once the granted
    /// items are applied, one amount a currency; currencies without a change are left out.
    /// Empty, too, if a sum exceeds 64 bits.
    std::vector<Money> monthlyCost = {};

    [[nodiscard]] qint64 grantedCount() const;
    [[nodiscard]] qint64 refusedCount() const;

    /// Whether the mode lets it be applied and there is something to apply.
    [[nodiscard]] bool isApplicable() const;

    /// Nothing if applicable; else the first refusal as an error, with `granted` and `refused` counts in the
    /// details.
    [[nodiscard]] Result<void> verdict() const;
};

} // namespace seatledger
