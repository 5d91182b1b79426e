// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/assignmentsearch.h"

#include "core/db/query.h"
#include "core/repositories/listday.h"
#include "core/repositories/listorders.h"
#include "core/repositories/searchterms.h"
#include "core/repositories/searchwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// So few departments have so few assignments that looking at all of them is no more than a moment.
constexpr qint64 fewDepartments = 8;

/// One of the two tables in which a word may be found.
struct Side {
    QString table;
    QString alias;
    QString column; ///< of the assignment, that refers to it
    AssignmentSort order;
    bool hasNeighbours; ///< has an index of short words
};

const Side memberSide{u"seatledger.member"_s, u"m"_s, u"a.member_id"_s, AssignmentSort::ByMember, false};
const Side licenseSide{u"seatledger.license"_s, u"l"_s, u"a.license_id"_s, AssignmentSort::ByLicense, true};

/// Words that are all to be found on one side, and in which of its rows they are.
struct Matches {
    const Side *side;
    std::vector<SearchWord> words = {};
    bool areFew = true;
    QList<qint64> ids = {}; ///< if there are few

    [[nodiscard]] bool areNone() const { return areFew && ids.isEmpty(); }
};

/// Of the words of a search, those of one kind; one of the matches suffices.
using Term = std::vector<Matches>;

/// For which way of reading a condition is spelled: looking at each row on the way, finding the rows by an
/// index, or choosing among rows found otherwise.
enum class Spelling { Walking, Finding, Choosing };

QString likes(BoundValues &values, const Matches &matches, const QString &alias)
{
    QStringList conditions;
    for (const SearchWord &word : matches.words)
        conditions.append(word.condition
                              ? word.condition(values, alias)
                              : u"%1.search LIKE lower(%2)"_s.arg(alias, values.bound(word.pattern)));
    return conditions.join(u" AND "_s);
}

/// The same, and what an index needs where a word is short.
QString findable(BoundValues &values, const Matches &matches, const QString &alias)
{
    QString text = likes(values, matches, alias);
    for (const SearchWord &word : matches.words) {
        if (word.isShort && matches.side->hasNeighbours)
            text += u" AND seatledger.neighbours(%1.search) @> ARRAY[lower(%2)]"_s.arg(
                alias, values.bound(word.text));
    }
    return text;
}

/// The ids of the rows of one side in which the words are found, as a query.
QString idsQuery(BoundValues &values, const Matches &matches)
{
    return u"SELECT s.id FROM %1 s WHERE %2"_s.arg(matches.side->table, findable(values, matches, u"s"_s));
}

QString condition(BoundValues &values, const Matches &matches, Spelling spelling)
{
    const QString &column = matches.side->column;
    if (matches.areFew)
        return u"%1 = ANY (%2::bigint[])"_s.arg(column, values.bound(matches.ids));
    if (spelling == Spelling::Walking)
        return likes(values, matches, matches.side->alias);
    const QString ids = idsQuery(values, matches);
    // Neither may become a join. An array is looked up by the index whatever the planner expects; what is to
    // choose among rows must not be what finds them.
    return spelling == Spelling::Finding ? u"%1 = ANY (ARRAY(%2))"_s.arg(column, ids)
                                         : u"(%1 IN (%2)) IS TRUE"_s.arg(column, ids);
}

QString condition(BoundValues &values, const Term &term, Spelling spelling)
{
    QStringList either;
    for (const Matches &matches : term)
        either.append(condition(values, matches, spelling));
    return u'(' + either.join(u" OR "_s) + u')';
}

/// Looks up in which rows of their side the words are; names them if they are few.
Result<Matches> lookedUp(Session &session, Matches matches, int few)
{
    BoundValues values;
    const QString text = u"SELECT ARRAY(%1 LIMIT %2) AS ids"_s.arg(idsQuery(values, matches)).arg(few + 1);
    Query query(session, text);
    values.bindTo(query, text);
    auto ids = query.one([](const Row &row) { return row.integers("ids"); });
    if (!ids)
        return std::unexpected(std::move(ids).error());
    matches.areFew = ids->size() <= few;
    matches.ids = matches.areFew ? *std::move(ids) : QList<qint64>();
    return matches;
}

