// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/namedrows.h"

#include "core/repositories/rowversion.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

Result<qint64> allChanged(Session &session, Query &query, QLatin1StringView table, const NamedRows &named)
{
    query.bind("ids", named.ids).bind("versions", named.versions);
    const auto changed = query.all([](const Row &row) { return row.integer("id"); });
    if (!changed)
        return std::unexpected(changed.error());
    if (std::ssize(*changed) == named.ids.size())
        return named.ids.size();
    const QSet<qint64> met(changed->begin(), changed->end());
    const auto missed = std::ranges::find_if_not(named.ids, [&met](qint64 id) { return met.contains(id); });
    return std::unexpected(versionMismatch(session, table, *missed));
}

QString updateOfNamed(QLatin1StringView table, const QStringList &assignments)
{
    return u"UPDATE seatledger."_s + table + u" a SET "_s + assignments.join(u", "_s)
           + u" FROM unnest(:ids::bigint[], :versions::integer[]) n(id, version), "
             "(SELECT seatledger.today() AS today) day "
             "WHERE a.id = n.id AND a.version = n.version RETURNING a.id"_s;
}

Result<qint64> ColumnValues::write(Session &session, QLatin1StringView table, const NamedRows &named) const
{
    QStringList assignments;
    for (const auto &[column, value] : m_values)
        assignments += QLatin1StringView(column) + u" = :"_s + QLatin1StringView(column);
    Query query(session, updateOfNamed(table, assignments));
    for (const auto &[column, value] : m_values)
        query.bind(column, value);
    return allChanged(session, query, table, named);
}

} // namespace seatledger
