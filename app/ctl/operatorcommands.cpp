// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/json.h"
#include "app/ctl/lookup.h"
#include "app/ctl/passwordinput.h"
#include "core/domain/enums.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct OperatorArguments {
    std::string login;
    std::optional<std::string> name;
    std::optional<std::string> role;
    std::vector<std::string> rights;
    bool noRights = false;
    std::vector<std::string> departments;
    bool noDepartments = false;
    std::string member;
    bool noMember = false;
    bool passwordStdin = false;
    bool askPassword = false;
    std::string reason;
};

template <typename Enum>
std::vector<std::string> namesOf()
{
    std::vector<std::string> names;
    for (const auto &entry : enumEntries<Enum>())
        names.emplace_back(entry.name.data(), static_cast<std::size_t>(entry.name.size()));
    return names;
}

QStringList textsOf(const std::vector<Right> &rights)
{
    QStringList texts;
    for (const Right right : rights)
        texts.append(toText(right));
    return texts;
}

QJsonObject toJson(const Operator &row)
{
    QJsonArray departments;
    for (const DepartmentId department : row.departments)
        departments.append(department.value());
    return {
        {u"id"_s, row.id.value()},
        {u"login"_s, row.login.text()},
        {u"display_name"_s, row.displayName.text()},
        {u"role"_s, toText(row.role)},
        {u"rights"_s, QJsonArray::fromStringList(textsOf(row.rights))},
        {u"departments"_s, departments},
        {u"member"_s, idOrNull(row.member)},
        {u"disabled_at"_s, row.disabledAt ? QJsonValue(row.disabledAt->toString(Qt::ISODate)) : QJsonValue()},
        {u"version"_s, row.version}};
}

/// Where departments can be seen, by their paths; auditors see none.
QStringList pathsOf(const OpenBook &book, const std::vector<DepartmentId> &ids)
{
    const auto departments = ids.empty() ? Result<std::vector<Department>>()
                                         : book.services.catalogue.departments(book.session);
    QStringList paths;
    for (const DepartmentId id : ids) {
        const QString path = departments ? pathOf(*departments, id) : QString();
        paths.append(path.isEmpty() ? u"#%1"_s.arg(id.value()) : path);
    }
    return paths;
}

QString memberText(const OpenBook &book, const std::optional<MemberId> &id)
{
    if (!id)
        return u"nobody"_s;
    const auto member = book.services.members.find(book.session, *id);
    return member ? member->number.text() + u' ' + member->name.text() : u"#%1"_s.arg(id->value());
}

/// Who sees only themselves is told so, not that there is nobody else.
Result<void> requireSightOfOthers(const OpenBook &book)
{
    const auto access = book.services.access.load(book.session);
    if (!access)
        return std::unexpected(access.error());
    const bool isAuditor = access->answer(seatledger::Action::ReadAudit).allowed;
    return isAuditor ? Result<void>() : access->require(seatledger::Action::ManageOperators);
}

Result<Operator> operatorOf(const OpenBook &book, const std::string &login)
{
    const auto found = book.services.operators.findByLogin(book.session, typed(login));
    if (!found)
        return std::unexpected(found.error());
    if (!*found) {
        if (auto may = requireSightOfOthers(book); !may)
            return std::unexpected(std::move(may).error());
        return failure(ErrorCode::NotFound, u"There is no operator \"%1\"."_s.arg(typed(login)),
                       {{u"value"_s, typed(login)}});
    }
    return **found;
}

Result<void> setDepartments(const OpenBook &book, OperatorDraft &draft, const OperatorArguments &arguments)
{
    if (arguments.noDepartments || !arguments.departments.empty())
        draft.departments.clear();
    for (const std::string &text : arguments.departments) {
        const auto department = departmentOf(book, text);
        if (!department)
            return std::unexpected(department.error());
        draft.departments.push_back(department->id);
    }
    return {};
}

Result<void> setMember(const OpenBook &book, OperatorDraft &draft, const OperatorArguments &arguments)
{
    if (arguments.noMember)
        draft.member.reset();
    if (arguments.member.empty())
        return {};
    const auto member = memberOf(book, arguments.member);
    if (!member)
        return std::unexpected(member.error());
    draft.member = member->id;
    return {};
}

/// What another role does not take goes with the old one.
void setRole(OperatorDraft &draft, const std::optional<std::string> &given)
{
    if (!given)
        return;
    draft.role = fromText<Role>(typed(*given)).value_or(draft.role);
    if (!takesRights(draft.role))
        draft.rights.clear();
    if (!takesDepartments(draft.role))
        draft.departments.clear();
}