/// How many assignments the matches have, counted no further than `many`.
Result<qint64> assignmentsOf(Session &session, const Matches &matches, qint64 many)
{
    if (!matches.areFew)
        return many;
    return Query(session, u"SELECT count(*) AS found FROM (SELECT FROM seatledger.license_assignment a WHERE "
                          "%1 = ANY ($1::bigint[]) LIMIT $2) few"_s.arg(matches.side->column))
        .bind(matches.ids)
        .bind(many)
        .one([](const Row &row) { return row.integer("found"); });
}

Result<QString> conditionOn(const Side &side, Session &session, BoundValues &values, const SearchTerm &term,
                            const QString &alias)
{
    auto condition = side.order == AssignmentSort::ByMember ? memberCondition(session, values, term, alias)
                                                            : licenseCondition(session, values, term, alias);
    if (!condition)
        return std::unexpected(std::move(condition).error());
    return std::move(condition)->text;
}

/// A term that stands where a word of the search may. What it asks the database for it asks only once.
Result<SearchWord> wordOf(Session &session, const SearchTerm &term, const Side &side)
{
    BoundValues asked;
    const auto text = conditionOn(side, session, asked, term, u"#"_s);
    if (!text)
        return std::unexpected(text.error());
    return SearchWord{.text = {},
                      .pattern = {},
                      .condition = [asked, text = *text](BoundValues &values, const QString &alias) {
                          return values.rebound(asked, QString(text).replace(u'#', alias));
                      }};
}

/// One search of the assignments, understood.
class AssignmentSearch final
{
public:
    /// `source` is what the list reads: assignmentsAsOf().
    AssignmentSearch(Session &session, ListQuery &list, const ListOrder<AssignmentSort> &order,
                     SearchEffort effort, QString source)
        : m_session(session), m_list(list), m_order(order), m_effort(effort), m_source(std::move(source))
    {}

    /// Finds out where the words are found.
    [[nodiscard]] Result<void> understand(const std::vector<SearchWord> &words);
    /// And the terms about member or licence, which are found on that side only.
    [[nodiscard]] Result<void> understand(const std::vector<SearchTerm> &terms);
    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }

    /// Without words, and terms about member or licence: what is searched for are rows by their days.
    [[nodiscard]] Result<void> findByDays(const AssignmentFilter &filter);
    /// Gives the list its search. A narrow list, of one licence or one member, has few rows to look at.
    [[nodiscard]] Result<void> apply(bool isNarrow);

private:
    [[nodiscard]] Result<void> sortOut(const SearchWord &word);
    [[nodiscard]] Result<void> sortOut(const SearchWord &word, const Side &side);
    [[nodiscard]] Result<void> exclude(const SearchTerm &term);
    [[nodiscard]] Result<void> join(Matches &matches, const SearchWord &word);
    [[nodiscard]] Result<void> choosePivot();
    [[nodiscard]] Result<qint64> rowsOf(const Term &term);
    [[nodiscard]] bool isHopeless() const;
    [[nodiscard]] QString allTerms(Spelling spelling, const Matches *except = nullptr) const;
    [[nodiscard]] Result<bool> areMany(const Matches &matches);
    [[nodiscard]] const Matches *pivotOfOrder() const;
    [[nodiscard]] QString found() const;
    [[nodiscard]] QString foundInScope() const;
    [[nodiscard]] QString lookedUpFor(const Side *present) const;
    [[nodiscard]] QString foundInOrder(const Matches &pivot) const;
    [[nodiscard]] int stretch() const;

    Session &m_session;
    ListQuery &m_list;
    ListOrder<AssignmentSort> m_order;
    SearchEffort m_effort;
    QString m_source;
    std::vector<Term> m_terms; ///< all of them must be met
    std::size_t m_pivot = 0; ///< the term by which rows are found
    qint64 m_pivotRows = 0; ///< how many it finds, counted no further than they are few
};

Result<void> AssignmentSearch::understand(const std::vector<SearchWord> &words)
{
    for (const SearchWord &word : words) {
        if (auto sorted = sortOut(word); !sorted || isHopeless())
            return sorted;
    }
    return {};
}

