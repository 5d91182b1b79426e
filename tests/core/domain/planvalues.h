// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/licenseassignmentdomainservice.h"
#include "tests/core/domain/histories.h"

#include <QStringList>

namespace seatledger::testing {

/// What a plan looks at, for a book whose members are active unless said otherwise.
inline PlanFacts factsOf(const Book &book, LicenseState state = LicenseState::Active)
{
    return {.state = state,
            .calendar = book.calendar(),
            .entitlements = book.entitlements,
            .holdings = book.holdings};
}

/// The same with the members 1 to `count`, all active.
inline PlanFacts withMembers(PlanFacts facts, qint64 count)
{
    for (qint64 number = 1; number <= count; ++number)
        facts.members.push_back({.id = member(number)});
    return facts;
}

/// A word an item: "granted", or the stable name of the reason.
inline QStringList outcomes(const AssignmentPlan &plan)
{
    QStringList result;
    for (const PlanItem &item : plan.items)
        result.append(item.isGranted() ? QStringLiteral("granted") : toText(item.refusal->reason));
    return result;
}

/// Seats for the members of these numbers.
inline AssignmentRequest requestFor(std::initializer_list<qint64> numbers, const Period &period,
                                    qint64 count = 1, PlanMode mode = PlanMode::Partial)
{
    AssignmentRequest request{
        .members = {}, .terms = {.quantity = seats(count), .period = period}, .mode = mode};
    for (const qint64 number : numbers)
        request.members.push_back(member(number));
    return request;
}

} // namespace seatledger::testing
