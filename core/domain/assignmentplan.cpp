// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/assignmentplan.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

qint64 AssignmentPlan::grantedCount() const
{
    return std::ranges::count_if(items, &PlanItem::isGranted);
}

qint64 AssignmentPlan::refusedCount() const
{
    return qint64(items.size()) - grantedCount();
}

bool AssignmentPlan::isApplicable() const
{
    return grantedCount() > 0 && (mode == PlanMode::Partial || refusedCount() == 0);
}

Result<void> AssignmentPlan::verdict() const
{
    if (isApplicable())
        return {};
    const auto refused = std::ranges::find_if_not(items, &PlanItem::isGranted);
    if (refused == items.end()) {
        return failure(ErrorCode::InvalidInput, QCoreApplication::translate("domain", "Nothing was chosen."));
    }
    Error error = refused->refusal->toError();
    error.details.insert("member"_L1, refused->member().value());
    error.details.insert("granted"_L1, grantedCount());
    error.details.insert("refused"_L1, refusedCount());
    return std::unexpected(std::move(error));
}

} // namespace seatledger
