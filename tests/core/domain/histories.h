// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/license.h"
#include "core/domain/seatcalendar.h"
#include "tests/core/domain/bookvalues.h"

#include <rapidcheck.h>

#include <iosfwd>
#include <optional>
#include <vector>

namespace seatledger::testing {

/// The book of one licence: what was bought and who holds what. Small numbers and near days, so that random
/// ones get into each other's way. Every row's state fits its days, as the database demands; no member holds
/// twice at the same time. Demand may be above supply: the calendar can have taken some away.
struct Book {
    std::vector<Entitlement> entitlements = {};
    OveragePercent overage = OveragePercent::fromStored(0);
    std::vector<Holding> holdings = {};

    [[nodiscard]] SeatSupply supply() const { return {entitlements, overage}; }
    [[nodiscard]] SeatCalendar calendar() const { return {today(), holdings, supply()}; }
};

/// The seat rule once more, day by day and row by row, straight from its words and with nothing of the
/// calendar's code: what the calendar, the planner and the database are compared with. All that happens in a
/// random book happens between firstDay() and lastDay(); from then on every day is like the last.
namespace byday {

[[nodiscard]] QDate firstDay();
[[nodiscard]] QDate lastDay();

[[nodiscard]] bool holds(const Holding &holding, QDate day);
[[nodiscard]] qint64 demand(const std::vector<Holding> &holdings, QDate day);
[[nodiscard]] Seats supply(const std::vector<Entitlement> &entitlements, OveragePercent overage, QDate day);
[[nodiscard]] bool lapses(const Book &book, QDate day);

/// Whether an assignment with these days answers for `day`.
[[nodiscard]] bool answersFor(const Book &book, const Period &period, QDate day);

/// The rows after the changes; a new row has no `before`.
[[nodiscard]] std::vector<Holding> after(const std::vector<Holding> &holdings, const HoldingChanges &changes);

/// The first day on which the changes break the rule.
[[nodiscard]] std::optional<QDate> firstBrokenDay(const Book &book, const HoldingChanges &changes);

/// The first day from today on on which `cut` supplies less than `book`, and less than is held.
[[nodiscard]] std::optional<QDate> firstCutDay(const Book &book, const Book &cut);

} // namespace byday

/// Days around today, some of them open ended.
[[nodiscard]] rc::Gen<Period> periods();
[[nodiscard]] rc::Gen<Book> books();

/// A book with the same holders and with one entitlement or the overage changed.
[[nodiscard]] rc::Gen<Book> booksWithOtherSupply(const Book &book);

/// What one operation may do to a book: new rows, and other days, another number of seats or another state
/// for rows that are there, each at most once. Not everything of it is allowed by the state machine.
[[nodiscard]] rc::Gen<HoldingChanges> changesOf(const Book &book);

} // namespace seatledger::testing

namespace seatledger {

// For rapidcheck, which prints what failed.
void showValue(const Period &period, std::ostream &stream);
void showValue(const Holding &holding, std::ostream &stream);
void showValue(const HoldingChange &change, std::ostream &stream);
void showValue(const Entitlement &entitlement, std::ostream &stream);

namespace testing {
void showValue(const Book &book, std::ostream &stream);
} // namespace testing

} // namespace seatledger
