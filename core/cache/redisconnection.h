// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/redisaddress.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

struct redisContext;

namespace seatledger {

/// One connection to a Redis, for one thread at a time. Every call waits no longer than the address says;
/// after a failure the connection is of no more use, since an answer that comes late would be taken for the
/// next one's.
class RedisConnection final
{
public:
    /// Connects, signs in and chooses the database. Fails with Offline.
    [[nodiscard]] static Result<std::unique_ptr<RedisConnection>> open(const RedisAddress &address);

    ~RedisConnection();
    RedisConnection(const RedisConnection &) = delete;
    RedisConnection &operator=(const RedisConnection &) = delete;

    /// MGET: the values in the order of the names.
    [[nodiscard]] Result<QList<std::optional<QByteArray>>> values(const QList<QByteArray> &names);

    /// Any command that answers a list of whole numbers.
    [[nodiscard]] Result<QList<qint64>> numbers(const QList<QByteArray> &command);

    /// Any command whose answer says no more than that it was taken, for instance SET.
    Result<void> run(const QList<QByteArray> &command);

private:
    explicit RedisConnection(redisContext *context) : m_context(context) {}

    struct ReplyDeleter {
        void operator()(void *reply) const;
    };
    /// What Redis answered; never an error reply.
    [[nodiscard]] Result<std::unique_ptr<void, ReplyDeleter>> ask(const QList<QByteArray> &command);
    [[nodiscard]] std::unexpected<Error> lost() const;

    redisContext *m_context;
};

} // namespace seatledger
