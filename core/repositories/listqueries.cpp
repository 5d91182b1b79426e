// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/listqueries.h"

#include "core/domain/enumtext.h"
#include "core/repositories/assignmentsearch.h"
#include "core/repositories/searchwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

template <typename Enum>
QStringList namesOf(const QList<Enum> &values)
{
    QStringList names;
    for (Enum value : values)
        names.append(toText(value));
    return names;
}

std::vector<SortKey> memberKeys(MemberSort column)
{
    switch (column) {
    case MemberSort::ByNumber:
        return {{u"lower(m.number)"_s, u"text"_s}};
    case MemberSort::ByEmail:
        return {{u"lower(m.email)"_s, u"text"_s}};
    case MemberSort::ByName:
        break;
    }
    return {{u"m.name"_s, u"text"_s}, {u"m.id"_s, u"bigint"_s}};
}

std::vector<SortKey> licenseKeys(LicenseSort column)
{
    const SortKey id{u"c.license_id"_s, u"bigint"_s};
    switch (column) {
    case LicenseSort::ByFree:
        return {{u"coalesce(c.capacity - c.held, 9223372036854775807)"_s, u"bigint"_s}, id};
    case LicenseSort::ByHeld:
        return {{u"c.held"_s, u"bigint"_s}, id};
    case LicenseSort::ByLapse:
        return {{u"coalesce(c.lapses_on, 'infinity'::date)"_s, u"date"_s}, id};
    case LicenseSort::ByName:
        break;
    }
    return {{u"l.name"_s, u"text"_s}, {u"l.id"_s, u"bigint"_s}};
}

std::vector<SortKey> assignmentKeys(AssignmentSort column)
{
    const SortKey id{u"a.id"_s, u"bigint"_s};
    switch (column) {
    case AssignmentSort::ByMember:
        return {{u"m.name"_s, u"text"_s}, {u"m.id"_s, u"bigint"_s}, id};
    case AssignmentSort::ByLicense:
        return {{u"l.name"_s, u"text"_s}, {u"l.id"_s, u"bigint"_s}, id};
    case AssignmentSort::ByFirstDay:
        return {{u"a.first_day"_s, u"date"_s}, id};
    case AssignmentSort::Newest:
        break;
    }
    return {id};
}

const QString assignmentColumns = u"a.id, a.license_id, l.name AS license_name, a.member_id, m.name AS "
                                  u"member_name, m.email AS member_email, "
                                  "coalesce(d.name, '') AS department, a.quantity, lower(a.period) AS "
                                  "first_day, upper(a.period) AS end_day, a.state, "
                                  "a.seat_released, a.suspended_until, a.ended_on, a.version"_s;

const ListJoin departmentJoin{u"seatledger.department"_s, u"d"_s, u"d.id = m.department_id"_s, true};

ListTables memberTables(MemberSort column)
{
    return {.along = u"seatledger.member"_s,
            .alias = u"m"_s,
            .keys = column == MemberSort::ByName ? 2 : 1,
            .id = u"m.id"_s,
            .details = {departmentJoin}};
}

void searchMembers(ListQuery &list, const QString &search, SearchEffort effort)
{
    QStringList conditions;
    for (const SearchWord &word : searchWordsOf(search))
        conditions.append(u"m.search LIKE lower(%1)"_s.arg(list.bound(word.pattern)));
    if (conditions.isEmpty())
        return;
    const QString all = conditions.join(u" AND "_s);
    list.search({.walking = all,
                 .found = u"(SELECT * FROM seatledger.member m WHERE %1 OFFSET 0) m"_s.arg(all),
                 .stretch = effort.rows / 5});
}

/// The counters are walked along where they give the order, and looked at where a condition needs them.
ListTables licenseTables(LicenseSort column, bool needsSeats)
{
    const ListJoin seats{u"seatledger.license_seats"_s, u"c"_s, u"c.license_id = l.id"_s};
    const ListJoin product{u"seatledger.product"_s, u"p"_s, u"p.id = l.product_id"_s};
    const ListJoin vendor{u"seatledger.vendor"_s, u"v"_s, u"v.id = p.vendor_id"_s};
    if (column != LicenseSort::ByName)
        return {.along = u"seatledger.license_seats"_s,
                .alias = u"c"_s,
                .keys = 2,
                .id = u"c.license_id"_s,
                .joins = {{u"seatledger.license"_s, u"l"_s, u"l.id = c.license_id"_s}},
                .details = {product, vendor}};
    ListTables tables{.along = u"seatledger.license"_s,
                      .alias = u"l"_s,
                      .keys = 2,
                      .id = u"l.id"_s,
                      .details = {product, vendor}};
    (needsSeats ? tables.joins : tables.details).push_back(seats);
    return tables;
}

Result<QList<qint64>> productsNamed(Session &session, const SearchWord &word)
{
    return Query(
               session,
               u"SELECT ARRAY(SELECT p.id FROM seatledger.product p JOIN seatledger.vendor v ON v.id = "
               "p.vendor_id WHERE lower(p.name) LIKE lower($1) OR lower(v.name) LIKE lower($1)) AS products"_s)
        .bind(word.pattern)
        .one([](const Row &row) { return row.integers("products"); });
}

