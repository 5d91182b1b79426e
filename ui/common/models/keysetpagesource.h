// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "ui/common/asyncresult.h"
#include "ui/common/models/pagesource.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace seatledger {

/// One page by key: the `limit` rows that follow the row with the key `after` (the first ones without it)
/// once `skip` further rows are passed over.
template <typename Key, typename Filter>
struct KeysetRequest
{
    Filter filter;
    SortSpec sort;
    std::optional<Key> after;
    int skip = 0;
    int limit = 0;
};

/// The three questions a KeysetPageSource asks, each answered from another thread.
template <typename Row, typename Key, typename Filter>
struct KeysetQueries
{
    using Request = KeysetRequest<Key, Filter>;

    std::function<QFuture<Result<std::vector<Row>>>(const Request &, CancelToken)> page;
    /// The keys of the rows every-1, 2*every-1, 3*every-1, ... (from 0), in order: the page after the
    /// i-th of them (from 0) begins at row (i+1)*every.
    std::function<QFuture<Result<std::vector<Key>>>(const Filter &, const SortSpec &, int every, CancelToken)>
        anchors;
    std::function<QFuture<Result<qint64>>(const Filter &, CancelToken)> count;
    /// The key of a row under this sort order. May be empty; then only anchors shorten the way.
    std::function<Key(const Row &, const SortSpec &)> keyOf;
};

/// Gives a table its rows by number from queries that page by key, so that no OFFSET ever grows deep.
///
/// The start of the list is asked for at once. Once the count shows that the list is long, the keys of
/// every `anchorDistance`-th row are fetched in the background; a page far from any known key waits for
/// them and then skips less than `anchorDistance` rows. The last key of each page read is remembered too, so
/// reading on skips nothing. Changing filter or sort, and forget(), cancel what is under way.
template <typename Row, typename Key, typename Filter>
class KeysetPageSource final : public PageSource
{
public:
    using Queries = KeysetQueries<Row, Key, Filter>;
    static constexpr int anchorDistance = 1000;

    explicit KeysetPageSource(Queries queries, SortSpec sort = {}, Filter filter = {}, QObject *parent = nullptr)
        : PageSource(parent), m_queries(std::move(queries)), m_sort(std::move(sort)), m_filter(std::move(filter))
    {
    }
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
        const KeysetRequest<Key, Filter> request{m_filter, m_sort, key, static_cast<int>(first - position), count};
        whenDone(m_queries.page(request, m_token), this,
                 [this, first, generation = m_generation, handler = std::move(handler)](
                     Result<std::vector<Row>> rows) {
                     answerRows(first, generation, std::move(rows), handler);
                 });
    }

private:
    enum class Anchors { Unknown, Asked, Known };
    struct Waiting
    {
        qint64 first;
        int count;
        BlockHandler handler;
    };

    /// The last known place at or before `row`: how many rows lie before it, and the key of the last of them.
    std::pair<qint64, std::optional<Key>> nearestKey(qint64 row) const
    {
        const auto after = m_keys.upper_bound(row);
        if (after == m_keys.begin())
            return {0, std::nullopt};
        const auto &[position, key] = *std::prev(after);
        return {position, key};
    }

    void answerRows(qint64 first, int generation, Result<std::vector<Row>> rows, const BlockHandler &handler)
    {
        if (generation != m_generation)
            return handler(failure(ErrorCode::Cancelled, QString()));
        if (!rows)
            return handler(std::unexpected(std::move(rows.error())));
        if (m_queries.keyOf && !rows->empty())
            m_keys.insert_or_assign(first + std::ssize(*rows), m_queries.keyOf(rows->back(), m_sort));
        handler(std::make_shared<TypedRowBlock<Row>>(std::move(*rows)));
    }

    void startAnchors()
    {
        if (m_anchors != Anchors::Unknown)
            return;
        m_anchors = Anchors::Asked;
        whenDone(m_queries.anchors(m_filter, m_sort, anchorDistance, m_token), this,
                 [this, generation = m_generation](Result<std::vector<Key>> keys) {
                     if (generation == m_generation)
                         takeAnchors(std::move(keys));
                 });
    }

    void takeAnchors(Result<std::vector<Key>> keys)
    {
        if (!keys) {
            m_anchors = Anchors::Unknown;
            return answerWaiting(std::unexpected(std::move(keys.error())));
        }
        m_anchors = Anchors::Known;
        qint64 position = 0;
        for (Key &key : *keys)
            m_keys.insert_or_assign(position += anchorDistance, std::move(key));
        for (Waiting &waiting : std::exchange(m_waiting, {}))
            fetchRows(waiting.first, waiting.count, std::move(waiting.handler));
    }

    void answerWaiting(std::unexpected<Error> error)
    {
        for (Waiting &waiting : std::exchange(m_waiting, {})) {
            QMetaObject::invokeMethod(
                this, [handler = std::move(waiting.handler), error] { handler(error); }, Qt::QueuedConnection);
        }
    }

    Queries m_queries;
    SortSpec m_sort;
    Filter m_filter;
    CancelToken m_token = CancelToken::create();
    int m_generation = 0;
    Anchors m_anchors = Anchors::Unknown;
    std::map<qint64, Key> m_keys; ///< rows before a place -> key of the last of them
    std::vector<Waiting> m_waiting;
};

} // namespace seatledger
