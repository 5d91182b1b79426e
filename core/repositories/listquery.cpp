// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/listquery.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// How many rows that match a stretch is made for; to skip more, it takes more.
constexpr int rowsPerStretch = 500;

/// The underscore keeps one name from being the beginning of another.
QString keyPlaceholder(std::size_t key)
{
    return u":k%1_"_s.arg(key);
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

ListQuery &ListQuery::orderBy(std::vector<SortKey> keys, bool descending)
{
    m_keys = std::move(keys);
    m_descending = descending;
    return *this;
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
        parts.append(m_keys[i].expression + (m_descending ? u" DESC"_s : QString()));
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
    const QString beyond = m_descending ? u"<"_s : u">"_s;
    const QString compared = beyond + (keys == m_keys.size() ? QString() : u"="_s);
    // The leading key once more: over a join, an index serves it and not the comparison of the whole row.
    return u"(%1) %2 (%3) AND %4 %5= %6"_s.arg(expressions.join(u", "_s), compared, values.join(u", "_s),
                                               expressions.first(), beyond, values.first());
}

QString ListQuery::keysAsText() const
{
    QStringList parts;
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        parts.append(u"(%1)::text AS k%2"_s.arg(m_keys[i].expression).arg(i));
    return parts.join(u", "_s);
}

QString ListQuery::from() const
{
    return u" FROM "_s + m_tables.along + u' ' + m_tables.alias + m_tables.joins;
}

/// A stretch of the table, in the order, beginning at the key.
QString ListQuery::stretch(bool isFirst) const
{
    const auto keys = static_cast<std::size_t>(m_tables.keys);
    return u" FROM (SELECT * FROM "_s + m_tables.along + u' ' + m_tables.alias
           + (isFirst ? QString() : u" WHERE "_s + afterKey(keys)) + order(keys) + u" LIMIT :stretch) "_s
           + m_tables.alias + m_tables.joins;
}

QString ListQuery::walkText(bool isFirst) const
{
    return u"SELECT "_s + m_columns + u", "_s + keysAsText() + (hasFound() ? stretch(isFirst) : from())
           + m_tables.details
           + conditions(
               {m_search ? m_search->walking : QString(), isFirst ? QString() : afterKey(m_keys.size())})
           + order(m_keys.size()) + u" OFFSET :skip LIMIT :limit"_s;
}

/// First which rows the page has, then what it shows of them.
QString ListQuery::foundText(bool isFirst) const
{
    const QString all = order(m_keys.size());
    return u"SELECT "_s + m_columns + u", "_s + keysAsText() + u" FROM (SELECT "_s + m_tables.id
           + u" AS found_id FROM "_s + m_search->found
           + conditions({isFirst ? QString() : afterKey(m_keys.size())}) + all
           + u" OFFSET :skip LIMIT :limit) f CROSS JOIN "_s + from().sliced(6) + m_tables.details
           + u" WHERE "_s + m_tables.id + u" = f.found_id"_s + all;
}

/// All rows of the list, with what conditions and order need.
QString ListQuery::sweep() const
{
    if (hasFound())
        return u" FROM "_s + m_search->found + conditions();
    return from() + (m_search ? m_tables.details + conditions({m_search->walking}) : conditions());
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
    query.bind("skip", window.skip).bind("limit", window.limit);
    if (text.contains(u":stretch"_s))
        query.bind("stretch", m_search->stretch * (1 + window.skip / rowsPerStretch));
    for (std::size_t i = 0; i < m_keys.size() && !window.after.isEmpty(); ++i)
        query.bind(keyPlaceholder(i).sliced(1).toLatin1().constData(),
                   window.after.value(static_cast<qsizetype>(i)).toString());
}

Result<std::vector<PageKey>> ListQuery::anchors(Session &session, int every) const
{
    const QString text = u"SELECT * FROM (SELECT "_s + keysAsText() + u", row_number() OVER ("_s
                         + order(m_keys.size()) + u") AS ordinal"_s + sweep()
                         + u") r WHERE ordinal % :every = 0 ORDER BY ordinal"_s;
    Query query(session, text);
    m_values.bindTo(query, text);
    query.bind("every", every);
    auto keys = query.all([this](const Row &row) { return keyOf(row); });
    if (keys)
        keys->insert(keys->begin(), PageKey());
    return keys;
}

Result<qint64> ListQuery::count(Session &session) const
{
    const QString text = u"SELECT count(*) AS rows"_s + sweep();
    Query query(session, text);
    m_values.bindTo(query, text);
    return query.one([](const Row &row) { return row.integer("rows"); });
}

CopyOut ListQuery::copyOut(Session &session, const QString &columns) const
{
    const QString found = hasFound() ? m_tables.id + u" IN (SELECT "_s + m_tables.id + u" FROM "_s
                                           + m_search->found + u')'
                          : m_search ? m_search->walking
                                     : QString();
    const QString text = u"SELECT "_s + columns + from() + m_tables.details + conditions({found})
                         + order(m_keys.size());
    CopyOut copy(session, text);
    m_values.bindTo(copy, text);
    return copy;
}

} // namespace seatledger
