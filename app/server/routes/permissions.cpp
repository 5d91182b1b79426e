// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/routes/routes.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QJsonObject toJson(Action action, const PermissionAnswer &answer)
{
    return {{u"action"_s, toText(action)},
            {u"allowed"_s, answer.allowed},
            {u"scope"_s, toText(answer.scope)},
            {u"reason"_s, answer.reason}};
}

/// Whom it would be done to: one thing at most.
AccessTarget readTarget(QueryFields &fields)
{
    std::optional<MemberId> member;
    std::optional<DepartmentId> department;
    std::optional<LicenseId> license;
    std::optional<AssignmentId> assignment;
    fields.read("member_id", member);
    fields.read("department_id", department);
    fields.read("license_id", license);
    fields.read("assignment_id", assignment);
    if (member.has_value() + department.has_value() + license.has_value() + assignment.has_value() > 1)
        fields.refuse("member_id", u"Ask about one thing at a time."_s);
    if (member)
        return *member;
    if (department)
        return *department;
    if (license)
        return *license;
    if (assignment)
        return *assignment;
    return {};
}

/// May they, and why: of the token's owner unless `operator` names somebody else; of all actions unless one
/// is named.
Answer explain(const Call &call)
{
    QString login = call.caller.login;
    std::optional<Action> action;
    QueryFields fields(call.request);
    fields.read("operator", login);
    fields.read("action", action);
    const AccessTarget target = readTarget(fields);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    QJsonArray items;
    if (action) {
        const auto answer = call.services.access.explain(call.session, login, *action, target);
        if (!answer)
            return std::unexpected(answer.error());
        items.append(toJson(*action, *answer));
    } else {
        const auto answers = call.services.access.explainAll(call.session, login);
        if (!answers)
            return std::unexpected(answers.error());
        for (const auto &[each, answer] : *answers)
            items.append(toJson(each, answer));
    }
    return jsonResponse({{u"operator"_s, login}, {u"items"_s, items}});
}

} // namespace

void addPermissionRoutes(Router &router)
{
    router.get("/api/v1/permissions:explain", TokenScope::Read, explain);
}

} // namespace seatledger::server
