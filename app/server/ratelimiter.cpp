// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ratelimiter.h"

#include <algorithm>

namespace seatledger::server {

namespace {

// Redis does nothing else while it counts
constexpr std::size_t mostAtOnce = 500;

} // namespace

RateLimiter::RateLimiter(std::unique_ptr<SharedCounts> shared) : m_shared(std::move(shared))
{
    if (m_shared)
        m_sharer = std::jthread([this](const std::stop_token &stop) { share(stop); });
}

RateLimiter::~RateLimiter() = default;

Quota RateLimiter::take(const QByteArray &key, int limit, Clock::time_point now)
{
    if (limit <= 0)
        return {};
    const std::scoped_lock lock(m_mutex);
    forgetOld(now);
    Counted &counted = m_counts[key];
    if (now >= counted.end)
        counted = {.end = now + window};
    const bool isGranted = counted.known + counted.fresh < limit;
    counted.fresh += isGranted ? 1 : 0;
    const qint64 remaining = std::max<qint64>(0, limit - counted.known - counted.fresh);
    const auto left = std::chrono::ceil<std::chrono::seconds>(counted.end - now).count();
    return {.isGranted = isGranted,
            .limit = limit,
            .remaining = static_cast<int>(remaining),
            .resetSeconds = static_cast<int>(std::max<qint64>(1, left))};
}

qsizetype RateLimiter::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_counts.size();
}

void RateLimiter::forgetOld(Clock::time_point now)
{
    if (now < m_nextLook)
        return;
    m_nextLook = now + window;
    m_counts.removeIf([now](const auto &entry) { return entry.value().end <= now; });
}

void RateLimiter::share(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    std::chrono::milliseconds pause = sharingPause;
    while (!m_stopped.wait_for(lock, stop, pause, [&stop] { return stop.stop_requested(); })) {
        const std::vector<SharedCounts::Addition> fresh = freshOnes();
        pause = sharingPause;
        if (fresh.empty())
            continue;
        lock.unlock();
        const auto counts = m_shared->add(fresh, window);
        lock.lock();
        m_isShared = counts.has_value();
        if (!counts)
            continue;
        learn(fresh, *counts);
        if (fresh.size() == mostAtOnce)
            pause = {}; // there are more
    }
}

std::vector<SharedCounts::Addition> RateLimiter::freshOnes() const
{
    std::vector<SharedCounts::Addition> fresh;
    for (auto entry = m_counts.begin(); entry != m_counts.end() && fresh.size() < mostAtOnce; ++entry) {
        if (entry->fresh > 0)
            fresh.push_back({entry.key(), entry->fresh});
    }
    return fresh;
}

void RateLimiter::learn(const std::vector<SharedCounts::Addition> &told,
                        const std::vector<SharedCounts::Count> &counts)
{
    const Clock::time_point now = Clock::now();
    for (std::size_t i = 0; i < told.size(); ++i) {
        const auto counted = m_counts.find(told[i].key);
        // a window that ended meanwhile took what was told with it
        if (counted == m_counts.end() || counted->fresh < told[i].amount)
            continue;
        counted->known = counts[i].total;
        counted->fresh -= told[i].amount;
        counted->end = now + counts[i].left;
    }
}

} // namespace seatledger::server
