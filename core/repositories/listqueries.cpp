// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/listqueries.h"

#include "core/domain/enumtext.h"
#include "core/repositories/assignmentsearch.h"
#include "core/repositories/listday.h"
#include "core/repositories/listorders.h"
#include "core/repositories/searchterms.h"
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

/// What a filter leaves of an enumeration; none chosen is all.
template <typename Enum>
QStringList namesLeft(const QList<Enum> &chosen)
{
    QStringList names = namesOf(chosen);
    if (names.isEmpty()) {
        for (const EnumEntry<Enum> &entry : enumEntries<Enum>())
            names.append(entry.name);
    }
    names.removeDuplicates();
    return names;
}

const QString assignmentColumns = u"a.id, a.license_id, l.name AS license_name, a.member_id, m.name AS "
                                  u"member_name, m.email AS member_email, "
                                  "coalesce(d.name, '') AS department, a.quantity, lower(a.period) AS "
                                  "first_day, upper(a.period) AS end_day, a.state, "
                                  "a.seat_released, a.suspended_until, a.ended_on, a.version, a.note"_s;

const ListJoin departmentJoin{u"seatledger.department"_s, u"d"_s, u"d.id = m.department_id"_s, true};

/// Looked up for each row that was found; what a list of them is ordered by.
QString lookedUp(const ListJoin &join)
{
    return u" LEFT JOIN LATERAL (SELECT * FROM %1 %2 WHERE %3 OFFSET 0) %2 ON true"_s.arg(
        join.table, join.alias, join.condition);
}

ListTables memberTables(const ListOrder<MemberSort> &order, std::optional<QDate> asOf)
{
    ListTables tables{.along = membersAsOf(asOf),
                      .alias = u"m"_s,
                      .keys = order.column == MemberSort::ByName ? 2 : 1,
                      .id = u"m.id"_s};
    (ordersBy(order, MemberSort::ByDepartment) ? tables.joins : tables.details).push_back(departmentJoin);
    return tables;
}

/// Terms that look for letters join the words of the search, the rest are plain conditions.
Result<void> searchMembers(Session &session, ListQuery &list, const MemberFilter &filter,
                           const ListOrder<MemberSort> &order, SearchEffort effort)
{
    QStringList conditions;
    QStringList found;
    QStringList walking;
    int stretch = effort.rows / 5;
    for (const SearchWord &word : searchWordsOf(filter.search))
        conditions.append(u"m.search LIKE lower(%1)"_s.arg(list.bound(word.pattern)));
    for (const SearchTerm &term : filter.terms) {
        auto condition = memberCondition(session, list.values(), term, u"m"_s, filter.asOf);
        if (!condition)
            return std::unexpected(std::move(condition).error());
        if (term.isNegated || (!condition->usesSearch && condition->walking.isEmpty())) {
            list.where(asWritten(term, condition->text));
        } else if (condition->walking.isEmpty()) {
            conditions.append(condition->text);
        } else {
            found.append(condition->text);
            walking.append(condition->walking);
            stretch = effort.rows / 25; // looking at what one member holds is a search of its own
        }
    }
    if (conditions.isEmpty() && found.isEmpty())
        return {};
    const QString all = (conditions + found).join(u" AND "_s);
    const QString ordered = ordersBy(order, MemberSort::ByDepartment) ? lookedUp(departmentJoin) : QString();
    list.search(
        {.walking = (conditions + walking).join(u" AND "_s),
         .found = u"(SELECT * FROM %2 m WHERE %1 OFFSET 0) m"_s.arg(all, membersAsOf(filter.asOf)) + ordered,
         .stretch = stretch});
    return {};
}

const ListJoin seatsJoin{u"seatledger.license_seats"_s, u"c"_s, u"c.license_id = l.id"_s};
const ListJoin productJoin{u"seatledger.product"_s, u"p"_s, u"p.id = l.product_id"_s};
const ListJoin vendorJoin{u"seatledger.vendor"_s, u"v"_s, u"v.id = p.vendor_id"_s};

bool isAlongSeats(LicenseSort column)
{
    return column == LicenseSort::ByFree || column == LicenseSort::ByHeld || column == LicenseSort::ByLapse;
}

bool ordersBySeats(const ListOrder<LicenseSort> &order)
{
    return isAlongSeats(order.column)
           || std::ranges::any_of(order.then, [](const auto &key) { return isAlongSeats(key.column); });
}

