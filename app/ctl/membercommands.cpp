// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/json.h"
#include "app/ctl/outcome.h"
#include "app/ctl/searchargument.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct MemberArguments {
    std::string member;
    std::vector<std::string> members;
    bool partial = false;
    bool dryRun = false;
    std::optional<std::string> number;
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::string department;
    bool noDepartment = false;
    std::optional<std::string> status;
    std::string joinedOn;
    std::optional<std::string> note;
    std::string search;
    std::string asOf;
    int limit = 100;
};

QString nameLine(const QString &done, const Member &member)
{
    return u"%1 %2 %3 <%4>."_s.arg(done, member.number.text(), member.name.text(), member.email.text());
}

Result<void> fillInDepartment(const OpenBook &book, MemberDraft &draft, const MemberArguments &arguments)
{
    if (arguments.noDepartment)
        draft.department.reset();
    if (arguments.department.empty())
        return {};
    const auto department = departmentOf(book, arguments.department);
    if (!department)
        return std::unexpected(department.error());
    draft.department = department->id;
    return {};
}

/// What was given, over what the draft has.
Result<MemberFields> fieldsOf(const OpenBook &book, MemberDraft draft, const MemberArguments &arguments)
{
    const auto set = [](QString &field, const std::optional<std::string> &given) {
        if (given)
            field = typed(*given);
    };
    set(draft.number, arguments.number);
    set(draft.name, arguments.name);
    set(draft.email, arguments.email);
    set(draft.note, arguments.note);
    if (arguments.status) {
        // Whoever comes back has not left.
        draft.status = fromText<MemberStatus>(typed(*arguments.status)).value_or(draft.status);
        draft.leftOn.reset();
    }
    if (const auto joinedOn = optionalDayOf(arguments.joinedOn); !joinedOn)
        return std::unexpected(joinedOn.error());
    else if (*joinedOn)
        draft.joinedOn = *joinedOn;
    if (auto filled = fillInDepartment(book, draft, arguments); !filled)
        return std::unexpected(std::move(filled).error());
    return draft.create();
}

Result<void> addMember(const OpenBook &book, const MemberArguments &arguments)
{
    const auto fields = fieldsOf(book, {}, arguments);
    if (!fields)
        return std::unexpected(fields.error());
    const auto added = book.services.catalogueService.addMember(book.session, *fields);
    if (!added)
        return std::unexpected(added.error());
    book.output.done(nameLine(u"Added"_s, added->value), toJson(added->value), added->operation);
    return {};
}

/// What was given, for each of several.
Result<MemberEdit> editOf(const OpenBook &book, const MemberArguments &arguments)
{
    MemberEdit edit;
    const auto set = [](std::optional<QString> &field, const std::optional<std::string> &given) {
        if (given)
            field = typed(*given);
    };
    set(edit.number, arguments.number);
    set(edit.name, arguments.name);
    set(edit.email, arguments.email);
    set(edit.note, arguments.note);
    if (arguments.status)
        edit.status = fromText<MemberStatus>(typed(*arguments.status));
    if (const auto joinedOn = optionalDayOf(arguments.joinedOn); !joinedOn)
        return std::unexpected(joinedOn.error());
    else if (*joinedOn)
        edit.joinedOn = *joinedOn;
    MemberDraft place;
    if (auto filled = fillInDepartment(book, place, arguments); !filled)
        return std::unexpected(std::move(filled).error());
    if (place.department || arguments.noDepartment)
        edit.department = place.department;
    return edit;
}

Result<void> updateMembers(const OpenBook &book, const MemberArguments &arguments)
{
    EditTargets targets{.mode = arguments.partial ? PlanMode::Partial : PlanMode::AllOrNothing};
    for (const std::string &text : arguments.members) {
        const auto member = memberOf(book, text);
        if (!member)
            return std::unexpected(member.error());
        targets.ids.append(member->id.value());
    }
    const auto edit = editOf(book, arguments);
    if (!edit)
        return std::unexpected(edit.error());
    const BulkEditApplicationService &edits = book.services.bulkEdits;
    if (arguments.dryRun)
        return reported(book, edits.planMembers(book.session, targets, *edit));
    return reported(book, u"Members changed:"_s, edits.editMembers(book.session, targets, *edit));
}

