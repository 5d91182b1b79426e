// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/executor.h"
#include "ui/common/models/keysetpagesource.h"

namespace seatledger {

/// What the repository sorts by for what the header of a table shows.
template <typename Sort, typename OrderOf>
[[nodiscard]] ListOrder<Sort> listOrder(const SortSpec &sort, OrderOf orderOf)
{
    ListOrder<Sort> order{orderOf(sort.column), sort.order == Qt::DescendingOrder, {}};
    for (const SortSpec &next : sort.then)
        order.then.push_back({orderOf(next.column), next.order == Qt::DescendingOrder, {}});
    return order;
}

/// Ties one list of a repository to an Executor, for a KeysetPageSource:
///
///     listQueries(executor, services.lists, &CompositeQueryRepository::members,
///                 &CompositeQueryRepository::memberAnchors, &CompositeQueryRepository::memberCount,
///                 memberSort)
///
/// `orderOf` turns the key of a column into what the repository sorts by. Executor and repository must
/// outlive the queries.
template <typename Row, typename Filter, typename Sort, typename Lists, typename OrderOf>
KeysetQueries<Row, Filter> listQueries(
    Executor &executor, const Lists &lists,
    Result<ListPage<Row>> (Lists::*page)(Session &, const Filter &, const ListOrder<Sort> &, const PageKey &,
                                         int, int) const,
    Result<std::vector<PageKey>> (Lists::*anchors)(Session &, const Filter &, const ListOrder<Sort> &, int)
        const,
    Result<qint64> (Lists::*count)(Session &, const Filter &) const, OrderOf orderOf)
{
    const auto order = [orderOf](const SortSpec &sort) { return listOrder<Sort>(sort, orderOf); };
    KeysetQueries<Row, Filter> queries;
    queries.page = [&executor, &lists, page, order](const KeysetRequest<Filter> &request, CancelToken token) {
        return executor.run(
            [&lists, page, order, request](Session &session) {
                return (lists.*page)(session, request.filter, order(request.sort), request.after,
                                     request.skip, request.limit);
            },
            std::move(token));
    };
    queries.anchors = [&executor, &lists, anchors, order](const Filter &filter, const SortSpec &sort,
                                                          int every, CancelToken token) {
        return executor.run(
            [&lists, anchors, ordered = order(sort), filter, every](Session &session) {
                return (lists.*anchors)(session, filter, ordered, every);
            },
            std::move(token));
    };
    queries.count = [&executor, &lists, count](const Filter &filter, CancelToken token) {
        return executor.run(
            [&lists, count, filter](Session &session) { return (lists.*count)(session, filter); },
            std::move(token));
    };
    return queries;
}

} // namespace seatledger
