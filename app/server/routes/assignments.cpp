// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/entitytag.h"
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/listsearch.h"
#include "app/server/pages.h"
#include "app/server/routes/assignmentjson.h"
#include "app/server/routes/routes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr std::array sorts{
    SortName{"newest"_L1, AssignmentSort::Newest},      SortName{"member"_L1, AssignmentSort::ByMember},
    SortName{"license"_L1, AssignmentSort::ByLicense},  SortName{"first_day"_L1, AssignmentSort::ByFirstDay},
    SortName{"state"_L1, AssignmentSort::ByState},      SortName{"quantity"_L1, AssignmentSort::ByQuantity},
    SortName{"last_day"_L1, AssignmentSort::ByLastDay},
};

QJsonObject rowJson(const AssignmentRow &row)
{
    return {{u"id"_s, row.id.value()},
            {u"license_id"_s, row.license.value()},
            {u"license"_s, row.licenseName},
            {u"member_id"_s, row.member.value()},
            {u"member"_s, row.memberName},
            {u"email"_s, row.memberEmail},
            {u"department"_s, textJson(row.department)},
            {u"quantity"_s, row.quantity},
            {u"first_day"_s, dayJson(row.period.firstDay())},
            {u"last_day"_s, dayJson(row.period.lastDay())},
            {u"state"_s, toText(row.state)},
            {u"seat_released"_s, row.seatReleased},
            {u"suspended_until"_s, dayJson(row.suspendedUntil)},
            {u"ended_on"_s, dayJson(row.endedOn)},
            {u"version"_s, row.version}};
}

QString addressOf(AssignmentId id)
{
    return u"/api/v1/assignments/%1"_s.arg(id.value());
}

Answer listAssignments(const Call &call)
{
    AssignmentFilter filter;
    ListOrder<AssignmentSort> order;
    QueryFields fields(call.request);
    const PageWish wish = readPage(fields, call.request);
    readSort<AssignmentSort>(fields, sorts, order);
    fields.read("state", filter.states);
    fields.read("license_id", filter.license);
    fields.read("member_id", filter.member);
    if (auto read = readSearch(fields, call, assignmentSearchGrammar(), filter); !read)
        return std::unexpected(std::move(read).error());
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto page = call.services.lists.assignments(call.session, filter, order, wish.after, 0, wish.limit);
    if (!page)
        return std::unexpected(page.error());
    return pageResponse(call.request, wish, *page, rowJson);
}

Answer showAssignment(const Call &call, AssignmentId id)
{
    const auto assignment = call.services.assignments.find(call.session, id);
    if (!assignment)
        return std::unexpected(assignment.error());
    return versionedResponse(toJson(*assignment), assignment->version);
}

std::expected<AssignCommand, Problem> readAssign(const Call &call)
{
    const auto body = bodyObject(call.request);
    if (!body)
        return std::unexpected(body.error());
    const auto today = call.services.operations.today(call.session);
    if (!today)
        return std::unexpected(today.error());
    std::optional<LicenseId> license;
    std::optional<MemberId> member;
    AssignmentDraft draft{.firstDay = *today};
    JsonFields fields(*body);
    fields.read("license_id", license);
    fields.read("member_id", member);
    fields.read("quantity", draft.quantity);
    fields.read("first_day", draft.firstDay);
    fields.read("last_day", draft.lastDay);
    fields.read("note", draft.note);
    if (!license)
        fields.refuse(u"license_id"_s, u"Which licence?"_s);
    if (!member)
        fields.refuse(u"member_id"_s, u"Which member?"_s);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    auto terms = draft.create();
    if (!terms)
        return std::unexpected(std::move(terms).error());
    return AssignCommand{*license, {.members = {*member}, .terms = *std::move(terms)}};
}

Answer assignOne(const Call &call)
{
    const auto command = readAssign(call);
    if (!command)
        return std::unexpected(command.error());
    const auto outcome = call.services.management.assign(call.session, *command);
    if (!outcome)
        return std::unexpected(outcome.error());
    const auto made = call.services.assignments.madeBy(call.session, outcome->operation);
    if (!made)
        return std::unexpected(made.error());
    if (made->empty())
        return std::unexpected(defect());
    const Assignment &assignment = made->front();
    Response response = versionedResponse(toJson(assignment), assignment.version);
    return booked(created(std::move(response), addressOf(assignment.id)), outcome->operation);
}

