// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/operatorlist.h"

#include "core/domain/enumtext.h"
#include "core/repositories/searchwords.h"
#include "core/repositories/storedvalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString columns = u"o.id, o.login, o.display_name, o.role, o.rights, o.disabled_at, "
                        "x.departments, l.last_did, s.sessions, "
                        "CASE WHEN isfinite(r.rolvaliduntil) THEN r.rolvaliduntil END AS password_until"_s;
const ListJoin lookedAfter{u"LATERAL (SELECT array_agg(d.name ORDER BY d.name) AS departments "
                           "FROM seatledger.operator_department b "
                           "JOIN seatledger.department d ON d.id = b.department_id "
                           "WHERE b.operator_id = o.id AND b.ended_at IS NULL)"_s,
                           u"x"_s, u"true"_s, true};
/// Whoever has a login acts under it, so the operations' index on the actor has the last one.
const ListJoin last{u"LATERAL (SELECT p.started_at AS last_did FROM seatledger.operation p "
                    "WHERE p.actor = o.login ORDER BY p.started_at DESC LIMIT 1)"_s,
                    u"l"_s, u"true"_s, true};
const ListJoin signedIn{u"LATERAL (SELECT count(*) AS sessions FROM pg_stat_activity a "
                        "WHERE a.usename = o.login AND a.datname = current_database())"_s,
                        u"s"_s, u"true"_s, true};

const ListJoin account{u"pg_catalog.pg_roles"_s, u"r"_s, u"r.rolname = o.login"_s, true};

/// In the order of Role.
QString roleRank()
{
    QString rank = u"(CASE o.role"_s;
    int place = 0;
    for (const auto &role : enumEntries<Role>())
        rank += u" WHEN '%1' THEN %2"_s.arg(role.name).arg(place++);
    return rank + u" END)"_s;
}

std::vector<SortKey> keysOf(OperatorSort column)
{
    const SortKey login{u"o.login"_s, u"text"_s};
    if (column == OperatorSort::ByName)
        return {{u"lower(o.display_name)"_s, u"text"_s}, login};
    if (column == OperatorSort::ByRole)
        return {{roleRank(), u"integer"_s}, login};
    return {login};
}

std::vector<Right> rightsOf(const QStringList &names)
{
    std::vector<Right> rights;
    for (const QString &name : names) {
        if (const auto right = fromText<Right>(name))
            rights.push_back(*right);
    }
    std::ranges::sort(rights);
    return rights;
}

OperatorRow operatorRow(const Row &row)
{
    return {.id = storedId<OperatorId>(row, "id"),
            .login = row.text("login"),
            .name = row.text("display_name"),
            .role = storedEnum<Role>(row, "role"),
            .rights = rightsOf(row.texts("rights")),
            .departments = row.texts("departments"),
            .disabledAt = row.optionalDateTime("disabled_at"),
            .lastDid = row.optionalDateTime("last_did"),
            .passwordUntil = row.optionalDateTime("password_until"),
            .sessions = storedNumber(row, "sessions")};
}

} // namespace

ListQuery operatorListQuery(const OperatorFilter &filter, const ListOrder<OperatorSort> &order)
{
    const std::vector<SortKey> keys = keysOf(order.column);
    ListQuery list(columns, {.along = u"seatledger.operator"_s,
                             .alias = u"o"_s,
                             .keys = static_cast<int>(keys.size()),
                             .id = u"o.id"_s,
                             .details = {lookedAfter, last, signedIn, account}});
    for (const SearchWord &word : searchWordsOf(filter.search))
        list.where(u"lower(o.login || ' ' || o.display_name) LIKE lower(%1)"_s.arg(list.bound(word.pattern)));
    if (filter.role)
        list.where(u"o.role = "_s + list.bound(toText(*filter.role)));
    if (filter.id)
        list.where(u"o.id = "_s + list.bound(*filter.id));
    if (filter.disabled)
        list.where(*filter.disabled ? u"o.disabled_at IS NOT NULL"_s : u"o.disabled_at IS NULL"_s);
    return list.orderBy(keys, order.descending);
}

Result<ListPage<OperatorRow>> OperatorListRepository::operators(Session &session,
                                                                const OperatorFilter &filter,
                                                                const ListOrder<OperatorSort> &order,
                                                                const PageKey &after, int skip,
                                                                int limit) const
{
    return operatorListQuery(filter, order).page(session, after, skip, limit, operatorRow);
}

Result<std::vector<PageKey>> OperatorListRepository::operatorAnchors(Session &session,
                                                                     const OperatorFilter &filter,
                                                                     const ListOrder<OperatorSort> &order,
                                                                     int every) const
{
    return operatorListQuery(filter, order).anchors(session, every);
}

Result<qint64> OperatorListRepository::operatorCount(Session &session, const OperatorFilter &filter) const
{
    return operatorListQuery(filter, {}).count(session);
}

} // namespace seatledger
