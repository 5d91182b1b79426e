// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/canceltoken.h"

#include "core/db/connection.h"

#include <QThreadPool>

#include <libpq-fe.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace seatledger {

struct CancelToken::State {
    std::atomic_bool isCancelled = false;
    std::mutex mutex;
    std::condition_variable statementEnded;
    pg_cancel *running = nullptr;
};

namespace {

/// Tells the server until the statement has ended: the first request may come before the server has begun.
void stopRunningStatement(pg_cancel *&running, std::mutex &mutex, std::condition_variable &statementEnded)
{
    std::unique_lock lock(mutex);
    while (running) {
        char reason[256];
        PQcancel(running, reason, sizeof reason);
        statementEnded.wait_for(lock, std::chrono::milliseconds(100));
    }
}

template <typename State>
void stopInBackground(const std::shared_ptr<State> &state)
{
    QThreadPool::globalInstance()->start(
        [state] { stopRunningStatement(state->running, state->mutex, state->statementEnded); });
}

} // namespace

CancelToken CancelToken::create()
{
    CancelToken token;
    token.m_state = std::make_shared<State>();
    return token;
}

void CancelToken::cancel() const
{
    if (!m_state || m_state->isCancelled.exchange(true))
        return;
    {
        const std::scoped_lock lock(m_state->mutex);
        if (!m_state->running)
            return;
    }
    stopInBackground(m_state);
}

bool CancelToken::isCancelled() const
{
    return m_state && m_state->isCancelled;
}

bool CancelToken::canBeCancelled() const
{
    return m_state != nullptr;
}

LatestRequest::~LatestRequest()
{
    cancel();
}

CancelToken LatestRequest::renew()
{
    cancel();
    m_current = CancelToken::create();
    return m_current;
}

void LatestRequest::cancel()
{
    m_current.cancel();
}

StatementGuard::StatementGuard(Connection &connection) : m_state(connection.cancelToken().m_state)
{
    if (!m_state)
        return;
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->running = connection.m_cancel.get();
    }
    // Cancelled between the last look and now: whoever cancelled saw nothing running.
    if (m_state->isCancelled)
        stopInBackground(m_state);
}

StatementGuard::~StatementGuard()
{
    if (!m_state)
        return;
    // PQcancel runs under the mutex, so after this no request can hit the connection's next statement
    const std::scoped_lock lock(m_state->mutex);
    m_state->running = nullptr;
    m_state->statementEnded.notify_all();
}

} // namespace seatledger
