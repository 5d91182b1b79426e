// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/copy.h"
#include "core/db/query.h"
#include "core/repositories/boundvalues.h"
#include "core/repositories/compositequeryrepository.h"
#include "core/repositories/listscope.h"

#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// One part of an order: an SQL expression and its type. Types have no NULLs: the expression replaces them.
struct SortKey {
    QString expression;
    QString type;
    bool descending = false;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

/// A table that a list joins.
struct ListJoin {
    QString table;     ///< "seatledger.member"
    QString alias;     ///< "m"
    QString condition; ///< "m.id = a.member_id"
    bool isOptional = false; ///< there may be no such row
};

/// Where the rows of a list come from.
struct ListTables {
    QString along; ///< the table along which the order walks: "seatledger.member"
    QString alias; ///< its alias: "m"
    int keys = 0;  ///< how many of the leading sort keys are its own; an index gives it in their order
    QString id;    ///< identifies a row of the list: "m.id"
    std::vector<ListJoin> joins = {};    ///< what conditions and order need besides
    std::vector<ListJoin> searched = {}; ///< what the words of a search, and the columns, need besides
    std::vector<ListJoin> details = {};  ///< what only the columns need
};

/// A search, spelled in two ways that say the same. Walking along the order finds a common word soon, and
/// goes on for long where a word is rare, or common only at the other end of the order; reading the rows in
/// which it is found, by an index, is the other way round. So a page walks, but not far, and reads what is
/// found when that did not fill it.
struct ListSearch {
    QString walking; ///< the condition on a row; may use the details
    QString found = {}; ///< what stands after FROM to give all rows that match, with the aliases that
                        ///< keys and conditions use; empty: the conditions leave few rows, just walk
    bool isRare = false; ///< walking would not fill a page: do not try
    int stretch = 5'000; ///< how many rows of the table to walk along
};

/// A list as SQL: what to select, from where, under which conditions, in which order; and from it the
/// statements for a page, for anchors, for the count and for an export.
///
/// All texts come from the program; values are bound. A plain value.
class ListQuery final
{
public:
    ListQuery(QString columns, ListTables tables);

    /// The values that stand in the texts.
    [[nodiscard]] BoundValues &values() { return m_values; }
    [[nodiscard]] QString bound(const SqlValue &value) { return m_values.bound(value); }

    /// Adds a condition; it may use the joins, not the details.
    ListQuery &where(const QString &condition);
    ListQuery &search(ListSearch search);

    /// The list is read by somebody who sees only this of it. Its rows are found department by department
    /// where the table along which the order walks has them; everywhere else the scope is one more condition,
    /// which may use the joins.
    ListQuery &within(ListScope scope);
    [[nodiscard]] const std::optional<ListScope> &scope() const { return m_scope; }

    /// All keys in one direction; the last one makes the order total.
    ListQuery &orderBy(std::vector<SortKey> keys, bool descending);
    /// Each key in its own direction. No index gives such an order: a search does not walk along it.
    ListQuery &orderByEach(std::vector<SortKey> keys);
    /// The first key has no other values than these words: pages are read value by value, each in the order
    /// of the other keys, for which there may be an index.
    ListQuery &groupBy(QStringList values);

    template <typename FromRow>
    [[nodiscard]] auto page(Session &session, const PageKey &after, int skip, int limit,
                            FromRow fromRow) const
        -> Result<ListPage<std::invoke_result_t<FromRow, const Row &>>>;

    [[nodiscard]] Result<std::vector<PageKey>> anchors(Session &session, int every) const;
    [[nodiscard]] Result<qint64> count(Session &session) const;

    /// The whole list in its order, with other columns; `further` is what these need besides.
    [[nodiscard]] CopyOut copyOut(Session &session, const QString &columns,
                                  const std::vector<ListJoin> &further = {}) const;

private:
    struct Window {
        const PageKey &after;
        int skip;
        int limit;
    };
    template <typename FromRow>
    [[nodiscard]] auto read(Session &session, const QString &text, const Window &window,
                            FromRow fromRow) const
        -> Result<ListPage<std::invoke_result_t<FromRow, const Row &>>>;

    [[nodiscard]] bool hasFound() const { return m_search && !m_search->found.isEmpty(); }
    [[nodiscard]] bool walksScope() const;
    [[nodiscard]] QString scopedRows(bool isFirst, qint64 rows) const;
    [[nodiscard]] QString inScope() const;
    [[nodiscard]] QString alongScope(const Window &window) const;
    [[nodiscard]] QString walkText(bool isFirst, const Window &window) const;
    [[nodiscard]] QString foundText(bool isFirst) const;
    [[nodiscard]] QStringList groups(const Window &window) const;
    [[nodiscard]] QString groupedText(const QStringList &values, const Window &window) const;
    [[nodiscard]] ListQuery inGroup(const QString &value) const;
    [[nodiscard]] QString pageText(const QString &from, const QStringList &further,
                                   const QString &walked) const;
    [[nodiscard]] QString shownText(const QString &found) const;
    [[nodiscard]] QString stretch(bool isFirst, const Window &window) const;
    [[nodiscard]] qint64 stretchRows(const Window &window) const;
    [[nodiscard]] QString along() const { return m_tables.along + u' ' + m_tables.alias; }
    [[nodiscard]] QString allTables() const;
    [[nodiscard]] QString sweep() const;
    [[nodiscard]] QString conditions(const QStringList &further = {}) const;
    [[nodiscard]] QString afterKey(std::size_t keys) const;
    [[nodiscard]] QString afterMixedKey() const;
    [[nodiscard]] bool isMixed() const;
    [[nodiscard]] QString order(std::size_t keys) const;
    [[nodiscard]] QString order() const { return order(m_keys.size()); }
    [[nodiscard]] QString orderNamed(const QString &alias, std::size_t named) const;
    [[nodiscard]] QString keyPlaceholder(std::size_t key) const;
    [[nodiscard]] QString keyColumns(std::size_t keys) const;
    [[nodiscard]] QString keyTexts() const;
    [[nodiscard]] PageKey keyOf(const Row &row) const;
    void bindWindow(Query &query, const QString &text, const Window &window) const;

    QString m_columns;
    ListTables m_tables;
    QStringList m_conditions;
    std::optional<ListSearch> m_search;
    std::optional<ListScope> m_scope;
    BoundValues m_values;
    std::vector<SortKey> m_keys;
    std::size_t m_firstKey = 0; ///< which of the page's keys is the first of these: in a group, the next
    QStringList m_groups;
    bool m_isPlain = true;
};

template <typename FromRow>
auto ListQuery::page(Session &session, const PageKey &after, int skip, int limit, FromRow fromRow) const
    -> Result<ListPage<std::invoke_result_t<FromRow, const Row &>>>
{
    const Window window{after, skip, limit};
    if (!hasFound() || (m_isPlain && !m_search->isRare)) {
        auto walked = read(session, walkText(after.isEmpty(), window), window, fromRow);
        if (!walked || !hasFound() || std::ssize(walked->rows) == limit)
            return walked;
    }
    return read(session, foundText(after.isEmpty()), window, fromRow);
}

template <typename FromRow>
auto ListQuery::read(Session &session, const QString &text, const Window &window, FromRow fromRow) const
    -> Result<ListPage<std::invoke_result_t<FromRow, const Row &>>>
{
    Query query(session, text);
    m_values.bindTo(query, text);
    bindWindow(query, text, window);
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

} // namespace seatledger
