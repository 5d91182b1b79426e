// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditrepository.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/repositories/storedvalue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int mostEntries = 1'000;

/// Leaves out of both what is the same in both, for a row that was changed.
void keepChanges(QJsonObject &before, QJsonObject &after)
{
    if (before.isEmpty() || after.isEmpty())
        return;
    const QStringList keys = after.keys();
    for (const QString &key : keys) {
        if (key != u"version" && before.value(key) != after.value(key))
            continue;
        before.remove(key);
        after.remove(key);
    }
}

AuditEntry entryFromRow(const Row &row)
{
    AuditEntry entry{.statement = row.integer("statement_id"),
                     .ordinal = storedNumber(row, "ordinal"),
                     .operation = storedId<OperationId>(row, "operation_id"),
                     .operationKind = row.text("kind"),
                     .summary = row.text("summary"),
                     .reason = row.text("reason"),
                     .actor = row.text("actor"),
                     .source = row.text("source"),
                     .at = row.dateTime("at"),
                     .entity = row.text("entity"),
                     .entityId = row.integer("entity_id"),
                     .action = row.text("action"),
                     .before = row.jsonObject("old"),
                     .after = row.jsonObject("new")};
    keepChanges(entry.before, entry.after);
    return entry;
}

QString conditionsOf(const AuditFilter &filter)
{
    QStringList conditions;
    if (filter.member)
        conditions.append(u"e.member_id = :member"_s);
    if (filter.license)
        conditions.append(u"e.license_id = :license"_s);
    if (filter.assignment)
        conditions.append(u"e.entity = 'license_assignment' AND e.entity_id = :assignment"_s);
    if (filter.operation)
        conditions.append(u"s.operation_id = :operation"_s);
    if (filter.actor)
        conditions.append(u"o.actor = :actor"_s);
    if (filter.beforeStatement)
        conditions.append(u"e.statement_id < :before"_s);
    return conditions.isEmpty() ? u"true"_s : conditions.join(u" AND "_s);
}

void bindFilter(Query &query, const AuditFilter &filter)
{
    if (filter.member)
        query.bind("member", *filter.member);
    if (filter.license)
        query.bind("license", *filter.license);
    if (filter.assignment)
        query.bind("assignment", *filter.assignment);
    if (filter.operation)
        query.bind("operation", *filter.operation);
    if (filter.actor)
        query.bind("actor", *filter.actor);
    if (filter.beforeStatement)
        query.bind("before", *filter.beforeStatement);
}

/// One kind of damage: finds the first position it shows at.
struct ChainCheck {
    QLatin1StringView sql; ///< answers at most one row with `position`
    const char *problem;
};

