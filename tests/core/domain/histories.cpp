// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/domain/histories.h"

#include <algorithm>
#include <ostream>

namespace seatledger::testing {

namespace {

constexpr qint64 firstNewNumber = 1000;

int number(int from, int to)
{
    return *rc::gen::inRange(from, to + 1);
}

bool oneIn(int chances)
{
    return number(1, chances) == 1;
}

Period anyPeriod()
{
    const int first = number(-15, 25);
    return days(first, oneIn(4) ? std::nullopt : std::optional(first + number(0, 25)));
}

/// Suspended today, the seat kept or released, until resumed or until a day within its period.
Holding anySuspension(const Holding &active)
{
    Holding result = suspended(active, oneIn(2));
    const QDate last = active.period.lastDay().value_or(day(20));
    if (oneIn(2) && last > today())
        result.suspendedUntil = today().addDays(number(1, int(today().daysTo(last))));
    return result;
}

Holding anyHolding(qint64 rowNumber)
{
    Holding result = holding(rowNumber, anyPeriod(), number(1, 4));
    if (oneIn(8))
        result.state = AssignmentState::Revoked;
    else if (result.state == AssignmentState::Active && oneIn(3))
        result = anySuspension(result);
    return result;
}

Entitlement anyEntitlement(qint64 rowNumber)
{
    const std::optional<qint64> count = oneIn(12) ? std::nullopt : std::optional<qint64>(number(1, 7));
    const Entitlement result = bought(count, anyPeriod(), rowNumber);
    return oneIn(8) ? cancelled(result) : result;
}

OveragePercent anyOverage()
{
    return OveragePercent::fromStored(*rc::gen::element(0, 0, 0, 10, 50, 100));
}

Holding changed(const Holding &before)
{
    Holding after = before;
    switch (number(1, 5)) {
    case 1:
        after.quantity = seats(number(1, 6));
        break;
    case 2:
        return {.id = before.id,
                .member = before.member,
                .quantity = before.quantity,
                .period = anyPeriod(),
                .state = AssignmentState::Active};
    case 3:
        after.state = AssignmentState::Revoked;
        break;
    case 4:
        return anySuspension(before);
    default:
        after.state = AssignmentState::Active;
        after.seatReleased = false;
        after.suspendedUntil.reset();
    }
    return after;
}

} // namespace

rc::Gen<Period> periods()
{
    return rc::gen::exec([] { return anyPeriod(); });
}

rc::Gen<Book> books()
{
    return rc::gen::exec([] {
        Book book{.overage = anyOverage()};
        const int entitlementCount = number(0, 4);
        for (int i = 1; i <= entitlementCount; ++i)
            book.entitlements.push_back(anyEntitlement(i));
        const int holdingCount = number(0, 7);
        for (int i = 1; i <= holdingCount; ++i)
            book.holdings.push_back(anyHolding(i));
        return book;
    });
}

rc::Gen<Book> booksWithOtherSupply(const Book &book)
{
    return rc::gen::exec([book] {
        Book other = book;
        if (book.entitlements.empty() || oneIn(4)) {
            other.overage = anyOverage();
            return other;
        }
        Entitlement &entitlement = other.entitlements[size_t(number(1, int(book.entitlements.size())) - 1)];
        entitlement = oneIn(3) ? cancelled(entitlement) : anyEntitlement(entitlement.id.value());
        return other;
    });
}

rc::Gen<HoldingChanges> changesOf(const Book &book)
{
    return rc::gen::exec([book] {
        HoldingChanges changes;
        for (const Holding &holding : book.holdings) {
            if (oneIn(3))
                changes.push_back({.before = holding, .after = changed(holding)});
        }
        const int newCount = number(changes.empty() ? 1 : 0, 3);
        for (int i = 0; i < newCount; ++i)
            changes.push_back({.after = holding(firstNewNumber + i, anyPeriod(), number(1, 4))});
        return changes;
    });
}

void showValue(const Book &book, std::ostream &stream)
{
    stream << "overage " << book.overage.value() << " %\n";
    for (const Entitlement &entitlement : book.entitlements) {
        showValue(entitlement, stream);
        stream << '\n';
    }
    for (const Holding &holding : book.holdings) {
        showValue(holding, stream);
        stream << '\n';
    }
}

} // namespace seatledger::testing

namespace seatledger {

using testing::today;

void showValue(const Period &period, std::ostream &stream)
{
    stream << "days " << today().daysTo(period.firstDay()) << " to ";
    if (period.isOpenEnded())
        stream << "ever";
    else
        stream << today().daysTo(*period.lastDay());
}

void showValue(const Holding &holding, std::ostream &stream)
{
    stream << "member " << holding.member.value() << ", " << holding.quantity.value() << " seats, ";
    showValue(holding.period, stream);
    stream << ", " << toText(holding.state).toStdString() << (holding.seatReleased ? ", released" : "");
    if (holding.suspendedUntil)
        stream << ", until " << today().daysTo(*holding.suspendedUntil);
}

void showValue(const HoldingChange &change, std::ostream &stream)
{
    if (change.before)
        showValue(*change.before, stream);
    stream << " -> ";
    if (change.after)
        showValue(*change.after, stream);
    stream << '\n';
}

void showValue(const Entitlement &entitlement, std::ostream &stream)
{
    stream << "bought ";
    if (entitlement.quantity)
        stream << entitlement.quantity->value();
    else
        stream << "unlimited";
    stream << ", ";
    showValue(entitlement.period, stream);
    stream << (entitlement.isCancelled() ? ", cancelled" : "");
}

} // namespace seatledger
