// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/changerules.h"

#include <algorithm>
#include <iterator>

namespace seatledger {

namespace {

std::vector<Holding> holdingsOf(std::span<const Assignment> assignments)
{
    std::vector<Holding> holdings;
    holdings.reserve(assignments.size());
    std::ranges::transform(assignments, std::back_inserter(holdings), &Assignment::holding);
    return holdings;
}

} // namespace

LicenseAssignmentDomainService rulesOf(const LicenseFacts &of)
{
    return LicenseAssignmentDomainService(of.facts.calendar.today());
}

ChangePlanner::Plan revocation(PlanMode mode)
{
    return [mode](const LicenseFacts &of, std::span<const Assignment> assignments) {
        return rulesOf(of).planRevoke(of.facts, holdingsOf(assignments), mode);
    };
}

ChangePlanner::Plan suspension(PlanMode mode, const SuspensionTerms &terms)
{
    return [mode, terms](const LicenseFacts &of, std::span<const Assignment> assignments) {
        return rulesOf(of).planSuspend(of.facts, holdingsOf(assignments), terms, mode);
    };
}

ChangePlanner::Plan resumption(PlanMode mode)
{
    return [mode](const LicenseFacts &of, std::span<const Assignment> assignments) {
        return rulesOf(of).planResume(of.facts, holdingsOf(assignments), mode);
    };
}

ChangePlanner::Plan transferTo(PlanMode mode, MemberId to)
{
    return [mode, to](const LicenseFacts &of, std::span<const Assignment> assignments) {
        std::vector<Transfer> transfers;
        for (const Holding &holding : holdingsOf(assignments))
            transfers.push_back({holding, to});
        return rulesOf(of).planTransfer(of.facts, transfers, mode);
    };
}

ChangePlanner::Plan rescheduling(PlanMode mode, const Period &period)
{
    return [mode, period](const LicenseFacts &of, std::span<const Assignment> assignments) {
        std::vector<PeriodChange> changes;
        for (const Holding &holding : holdingsOf(assignments))
            changes.push_back({holding, period});
        return rulesOf(of).planPeriods(of.facts, changes, mode);
    };
}

ChangePlanner::Plan resizing(PlanMode mode, Quantity quantity)
{
    return [mode, quantity](const LicenseFacts &of, std::span<const Assignment> assignments) {
        std::vector<QuantityChange> changes;
        for (const Holding &holding : holdingsOf(assignments))
            changes.push_back({holding, quantity});
        return rulesOf(of).planQuantities(of.facts, changes, mode);
    };
}

} // namespace seatledger
