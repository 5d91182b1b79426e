// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/sharedcounts.h"

#include <QByteArray>
#include <QHash>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace seatledger::server {

/// What is left to somebody in the window of time that runs.
struct Quota {
    bool isGranted = true;
    int limit = 0; ///< requests in a window; 0: there is no limit
    int remaining = 0;
    int resetSeconds = 0; ///< until the next window begins
};

/// Counts the requests of each token and each address in windows of a minute, which begin with the first of
/// them. Memory is bounded by who asks within one window. Thread-safe.
///
/// Servers that share a Redis count together: each counts for itself at once and hands over what came on top
/// several times a second, so that nobody waits for Redis. Together they may so grant what arrives within
/// that time on top of the limit. Without Redis, or while it fails, each counts for itself.
class RateLimiter final
{
public:
    using Clock = std::chrono::steady_clock;

    static constexpr std::chrono::seconds window{60};
    static constexpr std::chrono::milliseconds sharingPause{100};

    explicit RateLimiter(std::unique_ptr<SharedCounts> shared = {});
    ~RateLimiter();
    RateLimiter(const RateLimiter &) = delete;
    RateLimiter &operator=(const RateLimiter &) = delete;

    /// One more request of `key`, of which `limit` a window are granted; 0 is all.
    [[nodiscard]] Quota take(const QByteArray &key, int limit, Clock::time_point now = Clock::now());

    /// Whether servers count together: what was told last came through.
    [[nodiscard]] bool isShared() const { return m_isShared; }
    /// Who asked within the last window.
    [[nodiscard]] qsizetype size() const;

private:
    struct Counted {
        qint64 known = 0; ///< of all servers, as they last told
        qint64 fresh = 0; ///< of this one since
        Clock::time_point end = {};
    };

    void forgetOld(Clock::time_point now);
    void share(const std::stop_token &stop);
    [[nodiscard]] std::vector<SharedCounts::Addition> freshOnes() const;
    void learn(const std::vector<SharedCounts::Addition> &told,
               const std::vector<SharedCounts::Count> &counts);

    const std::unique_ptr<SharedCounts> m_shared;
    std::atomic<bool> m_isShared = false;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    QHash<QByteArray, Counted> m_counts;
    Clock::time_point m_nextLook; // for those whose window has ended
    std::jthread m_sharer; // the last member: it uses all others
};

} // namespace seatledger::server
