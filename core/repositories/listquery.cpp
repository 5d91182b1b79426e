// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/listquery.h"

#include "core/db/prepared.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// How many rows that match a stretch is made for; to skip more, it takes more.
constexpr int rowsPerStretch = 500;

/// For many rows: the planner chooses how.
QString joined(const std::vector<ListJoin> &joins)
{
    QString text;
    for (const ListJoin &join : joins)
        text += (join.isOptional ? u" LEFT JOIN "_s : u" JOIN "_s) + join.table + u' ' + join.alias
                + u" ON "_s + join.condition;
    return text;
}

/// Looked up for one row after the other, so that nothing is read that a page does not come to; left to
/// itself, the planner takes a whole table into memory for the sake of a few rows.
QString lookedUp(const std::vector<ListJoin> &joins)
{
    QString text;
    for (const ListJoin &join : joins)
        text += u"%1 JOIN LATERAL (SELECT * FROM %2 %3 WHERE %4 OFFSET 0) %3 ON true"_s.arg(
            join.isOptional ? u" LEFT"_s : QString(), join.table, join.alias, join.condition);
    return text;
}

/// A plan for any number of rows would be one for a tenth of the table.
QString withNumbers(QString text, int skip, int limit)
{
    text.replace(u":skip"_s, QString::number(skip));
    return text.replace(u":limit"_s, QString::number(limit));
}

} // namespace

ListQuery::ListQuery(QString columns, ListTables tables)
    : m_columns(std::move(columns)), m_tables(std::move(tables))
{}

ListQuery &ListQuery::where(const QString &condition)
{
    m_conditions.append(condition);
    return *this;
}

ListQuery &ListQuery::search(ListSearch search)
{
    m_search = std::move(search);
    return *this;
}

ListQuery &ListQuery::within(ListScope scope)
{
    m_scope = std::move(scope);
    return *this;
}

ListQuery &ListQuery::orderBy(std::vector<SortKey> keys, bool descending)
{
    m_keys = std::move(keys);
    for (SortKey &key : m_keys)
        key.descending = descending;
    m_isPlain = true;
    return *this;
}

ListQuery &ListQuery::orderByEach(std::vector<SortKey> keys)
{
    m_keys = std::move(keys);
    m_isPlain = false;
    return *this;
}

ListQuery &ListQuery::groupBy(QStringList values)
{
    m_groups = std::move(values);
    m_groups.sort();
    return *this;
}

/// The underscore keeps one name from being the beginning of another.
QString ListQuery::keyPlaceholder(std::size_t key) const
{
    return u":k%1_"_s.arg(m_firstKey + key);
}

bool ListQuery::isMixed() const
{
    return std::ranges::any_of(
        m_keys, [this](const SortKey &key) { return key.descending != m_keys.front().descending; });
}

QString ListQuery::conditions(const QStringList &further) const
{
    QStringList all;
    for (const QString &condition : m_conditions + further) {
        if (!condition.isEmpty())
            all.append(u'(' + condition + u')');
    }
    return all.isEmpty() ? QString() : u" WHERE "_s + all.join(u" AND "_s);
}

QString ListQuery::order(std::size_t keys) const
{
    QStringList parts;
    for (std::size_t i = 0; i < keys; ++i)
        parts.append(m_keys[i].expression + (m_keys[i].descending ? u" DESC"_s : QString()));
    return u" ORDER BY "_s + parts.join(u", "_s);
}

/// Behind the key by all keys; by some of them, not before it.
QString ListQuery::afterKey(std::size_t keys) const
{
    QStringList expressions;
    QStringList values;
    for (std::size_t i = 0; i < keys; ++i) {
        expressions.append(m_keys[i].expression);
        values.append(keyPlaceholder(i) + u"::"_s + m_keys[i].type);
    }
    const QString beyond = m_keys.front().descending ? u"<"_s : u">"_s;
    if (isMixed())
        return afterMixedKey() + u" AND %1 %2= %3"_s.arg(expressions.first(), beyond, values.first());
    const QString compared = beyond + (keys == m_keys.size() ? QString() : u"="_s);
    // The leading key once more: over a join, an index serves it and not the comparison of the whole row.
    return u"(%1) %2 (%3) AND %4 %5= %6"_s.arg(expressions.join(u", "_s), compared, values.join(u", "_s),
                                               expressions.first(), beyond, values.first());
}

