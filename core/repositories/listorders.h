// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/compositequeryrepository.h"
#include "core/repositories/listquery.h"

namespace seatledger {

// The orders of the three lists in SQL, by the aliases of their tables (listqueries.cpp).

void orderMembers(ListQuery &list, const ListOrder<MemberSort> &wanted);
void orderLicenses(ListQuery &list, const ListOrder<LicenseSort> &wanted);
void orderAssignments(ListQuery &list, const ListOrder<AssignmentSort> &wanted);

/// Whether the list is ordered by this column, first or later.
template <typename Column>
[[nodiscard]] bool ordersBy(const ListOrder<Column> &order, Column column)
{
    return order.column == column
           || std::ranges::any_of(order.then, [&](const auto &key) { return key.column == column; });
}

} // namespace seatledger
