// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/routes/assignmentjson.h"
#include "app/server/routes/routes.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr qsizetype mostAtOnce = 10'000;

enum class BulkAction { Assign, Revoke, Suspend, Resume, Transfer };

/// What was sent, whatever the action: what an action does not know it refuses.
struct BulkRequest {
    BulkAction action = BulkAction::Assign;
    bool isDryRun = false;
    bool isPartial = false;

    std::optional<LicenseId> license = {};
    QList<MemberId> members = {};
    AssignmentDraft terms = {};
    bool waits = false;

    QList<AssignmentId> assignments = {};
    QString reason = {};
    SuspensionTerms suspension = {};
    std::optional<MemberId> to = {};

    [[nodiscard]] PlanMode mode() const { return isPartial ? PlanMode::Partial : PlanMode::AllOrNothing; }
    [[nodiscard]] AssignmentsCommand command() const
    {
        return {.assignments = assignments, .mode = mode(), .reason = reason};
    }
};

std::optional<BulkAction> actionNamed(const QString &name)
{
    static const std::map<QString, BulkAction> names{{u"assign"_s, BulkAction::Assign},
                                                     {u"revoke"_s, BulkAction::Revoke},
                                                     {u"suspend"_s, BulkAction::Suspend},
                                                     {u"resume"_s, BulkAction::Resume},
                                                     {u"transfer"_s, BulkAction::Transfer}};
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

void readAssignFields(JsonFields &fields, BulkRequest &bulk)
{
    fields.read("license_id", bulk.license);
    fields.read("member_ids", bulk.members);
    fields.read("quantity", bulk.terms.quantity);
    fields.read("first_day", bulk.terms.firstDay);
    fields.read("last_day", bulk.terms.lastDay);
    fields.read("note", bulk.terms.note);
    fields.read("wait", bulk.waits);
    if (!bulk.license)
        fields.refuse(u"license_id"_s, u"Which licence?"_s);
    if (bulk.members.isEmpty() || bulk.members.size() > mostAtOnce)
        fields.refuse(u"member_ids"_s, u"1 to %1 members are expected."_s.arg(mostAtOnce));
}

void readChangeFields(JsonFields &fields, BulkRequest &bulk)
{
    fields.read("assignment_ids", bulk.assignments);
    fields.read("reason", bulk.reason);
    if (bulk.assignments.isEmpty() || bulk.assignments.size() > mostAtOnce)
        fields.refuse(u"assignment_ids"_s, u"1 to %1 assignments are expected."_s.arg(mostAtOnce));
    if (bulk.action == BulkAction::Suspend) {
        fields.read("release_seat", bulk.suspension.releaseSeat);
        fields.read("until", bulk.suspension.until);
    }
    if (bulk.action == BulkAction::Transfer) {
        fields.read("to_member_id", bulk.to);
        if (!bulk.to)
            fields.refuse(u"to_member_id"_s, u"To whom?"_s);
    }
}

std::expected<BulkRequest, Problem> readBulk(const Call &call)
{
    const auto body = bodyObject(call.request);
    if (!body)
        return std::unexpected(body.error());
    const auto today = call.services.operations.today(call.session);
    if (!today)
        return std::unexpected(today.error());
    BulkRequest bulk{.terms = {.firstDay = *today}};
    JsonFields fields(*body);
    QString name;
    fields.read("action", name);
    fields.read("dry_run", bulk.isDryRun);
    fields.read("partial", bulk.isPartial);
    const auto action = actionNamed(name);
    if (!action)
        return std::unexpected(
            Problem::at(u"/action"_s, u"One of: assign, revoke, suspend, resume, transfer."_s));
    bulk.action = *action;
    if (bulk.action == BulkAction::Assign)
        readAssignFields(fields, bulk);
    else
        readChangeFields(fields, bulk);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    return bulk;
}

/// What was done, with a line for each that was asked for: refused are those left out.
Response outcomeResponse(const OperationOutcome &outcome, QJsonArray items)
{
    return booked(jsonResponse({{u"dry_run"_s, false},
                                {u"operation_id"_s, outcome.operation.value()},
                                {u"changed"_s, outcome.changed},
                                {u"refused"_s, static_cast<qint64>(outcome.leftOut.size())},
                                {u"waiting"_s, outcome.waiting},
                                {u"served"_s, outcome.served},
                                {u"items"_s, items}}),
                  outcome.operation);
}

std::expected<AssignCommand, Problem> assignCommand(const BulkRequest &bulk)
{
    auto terms = bulk.terms.create();
    if (!terms)
        return std::unexpected(std::move(terms).error());
    return AssignCommand{.license = *bulk.license,
                         .request = {.members = {bulk.members.begin(), bulk.members.end()},
                                     .terms = *std::move(terms),
                                     .mode = bulk.mode()},
                         .wait = bulk.waits};
}

Answer assignMany(const Call &call, const BulkRequest &bulk)
{
    const auto command = assignCommand(bulk);
    if (!command)
        return std::unexpected(command.error());
    if (bulk.isDryRun) {
        const auto plan = call.services.management.planAssign(call.session, *command);
        return plan ? Answer(jsonResponse(toJson(*plan))) : std::unexpected(plan.error());
    }
    const auto outcome = call.services.management.assign(call.session, *command);
    if (!outcome)
        return std::unexpected(outcome.error());
    const auto made = call.services.assignments.madeBy(call.session, outcome->operation);
    if (!made)
        return std::unexpected(made.error());
    QJsonArray items;
    for (const Assignment &assignment : *made)
        items.append(resultJson(assignment.id, assignment.member, nullptr));
    for (const LeftOut &left : outcome->leftOut)
        items.append(resultJson(left.assignment, left.member, &left.refusal));
    Response response = outcomeResponse(*outcome, items);
    const auto denied = std::ranges::count_if(
        outcome->leftOut, [](const LeftOut &left) { return left.refusal.reason == RefusalReason::NoSeat; });
    // who waits has found none, too
    response.seatsDenied = static_cast<int>(denied + outcome->waiting);
    return response;
}

Result<ChangePlan> planned(const Call &call, const BulkRequest &bulk)
{
    const LicenseManagementApplicationService &management = call.services.management;
    switch (bulk.action) {
    case BulkAction::Suspend:
        return management.planSuspend(call.session, bulk.command(), bulk.suspension);
    case BulkAction::Resume:
        return management.planResume(call.session, bulk.command());
    case BulkAction::Transfer:
        return management.planTransfer(call.session, bulk.command(), *bulk.to);
    default:
        return management.planRevoke(call.session, bulk.command());
    }
}

Result<OperationOutcome> done(const Call &call, const BulkRequest &bulk)
{
    const LicenseManagementApplicationService &management = call.services.management;
    switch (bulk.action) {
    case BulkAction::Suspend:
        return management.suspend(call.session, bulk.command(), bulk.suspension);
    case BulkAction::Resume:
        return management.resume(call.session, bulk.command());
    case BulkAction::Transfer:
        return management.transfer(call.session, bulk.command(), *bulk.to);
    default:
        return management.revoke(call.session, bulk.command());
    }
}

Answer changeMany(const Call &call, const BulkRequest &bulk)
{
    if (bulk.isDryRun) {
        const auto plan = planned(call, bulk);
        return plan ? Answer(jsonResponse(toJson(*plan))) : std::unexpected(plan.error());
    }
    const auto outcome = done(call, bulk);
    if (!outcome)
        return std::unexpected(outcome.error());
    const auto rows = call.services.assignments.findMany(call.session, bulk.assignments);
    if (!rows)
        return std::unexpected(rows.error());
    std::map<AssignmentId, const Refusal *> refused;
    for (const LeftOut &left : outcome->leftOut) {
        if (left.assignment)
            refused.emplace(*left.assignment, &left.refusal);
    }
    QJsonArray items;
    for (const Assignment &row : *rows) {
        const auto refusal = refused.find(row.id);
        items.append(resultJson(row.id, row.member, refusal == refused.end() ? nullptr : refusal->second));
    }
    return outcomeResponse(*outcome, items);
}

/// Many at once: planned first, then applied whole or not at all, unless `partial`.
Answer bulk(const Call &call)
{
    const auto request = readBulk(call);
    if (!request)
        return std::unexpected(request.error());
    return request->action == BulkAction::Assign ? assignMany(call, *request) : changeMany(call, *request);
}

} // namespace

void addBulkRoutes(Router &router)
{
    router.post("/api/v1/assignments:bulk", TokenScope::Assign, bulk).creates();
}

} // namespace seatledger::server