/// Words that are found on one side only are looked up there together; any other is a term of its own.
Result<void> AssignmentSearch::sortOut(const SearchWord &word)
{
    Term term;
    for (const Side *side : {&memberSide, &licenseSide}) {
        auto matches = lookedUp(m_session, {side, {word}}, m_effort.ids);
        if (!matches)
            return std::unexpected(std::move(matches).error());
        if (!matches->areNone())
            term.push_back(*std::move(matches));
    }
    if (term.size() == 1) {
        for (Term &other : m_terms) {
            if (other.size() == 1 && other.front().side == term.front().side)
                return join(other.front(), word);
        }
    }
    m_terms.push_back(std::move(term));
    return {};
}

Result<void> AssignmentSearch::sortOut(const SearchWord &word, const Side &side)
{
    for (Term &other : m_terms) {
        if (other.size() == 1 && other.front().side == &side)
            return join(other.front(), word);
    }
    auto matches = lookedUp(m_session, {&side, {word}}, m_effort.ids);
    if (!matches)
        return std::unexpected(std::move(matches).error());
    m_terms.push_back({*std::move(matches)});
    return {};
}

/// What must not be found on a side, or on neither: a plain condition, for it leaves most rows.
Result<void> AssignmentSearch::exclude(const SearchTerm &term)
{
    for (const Side *side : {&memberSide, &licenseSide}) {
        if (!term.field.isEmpty() && isAboutMember(term) != (side == &memberSide))
            continue;
        const auto condition = conditionOn(*side, m_session, m_list.values(), term, u"x"_s);
        if (!condition)
            return std::unexpected(condition.error());
        m_list.where(u"(%1 IN (SELECT x.id FROM %2 x WHERE %3)) IS NOT TRUE"_s.arg(side->column, side->table,
                                                                                   *condition));
    }
    return {};
}

Result<void> AssignmentSearch::understand(const std::vector<SearchTerm> &terms)
{
    for (const SearchTerm &term : terms) {
        if (!term.field.isEmpty() && !isAboutMember(term) && !isAboutLicense(term))
            continue;
        if (term.isNegated) {
            if (auto excluded = exclude(term); !excluded)
                return excluded;
            continue;
        }
        const Side &side = isAboutMember(term) ? memberSide : licenseSide;
        auto word = wordOf(m_session, term, side);
        if (!word)
            return std::unexpected(std::move(word).error());
        if (auto sorted = sortOut(*word, side); !sorted || isHopeless())
            return sorted;
    }
    return {};
}

Result<void> AssignmentSearch::join(Matches &matches, const SearchWord &word)
{
    matches.words.push_back(word);
    auto together = lookedUp(m_session, matches, m_effort.ids);
    if (!together)
        return std::unexpected(std::move(together).error());
    matches = *std::move(together);
    return {};
}

/// Whether a word is found nowhere, or two are nowhere found together.
bool AssignmentSearch::isHopeless() const
{
    return std::ranges::any_of(m_terms, [](const Term &term) {
        return term.empty() || (term.size() == 1 && term.front().areNone());
    });
}

Result<qint64> AssignmentSearch::rowsOf(const Term &term)
{
    const qint64 many = m_effort.rows + 1;
    qint64 rows = 0;
    for (const Matches &matches : term) {
        const auto found = assignmentsOf(m_session, matches, many);
        if (!found)
            return found;
        rows += *found;
    }
    return std::min(rows, many);
}

/// The term with the fewest rows; among those with many, one of a single side.
Result<void> AssignmentSearch::choosePivot()
{
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        const auto rows = rowsOf(m_terms[i]);
        if (!rows)
            return std::unexpected(rows.error());
        const bool isBetter = *rows < m_pivotRows
                              || (*rows == m_pivotRows && m_terms[i].size() < m_terms[m_pivot].size());
        if (i == 0 || isBetter) {
            m_pivot = i;
            m_pivotRows = *rows;
        }
    }
    return {};
}

QString AssignmentSearch::allTerms(Spelling spelling, const Matches *except) const
{
    QStringList conditions;
    for (const Term &term : m_terms) {
        if (&term.front() != except)
            conditions.append(condition(m_list.values(), term, spelling));
    }
    return conditions.join(u" AND "_s);
}

