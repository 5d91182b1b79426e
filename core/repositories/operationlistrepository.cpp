// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/operationlistrepository.h"

#include "core/db/query.h"
#include "core/repositories/auditentry.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int mostEntries = 1000;

/// The values of an indexed column, from one to the next by the index, however many operations each has.
QString distinct(const QString &column)
{
    return u"WITH RECURSIVE next(name) AS ("
           "(SELECT %1 FROM seatledger.operation ORDER BY %1 LIMIT 1) UNION ALL "
           "SELECT (SELECT o.%1 FROM seatledger.operation o WHERE o.%1 > n.name ORDER BY o.%1 LIMIT 1) "
           "FROM next n WHERE n.name IS NOT NULL) "_s.arg(column);
}

} // namespace

Result<ListPage<OperationRow>> OperationListRepository::operations(Session &session,
                                                                   const OperationFilter &filter,
                                                                   const ListOrder<OperationSort> &order,
                                                                   const PageKey &after, int skip,
                                                                   int limit) const
{
    return operationListQuery(filter, order).page(session, after, skip, limit, operationRow);
}

Result<std::vector<PageKey>> OperationListRepository::operationAnchors(Session &session,
                                                                       const OperationFilter &filter,
                                                                       const ListOrder<OperationSort> &order,
                                                                       int every) const
{
    return operationListQuery(filter, order).anchors(session, every);
}

Result<qint64> OperationListRepository::operationCount(Session &session, const OperationFilter &filter) const
{
    return operationListQuery(filter, {}).count(session);
}

Result<OperationRow> OperationListRepository::find(Session &session, OperationId id) const
{
    auto page = operations(session, {.operation = id}, {}, {}, 0, 1);
    if (!page)
        return std::unexpected(std::move(page).error());
    if (page->rows.empty())
        return std::unexpected(noSuchRow("operation"_L1, id.value()));
    return page->rows.front();
}

Result<std::vector<AuditEntry>> OperationListRepository::changes(Session &session, OperationId id,
                                                                 const std::optional<AuditEntry> &after,
                                                                 int limit) const
{
    // Statement by statement, each from its place on: a statement may have changed 100,000 rows.
    return Query(session,
                 u"SELECT "_s + auditEntryColumns()
                     + u" FROM (SELECT * FROM seatledger.audit_statement WHERE operation_id = $1 "
                       "AND id >= $2 ORDER BY id) s JOIN seatledger.operation o ON o.id = s.operation_id "
                       "CROSS JOIN LATERAL (SELECT * FROM seatledger.audit_event v "
                       "WHERE v.statement_id = s.id "
                       "AND v.ordinal > CASE WHEN s.id = $2 THEN $3::integer ELSE 0 END "
                       "ORDER BY v.ordinal LIMIT $4) e ORDER BY s.id, e.ordinal LIMIT $4"_s)
        .bind(id)
        .bind(after ? after->statement : 0)
        .bind(after ? after->ordinal : 0)
        .bind(std::clamp(limit, 1, mostEntries))
        .all(auditEntryFromRow);
}

Result<std::map<AuditedRow, QString>> OperationListRepository::names(Session &session,
                                                                     const std::vector<AuditedRow> &rows,
                                                                     qint64 upTo) const
{
    QStringList entities;
    QList<qint64> ids;
    for (const auto &[entity, id] : rows) {
        entities.append(entity);
        ids.append(id);
    }
    const auto named = Query(
                           session,
                           u"SELECT w.entity, w.id, coalesce(r.row->>'name', r.row->>'display_name') AS name "
                           "FROM unnest($1::text[], $2::bigint[]) w(entity, id), LATERAL ("
                           "SELECT coalesce(e.new, e.old) AS row FROM seatledger.audit_event e "
                           "WHERE e.entity = w.entity AND e.entity_id = w.id AND e.statement_id <= $3 "
                           "ORDER BY e.statement_id DESC LIMIT 1) r "
                           "WHERE coalesce(r.row->>'name', r.row->>'display_name') IS NOT NULL"_s)
                           .bind(entities)
                           .bind(ids)
                           .bind(upTo)
                           .all([](const Row &row) {
                               return std::pair(AuditedRow(row.text("entity"), row.integer("id")),
                                                row.text("name"));
                           });
    if (!named)
        return std::unexpected(named.error());
    return std::map<AuditedRow, QString>(named->begin(), named->end());
}

Result<std::optional<OperationId>> OperationListRepository::ofLink(Session &session, qint64 position) const
{
    return Query(session, u"SELECT o.id FROM seatledger.audit_link k "
                          "JOIN seatledger.audit_statement s ON s.id = k.statement_id "
                          "JOIN seatledger.operation o ON o.id = s.operation_id WHERE k.position = $1"_s)
        .bind(position)
        .first([](const Row &row) { return storedId<OperationId>(row, "id"); });
}

Result<QStringList> OperationListRepository::kinds(Session &session) const
{
    const auto kinds = Query(session, distinct(u"kind"_s) + u"SELECT name FROM next WHERE name IS NOT NULL"_s)
                           .all([](const Row &row) { return row.text("name"); });
    if (!kinds)
        return std::unexpected(kinds.error());
    return QStringList(kinds->begin(), kinds->end());
}

Result<QStringList> OperationListRepository::actors(Session &session, const QString &text, int limit) const
{
    auto actors = Query(session, distinct(u"actor"_s)
                                     + u"SELECT name FROM next WHERE name IS NOT NULL "
                                       "AND position(lower($1) IN lower(name)) > 0 ORDER BY name LIMIT $2"_s)
                      .bind(textOrEmpty(text))
                      .bind(limit)
                      .all([](const Row &row) { return row.text("name"); });
    if (!actors)
        return std::unexpected(std::move(actors).error());
    return QStringList(actors->begin(), actors->end());
}

} // namespace seatledger
