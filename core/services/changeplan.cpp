// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/changeplan.h"

#include "core/domain/moneysum.h"

#include <QCoreApplication>

#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Calls `take(assignment, item)` for each line of all plans.
template <typename Take>
void forEachLine(const std::vector<LicensePlan> &licenses, Take take)
{
    for (const LicensePlan &of : licenses) {
        for (std::size_t i = 0; i < of.plan.items.size(); ++i)
            take(of.assignments[i], of.plan.items[i]);
    }
}

} // namespace

qint64 ChangePlan::grantedCount() const
{
    return std::accumulate(
        licenses.begin(), licenses.end(), qint64(0),
        [](qint64 count, const LicensePlan &of) { return count + of.plan.grantedCount(); });
}

qint64 ChangePlan::refusedCount() const
{
    return std::accumulate(
        licenses.begin(), licenses.end(), qint64(0),
        [](qint64 count, const LicensePlan &of) { return count + of.plan.refusedCount(); });
}

bool ChangePlan::isApplicable() const
{
    return grantedCount() > 0 && (mode == PlanMode::Partial || refusedCount() == 0);
}

Result<void> ChangePlan::verdict() const
{
    if (isApplicable())
        return {};
    for (const LicensePlan &of : licenses) {
        if (const auto verdict = of.plan.verdict(); !verdict)
            return std::unexpected(namingLicense(verdict.error(), of.license));
    }
    return failure(ErrorCode::InvalidInput, QCoreApplication::translate("domain", "Nothing was chosen."));
}

std::vector<Assignment> ChangePlan::granted() const
{
    std::vector<Assignment> granted;
    forEachLine(licenses, [&granted](const Assignment &assignment, const PlanItem &item) {
        if (item.isGranted())
            granted.push_back(assignment);
    });
    return granted;
}

std::vector<LeftOut> ChangePlan::leftOut() const
{
    std::vector<LeftOut> leftOut;
    forEachLine(licenses, [&leftOut](const Assignment &assignment, const PlanItem &item) {
        if (item.refusal)
            leftOut.push_back({assignment.id, assignment.member, *item.refusal});
    });
    return leftOut;
}

std::vector<Money> ChangePlan::monthlyCost() const
{
    MoneySum sum;
    for (const LicensePlan &of : licenses) {
        for (const Money &amount : of.plan.monthlyCost) {
            if (!sum.add(amount))
                return {};
        }
    }
    return sum.amounts();
}

Error namingLicense(Error error, const License &license)
{
    error.message = license.name.text() + u": "_s + error.message;
    error.details.insert("license"_L1, license.id.value());
    error.details.insert("license_name"_L1, license.name.text());
    return error;
}

} // namespace seatledger
