// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/listorders.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

// The keys of one column; those with an index end with what makes them total.

std::vector<SortKey> keysOf(MemberSort column)
{
    switch (column) {
    case MemberSort::ByNumber:
        return {{u"lower(m.number)"_s, u"text"_s}};
    case MemberSort::ByEmail:
        return {{u"lower(m.email)"_s, u"text"_s}};
    case MemberSort::ByDepartment:
        return {{u"d.id IS NULL"_s, u"boolean"_s}, {u"coalesce(d.name, '')"_s, u"text"_s}};
    case MemberSort::ByStatus:
        return {{u"m.status"_s, u"text"_s}};
    case MemberSort::ByName:
        break;
    }
    return {{u"m.name"_s, u"text"_s}, {u"m.id"_s, u"bigint"_s}};
}

std::vector<SortKey> keysOf(LicenseSort column)
{
    const SortKey id{u"c.license_id"_s, u"bigint"_s};
    switch (column) {
    case LicenseSort::ByFree:
        return {{u"coalesce(c.capacity - c.held, 9223372036854775807)"_s, u"bigint"_s}, id};
    case LicenseSort::ByHeld:
        return {{u"c.held"_s, u"bigint"_s}, id};
    case LicenseSort::ByLapse:
        return {{u"coalesce(c.lapses_on, 'infinity'::date)"_s, u"date"_s}, id};
    case LicenseSort::ByProduct:
        return {{u"p.name"_s, u"text"_s}};
    case LicenseSort::ByTerm:
        return {{u"l.term"_s, u"text"_s}};
    case LicenseSort::ByState:
        return {{u"l.state"_s, u"text"_s}};
    case LicenseSort::ByName:
        break;
    }
    return {{u"l.name"_s, u"text"_s}, {u"l.id"_s, u"bigint"_s}};
}

std::vector<SortKey> keysOf(AssignmentSort column)
{
    const SortKey id{u"a.id"_s, u"bigint"_s};
    switch (column) {
    case AssignmentSort::ByMember:
        return {{u"m.name"_s, u"text"_s}, {u"m.id"_s, u"bigint"_s}, id};
    case AssignmentSort::ByLicense:
        return {{u"l.name"_s, u"text"_s}, {u"l.id"_s, u"bigint"_s}, id};
    case AssignmentSort::ByFirstDay:
        return {{u"a.first_day"_s, u"date"_s}, id};
    case AssignmentSort::ByState:
        return {{u"a.state"_s, u"text"_s}, id};
    case AssignmentSort::ByQuantity:
        return {{u"a.quantity"_s, u"integer"_s}};
    case AssignmentSort::ByLastDay:
        return {{u"coalesce(upper(a.period), 'infinity'::date)"_s, u"date"_s}};
    case AssignmentSort::Newest:
        break;
    }
    return {id};
}

bool isIndexed(MemberSort column)
{
    return column <= MemberSort::ByEmail;
}

bool isIndexed(LicenseSort column)
{
    return column <= LicenseSort::ByLapse;
}

bool isIndexed(AssignmentSort column)
{
    return column <= AssignmentSort::ByState;
}

/// `ids` are the expressions that identify a row; the last key is the first of them. What the wanted columns
/// do not tell apart is in the order of `among`.
template <typename Column>
void order(ListQuery &list, const ListOrder<Column> &wanted, const QStringList &ids,
           std::optional<Column> among = std::nullopt)
{
    if (wanted.then.empty() && isIndexed(wanted.column)) {
        list.orderBy(keysOf(wanted.column), wanted.descending);
        return;
    }
    std::vector<SortKey> keys;
    const auto add = [&](Column column, bool descending) {
        for (SortKey key : keysOf(column)) {
            // an id decides everything: what follows it would not count
            if (ids.contains(key.expression)
                || std::ranges::find(keys, key.expression, &SortKey::expression) != keys.end())
                continue;
            key.descending = descending;
            keys.push_back(std::move(key));
        }
    };
    add(wanted.column, wanted.descending);
    for (const ListOrder<Column> &next : wanted.then)
        add(next.column, next.descending);
    if (among)
        add(*among, false);
    keys.push_back({ids.first(), u"bigint"_s, wanted.descending});
    list.orderByEach(std::move(keys));
}

} // namespace

void orderMembers(ListQuery &list, const ListOrder<MemberSort> &wanted)
{
    order(list, wanted, {u"m.id"_s}, std::optional(MemberSort::ByName));
}

void orderLicenses(ListQuery &list, const ListOrder<LicenseSort> &wanted)
{
    order(list, wanted, {u"l.id"_s, u"c.license_id"_s}, std::optional(LicenseSort::ByName));
}

void orderAssignments(ListQuery &list, const ListOrder<AssignmentSort> &wanted)
{
    order(list, wanted, {u"a.id"_s});
}

} // namespace seatledger
