// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/auditarchives.h"
#include "app/ctl/auditproofs.h"
#include "app/ctl/exportoutput.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct AuditArguments {
    std::string search;
    std::string fromDay;
    std::string untilDay;
    std::string actor;
    std::string source;
    std::string kind;
    std::string entity;
    std::string request;
    std::string member;
    std::string license;
    qint64 assignment = 0;
    qint64 operation = 0;
    int limit = 50;
    std::string output;
};

/// A day begins where the command runs.
Result<void> takeDays(OperationFilter &filter, const AuditArguments &arguments)
{
    const auto first = optionalDayOf(arguments.fromDay);
    if (!first)
        return std::unexpected(first.error());
    const auto last = optionalDayOf(arguments.untilDay);
    if (!last)
        return std::unexpected(last.error());
    if (*first)
        filter.from = (**first).startOfDay();
    if (*last)
        filter.before = (**last).addDays(1).startOfDay();
    return {};
}

Result<void> takeObjects(OperationFilter &filter, const OpenBook &book, const AuditArguments &arguments)
{
    if (auto taken = takeMember(filter.member, book, arguments.member); !taken)
        return std::unexpected(std::move(taken).error());
    if (auto taken = takeLicense(filter.license, book, arguments.license); !taken)
        return std::unexpected(std::move(taken).error());
    filter.assignment = AssignmentId::fromValue(arguments.assignment);
    filter.operation = OperationId::fromValue(arguments.operation);
    return {};
}

Result<OperationFilter> filterOf(const OpenBook &book, const AuditArguments &arguments)
{
    OperationFilter filter{.search = typed(arguments.search),
                           .actor = typed(arguments.actor),
                           .kind = typed(arguments.kind),
                           .source = fromText<OperationSource>(typed(arguments.source)),
                           .entity = typed(arguments.entity),
                           .request = typed(arguments.request)};
    if (auto days = takeDays(filter, arguments); !days)
        return std::unexpected(std::move(days).error());
    if (auto objects = takeObjects(filter, book, arguments); !objects)
        return std::unexpected(std::move(objects).error());
    return filter;
}

template <typename IdType>
QJsonValue optionalNumber(const std::optional<IdType> &id)
{
    return id ? QJsonValue(id->value()) : QJsonValue();
}

QJsonObject json(const OperationRow &row)
{
    return {{u"operation"_s, row.id.value()},
            {u"at"_s, row.at.toString(Qt::ISODate)},
            {u"actor"_s, row.actor},
            {u"login"_s, row.login},
            {u"source"_s, toText(row.source)},
            {u"address"_s, row.address.isEmpty() ? QJsonValue() : QJsonValue(row.address)},
            {u"request"_s, row.request.isEmpty() ? QJsonValue() : QJsonValue(row.request)},
            {u"kind"_s, row.kind},
            {u"rows"_s, row.changed},
            {u"entities"_s, QJsonArray::fromStringList(row.entities)},
            {u"summary"_s, row.summary},
            {u"reason"_s, row.reason.isEmpty() ? QJsonValue() : QJsonValue(row.reason)},
            {u"undoes"_s, optionalNumber(row.undoes)},
            {u"undone_by"_s, optionalNumber(row.undoneBy)}};
}

Result<void> listAudit(const OpenBook &book, const AuditArguments &arguments)
{
    const auto filter = filterOf(book, arguments);
    if (!filter)
        return std::unexpected(filter.error());
    const auto page = book.services.operationLists.operations(
        book.session, *filter, {OperationSort::ByTime, true}, {}, 0, arguments.limit);
    if (!page)
        return std::unexpected(page.error());
    QList<QJsonObject> rows;
    for (const OperationRow &row : page->rows)
        rows.append(json(row));
    book.output.table({u"at"_s, u"operation"_s, u"actor"_s, u"source"_s, u"address"_s, u"kind"_s, u"rows"_s,
                       u"undone_by"_s, u"summary"_s},
                      rows);
    return {};
}

QString valueText(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return u"-"_s;
    return value.isString() ? value.toString() : value.toVariant().toString();
}

/// The fields of one changed row, a line each.
QString fieldsText(const AuditEntry &change)
{
    QStringList names = change.before.keys() + change.after.keys();
    names.removeDuplicates();
    names.sort();
    QString text;
    for (const QString &name : std::as_const(names)) {
        if (change.action == "update"_L1)
            text += u"\n    %1: %2 -> %3"_s.arg(name, valueText(change.before.value(name)),
                                                valueText(change.after.value(name)));
        else
            text += u"\n    %1: %2"_s.arg(
                name, valueText((change.action == "delete"_L1 ? change.before : change.after).value(name)));
    }
    return text;
}

