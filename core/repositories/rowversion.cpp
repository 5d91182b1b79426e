// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/rowversion.h"

#include "core/db/query.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

Error noSuchRow(QLatin1StringView table, qint64 id)
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("repositories", "There is no %1 with the id %2.").arg(table).arg(id),
            {{u"entity"_s, QString(table)}, {u"id"_s, id}}};
}

Error versionMismatch(Session &session, QLatin1StringView table, qint64 id)
{
    const auto current = Query(session, u"SELECT version FROM seatledger."_s + table + u" WHERE id = $1"_s)
                             .bind(id)
                             .first([](const Row &row) { return row.integer("version"); });
    if (!current)
        return current.error();
    if (!*current)
        return noSuchRow(table, id);
    return {ErrorCode::Conflict,
            QCoreApplication::translate(
                "repositories",
                "Somebody else changed this %1 in the meantime. Load it again and repeat the change.")
                .arg(table),
            {{u"entity"_s, QString(table)}, {u"id"_s, id}, {u"current_version"_s, **current}}};
}

} // namespace seatledger