/// The counters are walked along where they give the order, and so are the few products; they are looked at
/// where a condition needs them. Those of a day are counted: for the rows of a page only, see countAll().
ListTables licenseTables(const ListOrder<LicenseSort> &order, bool needsSeats, std::optional<QDate> asOf)
{
    const bool byProduct = ordersBy(order, LicenseSort::ByProduct);
    ListTables tables{.along = u"seatledger.license"_s, .alias = u"l"_s, .keys = 2, .id = u"l.id"_s};
    if (order.column == LicenseSort::ByProduct) {
        tables.along = productJoin.table;
        tables.alias = productJoin.alias;
        tables.keys = 1;
        tables.joins = {{u"seatledger.license"_s, u"l"_s, u"l.product_id = p.id"_s}};
    }
    if (asOf) {
        tables.details.push_back({seatsOfOneAsOf(*asOf), u"c"_s, u"c.license_id = l.id"_s});
    } else if (isAlongSeats(order.column)) {
        tables.along = seatsJoin.table;
        tables.alias = seatsJoin.alias;
        tables.id = u"c.license_id"_s;
        tables.joins = {{u"seatledger.license"_s, u"l"_s, u"l.id = c.license_id"_s}};
    } else {
        (needsSeats ? tables.joins : tables.details).push_back(seatsJoin);
    }
    if (order.column != LicenseSort::ByProduct)
        (byProduct ? tables.joins : tables.details).push_back(productJoin);
    tables.details.push_back(vendorJoin);
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
    QString byIndex; ///< `byName` for the index of short words; empty if it is none

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

/// Terms that look for letters join the words of the search, the rest are plain conditions.
Result<void> applyLicenseTerms(Session &session, ListQuery &list, const std::vector<SearchTerm> &terms,
                               std::vector<LicenseWord> &words)
{
    for (const SearchTerm &term : terms) {
        auto condition = licenseCondition(session, list.values(), term, u"l"_s);
        if (!condition)
            return std::unexpected(std::move(condition).error());
        if (condition->usesSearch && !term.isNegated)
            words.push_back({.byName = condition->text, .byProduct = {}, .byIndex = {}});
        else
            list.where(asWritten(term, condition->text));
    }
    return {};
}

/// The seats of a day have no index: where they give the order, or a condition needs them, those of all
/// licences are counted at once.
void countAll(ListQuery &list, const ListOrder<LicenseSort> &order, QDate asOf)
{
    list.search({.walking = u"true"_s,
                 .found = u"seatledger.license l JOIN %1 c ON c.license_id = l.id"_s.arg(seatsAsOf(asOf))
                          + (ordersBy(order, LicenseSort::ByProduct) ? lookedUp(productJoin) : QString()),
                 .isRare = true});
}

/// In the names of the licence, its product and its vendor.
Result<void> searchLicenses(Session &session, ListQuery &list, const LicenseFilter &filter,
                            const ListOrder<LicenseSort> &order, bool needsSeats, SearchEffort effort)
{
    std::vector<LicenseWord> words;
    for (const SearchWord &word : searchWordsOf(filter.search)) {
        auto spelled = licenseWord(session, list, word);
        if (!spelled)
            return std::unexpected(std::move(spelled).error());
        words.push_back(*std::move(spelled));
    }
    auto applied = applyLicenseTerms(session, list, filter.terms, words);
    if (applied && words.empty() && needsSeats && filter.asOf)
        countAll(list, order, *filter.asOf);
    if (!applied || words.empty())
        return applied;
    QStringList conditions;
    for (const LicenseWord &word : words)
        conditions.append(word.condition());
    QString found = licensesFound(words);
    if (needsSeats && filter.asOf)
        found += u" JOIN %1 c ON c.license_id = l.id"_s.arg(seatsAsOf(*filter.asOf));
    else if (needsSeats)
        found += u" CROSS JOIN LATERAL (SELECT * FROM seatledger.license_seats c WHERE c.license_id = l.id "
                 "OFFSET 0) c"_s;
    if (ordersBy(order, LicenseSort::ByProduct))
        found += lookedUp(productJoin);
    list.search({.walking = conditions.join(u" AND "_s),
                 .found = found,
                 .isRare = needsSeats && filter.asOf,
                 .stretch = effort.rows / 5});
    return {};
}

const ListJoin licenseOfAssignment{u"seatledger.license"_s, u"l"_s, u"l.id = a.license_id"_s};
const ListJoin memberOfAssignment{u"seatledger.member"_s, u"m"_s, u"m.id = a.member_id"_s};

/// The joins that an order needs come first, the rest is for the columns only.
ListTables assignmentTables(const ListOrder<AssignmentSort> &order, std::optional<QDate> asOf)
{
    const QString assignment = assignmentsAsOf(asOf);
    const bool byMember = ordersBy(order, AssignmentSort::ByMember);
    const bool byLicense = ordersBy(order, AssignmentSort::ByLicense);
    ListTables tables{.along = assignment,
                      .alias = u"a"_s,
                      .keys = order.column == AssignmentSort::Newest ? 1 : 2,
                      .id = u"a.id"_s,
                      .details = {departmentJoin}};
    const auto add = [&](const ListJoin &join, bool isNeeded) {
        (isNeeded ? tables.joins : tables.searched).push_back(join);
    };
    switch (order.column) {
    case AssignmentSort::ByMember:
        tables.along = memberOfAssignment.table;
        tables.alias = memberOfAssignment.alias;
        tables.joins = {{assignment, u"a"_s, u"a.member_id = m.id"_s}};
        add(licenseOfAssignment, byLicense);
        break;
    case AssignmentSort::ByLicense:
        tables.along = licenseOfAssignment.table;
        tables.alias = licenseOfAssignment.alias;
        tables.joins = {{assignment, u"a"_s, u"a.license_id = l.id"_s}};
        add(memberOfAssignment, byMember);
        break;
    default:
        add(licenseOfAssignment, byLicense);
        add(memberOfAssignment, byMember);
        break;
    }
    return tables;
}

Result<void> applyAssignmentTerms(ListQuery &list, const AssignmentFilter &filter)
{
    for (const SearchTerm &term : filter.terms) {
        if (term.field.isEmpty() || isAboutMember(term) || isAboutLicense(term) || isFoundByDay(term, filter))
            continue; // searchAssignments() knows them
        auto condition = assignmentCondition(list.values(), term);
        if (!condition)
            return std::unexpected(std::move(condition).error());
        list.where(asWritten(term, condition->text));
    }
    return {};
}

/// More departments than these have so much of everything that passing over the others is faster.
constexpr qsizetype manyDepartments = 200;

/// The assignments of the departments by which somebody sees people. A list of one licence or one member has
/// few rows; so it may be with some states, which have an index.
Result<void> confineAssignments(Session &session, ListQuery &list, const AssignmentFilter &filter,
                                const ListOrder<AssignmentSort> &order)
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
    const bool narrows = !filter.states.isEmpty() || !filter.terms.empty() || filter.asOf;
    ListScope scope{.column = u"a.department_key"_s,
                    .departments = list.bound(by.departments),
                    .count = by.departments.size(),
                    .columns = {u"id"_s},
                    .isWide = by.share >= 0.5
                              || by.departments.size() > (narrows ? fewDepartments : manyDepartments)
                              // of these rows no index has those of a department in order
                              || order.column == AssignmentSort::ByState};
    scope.share = by.share;
    scope.rows = by.rows;
    if (by.member)
        scope.besides = u"a.member_id = %1"_s.arg(list.bound(*by.member));
    if (narrows)
        scope.columns.append(u"state"_s);
    if (!filter.terms.empty())
        scope.columns += {u"quantity"_s, u"period"_s, u"first_day"_s};
    if (filter.asOf)
        scope.columns.append(u"holds"_s);
    if (!filter.search.isEmpty() || !filter.terms.empty() || filter.asOf)
        scope.columns += {u"license_id"_s, u"member_id"_s};
    if (order.column == AssignmentSort::ByLicense)
        scope.along =
            u"l.id IN (SELECT s.license_id FROM seatledger.license_assignment s WHERE s.department_key = "
            "ANY (%1::bigint[])%2)"_s.arg(
                scope.departments, by.member ? u" OR s.member_id = "_s + list.bound(*by.member) : QString());
    if (!filter.asOf)
        scope.counted = u"seatledger.visible_assignments()"_s;
    list.within(std::move(scope));
    return {};
}