QString operationText(const OperationRow &row)
{
    QString text = u"Operation %1: %2\n  %3 by %4 (login %5), through %6"_s.arg(
        QString::number(row.id.value()), row.summary, row.at.toString(Qt::ISODate), row.actor, row.login,
        toText(row.source));
    if (!row.address.isEmpty())
        text += u" from %1"_s.arg(row.address);
    if (!row.request.isEmpty())
        text += u"\n  Request %1"_s.arg(row.request);
    if (!row.reason.isEmpty())
        text += u"\n  Reason: %1"_s.arg(row.reason);
    if (row.undoes)
        text += u"\n  Takes back operation %1"_s.arg(row.undoes->value());
    if (row.undoneBy)
        text += u"\n  Taken back by operation %1"_s.arg(row.undoneBy->value());
    return text;
}

Result<void> showOperation(const OpenBook &book, const AuditArguments &arguments)
{
    const auto id = idOf<OperationId>(arguments.operation, u"an operation"_s);
    if (!id)
        return std::unexpected(id.error());
    const auto operation = book.services.operationLists.find(book.session, *id);
    if (!operation)
        return std::unexpected(operation.error());
    const auto changes = book.services.operationLists.changes(book.session, *id, {}, arguments.limit);
    if (!changes)
        return std::unexpected(changes.error());
    QString text = operationText(*operation);
    QJsonArray array;
    for (const AuditEntry &change : *changes) {
        text += u"\n  %1 %2 %3"_s.arg(change.action, change.entity).arg(change.entityId) + fieldsText(change);
        array.append(QJsonObject{{u"entity"_s, change.entity},
                                 {u"entity_id"_s, change.entityId},
                                 {u"action"_s, change.action},
                                 {u"before"_s, change.before},
                                 {u"after"_s, change.after}});
    }
    const qint64 more = operation->changed - std::ssize(*changes);
    if (more > 0)
        text += u"\n  and %1 more; audit export --operation %2 has all of them"_s.arg(more).arg(id->value());
    QJsonObject object = json(*operation);
    object.insert(u"changes"_s, array);
    book.output.result(text, object);
    return {};
}

Result<void> exportAudit(const OpenBook &book, const AuditArguments &arguments)
{
    const auto filter = filterOf(book, arguments);
    if (!filter)
        return std::unexpected(filter.error());
    return writeExport(book, AuditExport{.filter = *filter}, arguments.output);
}

void addFilters(CLI::App &command, AuditArguments &arguments)
{
    command.add_option("--search", arguments.search, "Only those with these words in what was done or why");
    command.add_option("--from-day", arguments.fromDay, "From this day on");
    command.add_option("--until-day", arguments.untilDay, "Up to and including this day");
    command.add_option("--actor", arguments.actor, "Done by this person");
    command.add_option("--source", arguments.source, "Done through this")
        ->check(CLI::IsMember({"window", "api", "command", "import", "job", "sql"}));
    command.add_option("--kind", arguments.kind, "Of this kind: assign, revoke, edit_member, direct, ...");
    command.add_option("--entity", arguments.entity, "Changed this table: member, license_assignment, ...");
    command.add_option("--request", arguments.request, "Done by this request to the server");
    command.add_option("--member", arguments.member, "Everything about this member");
    command.add_option("--license", arguments.license, "Everything about this licence");
    command.add_option("--assignment", arguments.assignment, "Everything about this assignment");
    command.add_option("--operation", arguments.operation, "Only this operation");
}

void addLists(const Group<AuditArguments> &group, CLI::App &family)
{
    AuditArguments &arguments = group.arguments();
    CLI::App &list = group.add(family, "list", "Operations, the newest first",
                               "audit list --member M1 --from-day 2026-01-01", listAudit);
    addFilters(list, arguments);
    addLimit(list, arguments.limit);
    CLI::App &show = group.add(family, "show", "One operation and the rows it changed", "audit show 42",
                               showOperation);
    show.add_option("OPERATION", arguments.operation, "Its number")->required();
    addLimit(show, arguments.limit);
    CLI::App &file = group.add(family, "export",
                               "Write a line for each changed row, with old and new values, as CSV",
                               "audit export --actor ana --output ana.csv", exportAudit);
    addFilters(file, arguments);
    file.add_option("--output", arguments.output,
                    "The file; an existing one is replaced at the end (standard output)");
}

} // namespace

void addAuditCommands(CommandLine &line)
{
    CLI::App &family = addFamily(line, "audit", "Who did what, and whether the record is intact",
                                 "audit list --license \"CAD Team\"");
    addLists(Group<AuditArguments>(line), family);
    addAuditProofs(line, family);
    addAuditArchives(line, family);
}

} // namespace seatledger::ctl
