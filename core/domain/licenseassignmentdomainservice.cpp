// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licenseassignmentdomainservice.h"

#include "core/domain/assignmentplanner.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>
#include <unordered_map>

namespace seatledger {

namespace {

using MembersById = std::unordered_map<MemberId, MemberFacts>;

MembersById membersById(const PlanFacts &facts)
{
    MembersById result;
    result.reserve(facts.members.size());
    for (const MemberFacts &member : facts.members)
        result.emplace(member.id, member);
    return result;
}

Refusal illegalTransition(AssignmentState from, std::optional<AssignmentState> to = std::nullopt)
{
    return {
        .reason = RefusalReason::IllegalTransition, .from = toText(from), .to = to ? toText(*to) : QString()};
}

std::optional<Refusal> refusalOfReceiver(const MembersById &members, MemberId member)
{
    const auto found = members.find(member);
    if (found == members.end())
        return Refusal{.reason = RefusalReason::MemberUnknown};
    if (!found->second.permitted)
        return Refusal{.reason = RefusalReason::NotPermitted};
    if (found->second.status == MemberStatus::Departed)
        return Refusal{.reason = RefusalReason::MemberDeparted};
    return std::nullopt;
}

std::optional<Refusal> refusalOfHolder(const MembersById &members, const Holding &holding)
{
    const auto found = members.find(holding.member);
    if (found != members.end() && !found->second.permitted)
        return Refusal{.reason = RefusalReason::NotPermitted};
    if (!holding.isOpen())
        return illegalTransition(holding.state);
    return std::nullopt;
}

Period openEndedFrom(QDate day)
{
    return Period::fromStored(day, std::nullopt);
}

/// Leaves a suspension's terms behind.
void setState(Holding &holding, AssignmentState state)
{
    holding.state = state;
    holding.seatReleased = false;
    holding.suspendedUntil.reset();
}

Holding holdingOf(const Holding &holding)
{
    return holding;
}

template <typename Request>
Holding holdingOf(const Request &request)
{
    return request.holding;
}

/// Plans for rows that exist: `wish` alters its copy of the row, or says why it cannot be.
template <typename Request, typename Wish>
AssignmentPlan planRows(const PlanFacts &facts, std::span<const Request> requests, PlanMode mode, Wish wish)
{
    const MembersById members = membersById(facts);
    std::vector<PlanItem> items;
    items.reserve(requests.size());
    for (const Request &request : requests) {
        const Holding holding = holdingOf(request);
        PlanItem item{.change = {.before = holding, .after = holding}};
        item.refusal = refusalOfHolder(members, holding);
        if (!item.refusal)
            item.refusal = wish(request, *item.change.after);
        items.push_back(std::move(item));
    }
    return AssignmentPlanner(facts, std::move(items), mode).plan(openEndedFrom(facts.calendar.today()));
}

/// The row that the receiver of a transfer gets, or why not.
std::optional<Refusal> wishTransfer(const MembersById &members, const LicenseAssignmentDomainService &service,
                                    QDate today, const Transfer &transfer, Holding &after)
{
    const Period &period = transfer.holding.period;
    after.id.reset();
    after.member = transfer.to;
    setState(after, service.stateFor(period));
    if (transfer.to == transfer.holding.member)
        return Refusal{.reason = RefusalReason::SameMember};
    if (after.state == AssignmentState::Expired)
        return Refusal{.reason = RefusalReason::PeriodInPast, .day = period.lastDay()};
    after.period = Period::fromStored(std::max(today, period.firstDay()), period.endDay());
    return refusalOfReceiver(members, transfer.to);
}

} // namespace

bool LicenseAssignmentDomainService::transitionAllowed(AssignmentState from, AssignmentState to)
{
    using enum AssignmentState;
    const bool ends = to == Expired || to == Revoked;
    switch (from) {
    case Reserved:
        return to == Reserved || to == Active || ends;
    case Active: // back to reserved when its first day is moved ahead
        return true;
    case Suspended:
        return to != Reserved;
    case Expired:
    case Revoked:
        break;
    }
    return to == from;
}

AssignmentState LicenseAssignmentDomainService::stateFor(const Period &period) const
{
    if (period.firstDay() > m_today)
        return AssignmentState::Reserved;
    return period.contains(m_today) ? AssignmentState::Active : AssignmentState::Expired;
}

std::optional<Refusal> LicenseAssignmentDomainService::refusalOfDays(const Holding &holding) const
{
    const bool suspended = holding.state == AssignmentState::Suspended;
    const bool stateFits = stateFor(holding.period) == (suspended ? AssignmentState::Active : holding.state);
    const auto &until = holding.suspendedUntil;
    const bool endFits = !suspended || !until || (*until > m_today && holding.period.contains(*until));
    if (!holding.isOpen() || (stateFits && endFits))
        return std::nullopt;
    return Refusal{
        .reason = RefusalReason::StateAgainstDays, .period = holding.period, .to = toText(holding.state)};
}

AssignmentPlan LicenseAssignmentDomainService::planAssign(const PlanFacts &facts,
                                                          const AssignmentRequest &request) const
{
    const MembersById members = membersById(facts);
    const Period &period = request.terms.period;
    const AssignmentState state = stateFor(period);
    const std::optional<Refusal> over = state == AssignmentState::Expired
                                            ? std::optional(Refusal{.reason = RefusalReason::PeriodInPast,
                                                                    .day = period.lastDay()})
                                            : std::nullopt;
    std::vector<PlanItem> items;
    items.reserve(request.members.size());
    for (const MemberId member : request.members) {
        const Holding wished{
            .member = member, .quantity = request.terms.quantity, .period = period, .state = state};
        const std::optional<Refusal> refusal = refusalOfReceiver(members, member);
        items.push_back({.change = {.after = wished}, .refusal = refusal ? refusal : over});
    }
    return AssignmentPlanner(facts, std::move(items), request.mode).plan(period);
}

AssignmentPlan LicenseAssignmentDomainService::planRevoke(const PlanFacts &facts,
                                                          std::span<const Holding> holdings,
                                                          PlanMode mode) const
{
    return planRows(facts, holdings, mode, [](const Holding &, Holding &after) -> std::optional<Refusal> {
        setState(after, AssignmentState::Revoked);
        return std::nullopt;
    });
}

AssignmentPlan LicenseAssignmentDomainService::planSuspend(const PlanFacts &facts,
                                                           std::span<const Holding> holdings,
                                                           const SuspensionTerms &terms, PlanMode mode) const
{
    const auto wish = [&](const Holding &before, Holding &after) -> std::optional<Refusal> {
        after.state = AssignmentState::Suspended;
        after.seatReleased = terms.releaseSeat;
        after.suspendedUntil = terms.until;
        if (!transitionAllowed(before.state, after.state))
            return illegalTransition(before.state, after.state);
        if (after == before)
            return Refusal{.reason = RefusalReason::NoChange};
        return refusalOfDays(after);
    };
    return planRows(facts, holdings, mode, wish);
}

AssignmentPlan LicenseAssignmentDomainService::planResume(const PlanFacts &facts,
                                                          std::span<const Holding> holdings,
                                                          PlanMode mode) const
{
    const auto wish = [this](const Holding &before, Holding &after) -> std::optional<Refusal> {
        if (before.state == AssignmentState::Active)
            return Refusal{.reason = RefusalReason::NoChange};
        if (before.state != AssignmentState::Suspended)
            return illegalTransition(before.state);
        setState(after, AssignmentState::Active);
        return refusalOfDays(after);
    };
    return planRows(facts, holdings, mode, wish);
}

AssignmentPlan LicenseAssignmentDomainService::planTransfer(const PlanFacts &facts,
                                                            std::span<const Transfer> transfers,
                                                            PlanMode mode) const
{
    const MembersById members = membersById(facts);
    return planRows(facts, transfers, mode, [&](const Transfer &transfer, Holding &after) {
        return wishTransfer(members, *this, m_today, transfer, after);
    });
}

AssignmentPlan LicenseAssignmentDomainService::planPeriods(const PlanFacts &facts,
                                                           std::span<const PeriodChange> changes,
                                                           PlanMode mode) const
{
    const auto wish = [this](const PeriodChange &change, Holding &after) -> std::optional<Refusal> {
        const AssignmentState state = stateFor(change.period);
        after.period = change.period;
        if (change.period == change.holding.period)
            return Refusal{.reason = RefusalReason::NoChange};
        if (state == AssignmentState::Expired)
            return Refusal{.reason = RefusalReason::PeriodInPast, .day = change.period.lastDay()};
        if (after.state != AssignmentState::Suspended)
            after.state = state;
        return refusalOfDays(after);
    };
    return planRows(facts, changes, mode, wish);
}

AssignmentPlan LicenseAssignmentDomainService::planQuantities(const PlanFacts &facts,
                                                              std::span<const QuantityChange> changes,
                                                              PlanMode mode) const
{
    const auto wish = [](const QuantityChange &change, Holding &after) -> std::optional<Refusal> {
        after.quantity = change.quantity;
        if (change.quantity == change.holding.quantity)
            return Refusal{.reason = RefusalReason::NoChange};
        return std::nullopt;
    };
    return planRows(facts, changes, mode, wish);
}

DepartureEffect LicenseAssignmentDomainService::planDeparture(std::span<const Assignment> assignments) const
{
    DepartureEffect effect;
    std::map<LicenseId, ReturnedSeats> returned;
    for (const Assignment &assignment : assignments) {
        const Holding holding = assignment.holding();
        if (!holding.isOpen())
            continue;
        effect.ended.push_back(assignment.id);
        ReturnedSeats &seats = returned.try_emplace(assignment.license, ReturnedSeats{assignment.license})
                                   .first->second;
        const DayRange held = holding.heldDays();
        if (held.contains(m_today.toJulianDay()))
            seats.now += holding.quantity.value();
        else if (!held.isEmpty())
            seats.promised += holding.quantity.value();
    }
    std::ranges::copy(returned | std::views::values, std::back_inserter(effect.returned));
    return effect;
}

} // namespace seatledger