/// The assignment, held still until the end of the transaction, if it is the version that the client has
/// read.
std::expected<Assignment, Problem> readForChange(const Call &call, AssignmentId id)
{
    const auto version = requiredVersion(call.request);
    if (!version)
        return std::unexpected(version.error());
    const auto seen = call.services.assignments.find(call.session, id);
    if (!seen)
        return std::unexpected(seen.error());
    if (auto locked = call.services.licenses.lockSeats(call.session, {seen->license}); !locked)
        return std::unexpected(std::move(locked).error());
    auto current = call.services.assignments.find(call.session, id);
    if (!current)
        return std::unexpected(std::move(current).error());
    if (current->version != *version)
        return std::unexpected(withPrecondition({ErrorCode::Conflict,
                                                 u"Somebody else changed this assignment in the meantime."_s,
                                                 {{u"current_version"_s, current->version}}}));
    return *std::move(current);
}

Answer changed(const Call &call, AssignmentId id, const Result<OperationId> &operation)
{
    if (!operation)
        return std::unexpected(operation.error());
    auto answer = showAssignment(call, id);
    return answer ? booked(*std::move(answer), *operation) : answer;
}

/// What is to be other than it is.
AssignmentEdit differences(const Assignment &current, const AssignmentTerms &terms)
{
    AssignmentEdit edit;
    if (terms.period.firstDay() != current.period.firstDay())
        edit.firstDay = terms.period.firstDay();
    if (terms.period.lastDay() != current.period.lastDay())
        edit.lastDay = terms.period.lastDay();
    if (terms.quantity != current.quantity)
        edit.quantity = terms.quantity.value();
    if (terms.note != current.note)
        edit.note = terms.note.text();
    return edit;
}

template <typename Outcome>
Result<OperationId> operationOf(const Result<Outcome> &outcome)
{
    if (!outcome)
        return std::unexpected(outcome.error());
    return outcome->operation;
}

/// One operation, whatever is in it. Days alone and seats alone are planned, which says more of a refusal.
Result<OperationId> editAssignment(const Call &call, AssignmentId id, const AssignmentTerms &terms,
                                   const AssignmentEdit &edit)
{
    const LicenseManagementApplicationService &management = call.services.management;
    const AssignmentsCommand command{.assignments = {id}};
    if (!edit.note && !edit.quantity)
        return operationOf(management.changePeriod(call.session, command, terms.period));
    if (!edit.note && !edit.movesDays())
        return operationOf(management.changeQuantity(call.session, command, terms.quantity));
    return operationOf(call.services.bulkEdits.editAssignments(call.session, {.ids = {id.value()}}, edit));
}

/// Days, seats and note, together or by themselves; what is as it was is left alone.
Answer patchAssignment(const Call &call, AssignmentId id)
{
    const auto current = readForChange(call, id);
    if (!current)
        return std::unexpected(current.error());
    const auto body = bodyObject(call.request);
    if (!body)
        return std::unexpected(body.error());
    AssignmentDraft draft = AssignmentDraft::of(*current);
    JsonFields fields(*body);
    fields.read("quantity", draft.quantity);
    fields.read("first_day", draft.firstDay);
    fields.read("last_day", draft.lastDay);
    fields.read("note", draft.note);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto terms = draft.create();
    if (!terms)
        return std::unexpected(terms.error());
    const AssignmentEdit edit = differences(*current, *terms);
    if (edit.isEmpty())
        return std::unexpected(Problem::at(u"/"_s, u"It is so already."_s));
    return changed(call, id, editAssignment(call, id, *terms, edit));
}

/// It ends; it stays in the book. The reason is a parameter, for DELETE has no body.
Answer revokeAssignment(const Call &call, AssignmentId id)
{
    AssignmentsCommand command{.assignments = {id}};
    QueryFields fields(call.request);
    fields.read("reason", command.reason);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto current = readForChange(call, id);
    if (!current)
        return std::unexpected(current.error());
    return changed(call, id, operationOf(call.services.management.revoke(call.session, command)));
}

} // namespace

void addAssignmentRoutes(Router &router)
{
    router.get("/api/v1/assignments", TokenScope::Read, listAssignments);
    router.post("/api/v1/assignments", TokenScope::Assign, assignOne).creates();
    router.get("/api/v1/assignments/{id}", TokenScope::Read, showAssignment);
    router.patch("/api/v1/assignments/{id}", TokenScope::Assign, patchAssignment);
    router.remove("/api/v1/assignments/{id}", TokenScope::Assign, revokeAssignment);
}

} // namespace seatledger::server
