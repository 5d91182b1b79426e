// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/context.h"

#include <string>

namespace seatledger::ctl {

// What people type, as what the book knows. InvalidInput or NotFound say which text was not understood.

/// ISO 8601, such as 2026-12-31.
[[nodiscard]] Result<QDate> dayOf(const std::string &text);
/// The same, or nothing for an empty text.
[[nodiscard]] Result<std::optional<QDate>> optionalDayOf(const std::string &text);

/// A licence by its name or, as `#42` or 42, by its id.
[[nodiscard]] Result<License> licenseOf(Context &context, const std::string &text);

/// A member by number, e-mail or, as `#42` (or 42 if nobody has that number), by id.
[[nodiscard]] Result<Member> memberOf(Context &context, const std::string &text);

/// Many members, all of them known.
[[nodiscard]] Result<QList<MemberId>> membersOf(Context &context, const QStringList &texts);

[[nodiscard]] Result<AssignmentId> assignmentOf(qint64 id);

} // namespace seatledger::ctl
