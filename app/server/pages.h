// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/fields.h"
#include "app/server/http/request.h"
#include "app/server/http/response.h"
#include "app/server/problem.h"
#include "core/repositories/compositequeryrepository.h"

#include <QJsonArray>

#include <span>

namespace seatledger::server {

/// Which page of a list is asked for: `limit` (1 to 500, 50 unless said) and `cursor`.
struct PageWish {
    static constexpr int usual = 50;
    static constexpr int most = 500;

    int limit = usual;
    PageKey after = {};
};

/// Reads both. A cursor belongs to its list, filters and order: with others it is refused.
[[nodiscard]] PageWish readPage(QueryFields &fields, const Request &request);

/// `{"items": [...], "next_cursor": ...}`, and the next page as Link; `null` when this was the last one.
[[nodiscard]] Response pageResponse(const Request &request, const PageWish &wish, const QJsonArray &items,
                                    const PageKey &last);

/// A page of a list as JSON.
template <typename Row, typename ToJson>
[[nodiscard]] Response pageResponse(const Request &request, const PageWish &wish, const ListPage<Row> &page,
                                    ToJson toJson)
{
    QJsonArray items;
    for (const Row &row : page.rows)
        items.append(toJson(row));
    return pageResponse(request, wish, items, page.last);
}

/// What `sort` may name, and what that is.
template <typename Column>
struct SortName {
    QLatin1StringView name;
    Column column;
};

/// Reads `sort=name` or `sort=-name`, which is the other way round.
template <typename Column>
void readSort(QueryFields &fields, std::span<const SortName<Column>> names, ListOrder<Column> &order)
{
    QString text;
    fields.read("sort", text);
    if (text.isEmpty())
        return;
    const bool descending = text.startsWith(u'-');
    QStringList known;
    for (const SortName<Column> &entry : names) {
        known.append(entry.name);
        if (entry.name == QStringView(text).sliced(descending ? 1 : 0)) {
            order = {entry.column, descending, {}};
            return;
        }
    }
    fields.refuse("sort", QStringLiteral("One of: ") + known.join(QStringLiteral(", ")) + u'.');
}

} // namespace seatledger::server