/// What was given, over what the draft has.
Result<OperatorFields> fieldsOf(const OpenBook &book, OperatorDraft draft, const OperatorArguments &arguments)
{
    if (arguments.name)
        draft.displayName = typed(*arguments.name);
    setRole(draft, arguments.role);
    if (arguments.noRights || !arguments.rights.empty())
        draft.rights.clear();
    for (const std::string &name : arguments.rights) {
        if (const auto right = fromText<Right>(typed(name)))
            draft.rights.push_back(*right);
    }
    if (auto set = setDepartments(book, draft, arguments); !set)
        return std::unexpected(std::move(set).error());
    if (auto set = setMember(book, draft, arguments); !set)
        return std::unexpected(std::move(set).error());
    return draft.create();
}

QString nameLine(const QString &done, const Operator &row)
{
    return u"%1 operator %2 (%3), %4."_s.arg(done, row.login.text(), row.displayName.text(),
                                             toText(row.role));
}

void tell(const OpenBook &book, const QString &done, const Booked<Operator> &booked)
{
    book.output.done(nameLine(done, booked.value), toJson(booked.value), booked.operation);
}

Result<QString> passwordOf(const OpenBook &book, const OperatorArguments &arguments)
{
    return arguments.passwordStdin
               ? passwordFromStdin()
               : passwordFromTerminal(typed(arguments.login), book.session.connection().cancelToken());
}

Result<void> addOperator(const OpenBook &book, const OperatorArguments &arguments)
{
    const auto fields = fieldsOf(book, {.login = typed(arguments.login)}, arguments);
    if (!fields)
        return std::unexpected(fields.error());
    const bool hasPassword = arguments.passwordStdin || arguments.askPassword;
    const auto password = hasPassword ? passwordOf(book, arguments) : Result<QString>();
    if (!password)
        return std::unexpected(password.error());
    const auto added = book.services.operatorService.add(book.session, *fields, *password);
    if (!added)
        return std::unexpected(added.error());
    tell(book, u"Added"_s, *added);
    return {};
}

Result<void> updateOperator(const OpenBook &book, const OperatorArguments &arguments)
{
    const auto current = operatorOf(book, arguments.login);
    if (!current)
        return std::unexpected(current.error());
    const auto fields = fieldsOf(book, OperatorDraft::of(*current), arguments);
    if (!fields)
        return std::unexpected(fields.error());
    const auto updated = book.services.operatorService.update(
        book.session, Operator{*fields, current->id, current->disabledAt, current->version});
    if (!updated)
        return std::unexpected(updated.error());
    tell(book, u"Changed"_s, *updated);
    return {};
}

Result<void> disableOperator(const OpenBook &book, const OperatorArguments &arguments)
{
    const auto current = operatorOf(book, arguments.login);
    if (!current)
        return std::unexpected(current.error());
    const auto disabled = book.services.operatorService.disable(book.session, *current,
                                                                typed(arguments.reason));
    if (!disabled)
        return std::unexpected(disabled.error());
    tell(book, u"Disabled"_s, *disabled);
    return {};
}

Result<void> enableOperator(const OpenBook &book, const OperatorArguments &arguments)
{
    const auto current = operatorOf(book, arguments.login);
    if (!current)
        return std::unexpected(current.error());
    const auto enabled = book.services.operatorService.enable(book.session, *current);
    if (!enabled)
        return std::unexpected(enabled.error());
    tell(book, u"Enabled"_s, *enabled);
    return {};
}

Result<void> setPassword(const OpenBook &book, const OperatorArguments &arguments)
{
    const auto password = passwordOf(book, arguments);
    if (!password)
        return std::unexpected(password.error());
    const QString login = typed(arguments.login);
    if (auto set = book.services.operatorService.setPassword(book.session, login, *password); !set)
        return set;
    book.output.result(u"The password of %1 is set."_s.arg(login), {{u"login"_s, login}});
    return {};
}

Result<void> showOperator(const OpenBook &book, const OperatorArguments &arguments)
{
    const auto row = operatorOf(book, arguments.login);
    if (!row)
        return std::unexpected(row.error());
    const auto orNone = [](const QStringList &texts) {
        return texts.isEmpty() ? u"none"_s : texts.join(u", "_s);
    };
    QString text = u"%1: %2, %3. %4"_s.arg(row->login.text(), row->displayName.text(), toText(row->role),
                                           explanation(row->role));
    if (takesRights(row->role))
        text += u"\n  rights beyond the role: "_s + orNone(textsOf(row->rights));
    if (takesDepartments(row->role))
        text += u"\n  departments: "_s + orNone(pathsOf(book, row->departments));
    text += u"\n  member: "_s + memberText(book, row->member);
    text += row->disabledAt
                ? u"\n  disabled since "_s + row->disabledAt->toString(Qt::ISODate)
                : u"\n  signs in: "_s + (row->role == Role::Member ? u"through the server"_s : u"yes"_s);
    book.output.result(text, toJson(*row));
    return {};
}

