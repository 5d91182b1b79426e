// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/entitytag.h"
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/listsearch.h"
#include "app/server/pages.h"
#include "app/server/routes/routes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr std::array sorts{
    SortName{"name"_L1, MemberSort::ByName},     SortName{"number"_L1, MemberSort::ByNumber},
    SortName{"email"_L1, MemberSort::ByEmail},   SortName{"department"_L1, MemberSort::ByDepartment},
    SortName{"status"_L1, MemberSort::ByStatus},
};

QJsonObject toJson(const Member &member)
{
    return {{u"id"_s, member.id.value()},
            {u"number"_s, member.number.text()},
            {u"name"_s, member.name.text()},
            {u"email"_s, member.email.text()},
            {u"department_id"_s, idJson(member.department)},
            {u"status"_s, toText(member.status)},
            {u"joined_on"_s, dayJson(member.joinedOn)},
            {u"left_on"_s, dayJson(member.leftOn)},
            {u"note"_s, member.note.text()},
            {u"version"_s, member.version}};
}

QJsonObject rowJson(const MemberRow &row)
{
    return {{u"id"_s, row.id.value()},
            {u"number"_s, row.number},
            {u"name"_s, row.name},
            {u"email"_s, row.email},
            {u"department"_s, textJson(row.department)},
            {u"status"_s, toText(row.status)},
            {u"licenses"_s, row.licenses},
            {u"version"_s, row.version}};
}

QString addressOf(MemberId id)
{
    return u"/api/v1/members/%1"_s.arg(id.value());
}

/// What the body says of a person, on top of what is in `draft`.
std::expected<MemberFields, Problem> readMember(const Request &request, MemberDraft draft)
{
    const auto body = bodyObject(request);
    if (!body)
        return std::unexpected(body.error());
    JsonFields fields(*body);
    fields.read("number", draft.number);
    fields.read("name", draft.name);
    fields.read("email", draft.email);
    fields.read("department_id", draft.department);
    fields.read("status", draft.status);
    fields.read("joined_on", draft.joinedOn);
    fields.read("left_on", draft.leftOn);
    fields.read("note", draft.note);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    auto member = draft.create();
    if (!member)
        return std::unexpected(std::move(member).error());
    return *std::move(member);
}

Answer listMembers(const Call &call)
{
    MemberFilter filter;
    ListOrder<MemberSort> order;
    QueryFields fields(call.request);
    const PageWish wish = readPage(fields, call.request);
    readSort<MemberSort>(fields, sorts, order);
    fields.read("status", filter.statuses);
    fields.read("department_id", filter.departments);
    if (auto read = readSearch(fields, call, memberSearchGrammar(), filter); !read)
        return std::unexpected(std::move(read).error());
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto page = call.services.lists.members(call.session, filter, order, wish.after, 0, wish.limit);
    if (!page)
        return std::unexpected(page.error());
    return pageResponse(call.request, wish, *page, rowJson);
}

Answer showMember(const Call &call, MemberId id)
{
    const auto member = call.services.members.find(call.session, id);
    if (!member)
        return std::unexpected(member.error());
    return versionedResponse(toJson(*member), member->version);
}

Answer addMember(const Call &call)
{
    const auto fields = readMember(call.request, {});
    if (!fields)
        return std::unexpected(fields.error());
    const auto added = call.services.catalogueService.addMember(call.session, *fields);
    if (!added)
        return std::unexpected(added.error());
    const Member &member = added->value;
    return booked(created(versionedResponse(toJson(member), member.version), addressOf(member.id)),
                  added->operation);
}

/// Writes what `draftOf` makes of the member there is, if that is the version the client has read.
template <typename DraftOf>
Answer changeMember(const Call &call, MemberId id, DraftOf draftOf)
{
    const auto version = requiredVersion(call.request);
    if (!version)
        return std::unexpected(version.error());
    const auto current = call.services.members.find(call.session, id);
    if (!current)
        return std::unexpected(current.error());
    const auto fields = readMember(call.request, draftOf(*current));
    if (!fields)
        return std::unexpected(fields.error());
    const auto changed = call.services.catalogueService.updateMember(call.session,
                                                                     Member{*fields, id, *version});
    if (!changed)
        return std::unexpected(withPrecondition(changed.error()));
    return booked(versionedResponse(toJson(changed->value), changed->value.version), changed->operation);
}

Answer replaceMember(const Call &call, MemberId id)
{
    return changeMember(call, id, [](const Member &) { return MemberDraft(); });
}

Answer patchMember(const Call &call, MemberId id)
{
    return changeMember(call, id, [](const Member &member) { return MemberDraft::of(member); });
}

} // namespace

void addMemberRoutes(Router &router)
{
    router.get("/api/v1/members", TokenScope::Read, listMembers);
    router.post("/api/v1/members", TokenScope::Members, addMember).creates();
    router.get("/api/v1/members/{id}", TokenScope::Read, showMember);
    router.put("/api/v1/members/{id}", TokenScope::Members, replaceMember);
    router.patch("/api/v1/members/{id}", TokenScope::Members, patchMember);
}

} // namespace seatledger::server
