// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/problem.h"
#include "core/db/connectionsettings.h"
#include "core/db/executor.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <optional>

namespace seatledger::server {

/// How much work there may be.
struct WorkerSettings {
    int threads = 8;
    int waiting = 2'000; ///< how much may wait for a thread; more is refused at once
    std::chrono::seconds patience{5}; ///< what waited longer is refused: nobody waits for it any more
    std::optional<std::chrono::seconds> statement = std::nullopt; ///< the database stops what takes longer
};

/// The threads that own the connections to the database, and the queue before them, which is bounded: what
/// comes on top is refused with 503, so that the server answers late nobody and some at once. Thread-safe.
class Workers final
{
public:
    Workers(const ConnectionSettings &database, WorkerSettings settings);

    using Work = std::function<Answer(Session &)>;
    using Done = std::function<void(Answer)>;

    /// Runs `work` on a worker and hands what it answers to `done`, on that thread; at once if there is too
    /// much.
    void ask(Work work, Done done);

    /// Pieces of work that wait or run.
    [[nodiscard]] int load() const { return m_load; }
    /// Threads, each with a connection of its own.
    [[nodiscard]] int size() const { return m_settings.threads; }
    [[nodiscard]] int running() const { return m_running; }
    /// Pieces of work that wait for a thread.
    [[nodiscard]] int waiting() const { return std::max(0, m_load - m_running); }

private:
    [[nodiscard]] Answer answerOf(const Work &work, Session &session) const;

    WorkerSettings m_settings;
    std::atomic<int> m_load = 0;
    std::atomic<int> m_running = 0;
    Executor m_executor;
};

} // namespace seatledger::server