/// The people, or the licences, in the order of the list, each with its assignments: the first rows are there
/// before the last ones have been looked at.
QString AssignmentSearch::foundInOrder(const Matches &pivot) const
{
    const QString alias = pivot.side->alias;
    const QString matching = pivot.areFew
                                 ? u"%1.id = ANY (%2::bigint[])"_s.arg(alias, m_list.bound(pivot.ids))
                                 : findable(m_list.values(), pivot, alias);
    const QString direction = m_order.descending ? u" DESC"_s : QString();
    const QString others = allTerms(Spelling::Choosing, &pivot);
    return u"(SELECT * FROM %1 %2 WHERE %3 ORDER BY %2.name%4, %2.id%4) %2 CROSS JOIN LATERAL (SELECT * FROM "
           "%7 a WHERE %5 = %2.id%6 OFFSET 0) a"_s.arg(
               pivot.side->table, alias, matching, direction, pivot.side->column,
               others.isEmpty() ? QString() : u" AND "_s + others, m_source);
}

/// Of few departments: an index tells, of all that they have, what the words are found in.
QString AssignmentSearch::foundInScope() const
{
    return u"(SELECT * FROM "_s + m_source + u" a WHERE "_s + m_list.scope()->column + u" = ANY ("_s
           + m_list.scope()->departments + u"::bigint[]) AND "_s + allTerms(Spelling::Choosing)
           + u" OFFSET 0) a"_s;
}

QString AssignmentSearch::found() const
{
    if (const Matches *inOrder = pivotOfOrder())
        return foundInOrder(*inOrder) + lookedUpFor(inOrder->side);
    const bool isNewest = m_order.column == AssignmentSort::Newest && m_order.then.empty();
    if (isNewest && m_pivotRows > m_effort.rows && m_list.scope() && m_list.scope()->besides.isEmpty()
        && !m_list.scope()->isWide && m_list.scope()->count <= fewDepartments)
        return foundInScope();
    const Term &pivot = m_terms[m_pivot];
    const bool isOneSided = pivot.size() == 1;
    // Common on both sides: reading all assignments is faster than to look up most of them.
    const bool isByIndex = isOneSided || std::ranges::all_of(pivot, &Matches::areFew);
    const QString others = allTerms(Spelling::Choosing, &pivot.front());
    const QString matching = u" FROM %3 a WHERE %1%2 OFFSET 0)"_s.arg(
        condition(m_list.values(), pivot, isByIndex ? Spelling::Finding : Spelling::Choosing),
        others.isEmpty() ? QString() : u" AND "_s + others, m_source);
    if (m_order.column == AssignmentSort::ByFirstDay && m_order.then.empty())
        // An index alone tells which rows match; only those are looked at for their day.
        return u"(SELECT a.id"_s + matching
               + u" f CROSS JOIN LATERAL (SELECT * FROM %1 a WHERE a.id = f.id OFFSET 0) a"_s.arg(m_source);
    return u"(SELECT *"_s + matching + u" a"_s + lookedUpFor(nullptr);
}

/// The sides by which the list is ordered, looked up for each row that is found; one of them may be there.
QString AssignmentSearch::lookedUpFor(const Side *present) const
{
    QString text;
    for (const Side *side : {&memberSide, &licenseSide}) {
        if (side != present && ordersBy(m_order, side->order))
            text += u" CROSS JOIN LATERAL (SELECT * FROM %1 %2 WHERE %2.id = %3 OFFSET 0) %2"_s.arg(
                side->table, side->alias, side->column);
    }
    return text;
}

/// The words by whose side the list is ordered, if there are any that only that side has.
const Matches *AssignmentSearch::pivotOfOrder() const
{
    for (const Term &term : m_terms) {
        if (term.size() == 1 && term.front().side->order == m_order.column)
            return &term.front();
    }
    return nullptr;
}

