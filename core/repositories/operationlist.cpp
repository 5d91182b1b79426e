// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/operationlist.h"

#include "core/domain/enumtext.h"
#include "core/repositories/searchwords.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// A statement `s` after which nothing of its operation `o` is taken back, as undo_operation() says; also one
/// that only says that there was none.
const QString final = u"(s.entity IN ('operation', 'license_key_reading', 'license_file')"
                      " OR s.entity IN ('license_key', 'api_token') AND s.action = 'delete'"
                      " OR s.entity = 'operator_password_change' AND NOT EXISTS ("
                      "SELECT FROM seatledger.audit_statement a WHERE a.operation_id = s.operation_id"
                      " AND a.entity = 'operator' AND a.action = 'insert'))"_s;
const QString columns =
    u"o.id, o.started_at, o.kind, o.summary, o.reason, o.actor, o.login, o.source, "
    "host(o.address) AS address, o.request, o.undoes_id, u.id AS undone_by, "
    "coalesce(c.changed, 0) AS changed, c.entities, "
    "o.source <> 'job' AND o.kind <> 'sample' AND u.id IS NULL AND NOT EXISTS ("
    "SELECT FROM seatledger.audit_statement s WHERE s.operation_id = o.id AND "_s
    + final
    + u") AND NOT EXISTS (SELECT FROM seatledger.audit_archive a WHERE a.operations @> o.id) "
      "AS is_undoable"_s;
const ListJoin undone{u"seatledger.operation"_s, u"u"_s, u"u.undoes_id = o.id"_s, true};
const ListJoin counted{u"LATERAL (SELECT sum(s.event_count) AS changed, array_agg(DISTINCT s.entity) "
                       "FILTER (WHERE s.action <> 'none') AS entities "
                       "FROM seatledger.audit_statement s WHERE s.operation_id = o.id)"_s,
                       u"c"_s, u"true"_s, true};
const ListJoin statements{u"seatledger.audit_statement"_s, u"s"_s, u"s.operation_id = o.id"_s, true};
const ListJoin events{u"seatledger.audit_event"_s, u"e"_s, u"e.statement_id = s.id"_s, true};

std::vector<SortKey> keysOf(OperationSort column)
{
    std::vector<SortKey> keys{{u"o.started_at"_s, u"timestamptz"_s}, {u"o.id"_s, u"bigint"_s}};
    if (column == OperationSort::ByActor)
        keys.insert(keys.begin(), {u"o.actor"_s, u"text"_s});
    return keys;
}

ListTables tablesOf(OperationSort column, std::vector<ListJoin> details)
{
    return {.along = u"seatledger.operation"_s,
            .alias = u"o"_s,
            .keys = static_cast<int>(keysOf(column).size()),
            .id = u"o.id"_s,
            .details = std::move(details)};
}

/// What a search demands, spelled for a row on the way and for finding all that match.
struct Demands {
    QStringList walking;
    QStringList found;
    bool isRare = false;

    void add(const QString &both) { add(both, both); }
    void add(const QString &onTheWay, const QString &all)
    {
        walking.append(onTheWay);
        found.append(all);
    }
};

/// The events about one member, licence or assignment are few among all, and found by an index.
void demandEvents(Demands &demands, const QString &condition)
{
    const QString found = u"o.id IN (SELECT s.operation_id FROM seatledger.audit_event e "
                          "JOIN seatledger.audit_statement s ON s.id = e.statement_id WHERE "_s
                          + condition + u')';
    demands.add(found);
    demands.isRare = true;
}

Demands demandsOf(ListQuery &list, const OperationFilter &filter)
{
    Demands demands;
    for (const SearchWord &word : searchWordsOf(filter.search))
        demands.add(u"lower(o.summary || ' ' || coalesce(o.reason, '')) LIKE lower(%1)"_s.arg(
            list.bound(word.pattern)));
    if (!filter.entity.isEmpty()) {
        const QString entity = list.bound(filter.entity);
        demands.add(u"EXISTS (SELECT FROM seatledger.audit_statement s WHERE s.operation_id = o.id "
                    "AND s.entity = %1)"_s.arg(entity),
                    u"o.id IN (SELECT s.operation_id FROM seatledger.audit_statement s "
                    "WHERE s.entity = %1)"_s.arg(entity));
    }
    if (filter.member)
        demandEvents(demands, u"e.member_id = "_s + list.bound(*filter.member));
    if (filter.license)
        demandEvents(demands, u"e.license_id = "_s + list.bound(*filter.license));
    if (filter.assignment)
        demandEvents(demands, u"e.entity = 'license_assignment' AND e.entity_id = "_s
                                  + list.bound(*filter.assignment));
    return demands;
}

