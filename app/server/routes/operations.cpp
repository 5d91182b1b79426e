// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/pages.h"
#include "app/server/routes/routes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr std::array sorts{
    SortName{"time"_L1, OperationSort::ByTime},
    SortName{"actor"_L1, OperationSort::ByActor},
};

QJsonObject toJson(const OperationRow &row)
{
    return {{u"id"_s, row.id.value()},
            {u"at"_s, instantJson(row.at)},
            {u"kind"_s, row.kind},
            {u"summary"_s, row.summary},
            {u"reason"_s, textJson(row.reason)},
            {u"actor"_s, row.actor},
            {u"source"_s, toText(row.source)},
            {u"request_id"_s, textJson(row.request)},
            {u"changed"_s, row.changed},
            {u"entities"_s, QJsonArray::fromStringList(row.entities)},
            {u"undoes_id"_s, idJson(row.undoes)},
            {u"undone_by_id"_s, idJson(row.undoneBy)},
            {u"undoable"_s, row.isUndoable}};
}

QJsonArray toJson(const std::vector<OperationPart> &parts)
{
    QJsonArray array;
    for (const OperationPart &part : parts)
        array.append(
            QJsonObject{{u"entity"_s, part.entity}, {u"action"_s, part.action}, {u"rows"_s, part.rows}});
    return array;
}

Answer listOperations(const Call &call)
{
    OperationFilter filter;
    ListOrder<OperationSort> order{OperationSort::ByTime, true, {}};
    QueryFields fields(call.request);
    const PageWish wish = readPage(fields, call.request);
    readSort<OperationSort>(fields, sorts, order);
    fields.read("q", filter.search);
    fields.read("actor", filter.actor);
    fields.read("kind", filter.kind);
    fields.read("source", filter.source);
    fields.read("by_people", filter.byPeople);
    fields.read("undoable", filter.undoableOnly);
    fields.read("entity", filter.entity);
    fields.read("request_id", filter.request);
    fields.read("member_id", filter.member);
    fields.read("license_id", filter.license);
    fields.read("assignment_id", filter.assignment);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto page = call.services.operationLists.operations(call.session, filter, order, wish.after, 0,
                                                              wish.limit);
    if (!page)
        return std::unexpected(page.error());
    return pageResponse(call.request, wish, *page, [](const OperationRow &row) { return toJson(row); });
}

Answer showOperation(const Call &call, OperationId id)
{
    const auto row = call.services.operationLists.find(call.session, id);
    if (!row)
        return std::unexpected(row.error());
    const auto parts = call.services.operations.parts(call.session, id);
    if (!parts)
        return std::unexpected(parts.error());
    QJsonObject object = toJson(*row);
    object.insert(u"parts"_s, toJson(*parts));
    return jsonResponse(object);
}

/// Takes it back as one; with `dry_run` only says what that would change.
Answer undoOperation(const Call &call, OperationId id)
{
    bool isDryRun = false;
    QueryFields fields(call.request);
    fields.read("dry_run", isDryRun);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    if (isDryRun) {
        const auto parts = call.services.management.planUndo(call.session, id);
        if (!parts)
            return std::unexpected(parts.error());
        Response plan = jsonResponse(
            {{u"dry_run"_s, true}, {u"operation_id"_s, QJsonValue()}, {u"parts"_s, toJson(*parts)}});
        plan.changesNothing = true;
        return plan;
    }
    const auto undo = call.services.management.undo(call.session, id);
    if (!undo)
        return std::unexpected(undo.error());
    const auto parts = call.services.operations.parts(call.session, *undo);
    if (!parts)
        return std::unexpected(parts.error());
    return booked(
        jsonResponse(
            {{u"dry_run"_s, false}, {u"operation_id"_s, undo->value()}, {u"parts"_s, toJson(*parts)}}),
        *undo);
}

} // namespace

void addOperationRoutes(Router &router)
{
    router.get("/api/v1/operations", TokenScope::Read, listOperations);
    router.get("/api/v1/operations/{id}", TokenScope::Read, showOperation);
    router.post("/api/v1/operations/{id}:undo", TokenScope::Undo, undoOperation).creates();
}

} // namespace seatledger::server
