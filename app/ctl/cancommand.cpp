// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct CanArguments {
    std::string login;
    std::string action;
    std::string target;
};

// `Action` is what a command does here.
using Permission = seatledger::Action;

Result<AccessTarget> targetOf(const OpenBook &book, const std::string &text)
{
    if (text.empty())
        return AccessTarget();
    const auto colon = text.find(':');
    const std::string kind = text.substr(0, colon);
    const std::string name = colon == std::string::npos ? std::string() : text.substr(colon + 1);
    const auto idOf = [](const auto &found) -> Result<AccessTarget> {
        return found ? Result<AccessTarget>(found->id) : std::unexpected(found.error());
    };
    if (kind == "member")
        return idOf(memberOf(book, name));
    if (kind == "license")
        return idOf(licenseOf(book, name));
    if (kind == "department")
        return idOf(departmentOf(book, name));
    if (kind == "assignment") {
        bool isNumber = false;
        const qint64 number = typed(name).toLongLong(&isNumber);
        if (const auto id = AssignmentId::fromValue(isNumber ? number : 0))
            return AccessTarget(*id);
    }
    return failure(ErrorCode::InvalidInput,
                   u"\"%1\" is no target; write assignment:42, member:M3, license:\"CAD Team\" or "
                   "department:Marketing."_s.arg(typed(text)),
                   {{u"value"_s, typed(text)}});
}

QJsonObject answerJson(const CanArguments &arguments, Permission action, const PermissionAnswer &answer)
{
    return {{u"operator"_s, typed(arguments.login)}, {u"action"_s, toText(action)},
            {u"target"_s, typed(arguments.target)},  {u"allowed"_s, answer.allowed},
            {u"scope"_s, toText(answer.scope)},      {u"reason"_s, answer.reason}};
}

Result<void> answerOne(const OpenBook &book, const CanArguments &arguments, Permission action, bool &allowed)
{
    const auto target = targetOf(book, arguments.target);
    if (!target)
        return std::unexpected(target.error());
    const auto answer = book.services.access.explain(book.session, typed(arguments.login), action, *target);
    if (!answer)
        return std::unexpected(answer.error());
    allowed = answer->allowed;
    book.output.result((allowed ? u"Yes. "_s : u"No. "_s) + answer->reason,
                       answerJson(arguments, action, *answer));
    return {};
}

Result<void> answerAll(const OpenBook &book, const CanArguments &arguments)
{
    QList<QJsonObject> rows;
    for (const auto &entry : enumEntries<Permission>()) {
        const auto answer = book.services.access.explain(book.session, typed(arguments.login), entry.value);
        if (!answer)
            return std::unexpected(answer.error());
        rows.append(answerJson(arguments, entry.value, *answer));
    }
    book.output.table({u"action"_s, u"allowed"_s, u"scope"_s, u"reason"_s}, rows);
    return {};
}

Result<void> can(Context &context, const CanArguments &arguments)
{
    const auto book = context.book();
    if (!book)
        return std::unexpected(book.error());
    if (arguments.action.empty())
        return answerAll(*book, arguments);
    const auto action = fromText<Permission>(typed(arguments.action));
    if (!action) {
        return failure(ErrorCode::InvalidInput,
                       u"\"%1\" is no action; `can %2` lists them all."_s.arg(typed(arguments.action),
                                                                              typed(arguments.login)),
                       {{u"value"_s, typed(arguments.action)}});
    }
    bool allowed = false;
    if (auto answered = answerOne(*book, arguments, *action, allowed); !answered)
        return answered;
    if (!allowed)
        context.endWith(Forbidden);
    return {};
}

} // namespace

void addCanCommand(CommandLine &line)
{
    const auto arguments = std::make_shared<CanArguments>();
    CLI::App &command = addCommand(
        line.app, "can",
        "Whether an operator may do something, and why, in a sentence: the same decision by which the window "
        "greys out and the database refuses. Exit code 0 if allowed, 4 if not. Without an action, the list "
        "of "
        "all. About others only those may ask who manage operators or read the audit",
        "can ana revoke assignment:42");
    command.add_option("OPERATOR", arguments->login, "The login")->required();
    command.add_option(
        "ACTION", arguments->action,
        "view_members, view_licenses, view_assignments, view_costs, view_keys, report, export, "
        "read_audit, assign, revoke, suspend, transfer, change_assignments, edit_members, "
        "edit_catalogue, import, undo, manage_operators, manage_settings, use_devices, review");
    command.add_option("TARGET", arguments->target,
                       "assignment:42, member:M3, license:\"CAD Team\" or department:Marketing; without it, "
                       "whether it is allowed to anything at all");
    command.callback([&line, arguments] {
        line.action = [arguments](Context &context) { return can(context, *arguments); };
    });
}

} // namespace seatledger::ctl
