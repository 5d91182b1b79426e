// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/domain/searchquery.h"
#include "core/repositories/boundvalues.h"

#include <QDate>

#include <optional>
#include <vector>

namespace seatledger {

// The terms of searches in SQL: conditions on one row, with values bound. The tables have the aliases of
// listqueries.cpp; a subquery stands for what they do not have.

/// Words that stand for a term wherever a search word may stand: one text for each row of the term's table.
struct TermCondition {
    QString text;            ///< true, false or null
    bool usesSearch = false; ///< looks through `search` by letters, which an index of letters serves
    QString walking = {};    ///< the same for looking at one row after the other; empty: as in `text`
};

/// Of a member, whose table has this alias; what they hold is as of the day, if there is one.
[[nodiscard]] Result<TermCondition> memberCondition(Session &session, BoundValues &values,
                                                    const SearchTerm &term, const QString &alias,
                                                    std::optional<QDate> asOf = {});
/// Of a licence, whose table has this alias, and whose seats have the alias `c`.
[[nodiscard]] Result<TermCondition> licenseCondition(Session &session, BoundValues &values,
                                                     const SearchTerm &term, const QString &alias);
/// Of an assignment `a` itself.
[[nodiscard]] Result<TermCondition> assignmentCondition(BoundValues &values, const SearchTerm &term);

/// Whether the term is about the member, or the licence, of an assignment.
[[nodiscard]] bool isAboutMember(const SearchTerm &term);
[[nodiscard]] bool isAboutLicense(const SearchTerm &term);
/// Whether a term about a licence needs its seats.
[[nodiscard]] bool needsSeats(const SearchTerm &term);

/// Turned round if the term is; what has no value then holds.
[[nodiscard]] QString asWritten(const SearchTerm &term, const QString &condition);

} // namespace seatledger
