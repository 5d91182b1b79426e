// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "ui/common/models/rowblock.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace seatledger {

/// By what a list is sorted: the key of a column, as its TableColumn names it; rows that are equal by it by
/// those that follow, whose own `then` do not count.
struct SortSpec {
    QString column;
    Qt::SortOrder order = Qt::AscendingOrder;
    std::vector<SortSpec> then;

    friend bool operator==(const SortSpec &, const SortSpec &) = default;
};

/// Where a PagedTableModel gets its rows from, without ever waiting.
///
/// A source answers for one query (filter and sort) at a time. Every fetch calls its handler exactly once,
/// in the GUI thread and never within the call; fetches of a query that was replaced meanwhile answer
/// ErrorCode::Cancelled. Answers may come in any order. Lives in the GUI thread.
class PageSource : public QObject
{
    Q_OBJECT

public:
    using CountHandler = std::function<void(Result<qint64>)>;
    using BlockHandler = std::function<void(Result<RowBlockPtr>)>;

    using QObject::QObject;

    /// How many rows the query has.
    virtual void fetchCount(CountHandler handler) = 0;
    /// The rows `first` (from 0) to `first + count - 1`; fewer at the end of the list.
    virtual void fetchRows(qint64 first, int count, BlockHandler handler) = 0;
    /// The data changed elsewhere: forgets what was learned about the positions of rows.
    virtual void forget() = 0;

    /// Another sort order; emits queryChanged if it is one.
    virtual void setSort(const SortSpec &sort) = 0;
    [[nodiscard]] virtual SortSpec sort() const = 0;

signals:
    /// The filter or the sort order is another now; what was fetched before has no meaning any more.
    void queryChanged();
};

} // namespace seatledger
