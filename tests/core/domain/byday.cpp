// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/domain/histories.h"

#include <algorithm>

namespace seatledger::testing::byday {

namespace {

constexpr int daysBefore = 40;
constexpr int daysAfter = 90;

qint64 seatsOf(const std::optional<Holding> &row, QDate day)
{
    return row && holds(*row, day) ? row->quantity.value() : 0;
}

template <typename Predicate>
std::optional<QDate> firstDayFromToday(Predicate isIt)
{
    for (QDate day = today(); day <= lastDay(); day = day.addDays(1)) {
        if (isIt(day))
            return day;
    }
    return std::nullopt;
}

} // namespace

QDate firstDay()
{
    return day(-daysBefore);
}

QDate lastDay()
{
    return day(daysAfter);
}

bool holds(const Holding &holding, QDate day)
{
    const bool isOpen = holding.state == AssignmentState::Reserved || holding.state == AssignmentState::Active
                        || holding.state == AssignmentState::Suspended;
    const bool isAway = holding.state == AssignmentState::Suspended && holding.seatReleased
                        && (!holding.suspendedUntil || day < *holding.suspendedUntil);
    const std::optional<QDate> last = holding.period.lastDay();
    return isOpen && !isAway && day >= holding.period.firstDay() && (!last || day <= *last);
}

qint64 demand(const std::vector<Holding> &holdings, QDate day)
{
    qint64 seats = 0;
    for (const Holding &holding : holdings)
        seats += seatsOf(holding, day);
    return seats;
}

Seats supply(const std::vector<Entitlement> &entitlements, OveragePercent overage, QDate day)
{
    qint64 seats = 0;
    for (const Entitlement &entitlement : entitlements) {
        const std::optional<QDate> last = entitlement.period.lastDay();
        if (entitlement.cancelledAt || day < entitlement.period.firstDay() || (last && day > *last))
            continue;
        if (!entitlement.quantity)
            return Seats::unlimited();
        seats += entitlement.quantity->value();
    }
    return Seats(seats * (100 + overage.value()) / 100);
}

bool lapses(const Book &book, QDate day)
{
    return supply(book.entitlements, book.overage, day)
           < supply(book.entitlements, book.overage, day.addDays(-1));
}

bool answersFor(const Book &book, const Period &period, QDate day)
{
    const QDate start = std::max(today(), period.firstDay());
    const std::optional<QDate> last = period.lastDay();
    if (day < start || (last && day > *last))
        return false;
    for (QDate passed = start.addDays(1); passed <= day; passed = passed.addDays(1)) {
        if (lapses(book, passed))
            return false;
    }
    return true;
}

std::vector<Holding> after(const std::vector<Holding> &holdings, const HoldingChanges &changes)
{
    std::vector<Holding> result = holdings;
    for (const auto &[before, after] : changes) {
        if (before)
            std::erase_if(result, [&](const Holding &holding) { return holding.id == before->id; });
        if (after)
            result.push_back(*after);
    }
    return result;
}

std::optional<QDate> firstBrokenDay(const Book &book, const HoldingChanges &changes)
{
    const std::vector<Holding> rows = after(book.holdings, changes);
    return firstDayFromToday([&](QDate day) {
        if (Seats(demand(rows, day)) <= supply(book.entitlements, book.overage, day))
            return false;
        return std::ranges::any_of(changes, [&](const HoldingChange &change) {
            return seatsOf(change.after, day) > seatsOf(change.before, day)
                   && answersFor(book, change.after->period, day);
        });
    });
}

std::optional<QDate> firstCutDay(const Book &book, const Book &cut)
{
    return firstDayFromToday([&](QDate day) {
        const Seats left = supply(cut.entitlements, cut.overage, day);
        return left < supply(book.entitlements, book.overage, day)
               && Seats(demand(book.holdings, day)) > left;
    });
}

} // namespace seatledger::testing::byday