/// Whether there are so many that putting them in order takes longer than to meet them on the way.
Result<bool> AssignmentSearch::areMany(const Matches &matches)
{
    if (matches.areFew)
        return false;
    BoundValues values;
    const QString text = u"SELECT count(*) > %2 AS many FROM (%1 LIMIT %2 + 1) found"_s
                             .arg(idsQuery(values, matches))
                             .arg(10 * m_effort.ids);
    Query query(m_session, text);
    values.bindTo(query, text);
    return query.one([](const Row &row) { return row.boolean("many"); });
}

/// How many rows of the table along which the order walks have about as many assignments as are few. Those of
/// some departments are put in order first, so these are fewer.
int AssignmentSearch::stretch() const
{
    constexpr int assignmentsOfMember = 100;
    constexpr int assignmentsOfLicense = 5;
    switch (m_order.column) {
    case AssignmentSort::ByMember:
        return 1 + m_effort.rows / assignmentsOfMember;
    case AssignmentSort::ByLicense:
        return 1 + m_effort.rows / assignmentsOfLicense;
    default:
        return m_list.scope() && !m_list.scope()->isWide ? m_effort.rows / 4 : m_effort.rows;
    }
}

Result<void> AssignmentSearch::apply(bool isNarrow)
{
    if (isHopeless()) {
        m_list.where(u"false"_s);
        return {};
    }
    const QString walking = allTerms(Spelling::Walking);
    if (isNarrow) {
        m_list.search({.walking = walking});
        return {};
    }
    if (auto chosen = choosePivot(); !chosen)
        return chosen;
    bool isRare = m_pivotRows <= m_effort.rows;
    if (const Matches *inOrder = pivotOfOrder(); inOrder && !isRare) {
        const auto many = areMany(*inOrder);
        if (!many)
            return std::unexpected(many.error());
        isRare = !*many;
    }
    m_list.search({.walking = walking, .found = found(), .isRare = isRare, .stretch = stretch()});
    return {};
}

/// On most days many hold, which are soon met; on the first days few do, and an index finds them. So it is
/// with first and last days: they are not spread evenly over the order, as the planner takes them to be.
Result<void> AssignmentSearch::findByDays(const AssignmentFilter &filter)
{
    QStringList conditions;
    QStringList walking;
    if (filter.asOf)
        conditions.append(u"a.holds"_s);
    walking = conditions;
    for (const SearchTerm &term : filter.terms) {
        if (!isFoundByDay(term, filter))
            continue;
        const auto condition = assignmentCondition(m_list.values(), term);
        if (!condition)
            return std::unexpected(condition.error());
        conditions.append(u'(' + condition->text + u')');
        walking.append(condition->walking.isEmpty() ? conditions.last() : condition->walking);
    }
    if (conditions.isEmpty())
        return {};
    const QString all = conditions.join(u" AND "_s);
    if (filter.license || filter.member)
        m_list.where(all);
    else
        m_list.search(
            {.walking = walking.join(u" AND "_s),
             .found = u"(SELECT * FROM %1 a WHERE %2 OFFSET 0) a"_s.arg(m_source, all) + lookedUpFor(nullptr),
             .stretch = stretch()});
    return {};
}

} // namespace

bool isFoundByDay(const SearchTerm &term, const AssignmentFilter &filter)
{
    const auto isAboutSide = [](const SearchTerm &one) {
        return one.field.isEmpty() || isAboutMember(one) || isAboutLicense(one);
    };
    const bool isAboutDays = term.field == "from"_L1 || term.field == "until"_L1;
    return isAboutDays && !term.isNegated && !filter.license && !filter.member && filter.search.isEmpty()
           && std::ranges::none_of(filter.terms, isAboutSide);
}

Result<void> searchAssignments(Session &session, ListQuery &list, const AssignmentFilter &filter,
                               const ListOrder<AssignmentSort> &order, SearchEffort effort)
{
    AssignmentSearch search(session, list, order, effort, assignmentsAsOf(filter.asOf));
    if (auto understood = search.understand(filter.terms); !understood)
        return understood;
    if (auto understood = search.understand(searchWordsOf(filter.search)); !understood)
        return understood;
    if (search.isEmpty())
        return search.findByDays(filter);
    if (filter.asOf)
        list.where(u"a.holds"_s);
    return search.apply(filter.license || filter.member);
}

} // namespace seatledger
