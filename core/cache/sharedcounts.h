// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/circuitbreaker.h"
#include "core/cache/redisaddress.h"
#include "core/cache/redisconnection.h"
#include "core/domain/result.h"

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

namespace seatledger {

/// Counts that several servers keep together in Redis, each in a window of time that begins with what is
/// counted first and ends with the window, whoever counts on. For one thread; the figures may be asked for
/// from any.
class SharedCounts final
{
public:
    /// `space` sets apart what must not be counted together.
    SharedCounts(RedisAddress address, QByteArray space, CircuitBreaker::Limits limits = {});

    struct Addition {
        QByteArray key; ///< anything; Redis sees its SHA-256 alone
        qint64 amount = 0;
    };
    struct Count {
        qint64 total = 0;                ///< of all servers, this addition included
        std::chrono::milliseconds left{}; ///< until the window ends
    };

    /// Adds, and answers what there is now, in the order of the additions; some hundred at once. Offline if
    /// Redis cannot: then some of it may have been counted.
    [[nodiscard]] Result<std::vector<Count>> add(const std::vector<Addition> &additions,
                                                 std::chrono::milliseconds window);

    /// How often Redis failed to do what was asked of it.
    [[nodiscard]] quint64 failures() const { return m_failures; }

private:
    [[nodiscard]] Result<QList<qint64>> ask(const QList<QByteArray> &command);

    const RedisAddress m_address;
    const QByteArray m_space;
    CircuitBreaker m_breaker;
    std::atomic<quint64> m_failures = 0;
    std::unique_ptr<RedisConnection> m_connection;
};

} // namespace seatledger
