// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/changeplanlines.h"

#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t licensesNamed = 3; ///< more would be a list, not a sentence

QString termsText(const License &license, const Assignment &assignment)
{
    QStringList parts{license.name.text(), assignment.period.displayText()};
    const int seats = assignment.quantity.value();
    if (seats != 1)
        parts.insert(1, QCoreApplication::translate("ChangePlan", "%Ln seats", nullptr, seats));
    return parts.join(u" · "_s);
}

QString countText(const ChangePlan &plan)
{
    const auto granted = static_cast<int>(plan.grantedCount());
    const auto refused = static_cast<int>(plan.refusedCount());
    const QLocale locale;
    if (granted + refused == 1 && refused == 1)
        return plan.leftOut().front().refusal.sentence();
    if (!plan.isApplicable())
        return QCoreApplication::translate(
            "ChangePlan", "It is not possible for %Ln; nothing is changed as it is.", nullptr, refused);
    if (refused > 0)
        return QCoreApplication::translate("ChangePlan", "It is possible for %1 of %2.")
            .arg(locale.toString(granted), locale.toString(granted + refused));
    return granted == 1
               ? QCoreApplication::translate("ChangePlan", "It is possible.")
               : QCoreApplication::translate("ChangePlan", "It is possible for all %Ln.", nullptr, granted);
}

QStringList seatTexts(const ChangePlan &plan)
{
    if (plan.licenses.size() == 1)
        return {seatsLeftText(plan.licenses.front().plan.seatsLeft)};
    QStringList texts;
    if (plan.licenses.size() > licensesNamed)
        return texts;
    for (const LicensePlan &of : plan.licenses)
        texts += QCoreApplication::translate("ChangePlan", "%1: %2")
                     .arg(of.license.name.text(), seatsLeftText(of.plan.seatsLeft));
    return texts;
}

} // namespace

std::vector<PlanLine> linesOf(const NamedChangePlan &named, const GrantedText &granted)
{
    std::vector<PlanLine> lines;
    for (const LicensePlan &of : named.plan.licenses) {
        for (std::size_t i = 0; i < of.plan.items.size(); ++i) {
            const Assignment &assignment = of.assignments[i];
            const PlanItem &item = of.plan.items[i];
            lines.push_back({.id = assignment.id.value(),
                             .name = named.names.value(assignment.member),
                             .detail = termsText(of.license, assignment),
                             .granted = item.isGranted() ? granted(item) : QString(),
                             .planned = true,
                             .refusal = item.refusal});
        }
    }
    return lines;
}

PlanFigures figuresOf(const BookAccess &access, const ChangePlan &plan)
{
    QStringList parts{countText(plan)};
    if (plan.isApplicable()) {
        parts += seatTexts(plan);
        parts += costTexts(access, plan.monthlyCost());
    }
    const auto isSoAlready = [](const LeftOut &one) { return one.refusal.reason == RefusalReason::NoChange; };
    return {.refused = plan.refusedCount(),
            .isApplicable = plan.isApplicable(),
            .isHarmless = std::ranges::all_of(plan.leftOut(), isSoAlready),
            .summary = inOneLine(parts)};
}

} // namespace seatledger
