// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/query.h"
#include "core/db/session.h"
#include "core/db/sqlvalue.h"
#include "core/domain/result.h"

#include <QLatin1StringView>
#include <QList>
#include <QStringList>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace seatledger {

/// Rows named by id and version, as the two arrays that a statement on a whole set starts with:
/// `FROM unnest(:ids::bigint[], :versions::integer[]) n(id, version)`.
struct NamedRows {
    template <typename Row>
    explicit NamedRows(std::span<const Row> rows)
    {
        for (const Row &row : rows) {
            ids.append(row.id.value());
            versions.append(row.version);
        }
    }

    QList<qint64> ids;
    QList<int> versions;
};

/// Runs an update of the named rows that returns their ids. Everything or a Conflict: a row that is missing
/// among the changed ones was changed by somebody else. Answers how many there are. `table` as in
/// versionMismatch().
[[nodiscard]] Result<qint64> allChanged(Session &session, Query &query, QLatin1StringView table,
                                        const NamedRows &named);

/// Gives the named rows of `table` the same values in the columns that `assignments`, parts of a SET list,
/// say.
[[nodiscard]] QString updateOfNamed(QLatin1StringView table, const QStringList &assignments);

/// The columns that an edit of several rows sets, each to one value for all of them.
class ColumnValues final
{
public:
    /// Sets `column` to what `toSql` makes of the value, if one is wanted.
    template <typename Wanted, typename ToSql>
    void set(const char *column, const std::optional<Wanted> &wanted, ToSql toSql)
    {
        if (wanted)
            m_values.emplace_back(column, toSql(*wanted));
    }

    /// Writes them to the named rows, as allChanged() does.
    [[nodiscard]] Result<qint64> write(Session &session, QLatin1StringView table,
                                       const NamedRows &named) const;

private:
    std::vector<std::pair<const char *, SqlValue>> m_values;
};

} // namespace seatledger