/// A word of a search of the licences, as conditions.
struct LicenseWord {
    QString byName;
    QString byProduct; ///< empty if no product or vendor has it in its name
    QString byIndex;   ///< `byName` for the index of short words; empty if it is none

    [[nodiscard]] QString condition() const
    {
        return byProduct.isEmpty() ? byName : u'(' + byName + u" OR "_s + byProduct + u')';
    }
};

Result<LicenseWord> licenseWord(Session &session, ListQuery &list, const SearchWord &word)
{
    const auto products = productsNamed(session, word);
    if (!products)
        return std::unexpected(products.error());
    LicenseWord spelled{.byName = u"l.search LIKE lower(%1)"_s.arg(list.bound(word.pattern))};
    if (!products->isEmpty())
        spelled.byProduct = u"l.product_id = ANY (%1::bigint[])"_s.arg(list.bound(*products));
    if (word.isShort)
        spelled.byIndex = u"seatledger.neighbours(l.search) @> ARRAY[lower(%1)] AND "_s.arg(
                              list.bound(word.text))
                          + spelled.byName;
    return spelled;
}

/// All licences in which the words are found, as a table `l`.
QString licensesFound(const std::vector<LicenseWord> &words)
{
    const QString all = u"SELECT * FROM seatledger.license l WHERE %1"_s;
    const auto found = std::ranges::find_if_not(words, &QString::isEmpty, &LicenseWord::byIndex);
    QStringList others;
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (word != found)
            others.append(word->condition());
    }
    if (found == words.end())
        return u'(' + all.arg(others.join(u" AND "_s)) + u" OFFSET 0) l"_s;
    // One index has the short word, another the product; neither would be used for the one or the other.
    QString text = u'(' + all.arg((QStringList(found->byIndex) + others).join(u" AND "_s));
    if (!found->byProduct.isEmpty())
        text += u" UNION ALL "_s
                + all.arg(
                    (QStringList{found->byProduct, u"NOT "_s + found->byName} + others).join(u" AND "_s));
    return text + u" OFFSET 0) l"_s;
}

/// In the names of the licence, its product and its vendor.
Result<void> searchLicenses(Session &session, ListQuery &list, const QString &search, bool needsSeats,
                            SearchEffort effort)
{
    std::vector<LicenseWord> words;
    QStringList conditions;
    for (const SearchWord &word : searchWordsOf(search)) {
        auto spelled = licenseWord(session, list, word);
        if (!spelled)
            return std::unexpected(std::move(spelled).error());
        conditions.append(spelled->condition());
        words.push_back(*std::move(spelled));
    }
    if (words.empty())
        return {};
    QString found = licensesFound(words);
    if (needsSeats)
        found += u" CROSS JOIN LATERAL (SELECT * FROM seatledger.license_seats c WHERE c.license_id = l.id "
                 "OFFSET 0) c"_s;
    list.search({.walking = conditions.join(u" AND "_s), .found = found, .stretch = effort.rows / 5});
    return {};
}

/// The joins that an order needs come first, the rest is for the columns only.
ListTables assignmentTables(AssignmentSort column)
{
    const QString assignment = u"seatledger.license_assignment"_s;
    const ListJoin license{u"seatledger.license"_s, u"l"_s, u"l.id = a.license_id"_s};
    const ListJoin member{u"seatledger.member"_s, u"m"_s, u"m.id = a.member_id"_s};
    switch (column) {
    case AssignmentSort::ByMember:
        return {.along = member.table,
                .alias = member.alias,
                .keys = 2,
                .id = u"a.id"_s,
                .joins = {{assignment, u"a"_s, u"a.member_id = m.id"_s}},
                .searched = {license},
                .details = {departmentJoin}};
    case AssignmentSort::ByLicense:
        return {.along = license.table,
                .alias = license.alias,
                .keys = 2,
                .id = u"a.id"_s,
                .joins = {{assignment, u"a"_s, u"a.license_id = l.id"_s}},
                .searched = {member},
                .details = {departmentJoin}};
    case AssignmentSort::Newest:
    case AssignmentSort::ByFirstDay:
        break;
    }
    return {.along = assignment,
            .alias = u"a"_s,
            .keys = column == AssignmentSort::Newest ? 1 : 2,
            .id = u"a.id"_s,
            .searched = {license, member},
            .details = {departmentJoin}};
}

/// More departments than these have so much of everything that passing over the others is faster.
constexpr qsizetype manyDepartments = 200;