void addConditions(ListQuery &list, const OperationFilter &filter)
{
    if (filter.from)
        list.where(u"o.started_at >= "_s + list.bound(*filter.from));
    if (filter.before)
        list.where(u"o.started_at < "_s + list.bound(*filter.before));
    if (!filter.actor.isEmpty())
        list.where(u"o.actor = "_s + list.bound(filter.actor));
    if (!filter.kind.isEmpty())
        list.where(u"o.kind = "_s + list.bound(filter.kind));
    if (filter.source)
        list.where(u"o.source = "_s + list.bound(toText(*filter.source)));
    if (filter.byPeople || filter.undoableOnly)
        list.where(u"o.source <> 'job'"_s);
    if (filter.undoableOnly) {
        list.where(u"o.kind <> 'sample'"_s);
        list.where(u"NOT EXISTS (SELECT FROM seatledger.operation b WHERE b.undoes_id = o.id)"_s);
        list.where(u"NOT EXISTS (SELECT FROM seatledger.audit_archive a WHERE a.operations @> o.id)"_s);
        // The tables once more: by them an index finds the few there are.
        list.where(u"NOT EXISTS (SELECT FROM seatledger.audit_statement s WHERE s.operation_id = o.id "
                   "AND s.entity IN ('operation', 'license_key_reading', 'license_file', 'license_key', "
                   "'api_token', "
                   "'operator_password_change') AND "_s
                   + final + u')');
    }
    if (!filter.request.isEmpty())
        list.where(u"o.request = "_s + list.bound(filter.request));
    if (filter.operation)
        list.where(u"o.id = "_s + list.bound(*filter.operation));
}

ListQuery filtered(ListQuery list, const OperationFilter &filter)
{
    addConditions(list, filter);
    const Demands demands = demandsOf(list, filter);
    if (!demands.walking.isEmpty())
        list.search({.walking = demands.walking.join(u" AND "_s),
                     .found = u"(SELECT * FROM seatledger.operation o WHERE %1 OFFSET 0) o"_s.arg(
                         demands.found.join(u" AND "_s)),
                     .isRare = demands.isRare});
    return list;
}

} // namespace

ListQuery operationListQuery(const OperationFilter &filter, const ListOrder<OperationSort> &order)
{
    ListQuery list = filtered({columns, tablesOf(order.column, {undone, counted})}, filter);
    return list.orderBy(keysOf(order.column), order.descending);
}

ListQuery operationEventsQuery(const OperationFilter &filter, const ListOrder<OperationSort> &order)
{
    ListQuery list = filtered({columns, tablesOf(order.column, {undone, statements, events})}, filter);
    std::vector<SortKey> keys = keysOf(order.column);
    keys.push_back({u"s.id"_s, u"bigint"_s});
    keys.push_back({u"e.ordinal"_s, u"integer"_s});
    return list.orderBy(std::move(keys), order.descending);
}

OperationRow operationRow(const Row &row)
{
    return {.id = storedId<OperationId>(row, "id"),
            .at = row.dateTime("started_at"),
            .kind = row.text("kind"),
            .summary = row.text("summary"),
            .reason = textOrEmpty(row.text("reason")),
            .actor = row.text("actor"),
            .login = row.text("login"),
            .source = storedEnum<OperationSource>(row, "source"),
            .address = textOrEmpty(row.text("address")),
            .request = textOrEmpty(row.text("request")),
            .changed = row.integer("changed"),
            .entities = row.texts("entities"),
            .undoes = storedOptionalId<OperationId>(row, "undoes_id"),
            .undoneBy = storedOptionalId<OperationId>(row, "undone_by"),
            .isUndoable = row.boolean("is_undoable")};
}

} // namespace seatledger