/// Recomputed from the rows, nothing is believed: digests of events, links one from the other, the head.
constexpr std::array chainChecks{
    ChainCheck{"SELECT min(p.expected) AS position FROM (SELECT position, row_number() OVER (ORDER BY "
               "position) AS expected "
               "FROM seatledger.audit_link) p WHERE p.position <> p.expected"_L1,
               QT_TRANSLATE_NOOP("repositories", "A link is missing from the chain.")},
    ChainCheck{
        "SELECT min(l.position) AS position FROM seatledger.audit_link l "
        "JOIN seatledger.audit_statement s ON s.id = l.statement_id LEFT JOIN ("
        "SELECT e.statement_id, count(*) AS events, "
        "sha256(string_agg(seatledger.audit_event_digest(e.*), ''::bytea ORDER BY e.ordinal)) AS digest "
        "FROM seatledger.audit_event e GROUP BY e.statement_id) c ON c.statement_id = s.id "
        "WHERE c.events IS DISTINCT FROM s.event_count OR c.digest IS DISTINCT FROM s.events_digest"_L1,
        QT_TRANSLATE_NOOP("repositories", "An event was changed, removed or added.")},
    ChainCheck{"SELECT min(l.position) AS position FROM ("
               "SELECT *, lag(hash, 1, sha256('Seatledger'::bytea)) OVER (ORDER BY position) AS before FROM "
               "seatledger.audit_link) l "
               "JOIN seatledger.audit_statement s ON s.id = l.statement_id JOIN seatledger.operation o ON "
               "o.id = s.operation_id "
               "WHERE l.hash <> seatledger.audit_link_hash(l.before, l.position, s, o)"_L1,
               QT_TRANSLATE_NOOP("repositories", "A statement, its operation or its link was changed.")},
    ChainCheck{
        "SELECT h.position FROM seatledger.audit_head h "
        "LEFT JOIN (SELECT position, hash FROM seatledger.audit_link ORDER BY position DESC LIMIT 1) l ON "
        "true "
        "WHERE (h.position, h.hash) IS DISTINCT FROM (coalesce(l.position, 0), coalesce(l.hash, sha256('Seatledger'::bytea)))"_L1,
        QT_TRANSLATE_NOOP("repositories", "The end of the chain was cut off or replaced.")},
    ChainCheck{"SELECT h.position + 1 AS position FROM seatledger.audit_head h WHERE EXISTS ("
               "SELECT FROM seatledger.audit_statement s WHERE NOT EXISTS "
               "(SELECT FROM seatledger.audit_link l WHERE l.statement_id = s.id)) OR EXISTS ("
               "SELECT FROM seatledger.audit_event e WHERE NOT EXISTS "
               "(SELECT FROM seatledger.audit_statement s WHERE s.id = e.statement_id))"_L1,
               QT_TRANSLATE_NOOP("repositories", "There are changes that no link covers.")}};

Result<AuditVerdict> readExtent(Session &session)
{
    return Query(session,
                 u"SELECT (SELECT count(*) FROM seatledger.audit_link) AS links, "
                 "(SELECT count(*) FROM seatledger.audit_event) AS events, hash FROM seatledger.audit_head"_s)
        .one([](const Row &row) {
            return AuditVerdict{
                .links = row.integer("links"), .events = row.integer("events"), .head = row.bytes("hash")};
        });
}

} // namespace

Result<std::vector<AuditEntry>> AuditRepository::list(Session &session, const AuditFilter &filter,
                                                      int limit) const
{
    // The page is cut from the events alone where that is possible: the joins are for its rows only.
    Query query(session,
                u"SELECT e.*, s.operation_id, s.at, s.action, o.kind, o.summary, o.reason, o.actor, o.source "
                "FROM seatledger.audit_event e JOIN seatledger.audit_statement s ON s.id = e.statement_id "
                "JOIN seatledger.operation o ON o.id = s.operation_id WHERE "_s
                    + conditionsOf(filter) + u" ORDER BY e.statement_id DESC, e.ordinal LIMIT :limit"_s);
    bindFilter(query, filter);
    query.bind("limit", std::clamp(limit, 1, mostEntries));
    return query.all(entryFromRow);
}

Result<AuditVerdict> AuditRepository::verify(Session &session,
                                             const std::function<void(qint64, qint64)> &progress) const
{
    return transact(session, u"verify audit", [&](Session &) -> Result<AuditVerdict> {
        if (auto snapshot = session.connection().execScript(
                u"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s);
            !snapshot)
            return std::unexpected(std::move(snapshot).error());
        auto verdict = readExtent(session);
        if (!verdict)
            return verdict;
        qint64 done = 0;
        for (const ChainCheck &check : chainChecks) {
            const auto position = Query(session, check.sql).first([](const Row &row) {
                return row.optionalInteger("position");
            });
            if (!position)
                return std::unexpected(position.error());
            const std::optional<qint64> bad = position->value_or(std::nullopt);
            if (bad && (!verdict->firstBadPosition || *bad < *verdict->firstBadPosition)) {
                verdict->firstBadPosition = bad;
                verdict->problem = QCoreApplication::translate("repositories", check.problem);
            }
            if (progress)
                progress(verdict->links * ++done / std::ssize(chainChecks), verdict->links);
        }
        return verdict;
    });
}

} // namespace seatledger
