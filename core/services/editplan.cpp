// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/editplan.h"

#include "core/domain/refusal.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

bool isRefused(const EditItem &item)
{
    return item.refusal.has_value();
}

} // namespace

qint64 EditPlan::changedCount() const
{
    return std::ranges::count_if(items, &EditItem::isChanged);
}

qint64 EditPlan::refusedCount() const
{
    return std::ranges::count_if(items, isRefused);
}

bool EditPlan::isApplicable() const
{
    return changedCount() > 0 && (mode == PlanMode::Partial || refusedCount() == 0);
}

Result<void> EditPlan::verdict() const
{
    if (isApplicable())
        return {};
    const auto refused = std::ranges::find_if(items, isRefused);
    if (refused == items.end())
        return std::unexpected(Refusal{.reason = RefusalReason::NoChange}.toError());
    Error error = *refused->refusal;
    if (items.size() > 1)
        error.message = refused->name + u": "_s + error.message;
    error.details.insert("id"_L1, refused->id);
    error.details.insert("refused"_L1, refusedCount());
    return std::unexpected(std::move(error));
}

std::vector<EditItem> EditPlan::leftOut() const
{
    std::vector<EditItem> left;
    std::ranges::copy_if(items, std::back_inserter(left), isRefused);
    return left;
}

QHash<qint64, int> EditPlan::versions() const
{
    QHash<qint64, int> versions;
    for (const EditItem &item : items)
        versions.insert(item.id, item.version);
    return versions;
}

} // namespace seatledger
