// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace seatledger {

// What the lists read instead of the tables where they are as of a day: what stands after FROM, without an
// alias. The day stands in the text as it is: the planner has to know it, and exports put the same text into
// columns.

/// `seatledger.license_assignment`, or all assignments with their state on the day and `holds`.
[[nodiscard]] QString assignmentsAsOf(std::optional<QDate> day);

/// The assignments `a` by which the member `m` holds licences on the day, or now: with their condition.
[[nodiscard]] QString heldByMember(std::optional<QDate> day);

/// `seatledger.member`, or everybody with their status on the day and `is_there`.
[[nodiscard]] QString membersAsOf(std::optional<QDate> day);

/// Counters of every licence on the day, with the columns of `seatledger.license_seats` that lists use.
[[nodiscard]] QString seatsAsOf(QDate day);

/// The same of the licence `l.id` alone; for a few licences.
[[nodiscard]] QString seatsOfOneAsOf(QDate day);

} // namespace seatledger
