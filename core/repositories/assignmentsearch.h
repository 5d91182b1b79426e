// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/repositories/compositequeryrepository.h"
#include "core/repositories/listquery.h"

namespace seatledger {

/// Makes `list` search the assignments for the filter's words: each in the name, the address or the number of
/// the member, or in the name of the licence. Asks the database first where each word is found, and how
/// often; that decides whether a page is read by walking along the order or from the rows that are found.
[[nodiscard]] Result<void> searchAssignments(Session &session, ListQuery &list,
                                             const AssignmentFilter &filter,
                                             const ListOrder<AssignmentSort> &order, SearchEffort effort);

/// Whether a term about the row itself is part of that search, not a condition beside it: first and last
/// days, where nothing else is searched for.
[[nodiscard]] bool isFoundByDay(const SearchTerm &term, const AssignmentFilter &filter);

} // namespace seatledger
