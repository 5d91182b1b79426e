// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/executor.h"
#include "core/db/transactionlabel.h"
#include "core/services/refusalinwords.h"
#include "core/services/services.h"
#include "ui/book/bookday.h"
#include "ui/book/workid.h"
#include "ui/common/asyncresult.h"
#include "ui/common/permits.h"
#include "ui/shell/connectionwatch.h"

#include <type_traits>
#include <utility>

namespace seatledger {

class SavedViewStore;

/// How pages and dialogs reach the book without waiting for it: work runs on the executor's threads, its
/// answer comes back in the thread of a context object. And what the person may do there. References; copy it
/// freely, what they name must outlive the copies.
struct BookAccess {
    Executor &executor;
    const Services &services;
    Permits *permits = nullptr; ///< without one nothing is held off, and the database decides alone
    const BookDay *day = nullptr; ///< without one it is the machine's
    ConnectionWatch *connection = nullptr; ///< without one it is taken to be there
    SavedViewStore *views = nullptr; ///< the window's; without one each page loads them itself

    /// The book's day, which dialogs begin with.
    [[nodiscard]] QDate today() const { return day ? day->today() : QDate::currentDate(); }

    /// Whether the person may do this at all.
    [[nodiscard]] bool may(Action what) const { return !permits || permits->may(what); }
    /// Why not, in one sentence; empty if they may.
    [[nodiscard]] QString refusalOf(Action what) const
    {
        return permits ? permits->refusalOf(what) : QString();
    }
    /// See Permits::guard(). For actions; their buttons and menus follow them.
    void guard(QAction *action, Action what) const
    {
        if (permits)
            permits->guard(action, what);
    }

    /// Runs `work(const Services &, Session &) -> Result<T>` elsewhere, then `handler(Result<T>)` here,
    /// unless `context` is gone by then. What the database refuses comes in words, see inWords(); every error
    /// has the id of the work, see WorkId.
    template <typename Work, typename Handler>
    void ask(QObject *context, Work work, Handler handler, CancelToken token = {}) const
    {
        whenDone(run(std::move(work), std::move(token)), context, std::move(handler));
    }

    /// The same as a future.
    template <typename Work>
    [[nodiscard]] auto run(Work work, CancelToken token = {}) const
        -> QFuture<std::invoke_result_t<Work &, const Services &, Session &>>
    {
        const Services *all = &services;
        return executor.run(
            [all, work = std::move(work), request = WorkId()](Session &session) mutable {
                const TransactionLabel label(request.label());
                auto answer = work(*all, session);
                if (!answer)
                    answer.error() = request.addedTo(inWords(std::move(answer.error())));
                return answer;
            },
            std::move(token));
    }
};

} // namespace seatledger