/// The same where the keys go different ways, which no comparison of rows can say: equal so far, and then
/// beyond.
QString ListQuery::afterMixedKey() const
{
    QStringList either;
    QString equal;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const QString value = keyPlaceholder(i) + u"::"_s + m_keys[i].type;
        const QString beyond = m_keys[i].descending ? u"<"_s : u">"_s;
        either.append(u"(%1%2 %3 %4)"_s.arg(equal, m_keys[i].expression, beyond, value));
        equal += u"%1 = %2 AND "_s.arg(m_keys[i].expression, value);
    }
    return u'(' + either.join(u" OR "_s) + u')';
}

/// The leading keys as columns, `key_0` and so on.
QString ListQuery::keyColumns(std::size_t keys) const
{
    QStringList parts;
    for (std::size_t i = 0; i < keys; ++i)
        parts.append(u"%1 AS key_%2"_s.arg(m_keys[i].expression).arg(i));
    return parts.join(u", "_s);
}

/// Those columns as they come to the program.
QString ListQuery::keyTexts() const
{
    QStringList parts;
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        parts.append(u"key_%1::text AS k%1"_s.arg(i));
    return parts.join(u", "_s);
}

/// Everything that the columns need, too.
QString ListQuery::allTables() const
{
    return along() + joined(m_tables.joins) + joined(m_tables.searched) + joined(m_tables.details);
}

/// Whether the table along which the order walks has the rows of each department in that order.
bool ListQuery::walksScope() const
{
    return m_isPlain && m_scope && !m_scope->isWide && m_scope->column.startsWith(m_tables.alias + u'.')
           && static_cast<std::size_t>(m_tables.keys) == m_keys.size();
}

QString ListQuery::scopedRows(bool isFirst, qint64 rows) const
{
    QStringList all = m_conditions;
    if (!isFirst)
        all.append(afterKey(m_keys.size()));
    QStringList keys;
    for (const SortKey &key : m_keys)
        keys.append(key.expression);
    return ScopedRows{.scope = *m_scope,
                      .table = m_tables.along,
                      .alias = m_tables.alias,
                      .keys = keys,
                      .descending = m_keys.front().descending,
                      .conditions = all.isEmpty() ? QString() : u'(' + all.join(u") AND ("_s) + u')'}
        .first(rows);
}

/// The scope as a condition on rows; empty without one.
QString ListQuery::inScope() const
{
    if (!m_scope)
        return {};
    const QString within = m_scope->column + u" = ANY ("_s + m_scope->departments + u"::bigint[])"_s;
    return m_scope->besides.isEmpty() ? within : within + u" OR "_s + m_scope->besides;
}

/// Which rows of the table along which the order walks have any of the scope, where looking at all of the
/// scope first is less than what the walk would pass over.
QString ListQuery::alongScope(const Window &window) const
{
    if (!m_scope || m_scope->along.isEmpty() || m_scope->share <= 0)
        return {};
    const double passed = (window.skip + window.limit) / m_scope->share;
    return m_scope->rows < 1.5 * passed ? u"(%1) IS TRUE"_s.arg(m_scope->along) : QString();
}

qint64 ListQuery::stretchRows(const Window &window) const
{
    return qint64{m_search->stretch} * (1 + window.skip / rowsPerStretch);
}

/// A stretch of the table, in the order, beginning at the key. Its keys are columns of it, for only so is it
/// known to be in their order.
QString ListQuery::stretch(bool isFirst, const Window &window) const
{
    if (walksScope())
        return scopedRows(isFirst, stretchRows(window)) + lookedUp(m_tables.joins)
               + lookedUp(m_tables.searched);
    const auto keys = static_cast<std::size_t>(m_tables.keys);
    return u"(SELECT %1.*, "_s.arg(m_tables.alias) + keyColumns(keys) + u" FROM "_s + along()
           + (isFirst ? QString() : u" WHERE "_s + afterKey(keys)) + order(keys) + u" LIMIT :stretch) "_s
           + m_tables.alias + lookedUp(m_tables.joins) + lookedUp(m_tables.searched);
}

