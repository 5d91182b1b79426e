// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/changeplanner.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Of assignments ordered by licence.
QList<LicenseId> licensesOf(const std::vector<Assignment> &assignments)
{
    QList<LicenseId> licenses;
    for (const Assignment &assignment : assignments) {
        if (licenses.isEmpty() || licenses.last() != assignment.license)
            licenses.append(assignment.license);
    }
    return licenses;
}

QList<MemberId> holdersOf(std::span<const Assignment> assignments)
{
    QList<MemberId> members;
    std::ranges::transform(assignments, std::back_inserter(members), &Assignment::member);
    return members;
}

} // namespace

ChangePlanner::ChangePlanner(const LicenseRepository &licenses,
                             const LicenseAssignmentRepository &assignments,
                             const OperationRepository &operations, const AccessApplicationService &access)
    : m_licenses(licenses),
      m_assignments(assignments),
      m_operations(operations),
      m_access(access),
      m_facts(licenses, assignments)
{}

/// By licence, then by id.
Result<std::vector<Assignment>> ChangePlanner::read(Session &session, const QList<AssignmentId> &ids) const
{
    auto assignments = m_assignments.findMany(session, ids);
    if (!assignments)
        return assignments;
    const QSet<AssignmentId> asked(ids.begin(), ids.end());
    const int missing = static_cast<int>(asked.size() - std::ssize(*assignments));
    if (missing != 0 || asked.isEmpty())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("services", "%n of the assignments do(es) not exist.",
                                                   nullptr, missing));
    std::ranges::stable_sort(*assignments, {}, &Assignment::license);
    return assignments;
}

Result<std::vector<Assignment>> ChangePlanner::readLocked(Session &session,
                                                          const QList<AssignmentId> &ids) const
{
    const auto seen = read(session, ids);
    if (!seen)
        return seen;
    if (auto locked = m_licenses.lockSeats(session, licensesOf(*seen)); !locked)
        return std::unexpected(std::move(locked).error());
    // Read again: until the locks were held, anybody could change them.
    return read(session, ids);
}

Result<LicensePlan> ChangePlanner::planOne(Session &session, const Wish &wish, const ReachedMembers &reached,
                                           LicenseFacts &facts, std::span<const Assignment> assignments,
                                           const Plan &plan) const
{
    const QList<MemberId> touched = wish.receivers + holdersOf(assignments);
    reached.mark(touched, facts.facts.members);
    const QList<MemberId> &members = wish.movesDays ? touched : wish.receivers;
    if (!members.isEmpty()) {
        auto holdings = m_assignments.openHoldings(session, facts.license.id, members);
        if (!holdings)
            return std::unexpected(std::move(holdings).error());
        facts.facts.holdings = *std::move(holdings);
    }
    return LicensePlan{facts.license, {assignments.begin(), assignments.end()}, plan(facts, assignments)};
}

Result<ChangePlan> ChangePlanner::plan(Session &session, const Wish &wish, Locking locking,
                                       const Plan &plan) const
{
    const auto reach = m_access.reach(session, wish.action);
    if (!reach)
        return std::unexpected(reach.error());
    const auto assignments = locking == Locking::Seats ? readLocked(session, wish.assignments)
                                                       : read(session, wish.assignments);
    if (!assignments)
        return std::unexpected(assignments.error());
    const auto reached = reach->among(session, wish.receivers + holdersOf(*assignments));
    if (!reached)
        return std::unexpected(reached.error());
    const auto today = m_operations.today(session);
    if (!today)
        return std::unexpected(today.error());
    auto facts = m_facts.read(session, *today, licensesOf(*assignments), wish.receivers);
    if (!facts)
        return std::unexpected(std::move(facts).error());

    ChangePlan planned{.mode = wish.mode};
    for (auto first = assignments->begin(); first != assignments->end();) {
        const auto last = std::find_if(first, assignments->end(), [first](const Assignment &assignment) {
            return assignment.license != first->license;
        });
        auto one = planOne(session, wish, *reached, facts->at(first->license), std::span(first, last), plan);
        if (!one)
            return std::unexpected(std::move(one).error());
        planned.licenses.push_back(*std::move(one));
        first = last;
    }
    return planned;
}

} // namespace seatledger
