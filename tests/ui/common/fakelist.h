// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"

#include <QPromise>

#include <deque>

namespace seatledger::fake {

struct FakeRow {
    qint64 number = 0;
    qint64 rowId() const { return number; }
};

struct FakeFilter {
    qint64 divisor = 1; ///< only numbers it divides
    friend bool operator==(const FakeFilter &, const FakeFilter &) = default;
};

/// A sorted list of numbers that answers as a database would: by key, later, in the order the test wants.
class FakeList final
{
public:
    using Source = KeysetPageSource<FakeRow, FakeFilter>;
    using Request = KeysetRequest<FakeFilter>;

    qint64 total = 1'000'000;
    qint64 offset = 0; ///< the first number; a smaller one stands for rows inserted at the top
    bool hold = false; ///< keep answers until release()
    std::optional<Error> error;
    std::vector<Request> pages;
    int anchorRequests = 0;
    int countRequests = 0;

    Source *source(QObject *parent = nullptr)
    {
        Source::Queries queries;
        queries.page = [this](const Request &request, const CancelToken &) { return page(request); };
        queries.anchors = [this](const FakeFilter &filter, const SortSpec &sort, int every,
                                 const CancelToken &) {
            ++anchorRequests;
            return answer(anchors(filter, sort, every));
        };
        queries.count = [this](const FakeFilter &filter, const CancelToken &) {
            ++countRequests;
            return answer(rows(filter));
        };
        return new Source(queries, {}, {}, parent);
    }

    /// Lets held answers go, the last asked first.
    void releaseBackwards()
    {
        while (!m_held.empty()) {
            m_held.back()();
            m_held.pop_back();
        }
    }

private:
    qint64 rows(const FakeFilter &filter) const { return total / filter.divisor; }
    qint64 numberAt(const FakeFilter &filter, const SortSpec &sort, qint64 row) const
    {
        const qint64 at = sort.order == Qt::AscendingOrder ? row : rows(filter) - 1 - row;
        return (offset + at) * filter.divisor;
    }
    qint64 rowAfter(const Request &request) const
    {
        if (request.after.isEmpty())
            return 0;
        const qint64 at = request.after.first().toLongLong() / request.filter.divisor - offset;
        return (request.sort.order == Qt::AscendingOrder ? at : rows(request.filter) - 1 - at) + 1;
    }

    QFuture<Result<ListPage<FakeRow>>> page(const Request &request)
    {
        pages.push_back(request);
        ListPage<FakeRow> found;
        const qint64 first = std::max<qint64>(0, rowAfter(request) + request.skip);
        for (qint64 row = first; row < std::min(first + request.limit, rows(request.filter)); ++row)
            found.rows.push_back({numberAt(request.filter, request.sort, row)});
        if (!found.rows.empty())
            found.last = {found.rows.back().number};
        return answer(std::move(found));
    }

    std::vector<PageKey> anchors(const FakeFilter &filter, const SortSpec &sort, int every) const
    {
        std::vector<PageKey> keys{{}};
        for (qint64 row = every; row < rows(filter); row += every)
            keys.push_back({numberAt(filter, sort, row - 1)});
        return keys;
    }

    template <typename T>
    QFuture<Result<T>> answer(T value)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        Result<T> result = error ? Result<T>(std::unexpected(*error)) : Result<T>(std::move(value));
        auto finish = [promise, result = std::move(result)] {
            promise->addResult(result);
            promise->finish();
        };
        if (hold)
            m_held.push_back(finish);
        else
            finish();
        return promise->future();
    }

    std::deque<std::function<void()>> m_held;
};

inline std::vector<TableColumn<FakeRow>> fakeColumns()
{
    using Column = TableColumn<FakeRow>;
    return {Column(QStringLiteral("number"), QStringLiteral("Number"),
                   [](const FakeRow &row) { return QString::number(row.number); }),
            Column(QStringLiteral("double"), QStringLiteral("Double"), [](const FakeRow &row) {
                return QString::number(row.number * 2);
            }).unsortable()};
}

} // namespace seatledger::fake