Result<void> updateMember(const OpenBook &book, const MemberArguments &arguments)
{
    if (arguments.members.size() > 1 || arguments.dryRun)
        return updateMembers(book, arguments);
    const auto member = memberOf(book, arguments.members.front());
    if (!member)
        return std::unexpected(member.error());
    const auto fields = fieldsOf(book, MemberDraft::of(*member), arguments);
    if (!fields)
        return std::unexpected(fields.error());
    const auto updated = book.services.catalogueService.updateMember(
        book.session, Member{*fields, member->id, member->version});
    if (!updated)
        return std::unexpected(updated.error());
    book.output.done(nameLine(u"Changed"_s, updated->value), toJson(updated->value), updated->operation);
    return {};
}

Result<void> showMember(const OpenBook &book, const MemberArguments &arguments)
{
    const auto member = memberOf(book, arguments.member);
    if (!member)
        return std::unexpected(member.error());
    book.output.result(
        u"#%1 %2 %3 <%4>, %5"_s.arg(member->id.value())
            .arg(member->number.text(), member->name.text(), member->email.text(), toText(member->status)),
        toJson(*member));
    return {};
}

Result<void> listMembers(const OpenBook &book, const MemberArguments &arguments)
{
    MemberFilter filter;
    if (auto searched = searchInto(filter, book, arguments.search, memberSearchGrammar()); !searched)
        return searched;
    if (auto taken = takeDay(filter.asOf, arguments.asOf); !taken)
        return taken;
    const auto page = book.services.lists.members(book.session, filter, {}, {}, 0, arguments.limit);
    if (!page)
        return std::unexpected(page.error());
    QList<QJsonObject> rows;
    for (const MemberRow &row : page->rows) {
        rows.append({{u"id"_s, row.id.value()},
                     {u"number"_s, row.number},
                     {u"name"_s, row.name},
                     {u"email"_s, row.email},
                     {u"department"_s, row.department},
                     {u"status"_s, toText(row.status)},
                     {u"licenses"_s, row.licenses}});
    }
    book.output.table({u"number"_s, u"name"_s, u"email"_s, u"department"_s, u"status"_s, u"licenses"_s},
                      rows);
    return {};
}

void addFields(CLI::App &command, MemberArguments &arguments)
{
    command.add_option("--number", arguments.number, "The organisation's number for the person");
    command.add_option("--name", arguments.name, "As the person writes it");
    command.add_option("--email", arguments.email, "Unique, whatever the case");
    auto *department = command.add_option("--department", arguments.department,
                                          "A name, or a path such as \"Research / Optics\"");
    command.add_flag("--no-department", arguments.noDepartment, "Outside all departments")
        ->excludes(department);
    command.add_option("--joined-on", arguments.joinedOn, "The first day in the organisation");
    command.add_option("--note", arguments.note, "Free text");
    command.add_option("--status", arguments.status, "active or on_leave")
        ->check(CLI::IsMember({"active", "on_leave"}));
}

void needMember(CLI::App &command, MemberArguments &arguments)
{
    command.add_option("MEMBER", arguments.member, "Number, e-mail address or #id")->required();
}

} // namespace

void addMemberCommands(CommandLine &line)
{
    const Group<MemberArguments> group(line);
    MemberArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "member", "The people who hold seats", "member list --search ana");
    addFields(group.add(family, "add", "Add a person",
                        "member add --number M1 --name \"Ana López\" --email ana@example.org", addMember),
              arguments);
    CLI::App &list = group.add(family, "list", "By name", "member list --search research --limit 20",
                               listMembers);
    list.add_option("--search", arguments.search, "Words and fields: ana department:Sales seats>=2");
    addAsOf(list, arguments.asOf);
    addLimit(list, arguments.limit);
    needMember(group.add(family, "show", "One person", "member show ana@example.org", showMember), arguments);
    CLI::App &update = group.add(family, "update", "Change what is given, leave the rest; of several as one",
                                 "member update M1 M2 --department Optics --dry-run", updateMember);
    update.add_option("MEMBER", arguments.members, "Numbers, e-mail addresses or #ids")->required();
    addFields(update, arguments);
    update.add_flag("--partial", arguments.partial, "Of several: leave out those it is not possible for");
    update.add_flag("--dry-run", arguments.dryRun, "Only say what would change, from what to what");
    addDepartCommand(line, family);
}

} // namespace seatledger::ctl
