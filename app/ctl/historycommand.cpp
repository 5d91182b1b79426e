// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct HistoryArguments {
    std::string kind;
    std::string thing;
    int limit = 100;
};

/// What has a history, and the table of it. What is named otherwise than by its id is looked up by `idOf`.
struct Kind {
    const char *name;
    const char *table;
};

constexpr std::array kinds{Kind{"member", "member"},
                           Kind{"license", "license"},
                           Kind{"assignment", "license_assignment"},
                           Kind{"entitlement", "entitlement"},
                           Kind{"department", "department"},
                           Kind{"product", "product"},
                           Kind{"vendor", "vendor"},
                           Kind{"operator", "operator"},
                           Kind{"device", "device"},
                           Kind{"review", "access_review"},
                           Kind{"waiting", "waiting_entry"}};

std::vector<std::string> kindNames()
{
    std::vector<std::string> names;
    for (const Kind &kind : kinds)
        names.emplace_back(kind.name);
    return names;
}

template <typename Row>
Result<qint64> named(const Result<std::vector<Row>> &rows, const QString &name)
{
    if (!rows)
        return std::unexpected(rows.error());
    for (const Row &row : *rows) {
        if (row.name.text().compare(name, Qt::CaseInsensitive) == 0)
            return row.id.value();
    }
    return failure(ErrorCode::NotFound, u"There is no \"%1\"."_s.arg(name), {{u"value"_s, name}});
}

template <typename Found>
Result<qint64> idIn(const Result<Found> &found)
{
    return found ? Result<qint64>(found->id.value()) : std::unexpected(found.error());
}

Result<qint64> operatorOf(const OpenBook &book, const QString &login)
{
    const auto rows = book.services.operatorLists.operators(book.session, {.search = login}, {}, {}, 0, 1000);
    if (!rows)
        return std::unexpected(rows.error());
    for (const OperatorRow &row : rows->rows) {
        if (row.login == login)
            return row.id.value();
    }
    return failure(ErrorCode::NotFound, u"There is no operator \"%1\"."_s.arg(login), {{u"value"_s, login}});
}

/// By what people call it where it has a name; #42 and 42 are ids of everything.
Result<qint64> thingOf(const OpenBook &book, const HistoryArguments &arguments)
{
    const QString text = typed(arguments.thing);
    if (arguments.kind == "member")
        return idIn(memberOf(book, arguments.thing));
    if (arguments.kind == "license")
        return idIn(licenseOf(book, arguments.thing));
    if (arguments.kind == "department")
        return idIn(departmentOf(book, arguments.thing));
    bool isId = false;
    const qint64 id = (text.startsWith(u'#') ? text.mid(1) : text).toLongLong(&isId);
    if (isId && id > 0)
        return id;
    if (arguments.kind == "product")
        return named(book.services.catalogue.products(book.session), text);
    if (arguments.kind == "vendor")
        return named(book.services.catalogue.vendors(book.session), text);
    if (arguments.kind == "operator")
        return operatorOf(book, text);
    return failure(ErrorCode::InvalidInput, u"\"%1\" is not an id."_s.arg(text), {{u"value"_s, text}});
}

/// Of a member and a licence also what hangs on them.
AuditFilter filterOf(const std::string &kind, qint64 id)
{
    if (kind == "member")
        return {.member = MemberId::fromValue(id)};
    if (kind == "license")
        return {.license = LicenseId::fromValue(id)};
    const auto known = std::ranges::find(kinds, kind, &Kind::name);
    return {.thing = AuditedThing{QString::fromLatin1(known->table), id}};
}

QString valuesOf(const AuditEntry &entry)
{
    QStringList changes;
    if (entry.action == "update"_L1) {
        for (auto value = entry.after.begin(); value != entry.after.end(); ++value)
            changes += u"%1: %2 -> %3"_s.arg(value.key(),
                                             entry.before.value(value.key()).toVariant().toString(),
                                             value.value().toVariant().toString());
    }
    return changes.join(u", "_s);
}

Result<void> showHistory(const OpenBook &book, const HistoryArguments &arguments)
{
    const auto id = thingOf(book, arguments);
    if (!id)
        return std::unexpected(id.error());
    const auto entries = book.services.audit.list(book.session, filterOf(arguments.kind, *id),
                                                  arguments.limit);
    if (!entries)
        return std::unexpected(entries.error());
    QList<QJsonObject> rows;
    for (const AuditEntry &entry : *entries)
        rows.append({{u"at"_s, entry.at.toString(Qt::ISODate)},
                     {u"operation"_s, entry.operation.value()},
                     {u"actor"_s, entry.actor},
                     {u"summary"_s, entry.summary},
                     {u"reason"_s, entry.reason},
                     {u"action"_s, entry.action},
                     {u"entity"_s, entry.entity},
                     {u"id"_s, entry.entityId},
                     {u"changes"_s, valuesOf(entry)},
                     {u"before"_s, entry.before},
                     {u"after"_s, entry.after}});
    book.output.table({u"at"_s, u"operation"_s, u"actor"_s, u"summary"_s, u"action"_s, u"changes"_s}, rows);
    return {};
}

} // namespace

void addHistoryCommand(CommandLine &line)
{
    const Group<HistoryArguments> group(line);
    HistoryArguments &arguments = group.arguments();
    CLI::App &command = group.add(line.app, "history", "What was done to one thing, newest first",
                                  "history department \"Research / Optics\"", showHistory);
    command
        .add_option(
            "KIND", arguments.kind,
            "member, license, assignment, entitlement, department, product, vendor, operator, device, "
            "review or waiting")
        ->required()
        ->check(CLI::IsMember(kindNames()));
    command.add_option("THING", arguments.thing, "Its name, number, login or #id")->required();
    addLimit(command, arguments.limit);
}

} // namespace seatledger::ctl
