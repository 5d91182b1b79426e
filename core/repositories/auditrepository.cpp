// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditrepository.h"

#include "core/db/query.h"
#include "core/repositories/auditentry.h"
#include "core/repositories/auditverifier.h"
#include "core/repositories/snapshot.h"
#include "core/repositories/storedvalue.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int mostEntries = 1000;

/// The conditions that a filter asks for. The texts match the indexes on audit_event.
QStringList conditionsOf(const AuditFilter &filter)
{
    QStringList conditions;
    if (filter.member)
        conditions.append(u"e.member_id = :member"_s);
    if (filter.license)
        conditions.append(u"e.license_id = :license"_s);
    if (filter.assignment)
        conditions.append(u"e.entity = 'license_assignment' AND e.entity_id = :assignment"_s);
    if (filter.thing)
        conditions.append(u"e.entity = :table AND e.entity_id = :row"_s);
    if (filter.operation)
        conditions.append(u"e.statement_id IN (SELECT id FROM seatledger.audit_statement "
                          "WHERE operation_id = :operation)"_s);
    if (filter.actor)
        conditions.append(u"o.actor = :actor"_s);
    if (filter.beforeStatement)
        conditions.append(u"(e.statement_id, e.ordinal) < (:statement, :ordinal)"_s);
    return conditions;
}

void bindFilter(Query &query, const AuditFilter &filter)
{
    if (filter.member)
        query.bind("member", *filter.member);
    if (filter.license)
        query.bind("license", *filter.license);
    if (filter.assignment)
        query.bind("assignment", *filter.assignment);
    if (filter.thing)
        query.bind("table", filter.thing->entity).bind("row", filter.thing->id);
    if (filter.operation)
        query.bind("operation", *filter.operation);
    if (filter.actor)
        query.bind("actor", *filter.actor);
    if (filter.beforeStatement)
        query.bind("statement", *filter.beforeStatement).bind("ordinal", filter.beforeOrdinal.value_or(0));
}

AuditAnchor anchorFromRow(const Row &row, const QDateTime &now)
{
    return {.book = row.text("book"),
            .position = row.integer("position"),
            .head = row.bytes("hash"),
            .takenAt = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), Qt::UTC),
            .schemaVersion = storedNumber(row, "schema_version"),
            .operations = row.integer("operations"),
            .events = row.integer("events")};
}

} // namespace

Result<std::vector<AuditEntry>> AuditRepository::list(Session &session, const AuditFilter &filter,
                                                      int limit) const
{
    const QStringList conditions = conditionsOf(filter);
    const QString where = conditions.isEmpty() ? QString() : u"WHERE "_s + conditions.join(u" AND "_s);
    Query query(session,
                auditEntryQuery(where + u" ORDER BY e.statement_id DESC, e.ordinal DESC LIMIT :limit"_s));
    bindFilter(query, filter);
    return query.bind("limit", std::clamp(limit, 1, mostEntries)).all(auditEntryFromRow);
}

Result<AuditVerdict> AuditRepository::verify(Session &session, const std::optional<AuditAnchor> &anchor,
                                             const std::function<void(qint64, qint64)> &progress) const
{
    return readSnapshot(session, u"verify the audit", [&](Session &inside) -> Result<AuditVerdict> {
        return AuditVerifier(inside, anchor, progress).run();
    });
}

Result<AuditAnchor> AuditRepository::anchor(Session &session) const
{
    // One statement, so one state of the book.
    const auto anchor = Query(session,
                              u"SELECT b.id::text AS book, h.position, h.hash, "
                              "h.position = 0 OR EXISTS (SELECT FROM seatledger.audit_link k "
                              "WHERE k.position = h.position AND k.hash = h.hash) AS is_linked, "
                              "(SELECT max(version) FROM seatledger.schema_version) AS schema_version, "
                              "(SELECT count(*) FROM seatledger.operation) AS operations, "
                              "(SELECT coalesce(sum(event_count), 0) FROM seatledger.audit_statement) "
                              "+ (SELECT coalesce(sum(events), 0) FROM seatledger.audit_archive) AS events "
                              "FROM seatledger.book b CROSS JOIN seatledger.audit_head h"_s)
                            .first([&session](const Row &row) -> std::optional<AuditAnchor> {
                                return row.boolean("is_linked")
                                           ? std::optional(anchorFromRow(row, session.now()))
                                           : std::nullopt;
                            });
    if (!anchor)
        return std::unexpected(anchor.error());
    if (!*anchor || !**anchor)
        return failure(ErrorCode::RuleBroken,
                       QCoreApplication::translate("AuditVerifier",
                                                   "The end of the audit chain is damaged. Verify it "
                                                   "to see where."),
                       {{u"reason"_s, u"chain_damaged"_s}});
    return ***anchor;
}

} // namespace seatledger
