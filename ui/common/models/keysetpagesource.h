// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "core/repositories/compositequeryrepository.h"
#include "ui/common/asyncresult.h"
#include "ui/common/models/pagesource.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace seatledger {

/// One page by key: the `limit` rows that follow the row with the key `after` (the first ones if it is empty)
/// once `skip` further rows are passed over.
template <typename Filter>
struct KeysetRequest {
    Filter filter;
    SortSpec sort;
    PageKey after;
    int skip = 0;
    int limit = 0;
};

/// The three questions a KeysetPageSource asks, each answered from another thread. They are those of
/// CompositeQueryRepository; listQueries() ties them to an Executor.
template <typename Row, typename Filter>
struct KeysetQueries {
    std::function<QFuture<Result<ListPage<Row>>>(const KeysetRequest<Filter> &, CancelToken)> page;
    /// The keys before the rows 0, every, 2*every, ...; the first is empty.
    std::function<QFuture<Result<std::vector<PageKey>>>(const Filter &, const SortSpec &, int every,
                                                        CancelToken)>
        anchors;
    std::function<QFuture<Result<qint64>>(const Filter &, CancelToken)> count;
};

/// Gives a table its rows by number from queries that page by key, so that no OFFSET ever grows deep.
///
/// The start of the list is asked for at once. Once the count shows that the list is long, the keys of
/// every `anchorDistance`-th row are fetched in the background; a page far from any known key waits for
/// them and then skips less than `anchorDistance` rows. The last key of each page read is remembered too, so
/// reading on skips nothing. Changing filter or sort, and forget(), cancel what is under way.
template <typename Row, typename Filter>
class KeysetPageSource final : public PageSource
{
public:
    using Queries = KeysetQueries<Row, Filter>;
    static constexpr int anchorDistance = 1000;

    explicit KeysetPageSource(Queries queries, SortSpec sort = {}, Filter filter = {},
                              QObject *parent = nullptr)
        : PageSource(parent),
          m_queries(std::move(queries)),
          m_sort(std::move(sort)),
          m_filter(std::move(filter))
    {}
    ~KeysetPageSource() override { m_token.cancel(); }

    [[nodiscard]] const Filter &filter() const { return m_filter; }
    /// Another filter; emits queryChanged if it is one.
    void setFilter(Filter filter)
    {
        if (filter == m_filter)
            return;
        m_filter = std::move(filter);
        forget();
        emit queryChanged();
    }

    void setSort(const SortSpec &sort) override
    {
        if (sort == m_sort)
            return;
        m_sort = sort;
        forget();
        emit queryChanged();
    }
    [[nodiscard]] SortSpec sort() const override { return m_sort; }

    void forget() override
    {
        m_token.cancel();
        m_token = CancelToken::create();
        m_keys.clear();
        m_anchors = Anchors::Unknown;
        ++m_generation;
        answerWaiting(failure(ErrorCode::Cancelled, QString()));
    }

    void fetchCount(CountHandler handler) override
    {
        whenDone(m_queries.count(m_filter, m_token), this,
                 [this, generation = m_generation, handler = std::move(handler)](Result<qint64> count) {
                     if (generation != m_generation)
                         return handler(failure(ErrorCode::Cancelled, QString()));
                     if (count && *count > 2 * anchorDistance)
                         startAnchors();
                     handler(std::move(count));
                 });
    }

    void fetchRows(qint64 first, int count, BlockHandler handler) override
    {
        const auto [position, key] = nearestKey(first);
        const bool far = first - position > 2 * anchorDistance;
        if (far && m_anchors != Anchors::Known) {
            m_waiting.push_back({first, count, std::move(handler)});
            startAnchors();
            return;
        }
        const KeysetRequest<Filter> request{m_filter, m_sort, key, static_cast<int>(first - position), count};
        whenDone(m_queries.page(request, m_token), this,
                 [this, first, generation = m_generation,
                  handler = std::move(handler)](Result<ListPage<Row>> page) {
                     answerRows(first, generation, std::move(page), handler);
                 });
    }

private:
    enum class Anchors { Unknown, Asked, Known };
    struct Waiting {
        qint64 first;
        int count;
        BlockHandler handler;
    };

    /// The last known place at or before `row`: how many rows lie before it, and the key of the last of them.
    std::pair<qint64, PageKey> nearestKey(qint64 row) const
    {
        const auto after = m_keys.upper_bound(row);
        if (after == m_keys.begin())
            return {0, {}};
        const auto &[position, key] = *std::prev(after);
        return {position, key};
    }

    void answerRows(qint64 first, int generation, Result<ListPage<Row>> page, const BlockHandler &handler)
    {
        if (generation != m_generation)
            return handler(failure(ErrorCode::Cancelled, QString()));
        if (!page)
            return handler(std::unexpected(std::move(page.error())));
        if (!page->rows.empty())
            m_keys.insert_or_assign(first + std::ssize(page->rows), std::move(page->last));
        handler(std::make_shared<TypedRowBlock<Row>>(std::move(page->rows)));
    }

    void startAnchors()
    {
        if (m_anchors != Anchors::Unknown)
            return;
        m_anchors = Anchors::Asked;
        whenDone(m_queries.anchors(m_filter, m_sort, anchorDistance, m_token), this,
                 [this, generation = m_generation](Result<std::vector<PageKey>> keys) {
                     if (generation == m_generation)
                         takeAnchors(std::move(keys));
                 });
    }

    void takeAnchors(Result<std::vector<PageKey>> keys)
    {
        if (!keys) {
            m_anchors = Anchors::Unknown;
            return answerWaiting(std::unexpected(std::move(keys.error())));
        }
        m_anchors = Anchors::Known;
        for (std::size_t i = 1; i < keys->size(); ++i)
            m_keys.insert_or_assign(static_cast<qint64>(i) * anchorDistance, std::move((*keys)[i]));
        for (Waiting &waiting : std::exchange(m_waiting, {}))
            fetchRows(waiting.first, waiting.count, std::move(waiting.handler));
    }

    void answerWaiting(const std::unexpected<Error> &error)
    {
        for (Waiting &waiting : std::exchange(m_waiting, {})) {
            QMetaObject::invokeMethod(
                this, [handler = std::move(waiting.handler), error] { handler(error); },
                Qt::QueuedConnection);
        }
    }

    Queries m_queries;
    SortSpec m_sort;
    Filter m_filter;
    CancelToken m_token = CancelToken::create();
    int m_generation = 0;
    Anchors m_anchors = Anchors::Unknown;
    std::map<qint64, PageKey> m_keys; ///< rows before a place -> key of the last of them
    std::vector<Waiting> m_waiting;
};

} // namespace seatledger
