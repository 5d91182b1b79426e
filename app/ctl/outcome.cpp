// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/outcome.h"

#include "app/ctl/json.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

QJsonArray costJson(const std::vector<Money> &amounts)
{
    QJsonArray array;
    for (const Money &amount : amounts)
        array.append(amount.toText() + u' ' + amount.currency().code());
    return array;
}

QString costText(const std::vector<Money> &amounts)
{
    QStringList texts;
    for (const Money &amount : amounts)
        texts.append(amount.toText() + u' ' + amount.currency().code());
    return texts.isEmpty() ? QString() : u"; a month: "_s + texts.join(u", "_s);
}

QJsonObject errorJson(const EditItem &item)
{
    return {{u"id"_s, item.id},
            {u"name"_s, item.name},
            {u"message"_s, item.refusal->message},
            {u"details"_s, item.refusal->details}};
}

QString changesText(const EditItem &item)
{
    QStringList texts;
    for (const FieldEdit &change : item.changes)
        texts += u"%1: %2 -> %3"_s.arg(change.field, change.before.isEmpty() ? u"-"_s : change.before,
                                       change.after.isEmpty() ? u"-"_s : change.after);
    return texts.isEmpty() ? u"no change"_s : texts.join(u", "_s);
}

QJsonObject changesJson(const EditItem &item)
{
    QJsonArray changes;
    for (const FieldEdit &change : item.changes)
        changes.append(QJsonObject{
            {u"field"_s, change.field}, {u"before"_s, change.before}, {u"after"_s, change.after}});
    return {{u"id"_s, item.id}, {u"name"_s, item.name}, {u"changes"_s, changes}};
}

} // namespace

Result<void> reported(const OpenBook &book, const QString &what, const Result<OperationOutcome> &outcome)
{
    if (!outcome)
        return std::unexpected(outcome.error());
    QString text = u"%1 %2."_s.arg(what).arg(outcome->changed);
    if (outcome->waiting > 0)
        text += u" On the waiting list: %1."_s.arg(outcome->waiting);
    if (outcome->served > 0)
        text += u" Served from the waiting list: %1."_s.arg(outcome->served);
    QJsonArray leftOut;
    for (const LeftOut &left : outcome->leftOut) {
        text += u"\n  left out member #%1: %2"_s.arg(left.member.value()).arg(left.refusal.sentence());
        leftOut.append(toJson(left.member, left.assignment, left.refusal));
    }
    if (!leftOut.isEmpty())
        text += u'\n';
    book.output.done(text,
                     {{u"changed"_s, outcome->changed},
                      {u"waiting"_s, outcome->waiting},
                      {u"served"_s, outcome->served},
                      {u"left_out"_s, leftOut}},
                     outcome->operation);
    return {};
}

Result<void> reported(const OpenBook &book, const Result<AssignmentPlan> &plan)
{
    if (!plan)
        return std::unexpected(plan.error());
    QString text = u"%1 would get a seat, %2 would not; seats left: %3%4."_s.arg(plan->grantedCount())
                       .arg(plan->refusedCount())
                       .arg(plan->seatsLeft.displayText(), costText(plan->monthlyCost));
    QJsonArray refused;
    for (const PlanItem &item : plan->items) {
        if (item.isGranted())
            continue;
        text += u"\n  member #%1: %2"_s.arg(item.member().value()).arg(item.refusal->sentence());
        refused.append(toJson(item.member(), std::nullopt, *item.refusal));
    }
    book.output.result(text, {{u"granted"_s, plan->grantedCount()},
                              {u"refused"_s, refused},
                              {u"seats_left"_s, seatsJson(plan->seatsLeft)},
                              {u"monthly_cost"_s, costJson(plan->monthlyCost)},
                              {u"applicable"_s, plan->isApplicable()}});
    return plan->verdict();
}

Result<void> reported(const OpenBook &book, const Result<ChangePlan> &plan)
{
    if (!plan)
        return std::unexpected(plan.error());
    QString text = u"%1 would be changed, %2 would not%3."_s.arg(plan->grantedCount())
                       .arg(plan->refusedCount())
                       .arg(costText(plan->monthlyCost()));
    QJsonArray refused;
    for (const LeftOut &left : plan->leftOut()) {
        text += u"\n  assignment %1 of member #%2: %3"_s.arg(left.assignment->value())
                    .arg(left.member.value())
                    .arg(left.refusal.sentence());
        refused.append(toJson(left.member, left.assignment, left.refusal));
    }
    QJsonArray licenses;
    for (const LicensePlan &of : plan->licenses) {
        text += u"\n  %1: seats left: %2"_s.arg(of.license.name.text(), of.plan.seatsLeft.displayText());
        licenses.append(QJsonObject{{u"license"_s, of.license.id.value()},
                                    {u"name"_s, of.license.name.text()},
                                    {u"seats_left"_s, seatsJson(of.plan.seatsLeft)}});
    }
    book.output.result(text, {{u"granted"_s, plan->grantedCount()},
                              {u"refused"_s, refused},
                              {u"licenses"_s, licenses},
                              {u"monthly_cost"_s, costJson(plan->monthlyCost())},
                              {u"applicable"_s, plan->isApplicable()}});
    return plan->verdict();
}

Result<void> reported(const OpenBook &book, const Result<EditPlan> &plan)
{
    if (!plan)
        return std::unexpected(plan.error());
    QString text = u"%1 would be changed, %2 would not."_s.arg(plan->changedCount())
                       .arg(std::ssize(plan->items) - plan->changedCount());
    QJsonArray changed;
    QJsonArray refused;
    for (const EditItem &item : plan->items) {
        text += u"\n  %1 (#%2): %3"_s.arg(item.name).arg(item.id).arg(item.refusal ? item.refusal->message
                                                                                   : changesText(item));
        if (item.refusal)
            refused.append(errorJson(item));
        else
            changed.append(changesJson(item));
    }
    book.output.result(
        text, {{u"changed"_s, changed}, {u"refused"_s, refused}, {u"applicable"_s, plan->isApplicable()}});
    return plan->verdict();
}

Result<void> reported(const OpenBook &book, const QString &what, const Result<EditOutcome> &outcome)
{
    if (!outcome)
        return std::unexpected(outcome.error());
    QString text = u"%1 %2."_s.arg(what).arg(outcome->changed);
    if (outcome->served > 0)
        text += u" Served from the waiting list: %1."_s.arg(outcome->served);
    QJsonArray leftOut;
    for (const EditItem &item : outcome->leftOut) {
        text += u"\n  left out %1 (#%2): %3"_s.arg(item.name).arg(item.id).arg(item.refusal->message);
        leftOut.append(errorJson(item));
    }
    if (!leftOut.isEmpty())
        text += u'\n';
    book.output.done(
        text, {{u"changed"_s, outcome->changed}, {u"served"_s, outcome->served}, {u"left_out"_s, leftOut}},
        outcome->operation);
    return {};
}

} // namespace seatledger::ctl
