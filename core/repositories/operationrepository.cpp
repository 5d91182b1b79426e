// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/operationrepository.h"

#include "core/db/prepared.h"
#include "core/db/query.h"
#include "core/domain/enumtext.h"
#include "core/repositories/auditarchiverepository.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto columns =
    "o.id, o.kind, o.summary, o.reason, o.actor, o.login, o.source, o.started_at, o.undoes_id, u.id AS "
    "undone_by "
    "FROM seatledger.operation o LEFT JOIN seatledger.operation u ON u.undoes_id = o.id "_L1;

Operation operationFromRow(const Row &row)
{
    return {.id = storedId<OperationId>(row, "id"),
            .kind = row.text("kind"),
            .summary = Summary::fromStored(row.text("summary")),
            .reason = row.text("reason"),
            .actor = row.text("actor"),
            .login = row.text("login"),
            .source = storedEnum<OperationSource>(row, "source"),
            .startedAt = row.dateTime("started_at"),
            .undoes = storedOptionalId<OperationId>(row, "undoes_id"),
            .undoneBy = storedOptionalId<OperationId>(row, "undone_by")};
}

} // namespace

Result<OperationId> OperationRepository::begin(Session &session, const QString &kind, const QString &summary,
                                               const QString &reason) const
{
    return Query(session, prepared(u"SELECT seatledger.begin_operation($1, $2, $3, $4, $5) AS id"_s))
        .bind(kind)
        .bind(summary.left(SummaryRule::limits.maximum))
        .bind(toText(session.actor().source))
        .bind(session.actor().name)
        .bind(reason)
        .one([](const Row &row) { return storedId<OperationId>(row, "id"); });
}

Result<Operation> OperationRepository::find(Session &session, OperationId id) const
{
    return foundRow(
        Query(session, u"SELECT "_s + columns + u"WHERE o.id = $1"_s).bind(id).first(operationFromRow),
        "operation"_L1, id.value());
}

Result<std::vector<Operation>> OperationRepository::list(Session &session, int limit,
                                                         std::optional<OperationId> before) const
{
    return Query(session, u"SELECT "_s + columns
                              + u"WHERE ($1::bigint IS NULL OR o.id < $1) ORDER BY o.id DESC LIMIT $2"_s)
        .bind(before)
        .bind(limit)
        .all(operationFromRow);
}

Result<OperationId> OperationRepository::undo(Session &session, OperationId id) const
{
    return Query(session, u"SELECT seatledger.undo_operation($1, $2, $3) AS id"_s)
        .bind(id)
        .bind(toText(session.actor().source))
        .bind(session.actor().name)
        .one([](const Row &row) { return storedId<OperationId>(row, "id"); });
}

Result<std::vector<OperationPart>> OperationRepository::parts(Session &session, OperationId id) const
{
    return Query(session, u"SELECT entity, action, sum(event_count) AS rows FROM seatledger.audit_statement "
                          "WHERE operation_id = $1 AND action <> 'none' GROUP BY entity, action "
                          "ORDER BY entity, action"_s)
        .bind(id)
        .all([](const Row &row) {
            return OperationPart{row.text("entity"), row.text("action"), row.integer("rows")};
        });
}

Result<QTimeZone> OperationRepository::timeZone(Session &session) const
{
    return Query(session, u"SELECT value FROM seatledger.setting WHERE name = 'time_zone'"_s)
        .one([](const Row &row) {
            const QTimeZone zone(row.text("value").toLatin1());
            return zone.isValid() ? zone : QTimeZone::utc();
        });
}

Result<QDate> OperationRepository::today(Session &session) const
{
    return Query(session, u"SELECT seatledger.today() AS today"_s).one([](const Row &row) {
        return row.date("today");
    });
}

Result<qint64> OperationRepository::advanceDue(Session &session) const
{
    if (auto turned = AuditArchiveRepository().turnMonth(session); !turned)
        return std::unexpected(std::move(turned).error());
    return Query(session, u"SELECT seatledger.advance_due() + seatledger.advance_leases() AS moved"_s)
        .one([](const Row &row) { return row.integer("moved"); });
}

} // namespace seatledger