/// The people of the departments by which somebody sees people, by name; other orders have no index by
/// department.
Result<void> confineMembers(Session &session, ListQuery &list, const MemberFilter &filter,
                            const ListOrder<MemberSort> &order)
{
    const bool isByName = order.column == MemberSort::ByName && order.then.empty();
    if (!isByName || !filter.search.isEmpty() || !filter.terms.empty())
        return {};
    const auto seen = seenBy(session);
    if (!seen)
        return std::unexpected(seen.error());
    if (!*seen || (*seen)->share >= 0.5 || (*seen)->departments.size() > manyDepartments)
        return {};
    const SeenBy &by = **seen;
    QStringList columns{u"id"_s, u"status"_s, u"department_id"_s};
    if (filter.asOf)
        columns.append(u"is_there"_s);
    list.within({.column = u"m.department_id"_s,
                 .departments = list.bound(by.departments),
                 .count = by.departments.size(),
                 .besides = by.member ? u"m.id = "_s + list.bound(*by.member) : QString(),
                 .columns = columns});
    return {};
}

} // namespace

Result<ListQuery> memberListQuery(Session &session, const MemberFilter &filter,
                                  const ListOrder<MemberSort> &order, SearchEffort effort)
{
    ListQuery list(u"m.id, m.number, m.name, m.email, coalesce(d.name, '') AS department, m.status, "
                   u"m.version, m.joined_on, m.note, "
                   "(SELECT count(*) FROM %1) AS licenses"_s.arg(heldByMember(filter.asOf)),
                   memberTables(order, filter.asOf));
    if (filter.asOf)
        list.where(u"m.is_there"_s);
    if (auto searched = searchMembers(session, list, filter, order, effort); !searched)
        return std::unexpected(std::move(searched).error());
    if (!filter.statuses.isEmpty())
        list.where(u"m.status = ANY (%1::text[])"_s.arg(list.bound(namesOf(filter.statuses))));
    if (!filter.departments.isEmpty())
        list.where(
            u"m.department_id IN (WITH RECURSIVE below(id) AS (SELECT unnest(%1::bigint[]) UNION "
            "SELECT d.id FROM seatledger.department d JOIN below b ON d.parent_id = b.id) SELECT id FROM below)"_s
                .arg(list.bound(filter.departments)));
    orderMembers(list, order);
    if (auto confined = confineMembers(session, list, filter, order); !confined)
        return std::unexpected(std::move(confined).error());
    return list;
}