Result<void> listOperators(const OpenBook &book, const OperatorArguments &)
{
    const auto operators = book.services.operators.list(book.session);
    if (!operators)
        return std::unexpected(operators.error());
    QList<QJsonObject> rows;
    for (const Operator &row : *operators) {
        QJsonObject object = toJson(row);
        if (!book.output.isJson()) {
            object.insert(u"name"_s, row.displayName.text());
            object.insert(u"rights"_s, textsOf(row.rights).join(u' '));
            object.insert(u"departments"_s, pathsOf(book, row.departments).join(u"; "_s));
            object.insert(u"state"_s, row.isDisabled() ? u"disabled"_s : u"active"_s);
        }
        rows.append(object);
    }
    book.output.table({u"login"_s, u"name"_s, u"role"_s, u"state"_s, u"rights"_s, u"departments"_s}, rows);
    return {};
}

void needLogin(CLI::App &command, OperatorArguments &arguments)
{
    command.add_option("LOGIN", arguments.login, "The name that the person signs in with")->required();
}

void addFields(CLI::App &command, OperatorArguments &arguments, bool isNew)
{
    auto *name = command.add_option("--name", arguments.name, "The person's name, as the history shows it");
    auto *role = command.add_option(
        "--role", arguments.role,
        "administrator (everything), manager (own departments, with costs), staff "
        "(everybody, no costs, no keys), auditor (the audit only) or member (own "
        "seats, through the server)");
    role->check(CLI::IsMember(namesOf<Role>()));
    name->required(isNew);
    role->required(isNew);
    auto *rights = command.add_option("--right", arguments.rights,
                                      "What a manager or staff may do beyond the role; repeat it. Reaches as "
                                      "far as the role sees: assign, revoke (with assign also suspend, "
                                      "transfer, change), view_costs, view_keys, edit_catalogue, "
                                      "manage_operators");
    rights->check(CLI::IsMember(namesOf<Right>()));
    auto *departments = command.add_option("--department", arguments.departments,
                                           "What a manager looks after, with all below it; repeat it");
    auto *member = command.add_option("--member", arguments.member,
                                      "The member that this person is: number, e-mail address or #id");
    if (isNew)
        return;
    command.add_flag("--no-rights", arguments.noRights, "None beyond the role")->excludes(rights);
    command.add_flag("--no-departments", arguments.noDepartments, "Looks after none")->excludes(departments);
    command.add_flag("--no-member", arguments.noMember, "Is none of the members")->excludes(member);
}

CLI::Option *addPasswordStdin(CLI::App &command, OperatorArguments &arguments)
{
    return command.add_flag("--password-stdin", arguments.passwordStdin,
                            "Read the password from the first line of standard input");
}

void addWays(CLI::App &family, const Group<OperatorArguments> &group)
{
    OperatorArguments &arguments = group.arguments();
    CLI::App &disable = group.add(family, "disable", "The login signs in no more; its open sessions end",
                                  "operator disable ana --reason \"Left the team\"", disableOperator);
    needLogin(disable, arguments);
    disable.add_option("--reason", arguments.reason, "Kept with the operation");
    needLogin(group.add(family, "enable", "The login signs in again, as what it was", "operator enable ana",
                        enableOperator),
              arguments);
    CLI::App &password = group.add(
        family, "password",
        "Set a password: one's own, or that of others if you may manage operators. It is asked for at the "
        "terminal, never an argument, and only its verifier goes to the server",
        "operator password ana --password-stdin < password.txt", setPassword);
    needLogin(password, arguments);
    addPasswordStdin(password, arguments);
}

} // namespace

void addOperatorCommands(CommandLine &line)
{
    const Group<OperatorArguments> group(line);
    OperatorArguments &arguments = group.arguments();
    CLI::App &family = addFamily(
        line, "operator",
        "Who may sign in, and as what. Nobody changes what they themselves may do, and "
        "nobody hands on more than they have",
        "operator list");
    CLI::App &add = group.add(family, "add", "Let a person sign in; without a password until one is set",
                              "operator add ana --name \"Ana López\" --role manager --department Optics "
                              "--right assign --right revoke --ask-password",
                              addOperator);
    needLogin(add, arguments);
    addFields(add, arguments, true);
    auto *fromStdin = addPasswordStdin(add, arguments);
    add.add_flag("--ask-password", arguments.askPassword, "Ask for the password at the terminal")
        ->excludes(fromStdin);
    group.add(family, "list", "By login, the disabled ones too", "operator list --json", listOperators);
    needLogin(
        group.add(family, "show", "One operator, and what the role means", "operator show ana", showOperator),
        arguments);
    CLI::App &update = group.add(
        family, "update",
        "Change what is given, leave the rest; rights and departments are replaced as "
        "a whole. Counts at once, in open sessions too",
        "operator update ana --role staff --right view_costs", updateOperator);
    needLogin(update, arguments);
    addFields(update, arguments, false);
    addWays(family, group);
}

} // namespace seatledger::ctl