/// The order where the first `named` keys are columns of the table with this alias.
QString ListQuery::orderNamed(const QString &alias, std::size_t named) const
{
    QStringList parts;
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        parts.append((i < named ? u"%1.key_%2"_s.arg(alias).arg(i) : m_keys[i].expression)
                     + (m_keys[i].descending ? u" DESC"_s : QString()));
    return u" ORDER BY "_s + parts.join(u", "_s);
}

/// First which rows the page has, then what it shows of them: what is passed over costs little. Each row is
/// looked up by itself; a policy makes the planner think that a hundred cost more than the whole table.
QString ListQuery::pageText(const QString &from, const QStringList &further, const QString &walked) const
{
    return shownText(u"SELECT "_s + m_tables.id + u" AS found_id FROM "_s + from + conditions(further)
                     + walked + u" OFFSET :skip LIMIT :limit"_s);
}

QString ListQuery::shownText(const QString &found) const
{
    return u"SELECT r.*, "_s + keyTexts() + u" FROM ("_s + found + u") f CROSS JOIN LATERAL (SELECT "_s
           + m_columns + u", "_s + keyColumns(m_keys.size()) + u" FROM "_s + allTables() + u" WHERE "_s
           + m_tables.id + u" = f.found_id OFFSET 0) r"_s + orderNamed(u"r"_s, m_keys.size());
}

/// The rows of one value of the first key, in the order of the others.
ListQuery ListQuery::inGroup(const QString &value) const
{
    ListQuery group = *this;
    group.where(u"%1 = '%2'"_s.arg(m_keys.front().expression, value));
    group.m_keys.erase(group.m_keys.begin());
    group.m_firstKey = 1;
    return group;
}

/// Those that the page may have rows of, in the order.
QStringList ListQuery::groups(const Window &window) const
{
    QStringList values = m_groups;
    if (m_keys.front().descending)
        std::ranges::reverse(values);
    if (!window.after.isEmpty())
        values.erase(values.begin(), std::ranges::find(values, window.after.front().toString()));
    return values;
}

/// A group is not looked at if those before it have filled the page. Its limit is a plain number: of one that
/// is counted the planner would not know how soon it is reached.
QString ListQuery::groupedText(const QStringList &values, const Window &window) const
{
    const QString from = window.after.isEmpty() ? QString() : window.after.front().toString();
    QStringList tables;
    QStringList rows;
    QString before = u"0"_s;
    for (const QString &value : values) {
        const ListQuery group = inGroup(value);
        const QString name = u"g%1"_s.arg(rows.size());
        tables.append(
            u"%1 AS MATERIALIZED (SELECT %2 AS found_id, %3 AS place, %4 FROM "_s.arg(
                name, m_tables.id, QString::number(rows.size()), group.keyColumns(group.m_keys.size()))
            + along() + joined(m_tables.joins)
            + group.conditions({value == from ? group.afterKey(group.m_keys.size()) : QString(),
                                before + u" < :skip::bigint + :limit::bigint"_s})
            + group.order() + u" LIMIT :skip::bigint + :limit::bigint)"_s);
        rows.append(u"SELECT * FROM "_s + name);
        before += u" + (SELECT count(*) FROM %1)"_s.arg(name);
    }
    const ListQuery any = inGroup({});
    QStringList order{u"place"_s};
    for (std::size_t i = 0; i < any.m_keys.size(); ++i)
        order.append(u"key_%1%2"_s.arg(i).arg(any.m_keys[i].descending ? u" DESC"_s : QString()));
    return shownText(u"WITH %1 SELECT found_id FROM (%2) g ORDER BY %3 OFFSET :skip LIMIT :limit"_s.arg(
        tables.join(u", "_s), rows.join(u" UNION ALL "_s), order.join(u", "_s)));
}

