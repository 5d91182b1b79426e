// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <QString>
#include <QStringView>

#include <functional>
#include <type_traits>
#include <utility>

namespace seatledger {

/// A transaction with a name (for the log). Rolls back when destroyed without a `commit()`.
///
/// Begun inside another one on the same connection it joins that: the outer one decides. If the inner one
/// is destroyed without a commit, the outer one can no longer commit either. Prefer `transact`, which also
/// repeats what lost against concurrent work.
class Transaction final
{
public:
    /// Opens it, READ COMMITTED. Fails with Offline or Cancelled.
    [[nodiscard]] static Result<Transaction> begin(Connection &connection, QStringView name);

    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Makes it last. Deferred constraints are checked here, so a rule may refuse it. After a failure it is
    /// rolled back. When the connection is lost during the COMMIT itself, Offline is the answer and only the
    /// database knows whether it happened.
    [[nodiscard]] Result<void> commit();

    /// Whether it joined one that was already open.
    [[nodiscard]] bool isJoined() const;

private:
    Transaction(Connection &connection, QString name, bool joined);
    [[nodiscard]] Result<void> mayCommit() const;
    void rollBack();

    Connection *m_connection; // null once finished or moved from
    QString m_name;
    bool m_joined;
};

namespace detail {

/// How often a unit of work is tried before it answers Busy.
inline constexpr int transactionAttempts = 5;

/// Whether `error` says that the same work may succeed when run again (SQLSTATE 40001, 40P01).
[[nodiscard]] bool isRepeatable(const Error &error);

/// Waits a little, longer and less predictably with each attempt.
void waitBeforeAttempt(int attempt);

} // namespace detail

/// Runs `work` (Session & -> Result<T>) in a transaction: commits when it succeeds, rolls back when it
/// fails. Lost against concurrent work (40001, 40P01), it is run again, five times in all, before it answers
/// Busy; so `work` must keep nothing from a failed run. Inside an open transaction it joins that one and
/// leaves the repeating to it.
template <typename Work>
[[nodiscard]] auto transact(Session &session, QStringView name, Work &&work)
    -> std::invoke_result_t<Work, Session &>
{
    using Answer = std::invoke_result_t<Work, Session &>;
    const bool outermost = !session.connection().inTransaction();
    for (int attempt = 1;; ++attempt) {
        Answer answer = [&]() -> Answer {
            auto transaction = Transaction::begin(session.connection(), name);
            if (!transaction)
                return std::unexpected(std::move(transaction).error());
            Answer result = std::invoke(work, session);
            if (!result)
                return result;
            if (auto committed = transaction->commit(); !committed)
                return std::unexpected(std::move(committed).error());
            return result;
        }();
        const bool again = !answer && outermost && attempt < detail::transactionAttempts
                           && detail::isRepeatable(answer.error());
        if (!again)
            return answer;
        detail::waitBeforeAttempt(attempt);
    }
}

} // namespace seatledger
