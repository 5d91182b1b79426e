// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachekey.h"
#include "core/cache/circuitbreaker.h"
#include "core/cache/redisaddress.h"
#include "core/cache/redisconnection.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace seatledger {

/// The answers that several servers share through Redis. It may be slow, wrong or gone: then nothing is found
/// and nothing kept, and after some failures nobody waits for it any more until it answers again.
/// Thread-safe.
///
/// **When an answer is true.** Each table has a mark in Redis, a random word; so has everything together. An
/// answer is kept with the marks that were read before it was computed and found only while they stand. Every
/// server that hears of a change writes a new mark. Until it has done so for a table, it takes no answer that
/// depends on the table: with Redis away it goes on trying, and an old answer is not believed when Redis
/// comes back. A mark that Redis forgot (it may drop what it likes) is written anew, and the answers under
/// the lost one are lost.
class SharedLevel final
{
public:
    /// `space` sets apart what must not be mixed in one Redis: databases and versions of the program.
    SharedLevel(RedisAddress address, QByteArray space, CircuitBreaker::Limits limits = {});
    ~SharedLevel();
    SharedLevel(const SharedLevel &) = delete;
    SharedLevel &operator=(const SharedLevel &) = delete;

    /// What a look-up found.
    struct Found {
        std::optional<QByteArray> answer;
        QByteArray stamp; ///< the marks at this moment, to keep an answer with; empty: nothing is to be kept
    };
    [[nodiscard]] Found find(const CacheKey &key);

    /// Keeps an answer that was computed after `stamp` was found.
    void keep(const CacheKey &key, const QByteArray &stamp, const QByteArray &answer);

    /// A table has changed; with an empty name anything may have. Returns at once.
    void raise(const QByteArray &table);

    /// How often Redis failed to do what was asked of it.
    [[nodiscard]] quint64 failures() const { return m_failures; }
    /// Whether nobody asks it at this moment.
    [[nodiscard]] bool isOff() const { return m_breaker.isOpen(); }

private:
    template <typename Value, typename Use>
    [[nodiscard]] Result<Value> use(const Use &use);
    [[nodiscard]] Result<std::unique_ptr<RedisConnection>> takeConnection();

    [[nodiscard]] bool isPending(const QList<QByteArray> &tables) const;
    [[nodiscard]] QByteArray markName(const QByteArray &table) const;
    [[nodiscard]] QByteArray answerName(const CacheKey &key) const;
    [[nodiscard]] QList<QByteArray> markNames(const CacheKey &key) const;
    void restoreMarks(const QList<QByteArray> &names);
    void writeMarks(const std::stop_token &stop);

    const RedisAddress m_address;
    const QByteArray m_space;
    CircuitBreaker m_breaker;
    std::atomic<quint64> m_failures = 0;

    std::mutex m_connectionsMutex;
    std::vector<std::unique_ptr<RedisConnection>> m_idle;

    mutable std::mutex m_pendingMutex;
    std::condition_variable_any m_somethingPending;
    QHash<QByteArray, quint64> m_pending; // tables whose mark is to be written, with the number of the change
    quint64 m_changes = 0;
    std::jthread m_writer; // the last member: it uses all others
};

} // namespace seatledger
