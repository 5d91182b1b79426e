// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/tokenlist.h"

#include "core/repositories/searchwords.h"
#include "core/repositories/tokenrows.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString columns = u"t.id, t.operator_id, o.login, o.display_name, t.name, t.scopes, t.created_at, "
                        "t.expires_at, t.revoked_at, t.version, u.last_used_at, "
                        "o.disabled_at IS NOT NULL AS owner_disabled"_s;
const ListJoin owner{u"seatledger.operator"_s, u"o"_s, u"o.id = t.operator_id"_s};
const ListJoin use{u"seatledger.api_token_use"_s, u"u"_s, u"u.api_token_id = t.id"_s, true};
const QString validity = u"(t.revoked_at IS NULL AND t.expires_at > now() AND o.disabled_at IS NULL)"_s;

std::vector<SortKey> keysOf(TokenSort column)
{
    const SortKey id{u"t.id"_s, u"bigint"_s};
    switch (column) {
    case TokenSort::ByName:
        return {{u"lower(t.name)"_s, u"text"_s}, id};
    case TokenSort::ByOwner:
        return {{u"o.login"_s, u"text"_s}, id};
    case TokenSort::ByExpiry:
        return {{u"t.expires_at"_s, u"timestamptz"_s}, id};
    case TokenSort::ByLastUse:
        return {{u"coalesce(u.last_used_at, '-infinity')"_s, u"timestamptz"_s}, id};
    case TokenSort::ByCreated:
        break;
    }
    return {{u"t.created_at"_s, u"timestamptz"_s}, id};
}

/// Which of the keys are of the tokens alone.
int ownKeys(TokenSort column)
{
    return column == TokenSort::ByOwner || column == TokenSort::ByLastUse ? 0 : 2;
}

} // namespace

ListQuery tokenListQuery(const TokenFilter &filter, const ListOrder<TokenSort> &order)
{
    ListQuery list(columns, {.along = u"seatledger.api_token"_s,
                             .alias = u"t"_s,
                             .keys = ownKeys(order.column),
                             .id = u"t.id"_s,
                             .joins = {owner, use}});
    for (const SearchWord &word : searchWordsOf(filter.search))
        list.where(u"lower(t.name || ' ' || o.login || ' ' || o.display_name) LIKE lower(%1)"_s.arg(
            list.bound(word.pattern)));
    if (filter.valid)
        list.where(*filter.valid ? validity : u"NOT "_s + validity);
    if (filter.onlyMine)
        list.where(u"t.operator_id = (SELECT seatledger.acting_operator())"_s);
    if (filter.id)
        list.where(u"t.id = "_s + list.bound(*filter.id));
    return list.orderBy(keysOf(order.column), order.descending);
}

Result<ListPage<TokenRow>> TokenListRepository::tokens(Session &session, const TokenFilter &filter,
                                                       const ListOrder<TokenSort> &order,
                                                       const PageKey &after, int skip, int limit) const
{
    return tokenListQuery(filter, order).page(session, after, skip, limit, [](const Row &row) {
        return TokenRow{tokenFromRow(row), row.boolean("owner_disabled")};
    });
}

Result<std::vector<PageKey>> TokenListRepository::tokenAnchors(Session &session, const TokenFilter &filter,
                                                               const ListOrder<TokenSort> &order,
                                                               int every) const
{
    return tokenListQuery(filter, order).anchors(session, every);
}

Result<qint64> TokenListRepository::tokenCount(Session &session, const TokenFilter &filter) const
{
    return tokenListQuery(filter, {}).count(session);
}

} // namespace seatledger
