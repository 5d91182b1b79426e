// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/pages.h"
#include "app/server/routes/auditjson.h"
#include "app/server/routes/routes.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QString placeOf(const AuditEntry &entry)
{
    return QString::number(entry.statement) + u'-' + QString::number(entry.ordinal);
}

Answer listEvents(const Call &call)
{
    AuditFilter filter;
    QString actor;
    QueryFields fields(call.request);
    const PageWish wish = readPage(fields, call.request);
    fields.read("member_id", filter.member);
    fields.read("license_id", filter.license);
    fields.read("assignment_id", filter.assignment);
    fields.read("operation_id", filter.operation);
    fields.read("actor", actor);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    if (!actor.isEmpty())
        filter.actor = actor;
    if (wish.after.size() == 2) {
        filter.beforeStatement = wish.after[0].toLongLong();
        filter.beforeOrdinal = wish.after[1].toInt();
    }
    const auto entries = call.services.audit.list(call.session, filter, wish.limit);
    if (!entries)
        return std::unexpected(entries.error());
    QJsonArray items;
    for (const AuditEntry &entry : *entries)
        items.append(toJson(entry));
    PageKey last;
    if (!entries->empty())
        last = {QString::number(entries->back().statement), QString::number(entries->back().ordinal)};
    return pageResponse(call.request, wish, items, last);
}

} // namespace

QJsonObject toJson(const AuditEntry &entry)
{
    return {{u"id"_s, placeOf(entry)},
            {u"at"_s, instantJson(entry.at)},
            {u"operation_id"_s, entry.operation.value()},
            {u"operation_kind"_s, entry.operationKind},
            {u"summary"_s, entry.summary},
            {u"reason"_s, textJson(entry.reason)},
            {u"actor"_s, entry.actor},
            {u"source"_s, entry.source},
            {u"request_id"_s, textJson(entry.request)},
            {u"entity"_s, entry.entity},
            {u"entity_id"_s, entry.entityId},
            {u"action"_s, entry.action},
            {u"license_id"_s, idJson(entry.license)},
            {u"member_id"_s, idJson(entry.member)},
            {u"before"_s, entry.before},
            {u"after"_s, entry.after}};
}

void addAuditRoutes(Router &router)
{
    router.get("/api/v1/audit-events", TokenScope::Audit, listEvents);
}

} // namespace seatledger::server