QString ListQuery::walkText(bool isFirst, const Window &window) const
{
    if (const QStringList values = groups(window); !values.isEmpty() && !m_isPlain && !m_search)
        return groupedText(values, window);
    const QString after = isFirst ? QString() : afterKey(m_keys.size());
    if (hasFound())
        return pageText(stretch(isFirst, window), {m_search->walking, walksScope() ? QString() : after},
                        orderNamed(m_tables.alias, static_cast<std::size_t>(m_tables.keys)));
    if (m_search)
        return pageText(along() + joined(m_tables.joins) + joined(m_tables.searched),
                        {m_search->walking, after}, order());
    if (walksScope())
        return pageText(scopedRows(isFirst, qint64{window.skip} + window.limit), {},
                        orderNamed(m_tables.alias, m_keys.size()));
    // A condition may leave few rows, which the planner finds otherwise.
    if (!m_conditions.isEmpty() || m_scope)
        return pageText(along()
                            + (m_conditions.isEmpty() ? lookedUp(m_tables.joins) : joined(m_tables.joins)),
                        {after, alongScope(window)}, order());
    return prepared(
        withNumbers(pageText(along() + lookedUp(m_tables.joins), {after, alongScope(window)}, order()),
                    window.skip, window.limit));
}

QString ListQuery::foundText(bool isFirst) const
{
    return pageText(m_search->found, {isFirst ? QString() : afterKey(m_keys.size())}, order());
}

/// All rows of the list, with what conditions and order need.
QString ListQuery::sweep() const
{
    if (hasFound())
        return u" FROM "_s + m_search->found + conditions();
    const QString from = u" FROM "_s + along() + joined(m_tables.joins);
    return m_search ? from + joined(m_tables.searched) + conditions({m_search->walking, inScope()})
                    : from + conditions({inScope()});
}

PageKey ListQuery::keyOf(const Row &row) const
{
    PageKey key;
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        key.append(row.text(("k" + QByteArray::number(i)).constData()));
    return key;
}

void ListQuery::bindWindow(Query &query, const QString &text, const Window &window) const
{
    if (text.contains(u":limit"_s))
        query.bind("skip", window.skip).bind("limit", window.limit);
    if (text.contains(u":stretch"_s))
        query.bind("stretch", stretchRows(window));
    for (std::size_t i = 0; i < m_keys.size() && !window.after.isEmpty(); ++i) {
        // the first one of groups is what group it is
        if (text.contains(keyPlaceholder(i)))
            query.bind(keyPlaceholder(i).sliced(1).toLatin1().constData(),
                       window.after.value(static_cast<qsizetype>(i)).toString());
    }
}

Result<std::vector<PageKey>> ListQuery::anchors(Session &session, int every) const
{
    const QString text = u"SELECT "_s + keyTexts() + u" FROM (SELECT "_s + keyColumns(m_keys.size())
                         + u", row_number() OVER ("_s + order() + u") AS ordinal"_s + sweep()
                         + u") r WHERE ordinal % :every = 0 ORDER BY ordinal"_s;
    Query query(session, text);
    m_values.bindTo(query, text);
    query.bind("every", every);
    auto found = query.all([this](const Row &row) { return keyOf(row); });
    if (found)
        found->insert(found->begin(), PageKey());
    return found;
}

Result<qint64> ListQuery::count(Session &session) const
{
    const bool isKnown = m_scope && !m_scope->counted.isEmpty() && m_conditions.isEmpty() && !m_search;
    const QString text = isKnown ? u"SELECT %1 AS rows"_s.arg(m_scope->counted)
                                 : u"SELECT count(*) AS rows"_s + sweep();
    Query query(session, text);
    m_values.bindTo(query, text);
    return query.one([](const Row &row) { return row.integer("rows"); });
}

CopyOut ListQuery::copyOut(Session &session, const QString &columns,
                           const std::vector<ListJoin> &further) const
{
    QString matching;
    if (hasFound())
        matching = m_tables.id + u" IN (SELECT "_s + m_tables.id + u" FROM "_s + m_search->found + u')';
    else if (m_search)
        matching = m_search->walking;
    const QString text = u"SELECT "_s + columns + u" FROM "_s + allTables() + joined(further)
                         + conditions({matching}) + order();
    CopyOut copy(session, text);
    m_values.bindTo(copy, text);
    return copy;
}

} // namespace seatledger
