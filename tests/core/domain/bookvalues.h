// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignment.h"
#include "core/domain/entitlement.h"
#include "core/domain/holding.h"

#include <QDate>

namespace seatledger::testing {

/// The day that is today in the tests of the domain.
inline QDate today()
{
    return {2026, 3, 10};
}

/// So many days from today.
inline QDate day(int offset)
{
    return today().addDays(offset);
}

/// From and to days counted from today, both included; no last is open ended.
inline Period days(int first, std::optional<int> last = std::nullopt)
{
    return *Period::create(day(first), last ? std::optional(day(*last)) : std::nullopt);
}

template <typename IdType>
IdType id(qint64 value)
{
    return *IdType::fromValue(value);
}

inline MemberId member(qint64 value)
{
    return id<MemberId>(value);
}

inline Quantity seats(qint64 count)
{
    return *Quantity::create(count);
}

/// An assignment in the book, held by the member of the same number, in the state that its days ask for.
inline Holding holding(qint64 number, const Period &period, qint64 count = 1)
{
    return {.id = id<AssignmentId>(number),
            .member = member(number),
            .quantity = seats(count),
            .period = period,
            .state = period.firstDay() > today() ? AssignmentState::Reserved
                     : period.contains(today())  ? AssignmentState::Active
                                                 : AssignmentState::Expired};
}

inline Holding suspended(Holding holding, bool released, std::optional<int> until = std::nullopt)
{
    holding.state = AssignmentState::Suspended;
    holding.seatReleased = released;
    holding.suspendedUntil = until ? std::optional(day(*until)) : std::nullopt;
    return holding;
}

/// An entitlement of so many seats; none is unlimited.
inline Entitlement bought(std::optional<qint64> count, const Period &period, qint64 number = 1)
{
    const EntitlementFields fields{.license = id<LicenseId>(1),
                                   .quantity = count ? std::optional(seats(*count)) : std::nullopt,
                                   .period = period};
    return {fields, id<EntitlementId>(number)};
}

inline Entitlement cancelled(Entitlement entitlement)
{
    entitlement.cancelledAt = QDateTime(today(), QTime(12, 0), Qt::UTC);
    return entitlement;
}

inline Entitlement priced(Entitlement entitlement, qint64 minor, BillingCycle billing = BillingCycle::Monthly,
                          QStringView currency = u"EUR")
{
    entitlement.price = Money(minor, *Currency::create(currency));
    entitlement.billing = billing;
    return entitlement;
}

} // namespace seatledger::testing
