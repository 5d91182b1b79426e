// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditentry.h"

#include "core/repositories/storedvalue.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// The values that differ from those of `other`; every edit counts the version up, which says nothing.
QJsonObject differing(const QJsonObject &values, const QJsonObject &other)
{
    QJsonObject changed;
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (value.key() != "version"_L1 && other.value(value.key()) != value.value())
            changed.insert(value.key(), value.value());
    }
    return changed;
}

} // namespace

AuditEntry auditEntryFromRow(const Row &row)
{
    AuditEntry entry{.statement = row.integer("statement_id"),
                     .ordinal = storedNumber(row, "ordinal"),
                     .operation = storedId<OperationId>(row, "operation_id"),
                     .operationKind = row.text("kind"),
                     .summary = row.text("summary"),
                     .reason = textOrEmpty(row.text("reason")),
                     .actor = row.text("actor"),
                     .source = row.text("source"),
                     .request = textOrEmpty(row.text("request")),
                     .at = row.dateTime("at"),
                     .entity = row.text("entity"),
                     .entityId = row.integer("entity_id"),
                     .license = storedOptionalId<LicenseId>(row, "license_id"),
                     .member = storedOptionalId<MemberId>(row, "member_id"),
                     .action = row.text("action"),
                     .before = row.jsonObject("old"),
                     .after = row.jsonObject("new")};
    entry.currency = (entry.after.isEmpty() ? entry.before : entry.after).value("currency"_L1).toString();
    if (entry.action == "update"_L1) {
        const QJsonObject before = std::exchange(entry.before, differing(entry.before, entry.after));
        entry.after = differing(entry.after, before);
    }
    return entry;
}

QString auditEntryColumns()
{
    return u"e.statement_id, e.ordinal, s.operation_id, o.kind, o.summary, o.reason, o.actor, o.source, "
           u"o.request, "
           "s.at, e.entity, e.entity_id, e.license_id, e.member_id, s.action, e.old, e.new"_s;
}

QString auditEntryQuery(const QString &rest)
{
    return u"SELECT "_s + auditEntryColumns()
           + u" FROM seatledger.audit_event e JOIN seatledger.audit_statement s ON s.id = e.statement_id "
             "JOIN seatledger.operation o ON o.id = s.operation_id "_s
           + rest;
}

} // namespace seatledger