Result<ListQuery> licenseListQuery(Session &session, const LicenseFilter &filter,
                                   const ListOrder<LicenseSort> &order, SearchEffort effort)
{
    const bool needs = filter.onlyShort || filter.onlyAwaited || ordersBySeats(order)
                       || std::ranges::any_of(filter.terms, needsSeats);
    ListQuery list(
        u"l.id, l.name, v.name AS vendor, p.name AS product, l.metric, l.term, l.state, c.capacity, c.held, "
        "c.promised, c.short, c.waiting, c.lapses_on, l.version, l.overage_percent, l.low_seat_threshold, l.note"_s,
        licenseTables(order, needs, filter.asOf));
    if (auto searched = searchLicenses(session, list, filter, order, needs, effort); !searched)
        return std::unexpected(std::move(searched).error());
    if (!filter.states.isEmpty())
        list.where(u"l.state = ANY (%1::text[])"_s.arg(list.bound(namesOf(filter.states))));
    if (filter.onlyShort)
        list.where(u"c.short > 0"_s);
    if (filter.onlyAwaited)
        list.where(u"c.waiting > 0"_s);
    orderLicenses(list, order);
    if (order.column == LicenseSort::ByState)
        list.groupBy(namesLeft(filter.states));
    // Licences that are for good never lapse: a walk along the lapses would pass over all others first.
    else if (order.column == LicenseSort::ByTerm && !ordersBy(order, LicenseSort::ByLapse))
        list.groupBy(namesLeft(QList<LicenseTerm>()));
    return list;
}

Result<ListQuery> assignmentListQuery(Session &session, const AssignmentFilter &filter,
                                      const ListOrder<AssignmentSort> &order, SearchEffort effort)
{
    ListQuery list(assignmentColumns, assignmentTables(order, filter.asOf));
    if (!filter.states.isEmpty())
        list.where(u"a.state = ANY (%1::text[])"_s.arg(list.bound(namesOf(filter.states))));
    if (filter.license)
        list.where(u"a.license_id = %1"_s.arg(list.bound(*filter.license)));
    if (filter.member)
        list.where(u"a.member_id = %1"_s.arg(list.bound(*filter.member)));
    if (auto applied = applyAssignmentTerms(list, filter); !applied)
        return std::unexpected(std::move(applied).error());
    orderAssignments(list, order);
    if (order.column == AssignmentSort::ByState && !filter.license && !filter.member)
        list.groupBy(namesLeft(filter.states));
    if (auto confined = confineAssignments(session, list, filter, order); !confined)
        return std::unexpected(std::move(confined).error());
    if (auto searched = searchAssignments(session, list, filter, order, effort); !searched)
        return std::unexpected(std::move(searched).error());
    return list;
}

} // namespace seatledger
