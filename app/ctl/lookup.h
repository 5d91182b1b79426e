// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openbook.h"

#include <string>

namespace seatledger::ctl {

// What people type, as what the book knows. InvalidInput or NotFound say which text was not understood.

/// An argument; main() has made sure that it is UTF-8.
[[nodiscard]] inline QString typed(const std::string &text)
{
    return QString::fromStdString(text);
}

/// ISO 8601, such as 2026-12-31.
[[nodiscard]] Result<QDate> dayOf(const std::string &text);
/// The same, or nothing for an empty text.
[[nodiscard]] Result<std::optional<QDate>> optionalDayOf(const std::string &text);

/// Sets `day` to the one that was given, for options; an empty text leaves it as it is.
[[nodiscard]] Result<void> takeDay(std::optional<QDate> &day, const std::string &text);

/// A licence by its name or, as `#42` or 42, by its id.
[[nodiscard]] Result<License> licenseOf(const OpenBook &book, const std::string &text);

/// Sets `id` to that of the licence that `text` names, for options; an empty text leaves it as it is.
[[nodiscard]] Result<void> takeLicense(std::optional<LicenseId> &id, const OpenBook &book,
                                       const std::string &text);
/// The same for a member.
[[nodiscard]] Result<void> takeMember(std::optional<MemberId> &id, const OpenBook &book,
                                      const std::string &text);

/// A department by its path or name or, as `#42`, by its id.
[[nodiscard]] Result<Department> departmentOf(const OpenBook &book, const std::string &text);

/// A member by number, e-mail or, as `#42` (or 42 if nobody has that number), by id.
[[nodiscard]] Result<Member> memberOf(const OpenBook &book, const std::string &text);

/// Many members in the order of their texts; nobody for a text that the book does not know.
[[nodiscard]] Result<std::vector<NamedMember>> membersNamed(const OpenBook &book, const QStringList &texts);

/// An id that can be one; `what` names it in the error.
template <typename Id>
[[nodiscard]] Result<Id> idOf(qint64 number, const QString &what)
{
    const auto id = Id::fromValue(number);
    if (!id)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("%1 is not the id of %2.").arg(number).arg(what));
    return *id;
}

} // namespace seatledger::ctl
