// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/listquery.h"

using namespace Qt::StringLiterals;

namespace seatledger {

ListQuery::ListQuery(QString columns, QString base, QString details)
    : m_columns(std::move(columns)), m_base(std::move(base)), m_details(std::move(details))
{}

ListQuery &ListQuery::where(const QString &condition, const SqlValue &value)
{
    return whereEither(condition, condition, value);
}

ListQuery &ListQuery::whereEither(const QString &onPage, const QString &sweeping, const SqlValue &value)
{
    const QByteArray name = "v" + QByteArray::number(m_values.size());
    const QString placeholder = u':' + QString::fromLatin1(name);
    m_values.emplace_back(name, value);
    m_conditions.append(u'(' + QString(onPage).replace(u'?', placeholder) + u')');
    m_sweepConditions.append(u'(' + QString(sweeping).replace(u'?', placeholder) + u')');
    return *this;
}

ListQuery &ListQuery::where(const QString &condition)
{
    m_conditions.append(u'(' + condition + u')');
    m_sweepConditions.append(m_conditions.last());
    return *this;
}

ListQuery &ListQuery::orderBy(std::vector<SortKey> keys, bool descending)
{
    m_keys = std::move(keys);
    m_descending = descending;
    return *this;
}

QString ListQuery::conditions(Reading reading, const QString &further) const
{
    QStringList all = reading == Reading::Page ? m_conditions : m_sweepConditions;
    if (!further.isEmpty())
        all.append(further);
    return all.isEmpty() ? QString() : u" WHERE "_s + all.join(u" AND "_s);
}

QString ListQuery::order() const
{
    QStringList parts;
    for (const SortKey &key : m_keys)
        parts.append(key.expression + (m_descending ? u" DESC"_s : QString()));
    return u" ORDER BY "_s + parts.join(u", "_s);
}

QString ListQuery::afterKey() const
{
    QStringList expressions;
    QStringList values;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        expressions.append(m_keys[i].expression);
        values.append(u":k%1::%2"_s.arg(i).arg(m_keys[i].type));
    }
    // The leading key once more: over a join, an index serves it and not the comparison of the whole row.
    return u"(%1) %2 (%3) AND %4 %2= %5"_s.arg(expressions.join(u", "_s), m_descending ? u"<"_s : u">"_s,
                                               values.join(u", "_s), expressions.first(), values.first());
}

QString ListQuery::keysAsText() const
{
    QStringList parts;
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        parts.append(u"(%1)::text AS k%2"_s.arg(m_keys[i].expression).arg(i));
    return parts.join(u", "_s);
}

QString ListQuery::pageText(bool isFirst) const
{
    return u"SELECT "_s + m_columns + u", "_s + keysAsText() + u" FROM "_s + m_base + m_details
           + conditions(Reading::Page, isFirst ? QString() : afterKey()) + order()
           + u" OFFSET :skip LIMIT :limit"_s;
}

PageKey ListQuery::keyOf(const Row &row) const
{
    PageKey key;
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        key.append(row.text(("k" + QByteArray::number(i)).constData()));
    return key;
}

void ListQuery::bindKey(Query &query, const PageKey &after) const
{
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        query.bind(("k" + QByteArray::number(i)).constData(),
                   after.value(static_cast<qsizetype>(i)).toString());
}

Result<std::vector<PageKey>> ListQuery::anchors(Session &session, int every) const
{
    Query query(session, u"SELECT * FROM (SELECT "_s + keysAsText() + u", row_number() OVER ("_s + order()
                             + u") AS ordinal FROM "_s + m_base + conditions(Reading::Sweep)
                             + u") r WHERE ordinal % :every = 0 ORDER BY ordinal"_s);
    bindValues(query);
    query.bind("every", every);
    auto keys = query.all([this](const Row &row) { return keyOf(row); });
    if (keys)
        keys->insert(keys->begin(), PageKey());
    return keys;
}

Result<qint64> ListQuery::count(Session &session) const
{
    Query query(session, u"SELECT count(*) AS rows FROM "_s + m_base + conditions(Reading::Sweep));
    bindValues(query);
    return query.one([](const Row &row) { return row.integer("rows"); });
}

CopyOut ListQuery::copyOut(Session &session, const QString &columns) const
{
    CopyOut copy(session, u"SELECT "_s + columns + u" FROM "_s + m_base + m_details
                              + conditions(Reading::Sweep) + order());
    bindValues(copy);
    return copy;
}

} // namespace seatledger
