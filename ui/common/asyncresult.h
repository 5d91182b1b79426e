// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace seatledger {

/// Calls `handler(Result<T>)` in the thread of `context` once the future has its answer, never within this
/// call, and not at all if `context` is gone by then. A cancelled future answers ErrorCode::Cancelled, so
/// the handler always runs exactly once while its context lives.
template <typename T, typename Handler>
void whenDone(const QFuture<Result<T>> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         QFuture<Result<T>> done = watcher->future();
                         if (done.resultCount() > 0)
                             handler(done.takeResult());
                         else
                             handler(Result<T>(failure(ErrorCode::Cancelled, QString())));
                     });
    watcher->setFuture(future);
}

} // namespace seatledger
