// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/assignmentjson.h"

#include "app/server/jsonvalues.h"
#include "core/domain/enums.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QJsonArray costJson(const std::vector<Money> &costs)
{
    QJsonArray array;
    for (const Money &cost : costs)
        array.append(moneyJson(cost));
    return array;
}

QJsonObject lineOf(const PlanItem &item)
{
    const std::optional<AssignmentId> assignment = item.change.before ? item.change.before->id : std::nullopt;
    return resultJson(assignment, item.member(), item.refusal ? &*item.refusal : nullptr);
}

} // namespace

QJsonObject toJson(const Assignment &assignment)
{
    return {{u"id"_s, assignment.id.value()},
            {u"license_id"_s, assignment.license.value()},
            {u"member_id"_s, assignment.member.value()},
            {u"quantity"_s, assignment.quantity.value()},
            {u"first_day"_s, dayJson(assignment.period.firstDay())},
            {u"last_day"_s, dayJson(assignment.period.lastDay())},
            {u"state"_s, toText(assignment.state)},
            {u"seat_released"_s, assignment.seatReleased},
            {u"suspended_until"_s, dayJson(assignment.suspendedUntil)},
            {u"ended_on"_s, dayJson(assignment.endedOn)},
            {u"end_reason"_s, assignment.endReason ? QJsonValue(assignment.endReason->text()) : QJsonValue()},
            {u"note"_s, assignment.note.text()},
            {u"operation_id"_s, assignment.operation.value()},
            {u"version"_s, assignment.version}};
}

QJsonObject resultJson(const std::optional<AssignmentId> &assignment, MemberId member, const Refusal *refusal)
{
    QJsonObject line{{u"assignment_id"_s, idJson(assignment)},
                     {u"member_id"_s, member.value()},
                     {u"result"_s, refusal ? u"refused"_s : u"done"_s}};
    if (refusal) {
        line.insert(u"code"_s, toText(refusal->reason));
        line.insert(u"detail"_s, refusal->sentence());
    }
    return line;
}

QJsonObject toJson(const AssignmentPlan &plan)
{
    QJsonArray items;
    for (const PlanItem &item : plan.items)
        items.append(lineOf(item));
    return {{u"dry_run"_s, true},
            {u"applicable"_s, plan.isApplicable()},
            {u"changed"_s, plan.grantedCount()},
            {u"refused"_s, plan.refusedCount()},
            {u"monthly_cost"_s, costJson(plan.monthlyCost)},
            {u"items"_s, items}};
}

QJsonObject toJson(const ChangePlan &plan)
{
    QJsonArray items;
    for (const LicensePlan &license : plan.licenses) {
        for (const PlanItem &item : license.plan.items)
            items.append(lineOf(item));
    }
    return {{u"dry_run"_s, true},
            {u"applicable"_s, plan.isApplicable()},
            {u"changed"_s, plan.grantedCount()},
            {u"refused"_s, plan.refusedCount()},
            {u"monthly_cost"_s, costJson(plan.monthlyCost())},
            {u"items"_s, items}};
}

} // namespace seatledger::server
