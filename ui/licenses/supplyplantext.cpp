// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/supplyplantext.h"

#include "ui/book/planview.h"
#include "ui/common/wording.h"

#include <QCoreApplication>

namespace seatledger {

namespace {

QString seatsText(const SupplyPlan &plan)
{
    if (plan.before == plan.after)
        return QCoreApplication::translate("SupplyPlan", "There are as many seats as before.");
    return QCoreApplication::translate("SupplyPlan", "Seats from %1 on: %2, before: %3.")
        .arg(displayDay(plan.day), plan.after.displayText(), plan.before.displayText());
}

QStringList shortageTexts(const SupplyPlan &plan)
{
    if (!plan.shortages.empty()) {
        const SeatShortage &first = plan.shortages.front();
        const auto seats = static_cast<int>(first.seats); // lupdate reads no expression there
        return {
            QCoreApplication::translate("SupplyPlan", "%Ln seats will be lacking from %1.", nullptr, seats)
                .arg(displayDay(first.firstDay))};
    }
    if (plan.shortagesNow.empty())
        return {};
    return {QCoreApplication::translate("SupplyPlan", "The shortage from %1 on is gone.")
                .arg(displayDay(plan.shortagesNow.front().firstDay))};
}

} // namespace

QString supplyText(const BookAccess &access, const SupplyPlan &plan)
{
    if (plan.refusal)
        return plan.refusal->sentence();
    QStringList parts{seatsText(plan), seatsLeftText(plan.seatsFree)};
    parts += shortageTexts(plan);
    parts += costTexts(access, plan.monthlyCost);
    return inOneLine(parts);
}

} // namespace seatledger
