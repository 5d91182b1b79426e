// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/workers.h"

#include <atomic>
#include <chrono>

namespace seatledger::server {

/// Work that only reads and may see the book as it was a moment ago, such as a report: done on a replica, and
/// on the primary as long as the replica cannot be reached. Which of them it is stands in the log each time
/// that it changes. Thread-safe.
class ReplicaFirst final
{
public:
    /// `what` is done here, for the log: "reports". The primary's workers outlive it.
    ReplicaFirst(QString what, const ConnectionSettings &replica, WorkerSettings settings, Workers &primary);

    /// As Workers::ask does. What the replica cannot do for want of a connection is done once more, by the
    /// primary; then the replica is left alone for some seconds.
    void ask(const Workers::Work &work, const Workers::Done &done);

    /// Pieces of work done by the replica, and by the primary in its place, since the start.
    [[nodiscard]] qint64 byReplica() const { return m_byReplica; }
    [[nodiscard]] qint64 byPrimary() const { return m_byPrimary; }
    [[nodiscard]] const Workers &workers() const { return m_workers; }

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] bool isResting() const { return Clock::now().time_since_epoch().count() < m_restsUntil; }
    void askPrimary(const Workers::Work &work, const Workers::Done &done);
    void rest(const Problem &reason);
    void noteReplica();

    QString m_what;
    Workers &m_primary;
    std::atomic<Clock::rep> m_restsUntil = 0;
    std::atomic<bool> m_isAway = false;
    std::atomic<qint64> m_byReplica = 0;
    std::atomic<qint64> m_byPrimary = 0;
    Workers m_workers; // its threads end before what they count in
};

} // namespace seatledger::server
