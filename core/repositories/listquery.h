// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/copy.h"
#include "core/db/query.h"
#include "core/repositories/compositequeryrepository.h"

#include <QString>

#include <utility>
#include <vector>

namespace seatledger {

/// One part of an order: an SQL expression and its type. Types have no NULLs: the expression replaces them.
struct SortKey {
    QString expression;
    QString type;
};

/// A list as SQL: what to select, from where, under which conditions, in which order; and from it the
/// statements for a page, for anchors, for the count and for an export. `base` joins what conditions and
/// order need, `details` what only the columns need, so that anchors and counts do without.
///
/// All texts come from the program; values are bound. A plain value.
class ListQuery final
{
public:
    ListQuery(QString columns, QString base, QString details = {});

    /// Adds a condition with `?` where the value stands; the same value for all of them.
    ListQuery &where(const QString &condition, const SqlValue &value);
    ListQuery &where(const QString &condition);

    /// The same demand in two spellings: `onPage` may use the details and suits reading a few rows in order;
    /// `sweeping` suits reading all, for counts and anchors.
    ListQuery &whereEither(const QString &onPage, const QString &sweeping, const SqlValue &value);

    /// The last key makes the order total.
    ListQuery &orderBy(std::vector<SortKey> keys, bool descending);

    template <typename FromRow>
    [[nodiscard]] auto page(Session &session, const PageKey &after, int skip, int limit,
                            FromRow fromRow) const
        -> Result<ListPage<std::invoke_result_t<FromRow, const Row &>>>;

    [[nodiscard]] Result<std::vector<PageKey>> anchors(Session &session, int every) const;
    [[nodiscard]] Result<qint64> count(Session &session) const;

    /// The whole list in its order, with other columns.
    [[nodiscard]] CopyOut copyOut(Session &session, const QString &columns) const;

private:
    enum class Reading { Page, Sweep };
    [[nodiscard]] QString conditions(Reading reading, const QString &further = {}) const;
    [[nodiscard]] QString afterKey() const;
    [[nodiscard]] QString order() const;
    [[nodiscard]] QString keysAsText() const;
    [[nodiscard]] QString pageText(bool isFirst) const;
    [[nodiscard]] PageKey keyOf(const Row &row) const;
    template <typename Statement>
    void bindValues(Statement &statement) const;
    void bindKey(Query &query, const PageKey &after) const;

    QString m_columns;
    QString m_base;
    QString m_details;
    QStringList m_conditions;
    QStringList m_sweepConditions; ///< parallel to m_conditions
    std::vector<std::pair<QByteArray, SqlValue>> m_values;
    std::vector<SortKey> m_keys;
    bool m_descending = false;
};

template <typename FromRow>
auto ListQuery::page(Session &session, const PageKey &after, int skip, int limit, FromRow fromRow) const
    -> Result<ListPage<std::invoke_result_t<FromRow, const Row &>>>
{
    Query query(session, pageText(after.isEmpty()));
    bindValues(query);
    if (!after.isEmpty())
        bindKey(query, after);
    query.bind("skip", skip).bind("limit", limit);
    ListPage<std::invoke_result_t<FromRow, const Row &>> page;
    auto rows = query.all([&](const Row &row) {
        page.last = keyOf(row);
        return fromRow(row);
    });
    if (!rows)
        return std::unexpected(std::move(rows).error());
    page.rows = *std::move(rows);
    return page;
}

template <typename Statement>
void ListQuery::bindValues(Statement &statement) const
{
    for (const auto &[name, value] : m_values)
        statement.bind(name.constData(), value);
}

} // namespace seatledger
