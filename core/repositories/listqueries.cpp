// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/listqueries.h"

#include "core/domain/enumtext.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// The words of a search as LIKE patterns, in lower case, with wildcards taken literally.
QStringList patternsOf(const QString &search)
{
    QStringList patterns;
    for (QString word : search.toLower().simplified().split(u' ', Qt::SkipEmptyParts)) {
        word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
        patterns.append(u'%' + word + u'%');
    }
    return patterns;
}

template <typename Enum>
QStringList namesOf(const QList<Enum> &values)
{
    QStringList names;
    for (Enum value : values)
        names.append(toText(value));
    return names;
}

/// Whether at most a few hundred rows match. Rare words are looked up by their index first; common ones are
/// found soon by walking the list in its order.
Result<bool> isRare(Session &session, const QString &matches, const QString &pattern)
{
    constexpr int few = 300;
    return Query(session, u"SELECT count(*) <= $2 AS rare FROM (%1 LIMIT $2 + 1) m"_s.arg(matches))
        .bind(pattern)
        .bind(few)
        .one([](const Row &row) { return row.boolean("rare"); });
}

/// Conditions that say the same: for a rare word, for a common one on a page, for a common one on all rows.
struct SearchSpellings {
    QString rare;
    QString onPage;
    QString sweeping;
};

/// Demands every word of a search; `matches` selects what decides how rare it is.
Result<void> searchIn(Session &session, ListQuery &list, const QString &search, const QString &matches,
                      const SearchSpellings &spellings)
{
    const QStringList patterns = patternsOf(search);
    for (const QString &pattern : patterns) {
        const auto isRareWord = isRare(session, matches, pattern);
        if (!isRareWord)
            return std::unexpected(isRareWord.error());
        if (*isRareWord)
            list.where(spellings.rare, pattern);
        else
            list.whereEither(spellings.onPage, spellings.sweeping, pattern);
    }
    return {};
}

/// The members and the licences in which a word is found, as far as there are few of them.
struct WordMatches {
    static constexpr qsizetype few = 300;
    QList<qint64> members;
    QList<qint64> licenses;

    [[nodiscard]] bool isRare() const { return members.size() <= few && licenses.size() <= few; }
};

Result<WordMatches> matchesOf(Session &session, const QString &pattern)
{
    return Query(session,
                 u"SELECT ARRAY(SELECT id FROM seatledger.member WHERE search LIKE $1 LIMIT $2) AS members, "
                 "ARRAY(SELECT id FROM seatledger.license WHERE search LIKE $1 LIMIT $2) AS licenses"_s)
        .bind(pattern)
        .bind(WordMatches::few + 1)
        .one([](const Row &row) { return WordMatches{row.integers("members"), row.integers("licenses")}; });
}

QString arrayText(const QList<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts.append(QString::number(id));
    return u"'{%1}'::bigint[]"_s.arg(texts.join(u','));
}

/// Rare words are looked up by the ids they are found in; common ones are soon found by walking the list.
Result<void> searchAssignments(Session &session, ListQuery &list, const QString &search)
{
    const QStringList patterns = patternsOf(search);
    for (const QString &pattern : patterns) {
        const auto matches = matchesOf(session, pattern);
        if (!matches)
            return std::unexpected(matches.error());
        if (matches->isRare())
            list.where(u"a.member_id = ANY (%1) OR a.license_id = ANY (%2)"_s.arg(
                arrayText(matches->members), arrayText(matches->licenses)));
        else
            list.whereEither(u"m.search LIKE ? OR l.search LIKE ?"_s,
                             u"a.member_id IN (SELECT id FROM seatledger.member WHERE search LIKE ?) "
                             "OR a.license_id IN (SELECT id FROM seatledger.license WHERE search LIKE ?)"_s,
                             pattern);
    }
    return {};
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
        return {{u"lower(a.period)"_s, u"date"_s}, id};
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

/// The joins that an order needs come first, the rest is for the columns only.
ListQuery assignmentList(AssignmentSort column)
{
    const QString license = u" JOIN seatledger.license l ON l.id = a.license_id"_s;
    const QString member = u" JOIN seatledger.member m ON m.id = a.member_id"_s;
    const QString department = u" LEFT JOIN seatledger.department d ON d.id = m.department_id"_s;
    const QString assignment = u"seatledger.license_assignment a"_s;
    if (column == AssignmentSort::ByMember)
        return {assignmentColumns, assignment + member, license + department};
    if (column == AssignmentSort::ByLicense)
        return {assignmentColumns, assignment + license, member + department};
    return {assignmentColumns, assignment, license + member + department};
}

} // namespace

