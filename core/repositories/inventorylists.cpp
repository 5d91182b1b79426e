// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/inventorylists.h"

#include "core/repositories/searchwords.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString paths = u"(WITH RECURSIVE t(id, path) AS ("
                      "SELECT d.id, d.name FROM seatledger.department d WHERE NOT EXISTS ("
                      "SELECT FROM seatledger.department a WHERE a.id = d.parent_id) "
                      "UNION ALL SELECT d.id, t.path || ' / ' || d.name "
                      "FROM seatledger.department d JOIN t ON d.parent_id = t.id) SELECT id, path FROM t)"_s;

void searchIn(ListQuery &list, const QString &search, const QString &texts)
{
    for (const SearchWord &word : searchWordsOf(search))
        list.where(u"lower(%1) LIKE lower(%2)"_s.arg(texts, list.bound(word.pattern)));
}

} // namespace

ListJoin departmentPathJoin(const QString &alias, const QString &condition)
{
    return {paths, alias, condition, true};
}

ListQuery departmentListQuery(const QString &search)
{
    ListQuery list(u"d.id"_s,
                   {.along = u"seatledger.department"_s,
                    .alias = u"d"_s,
                    .keys = 0,
                    .id = u"d.id"_s,
                    .joins = {departmentPathJoin(u"t"_s, u"t.id = d.id"_s)},
                    .details = {{u"seatledger.department"_s, u"a"_s, u"a.id = d.parent_id"_s, true}}});
    searchIn(list, search, u"t.path"_s);
    return list.orderBy({{u"t.path"_s, u"text"_s}, {u"d.id"_s, u"bigint"_s}}, false);
}

ListQuery deviceListQuery(const QString &search)
{
    ListQuery list(
        u"v.id"_s,
        {.along = u"seatledger.device"_s,
         .alias = u"v"_s,
         .keys = 0,
         .id = u"v.id"_s,
         .joins = {{u"seatledger.member"_s, u"m"_s, u"m.id = v.member_id"_s, true}},
         .details = {{u"(SELECT x.device_id, count(*) FILTER (WHERE x.released_at IS NULL) AS live, "
                      "max(y.last_seen_at) AS seen_at FROM seatledger.activation x "
                      "LEFT JOIN seatledger.activation_lease y ON y.activation_id = x.id GROUP BY 1)"_s,
                      u"c"_s, u"c.device_id = v.id"_s, true}}});
    searchIn(list, search,
             u"v.name || ' ' || v.fingerprint || ' ' || v.platform || ' ' || coalesce(m.search, '')"_s);
    return list.orderBy({{u"v.name"_s, u"text"_s}, {u"v.id"_s, u"bigint"_s}}, false);
}

ListQuery entitlementListQuery(const EntitlementFilter &filter)
{
    ListQuery list(u"e.id, e.license_id"_s,
                   {.along = u"seatledger.entitlement"_s,
                    .alias = u"e"_s,
                    .keys = 0,
                    .id = u"e.id"_s,
                    .joins = {{u"seatledger.license"_s, u"l"_s, u"l.id = e.license_id"_s},
                              {u"seatledger.product"_s, u"p"_s, u"p.id = l.product_id"_s},
                              {u"seatledger.vendor"_s, u"v"_s, u"v.id = p.vendor_id"_s}},
                    .details = {{u"seatledger.member"_s, u"o"_s, u"o.id = l.owner_member_id"_s, true}}});
    searchIn(list, filter.search,
             u"l.name || ' ' || p.name || ' ' || v.name || ' ' || e.order_number || ' ' || e.supplier"_s);
    if (filter.license)
        list.where(u"e.license_id = "_s + list.bound(*filter.license));
    if (!filter.withCancelled)
        list.where(u"e.cancelled_at IS NULL"_s);
    if (filter.asOf)
        list.where(u"e.cancelled_at IS NULL AND e.period @> %1::date"_s.arg(list.bound(*filter.asOf)));
    return list.orderBy({{u"l.name"_s, u"text"_s},
                         {u"l.id"_s, u"bigint"_s},
                         {u"lower(e.period)"_s, u"date"_s},
                         {u"e.id"_s, u"bigint"_s}},
                        false);
}

} // namespace seatledger
