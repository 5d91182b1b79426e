// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditarchiverepository.h"

#include "core/db/copy.h"
#include "core/db/query.h"
#include "core/domain/enums.h"
#include "core/domain/enumtext.h"
#include "core/repositories/auditarchivecheck.h"
#include "core/repositories/auditlink.h"
#include "core/repositories/snapshot.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// How many times a page is turned in one call: the parts ahead, then the page itself.
constexpr int turnsAtOnce = 2;
constexpr qsizetype linkFields = 19;

AuditPart partFromRow(const Row &row)
{
    return {.name = row.text("part"),
            .nextStatement = row.integer("next_id"),
            .firstAt = row.dateTime("first_at"),
            .lastAt = row.dateTime("last_at"),
            .isWritten = row.boolean("is_written")};
}

AuditArchive archiveFromRow(const Row &row)
{
    return {.part = row.text("part"),
            .firstPosition = row.integer("first_position"),
            .lastPosition = row.integer("last_position"),
            .previousHash = row.bytes("previous_hash"),
            .lastHash = row.bytes("last_hash"),
            .events = row.integer("events"),
            .operations = row.integer("operation_count"),
            .firstAt = row.dateTime("first_at"),
            .lastAt = row.dateTime("last_at"),
            .file = row.text("file"),
            .bytes = row.integer("bytes"),
            .fileDigest = row.bytes("file_digest")};
}

/// Where a part begins in the chain, by what was archived before it.
Result<AuditArchiveContents> beginning(Session &session, const AuditPart &part)
{
    return Query(session, u"SELECT b.id::text AS book, coalesce(a.last_position, 0) + 1 AS first_position, "
                          "coalesce(a.last_hash, sha256('Seatledger')) AS previous_hash "
                          "FROM seatledger.book b LEFT JOIN (SELECT last_position, last_hash FROM "
                          "seatledger.audit_archive ORDER BY last_position DESC LIMIT 1) a ON true"_s)
        .one([&part](const Row &row) {
            return AuditArchiveContents{.book = row.text("book"),
                                        .part = part.name,
                                        .firstPosition = row.integer("first_position"),
                                        .lastPosition = row.integer("first_position") - 1,
                                        .previousHash = row.bytes("previous_hash"),
                                        .lastHash = row.bytes("previous_hash")};
        });
}

/// Gives a link's line once and each of its events one.
Result<void> giveLines(std::span<const CopyField> fields, AuditArchiveContents &contents,
                       const AuditArchiveRepository::TakeLine &takeLine)
{
    const auto ofLink = fields.first(linkFields);
    const AuditLink link(ofLink);
    if (link.position() != contents.lastPosition) {
        contents.lastPosition = link.position();
        contents.lastHash = link.hash();
        ++contents.links;
        if (auto taken = takeLine(archiveRowLine('L', ofLink)); !taken)
            return taken;
    }
    const auto ofEvent = fields.subspan(linkFields);
    if (ofEvent[0].isNull)
        return {};
    ++contents.events;
    return takeLine(archiveRowLine('E', ofEvent));
}

} // namespace

Result<void> AuditArchiveRepository::turnMonth(Session &session) const
{
    for (int i = 0; i < turnsAtOnce; ++i) {
        const auto turned = Query(session, u"SELECT seatledger.turn_audit_month() AS turned"_s)
                                .one([](const Row &row) { return row.boolean("turned"); });
        if (!turned)
            return std::unexpected(turned.error());
        if (!*turned)
            break;
    }
    return {};
}

Result<std::vector<AuditPart>> AuditArchiveRepository::parts(Session &session) const
{
    const QString edge = u"(SELECT s.at FROM seatledger.audit_statement s WHERE s.id >= p.first_id "
                         "AND s.id < p.next_id ORDER BY s.id %1 LIMIT 1)"_s;
    return Query(session, u"SELECT p.part, p.next_id, %1 AS first_at, %2 AS last_at, "
                          "p.next_id > (SELECT coalesce(max(s.id), 0) FROM seatledger.audit_statement s) AS "
                          "is_written FROM seatledger.audit_parts() p ORDER BY p.next_id"_s.arg(
                              edge.arg(u"ASC"_s), edge.arg(u"DESC"_s)))
        .all(partFromRow);
}

Result<std::vector<AuditArchive>> AuditArchiveRepository::archives(Session &session) const
{
    return Query(session,
                 u"SELECT a.part, a.first_position, a.last_position, a.previous_hash, a.last_hash, "
                 "a.events, (SELECT coalesce(sum(upper(r) - lower(r)), 0)::bigint FROM "
                 "unnest(a.operations) r) AS operation_count, a.first_at, a.last_at, a.file, "
                 "a.bytes, a.file_digest FROM seatledger.audit_archive a ORDER BY a.first_position"_s)
        .all(archiveFromRow);
}

Result<int> AuditArchiveRepository::monthsKept(Session &session) const
{
    return Query(session, u"SELECT seatledger.audit_months_kept() AS months"_s).one([](const Row &row) {
        return storedNumber(row, "months");
    });
}

Result<void> AuditArchiveRepository::setMonthsKept(Session &session, int months) const
{
    const QString value = QString::number(months);
    Query update(session, u"UPDATE seatledger.setting SET value = $1 WHERE name = 'audit_months'"_s);
    if (auto done = update.bind(value).exec(); !done || update.rowsAffected() > 0)
        return done;
    return Query(session, u"INSERT INTO seatledger.setting (name, value, note) VALUES ('audit_months', $1, "
                          "'How many whole months the audit stays in the book before it may be archived.')"_s)
        .bind(value)
        .exec();
}

Result<void> AuditArchiveRepository::check(Session &session, const AuditPart &part) const
{
    return Query(session, u"SELECT seatledger.check_audit_part($1)"_s).bind(part.name).exec();
}

Result<AuditArchiveContents> AuditArchiveRepository::write(Session &session, const AuditPart &part,
                                                           const TakeLine &takeLine) const
{
    return readSnapshot(session, u"archive the audit", [&](Session &inside) -> Result<AuditArchiveContents> {
        auto contents = beginning(inside, part);
        if (!contents)
            return contents;
        if (auto taken = takeLine(archiveHeadLine(*contents)); !taken)
            return std::unexpected(std::move(taken).error());
        // Along the index of positions, so that the first row comes at once and nothing is sorted.
        if (auto set = inside.connection().execScript(
                u"SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_sort = off"_s);
            !set)
            return std::unexpected(std::move(set).error());
        const auto rows = CopyOut(inside, auditArchiveQuery())
                              .bind(part.nextStatement)
                              .rows([&](std::span<const CopyField> fields) {
                                  return giveLines(fields, *contents, takeLine);
                              });
        if (!rows)
            return std::unexpected(rows.error());
        if (auto taken = takeLine(archiveEndLine(*contents)); !taken)
            return std::unexpected(std::move(taken).error());
        return contents;
    });
}

Result<OperationId> AuditArchiveRepository::letGo(Session &session, const AuditArchiveContents &contents,
                                                  const QString &file, qint64 bytes,
                                                  const QByteArray &fileDigest) const
{
    return Query(session,
                 u"SELECT seatledger.archive_audit_part($1, $2, $3, $4, $5, $6, $7, $8, $9) AS operation"_s)
        .bind(contents.part)
        .bind(file)
        .bind(bytes)
        .bind(fileDigest)
        .bind(contents.links)
        .bind(contents.events)
        .bind(contents.lastHash)
        .bind(toText(session.actor().source))
        .bind(session.actor().name)
        .one([](const Row &row) { return storedId<OperationId>(row, "operation"); });
}

} // namespace seatledger