/// The assignments of the departments by which somebody sees people. A list of one licence or one member has
/// few rows; so it may be with some states, which have an index.
Result<void> confineAssignments(Session &session, ListQuery &list, const AssignmentFilter &filter,
                                AssignmentSort order)
{
    constexpr qsizetype fewDepartments = 8;
    if (filter.license || filter.member)
        return {};
    const auto seen = seenBy(session);
    if (!seen)
        return std::unexpected(seen.error());
    if (!*seen)
        return {};
    const SeenBy &by = **seen;
    ListScope scope{.column = u"a.department_key"_s,
                    .departments = list.bound(by.departments),
                    .count = by.departments.size(),
                    .columns = {u"id"_s},
                    .isWide = by.share >= 0.5
                              || by.departments.size()
                                     > (filter.states.isEmpty() ? manyDepartments : fewDepartments)};
    scope.share = by.share;
    scope.rows = by.rows;
    if (by.member)
        scope.besides = u"a.member_id = %1"_s.arg(list.bound(*by.member));
    if (!filter.states.isEmpty())
        scope.columns.append(u"state"_s);
    if (!filter.search.isEmpty())
        scope.columns += {u"license_id"_s, u"member_id"_s};
    if (order == AssignmentSort::ByLicense)
        scope.along =
            u"l.id IN (SELECT s.license_id FROM seatledger.license_assignment s WHERE s.department_key = "
            "ANY (%1::bigint[])%2)"_s.arg(
                scope.departments, by.member ? u" OR s.member_id = "_s + list.bound(*by.member) : QString());
    scope.counted = u"seatledger.visible_assignments()"_s;
    list.within(std::move(scope));
    return {};
}

/// The people of the departments by which somebody sees people, by name; other orders have no index by
/// department.
Result<void> confineMembers(Session &session, ListQuery &list, const MemberFilter &filter, MemberSort order)
{
    if (order != MemberSort::ByName || !filter.search.isEmpty())
        return {};
    const auto seen = seenBy(session);
    if (!seen)
        return std::unexpected(seen.error());
    if (!*seen || (*seen)->share >= 0.5 || (*seen)->departments.size() > manyDepartments)
        return {};
    const SeenBy &by = **seen;
    list.within({.column = u"m.department_id"_s,
                 .departments = list.bound(by.departments),
                 .count = by.departments.size(),
                 .besides = by.member ? u"m.id = "_s + list.bound(*by.member) : QString(),
                 .columns = {u"id"_s, u"status"_s, u"department_id"_s}});
    return {};
}

} // namespace

Result<ListQuery> memberListQuery(Session &session, const MemberFilter &filter, ListOrder<MemberSort> order,
                                  SearchEffort effort)
{
    ListQuery list(
        u"m.id, m.number, m.name, m.email, coalesce(d.name, '') AS department, m.status, m.version, "
        "(SELECT count(*) FROM seatledger.license_assignment a WHERE a.member_id = m.id "
        "AND a.state IN ('reserved', 'active', 'suspended')) AS licenses"_s,
        memberTables(order.column));
    searchMembers(list, filter.search, effort);
    if (!filter.statuses.isEmpty())
        list.where(u"m.status = ANY (%1::text[])"_s.arg(list.bound(namesOf(filter.statuses))));
    if (!filter.departments.isEmpty())
        list.where(
            u"m.department_id IN (WITH RECURSIVE below(id) AS (SELECT unnest(%1::bigint[]) UNION "
            "SELECT d.id FROM seatledger.department d JOIN below b ON d.parent_id = b.id) SELECT id FROM below)"_s
                .arg(list.bound(filter.departments)));
    list.orderBy(memberKeys(order.column), order.descending);
    if (auto confined = confineMembers(session, list, filter, order.column); !confined)
        return std::unexpected(std::move(confined).error());
    return list;
}

Result<ListQuery> licenseListQuery(Session &session, const LicenseFilter &filter,
                                   ListOrder<LicenseSort> order, SearchEffort effort)
{
    const bool needsSeats = filter.onlyShort || order.column != LicenseSort::ByName;
    ListQuery list(
        u"l.id, l.name, v.name AS vendor, p.name AS product, l.metric, l.term, l.state, c.capacity, c.held, "
        "c.promised, c.short, c.lapses_on, l.version"_s,
        licenseTables(order.column, needsSeats));
    if (auto searched = searchLicenses(session, list, filter.search, needsSeats, effort); !searched)
        return std::unexpected(std::move(searched).error());
    if (!filter.states.isEmpty())
        list.where(u"l.state = ANY (%1::text[])"_s.arg(list.bound(namesOf(filter.states))));
    if (filter.onlyShort)
        list.where(u"c.short > 0"_s);
    return list.orderBy(licenseKeys(order.column), order.descending);
}

Result<ListQuery> assignmentListQuery(Session &session, const AssignmentFilter &filter,
                                      ListOrder<AssignmentSort> order, SearchEffort effort)
{
    ListQuery list(assignmentColumns, assignmentTables(order.column));
    if (!filter.states.isEmpty())
        list.where(u"a.state = ANY (%1::text[])"_s.arg(list.bound(namesOf(filter.states))));
    if (filter.license)
        list.where(u"a.license_id = %1"_s.arg(list.bound(*filter.license)));
    if (filter.member)
        list.where(u"a.member_id = %1"_s.arg(list.bound(*filter.member)));
    list.orderBy(assignmentKeys(order.column), order.descending);
    if (auto confined = confineAssignments(session, list, filter, order.column); !confined)
        return std::unexpected(std::move(confined).error());
    if (auto searched = searchAssignments(session, list, filter, order, effort); !searched)
        return std::unexpected(std::move(searched).error());
    return list;
}

} // namespace seatledger
