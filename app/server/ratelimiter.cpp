// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ratelimiter.h"

#include <algorithm>

namespace seatledger::server {

Quota RateLimiter::take(const QByteArray &key, int limit, Clock::time_point now)
{
    if (limit <= 0)
        return {};
    const std::scoped_lock lock(m_mutex);
    if (now >= m_windowEnd) {
        m_counts.clear();
        m_windowEnd = now + window;
    }
    int &count = m_counts[key];
    const bool isGranted = count < limit;
    count += isGranted ? 1 : 0;
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_windowEnd - now).count();
    return {.isGranted = isGranted,
            .limit = limit,
            .remaining = limit - count,
            .resetSeconds = static_cast<int>(std::max<qint64>(1, left))};
}

} // namespace seatledger::server
