// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct MemberArguments {
    std::string member;
    std::optional<std::string> number;
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::optional<std::string> department;
    std::optional<std::string> status;
    std::optional<std::string> note;
    std::string day;
    std::string reason;
    std::string search;
    int limit = 100;
};

QJsonObject toJson(const Member &member)
{
    return {{u"id"_s, member.id.value()},
            {u"number"_s, member.number.text()},
            {u"name"_s, member.name.text()},
            {u"email"_s, member.email.text()},
            {u"status"_s, toText(member.status)},
            {u"left_on"_s, member.leftOn ? QJsonValue(member.leftOn->toString(Qt::ISODate)) : QJsonValue()},
            {u"note"_s, member.note.text()},
            {u"version"_s, member.version}};
}

void report(Context &context, const QString &done, const Member &member)
{
    context.output().result(
        u"%1 %2 %3 <%4>."_s.arg(done, member.number.text(), member.name.text(), member.email.text()),
        toJson(member));
}

/// What was given, over what the draft has.
Result<MemberDraft> filledIn(Context &context, MemberDraft draft, const MemberArguments &arguments)
{
    const auto set = [](QString &field, const std::optional<std::string> &given) {
        if (given)
            field = QString::fromStdString(*given);
    };
    set(draft.number, arguments.number);
    set(draft.name, arguments.name);
    set(draft.email, arguments.email);
    set(draft.note, arguments.note);
    if (arguments.status) {
        const auto status = fromText<MemberStatus>(QString::fromStdString(*arguments.status));
        draft.status = status.value_or(draft.status);
    }
    if (arguments.department) {
        const auto department = context.services().catalogue.departmentByPath(
            **context.session(), QString::fromStdString(*arguments.department));
        if (!department)
            return std::unexpected(department.error());
        draft.department = department->id;
    }
    return draft;
}

Result<void> addMember(Context &context, const MemberArguments &arguments)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const auto draft = filledIn(context, {}, arguments);
    if (!draft)
        return std::unexpected(draft.error());
    const auto fields = draft->create();
    if (!fields)
        return std::unexpected(fields.error());
    const auto member = context.services().catalogueService.addMember(**session, *fields);
    if (!member)
        return std::unexpected(member.error());
    report(context, u"Added"_s, *member);
    return {};
}

Result<void> updateMember(Context &context, const MemberArguments &arguments)
{
    auto member = memberOf(context, arguments.member);
    if (!member)
        return std::unexpected(std::move(member).error());
    const auto draft = filledIn(context, MemberDraft::of(*member), arguments);
    if (!draft)
        return std::unexpected(draft.error());
    const auto fields = draft->create();
    if (!fields)
        return std::unexpected(fields.error());
    const auto updated = context.services().catalogueService.updateMember(
        **context.session(), Member{*fields, member->id, member->version});
    if (!updated)
        return std::unexpected(updated.error());
    report(context, u"Changed"_s, *updated);
    return {};
}

Result<void> showMember(Context &context, const MemberArguments &arguments)
{
    const auto member = memberOf(context, arguments.member);
    if (!member)
        return std::unexpected(member.error());
    report(context, u"Member"_s, *member);
    return {};
}

Result<void> listMembers(Context &context, const MemberArguments &arguments)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const auto page = context.services().lists.members(
        **session, {.search = QString::fromStdString(arguments.search), .statuses = {}, .departments = {}},
        {}, {}, 0, arguments.limit);
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
    context.output().table({u"number"_s, u"name"_s, u"email"_s, u"department"_s, u"status"_s, u"licenses"_s},
                           rows);
    return {};
}

Result<void> departMember(Context &context, const MemberArguments &arguments)
{
    const auto member = memberOf(context, arguments.member);
    if (!member)
        return std::unexpected(member.error());
    Session &session = **context.session();
    const auto given = optionalDayOf(arguments.day);
    if (!given)
        return std::unexpected(given.error());
    const auto today = context.services().operations.today(session);
    if (!today)
        return std::unexpected(today.error());
    const auto outcome = context.services().management.depart(session, *member, given->value_or(*today),
                                                              QString::fromStdString(arguments.reason));
    if (!outcome)
        return std::unexpected(outcome.error());
    context.output().result(
        u"%1 departed, %2 assignments ended. Take it back with: undo %3"_s.arg(member->name.text())
            .arg(outcome->changed)
            .arg(outcome->operation.value()),
        {{u"operation"_s, outcome->operation.value()}, {u"changed"_s, outcome->changed}});
    return {};
}

void addFields(CLI::App &command, MemberArguments &arguments)
{
    command.add_option("--number", arguments.number, "The organisation's number for the person");
    command.add_option("--name", arguments.name, "As the person writes it");
    command.add_option("--email", arguments.email, "Unique, whatever the case");
    command.add_option("--department", arguments.department,
                       "A name, or a path such as \"Research / Optics\"");
    command.add_option("--note", arguments.note, "Free text");
    command.add_option("--status", arguments.status, "active or on_leave")
        ->check(CLI::IsMember({"active", "on_leave"}));
}

} // namespace

void addMemberCommands(CommandLine &line)
{
    CLI::App *group = addCommand(line.app, "member", "The people who hold seats", "member list --search ana");
    group->require_subcommand(1);
    auto arguments = std::make_shared<MemberArguments>();
    const auto add = [&](const char *name, const char *description, const char *example,
                         Result<void> (*action)(Context &, const MemberArguments &)) {
        CLI::App *command = addCommand(*group, name, description, example);
        command->callback([&line, arguments, action] {
            line.action = [arguments, action](Context &context) { return action(context, *arguments); };
        });
        return command;
    };
    addFields(*add("add", "Add a person",
                   "member add --number M1 --name \"Ana López\" --email ana@example.org", addMember),
              *arguments);
    CLI::App *list = add("list", "By name", "member list --search research --limit 20", listMembers);
    list->add_option("--search", arguments->search, "Words to be found in name, e-mail or number");
    list->add_option("--limit", arguments->limit, "At most so many (100)")->check(CLI::Range(1, 1000));
    for (CLI::App *command : {add("show", "One person", "member show ana@example.org", showMember),
                              add("update", "Change what is given, leave the rest",
                                  "member update M1 --department Optics", updateMember),
                              add("depart", "The person leaves: all seats come back",
                                  "member depart M1 --reason \"Left the company\"", departMember)})
        command->add_option("MEMBER", arguments->member, "Number, e-mail address or #id")->required();
    addFields(*group->get_subcommand("update"), *arguments);
    CLI::App *depart = group->get_subcommand("depart");
    depart->add_option("--day", arguments->day, "The last day, not after today (today)");
    depart->add_option("--reason", arguments->reason, "Kept with the ended assignments");
}

} // namespace seatledger::ctl
