// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <mutex>

namespace seatledger::server {

/// What is left to somebody in the window of time that runs.
struct Quota {
    bool isGranted = true;
    int limit = 0; ///< requests in a window; 0: there is no limit
    int remaining = 0;
    int resetSeconds = 0; ///< until the next window begins
};

/// Counts the requests of each token and each address in windows of a minute. Memory is bounded by who asks
/// within one window. Thread-safe.
class RateLimiter final
{
public:
    using Clock = std::chrono::steady_clock;

    static constexpr std::chrono::seconds window{60};

    /// One more request of `key`, of which `limit` a window are granted; 0 is all.
    [[nodiscard]] Quota take(const QByteArray &key, int limit, Clock::time_point now = Clock::now());

private:
    std::mutex m_mutex;
    QHash<QByteArray, int> m_counts;
    Clock::time_point m_windowEnd;
};

} // namespace seatledger::server
