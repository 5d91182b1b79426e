// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

struct pg_cancel;

namespace seatledger {

class Connection;

/// Lets one thread call off what another is doing in the database.
///
/// A token is a cheap handle; copies share one state. A default-constructed token is never cancelled and
/// costs nothing. Thread-safe. Once cancelled, it stays so: take a new one for the next request.
class CancelToken final
{
public:
    CancelToken() = default;

    /// A token that can be cancelled.
    [[nodiscard]] static CancelToken create();

    /// Asks for the end: a running statement is stopped on the server, the next one is not started, a job
    /// still waiting is not begun, and each of them answers ErrorCode::Cancelled. Returns at once; the
    /// server is told from another thread. A COMMIT already sent is not taken back.
    void cancel() const;

    [[nodiscard]] bool isCancelled() const;

    /// False for a default-constructed token.
    [[nodiscard]] bool canBeCancelled() const;

private:
    friend class StatementGuard;
    struct State;
    std::shared_ptr<State> m_state;
};

/// For requests of which only the newest matters (search as you type, a selection that moves):
/// each `renew()` cancels the one before. Lives where it is used; the last token is cancelled with it.
class LatestRequest final
{
public:
    LatestRequest() = default;
    ~LatestRequest();
    LatestRequest(const LatestRequest &) = delete;
    LatestRequest &operator=(const LatestRequest &) = delete;

    /// Cancels the token given last and gives the next one.
    [[nodiscard]] CancelToken renew();

    /// Cancels the token given last, if any.
    void cancel();

private:
    CancelToken m_current;
};

/// Marks a connection's statement as running while it lives, so that a token can stop exactly that one.
/// For core/db itself: rolling back and committing do without.
class StatementGuard final
{
public:
    explicit StatementGuard(Connection &connection);
    ~StatementGuard();
    StatementGuard(const StatementGuard &) = delete;
    StatementGuard &operator=(const StatementGuard &) = delete;

private:
    std::shared_ptr<CancelToken::State> m_state;
};

} // namespace seatledger
