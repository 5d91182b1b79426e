// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/repositories/listquery.h"

namespace seatledger {

// The three lists as SQL, filtered and ordered: what pages, anchors, counts and exports are made from.
// Making one may ask the database how rare the searched words are.

[[nodiscard]] Result<ListQuery> memberListQuery(Session &session, const MemberFilter &filter,
                                                const ListOrder<MemberSort> &order, SearchEffort effort = {});
[[nodiscard]] Result<ListQuery> licenseListQuery(Session &session, const LicenseFilter &filter,
                                                 const ListOrder<LicenseSort> &order,
                                                 SearchEffort effort = {});
[[nodiscard]] Result<ListQuery> assignmentListQuery(Session &session, const AssignmentFilter &filter,
                                                    const ListOrder<AssignmentSort> &order,
                                                    SearchEffort effort = {});

} // namespace seatledger
