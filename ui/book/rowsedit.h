// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"

#include <functional>

namespace seatledger {

/// What is to become of rows, by functions to plan and to do it; null functions where nothing was chosen. For
/// use on a worker.
struct RowsEdit {
    using Plan = std::function<Result<EditPlan>(const Services &, Session &, const EditTargets &)>;
    using Apply = std::function<Result<EditOutcome>(const Services &, Session &, const EditTargets &)>;

    Plan plan = {};
    Apply apply = {};

    [[nodiscard]] bool isEmpty() const { return !apply; }
};

/// An edit of these values by the functions of BulkEditApplicationService for them.
template <typename Values, typename PlanIt, typename DoIt>
[[nodiscard]] RowsEdit makeRowsEdit(const Values &values, PlanIt planIt, DoIt doIt)
{
    if (values.isEmpty())
        return {};
    return {.plan =
                [values, planIt](const Services &services, Session &session, const EditTargets &targets) {
                    return (services.bulkEdits.*planIt)(session, targets, values);
                },
            .apply =
                [values, doIt](const Services &services, Session &session, const EditTargets &targets) {
                    return (services.bulkEdits.*doIt)(session, targets, values);
                }};
}

[[nodiscard]] inline RowsEdit rowsEdit(const MemberEdit &values)
{
    return makeRowsEdit(values, &BulkEditApplicationService::planMembers,
                        &BulkEditApplicationService::editMembers);
}

[[nodiscard]] inline RowsEdit rowsEdit(const LicenseEdit &values)
{
    return makeRowsEdit(values, &BulkEditApplicationService::planLicenses,
                        &BulkEditApplicationService::editLicenses);
}

[[nodiscard]] inline RowsEdit rowsEdit(const AssignmentEdit &values)
{
    return makeRowsEdit(values, &BulkEditApplicationService::planAssignments,
                        &BulkEditApplicationService::editAssignments);
}

} // namespace seatledger
