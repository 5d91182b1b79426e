// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/operationcontents.h"

#include <limits>

namespace seatledger {

using namespace Qt::StringLiterals;

Result<OperationContents> readOperation(const Services &services, Session &session, OperationId id)
{
    auto operation = services.operationLists.find(session, id);
    if (!operation)
        return std::unexpected(std::move(operation).error());
    auto parts = services.operations.parts(session, id);
    if (!parts)
        return std::unexpected(std::move(parts).error());
    auto zone = services.operations.timeZone(session);
    if (!zone)
        return std::unexpected(std::move(zone).error());
    return OperationContents{*std::move(operation), *std::move(parts), *std::move(zone)};
}

Result<ChangePage> readChanges(const Services &services, Session &session, OperationId id,
                               const std::optional<AuditEntry> &after, int limit)
{
    auto entries = services.operationLists.changes(session, id, after, limit);
    if (!entries)
        return std::unexpected(std::move(entries).error());
    ChangePage page{.entries = *std::move(entries), .context = {}};
    auto zone = services.operations.timeZone(session);
    if (!zone)
        return std::unexpected(std::move(zone).error());
    page.context.zone = *std::move(zone);
    if (page.entries.empty())
        return page;
    auto names = services.operationLists.names(session, rowsNamedIn(page.entries),
                                               page.entries.back().statement);
    if (!names)
        return std::unexpected(std::move(names).error());
    page.context.names = *std::move(names);
    return page;
}

std::optional<ObjectPlace> placeOf(const AuditEntry &entry)
{
    const auto member = [&] { return AuditedRow(u"member"_s, entry.member->value()); };
    const auto license = [&] { return AuditedRow(u"license"_s, entry.license->value()); };
    if (entry.entity == "license_assignment"_L1 && entry.member && entry.license)
        return ObjectPlace{u"assignments"_s, entry.entityId, {license(), member()}};
    if (entry.entity == "operator"_L1)
        return ObjectPlace{u"operators"_s, entry.entityId, {{u"operator"_s, entry.entityId}}};
    if (entry.license)
        return ObjectPlace{u"licenses"_s, entry.license->value(), {license()}};
    if (entry.member)
        return ObjectPlace{u"members"_s, entry.member->value(), {member()}};
    return std::nullopt;
}

Result<QString> searchTextOf(const Services &services, Session &session, const ObjectPlace &place)
{
    const auto names = services.operationLists.names(session, place.names,
                                                     std::numeric_limits<qint64>::max());
    if (!names)
        return std::unexpected(names.error());
    QStringList words;
    for (const AuditedRow &row : place.names) {
        if (const auto name = names->find(row); name != names->end())
            words += name->second;
    }
    return words.join(u' ');
}

} // namespace seatledger
