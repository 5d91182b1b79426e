// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/importmappingrepository.h"

#include "core/db/query.h"
#include "core/repositories/rowversion.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

ImportMapping mappingFromRow(const Row &row, ImportKind kind)
{
    ImportMapping mapping = importMappingFromJson(row.jsonObject("content"));
    mapping.name = row.text("name");
    mapping.kind = kind;
    return mapping;
}

} // namespace

Result<std::vector<ImportMapping>> ImportMappingRepository::list(Session &session, ImportKind kind) const
{
    return Query(session, u"SELECT name, content FROM seatledger.import_mapping "
                          "WHERE kind = $1 AND NOT is_removed ORDER BY lower(name)"_s)
        .bind(toText(kind))
        .all([kind](const Row &row) { return mappingFromRow(row, kind); });
}

Result<void> ImportMappingRepository::save(Session &session, const ImportMapping &mapping) const
{
    return Query(session, u"INSERT INTO seatledger.import_mapping (kind, name, content) VALUES ($1, $2, $3) "
                          "ON CONFLICT (kind, lower(name)) DO UPDATE "
                          "SET name = excluded.name, content = excluded.content, is_removed = false"_s)
        .bind(toText(mapping.kind))
        .bind(mapping.name)
        .bind(toJson(mapping))
        .exec();
}

Result<void> ImportMappingRepository::remove(Session &session, ImportKind kind, const QString &name) const
{
    Query query(session, u"UPDATE seatledger.import_mapping SET is_removed = true "
                         "WHERE kind = $1 AND lower(name) = lower($2) AND NOT is_removed"_s);
    query.bind(toText(kind)).bind(name);
    if (auto done = query.exec(); !done)
        return done;
    if (query.rowsAffected() > 0)
        return {};
    return failure(ErrorCode::NotFound,
                   QCoreApplication::translate("repositories", "There is no mapping “%1”.").arg(name),
                   {{u"mapping"_s, name}});
}

} // namespace seatledger
