// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignmentplan.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace seatledger {

/// Who holds the licence when, as a plan goes on. Looks only at the members it is made for.
class HolderIndex final
{
public:
    HolderIndex(std::span<const Holding> holdings, std::span<const PlanItem> items);

    /// Why the row after `change` cannot be beside the others of its member (AlreadyHolds, with their days),
    /// or none.
    [[nodiscard]] std::optional<Refusal> refusalOf(const HoldingChange &change) const;

    void apply(const HoldingChange &change);

private:
    struct Held {
        std::optional<AssignmentId> id;
        Period period;
    };

    std::unordered_map<MemberId, std::vector<Held>> m_held;
};

/// Turns wishes into a plan: `items` come with the refusals that need no look at other rows, and leave with
/// those of the seat rule and of rows in each other's way, with what stays free and what it costs. See
/// LicenseAssignmentDomainService, which knows the wishes.
class AssignmentPlanner final
{
public:
    AssignmentPlanner(const PlanFacts &facts, std::vector<PlanItem> items, PlanMode mode);

    /// `days` are those that seatsLeft is about.
    [[nodiscard]] AssignmentPlan plan(const Period &days) &&;

private:
    void refuseGrowthOfClosedLicense();
    [[nodiscard]] bool fitsTogether() const;
    void serveInOrder();
    [[nodiscard]] HoldingChanges grantedRows() const;
    [[nodiscard]] Result<std::vector<Money>> costOfGranted() const;

    const PlanFacts &m_facts;
    AssignmentPlan m_plan;
};

} // namespace seatledger