Result<ListQuery> memberListQuery(Session &session, const MemberFilter &filter, ListOrder<MemberSort> order)
{
    ListQuery list(
        u"m.id, m.number, m.name, m.email, coalesce(d.name, '') AS department, m.status, m.version, "
        "(SELECT count(*) FROM seatledger.license_assignment a WHERE a.member_id = m.id "
        "AND a.state IN ('reserved', 'active', 'suspended')) AS licenses"_s,
        u"seatledger.member m"_s, u" LEFT JOIN seatledger.department d ON d.id = m.department_id"_s);
    const QString matches = u"m.search LIKE ?"_s;
    if (auto searched = searchIn(session, list, filter.search,
                                 u"SELECT FROM seatledger.member WHERE search LIKE $1"_s,
                                 {matches, matches, matches});
        !searched)
        return std::unexpected(std::move(searched).error());
    if (!filter.statuses.isEmpty())
        list.where(u"m.status = ANY (?::text[])"_s, namesOf(filter.statuses));
    if (!filter.departments.isEmpty())
        list.where(
            u"m.department_id IN (WITH RECURSIVE below(id) AS (SELECT unnest(?::bigint[]) UNION "
            "SELECT d.id FROM seatledger.department d JOIN below b ON d.parent_id = b.id) SELECT id FROM below)"_s,
            filter.departments);
    return list.orderBy(memberKeys(order.column), order.descending);
}

Result<ListQuery> licenseListQuery(Session &session, const LicenseFilter &filter,
                                   ListOrder<LicenseSort> order)
{
    ListQuery list(
        u"l.id, l.name, v.name AS vendor, p.name AS product, l.metric, l.term, l.state, c.capacity, c.held, "
        "c.promised, c.short, c.lapses_on, l.version"_s,
        u"seatledger.license l JOIN seatledger.license_seats c ON c.license_id = l.id"_s,
        u" JOIN seatledger.product p ON p.id = l.product_id JOIN seatledger.vendor v ON v.id = p.vendor_id"_s);
    const QString products =
        u"SELECT p.id FROM seatledger.product p JOIN seatledger.vendor v ON v.id = p.vendor_id "
        "WHERE lower(p.name) LIKE %1 OR lower(v.name) LIKE %1"_s;
    const QString matches = u"SELECT id FROM seatledger.license WHERE search LIKE %1 UNION ALL "
                            "SELECT id FROM seatledger.license WHERE product_id IN (%2)"_s;
    if (auto searched = searchIn(session, list, filter.search, matches.arg(u"$1"_s, products.arg(u"$1"_s)),
                                 {u"l.id IN (%1)"_s.arg(matches.arg(u"?"_s, products.arg(u"?"_s))),
                                  u"l.search LIKE ? OR lower(p.name) LIKE ? OR lower(v.name) LIKE ?"_s,
                                  u"l.search LIKE ? OR l.product_id IN (%1)"_s.arg(products.arg(u"?"_s))});
        !searched)
        return std::unexpected(std::move(searched).error());
    if (!filter.states.isEmpty())
        list.where(u"l.state = ANY (?::text[])"_s, namesOf(filter.states));
    if (filter.onlyShort)
        list.where(u"c.short > 0"_s);
    return list.orderBy(licenseKeys(order.column), order.descending);
}

Result<ListQuery> assignmentListQuery(Session &session, const AssignmentFilter &filter,
                                      ListOrder<AssignmentSort> order)
{
    ListQuery list = assignmentList(order.column);
    if (auto searched = searchAssignments(session, list, filter.search); !searched)
        return std::unexpected(std::move(searched).error());
    if (!filter.states.isEmpty())
        list.where(u"a.state = ANY (?::text[])"_s, namesOf(filter.states));
    if (filter.license)
        list.where(u"a.license_id = ?"_s, *filter.license);
    if (filter.member)
        list.where(u"a.member_id = ?"_s, *filter.member);
    return list.orderBy(assignmentKeys(order.column), order.descending);
}

} // namespace seatledger
