// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cacheage.h"
#include "core/cache/cachekey.h"
#include "core/cache/memorylevel.h"
#include "core/cache/sharedlevel.h"
#include "core/cache/singleflight.h"
#include "core/domain/result.h"

#include <QByteArray>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace seatledger {

/// How the cache did since it was made.
struct CacheFigures {
    quint64 fromMemory = 0; ///< answers of this process
    quint64 fromShared = 0; ///< answers of Redis
    quint64 asked = 0;      ///< answers of the database
    quint64 joined = 0;     ///< askers who waited for one of these
    quint64 passed = 0;     ///< asked of the database since nobody would have told of changes
    quint64 sharedFailures = 0;
    bool isSharedOff = false; ///< Redis is left alone for a while
    qsizetype bytes = 0;      ///< held in memory
};

/// Answers of the database, kept until something they were read from changes: in this process, then in Redis,
/// then asked of PostgreSQL. Thread-safe; asking blocks the caller's thread as the database would.
///
/// It knows of changes by what PostgreSQL tells after each commit, whoever made it: give each notice to
/// takeChange(). An answer is at most as old as a notice takes to arrive. While nobody listens (before
/// listen(), after lose()) everything is asked of the database. Answers must come from the server that tells
/// of the changes: a replica may lag behind its notice. An answer that depends on the clock must have what it
/// depends on (the day) in its question, or a short lifetime.
class AnswerCache final
{
public:
    using Ask = std::function<Result<QByteArray>()>;

    /// Holds up to `bytes` in memory; without `shared` there is no Redis.
    explicit AnswerCache(qsizetype bytes, std::unique_ptr<SharedLevel> shared = {});

    /// The answer to this key; `ask` asks the database, in this thread. Failures are kept nowhere.
    [[nodiscard]] Result<QByteArray> answer(const CacheKey &key, const Ask &ask);

    /// The answer if this process has it, at once.
    [[nodiscard]] std::optional<QByteArray> find(const CacheKey &key);

    /// From now on changes are heard of. Whatever was kept before is forgotten.
    void listen();
    /// Changes are not heard of any more.
    void lose();
    /// A table has changed, committed; with an empty name anything may have.
    void takeChange(const QByteArray &table);

    [[nodiscard]] CacheFigures figures() const;

private:
    [[nodiscard]] std::optional<QByteArray> remember(const QByteArray &name, quint64 age);
    [[nodiscard]] Result<QByteArray> askFurther(const CacheKey &key, const QByteArray &name, quint64 age,
                                                const Ask &ask);

    CacheAge m_age;
    MemoryLevel m_memory;
    std::unique_ptr<SharedLevel> m_shared;
    SingleFlight m_flights;
    std::atomic<bool> m_listens = false;
    std::atomic<quint64> m_fromMemory = 0;
    std::atomic<quint64> m_fromShared = 0;
    std::atomic<quint64> m_asked = 0;
    std::atomic<quint64> m_passed = 0;
};

} // namespace seatledger
