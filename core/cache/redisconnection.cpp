// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redisconnection.h"

#include <QCoreApplication>

#include <hiredis/hiredis.h>

#include <span>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(seatledger::RedisConnection)
};

timeval timeOf(std::chrono::milliseconds time)
{
    return {.tv_sec = time.count() / 1000, .tv_usec = time.count() % 1000 * 1000};
}

redisContext *connectTo(const RedisAddress &address)
{
    if (address.socket.isEmpty())
        return redisConnectWithTimeout(address.host.toUtf8().constData(), address.port,
                                       timeOf(address.connectTime));
    return redisConnectUnixWithTimeout(address.socket.toLocal8Bit().constData(), timeOf(address.connectTime));
}

QList<QByteArray> signInOf(const RedisAddress &address)
{
    if (address.user.isEmpty())
        return {"AUTH", address.password.toUtf8()};
    return {"AUTH", address.user.toUtf8(), address.password.toUtf8()};
}

} // namespace

void RedisConnection::ReplyDeleter::operator()(void *reply) const
{
    freeReplyObject(reply);
}

Result<std::unique_ptr<RedisConnection>> RedisConnection::open(const RedisAddress &address)
{
    std::unique_ptr<RedisConnection> connection(new RedisConnection(connectTo(address)));
    if (!connection->m_context || connection->m_context->err != 0)
        return connection->lost();
    redisSetTimeout(connection->m_context, timeOf(address.answerTime));
    QList<QList<QByteArray>> greeting;
    if (!address.password.isEmpty())
        greeting.append(signInOf(address));
    if (address.database != 0)
        greeting.append({"SELECT", QByteArray::number(address.database)});
    for (const auto &command : greeting) {
        if (auto done = connection->run(command); !done)
            return std::unexpected(done.error());
    }
    return connection;
}

RedisConnection::~RedisConnection()
{
    if (m_context)
        redisFree(m_context);
}

Result<QList<std::optional<QByteArray>>> RedisConnection::values(const QList<QByteArray> &names)
{
    auto answered = ask(QList<QByteArray>{"MGET"} + names);
    if (!answered)
        return std::unexpected(answered.error());
    const auto *reply = static_cast<const redisReply *>(answered->get());
    if (reply->type != REDIS_REPLY_ARRAY || qsizetype(reply->elements) != names.size())
        return lost();
    QList<std::optional<QByteArray>> values;
    for (const redisReply *value : std::span(reply->element, reply->elements)) {
        if (value->type == REDIS_REPLY_STRING)
            values.append(QByteArray(value->str, qsizetype(value->len)));
        else
            values.append(std::nullopt);
    }
    return values;
}

Result<QList<qint64>> RedisConnection::numbers(const QList<QByteArray> &command)
{
    auto answered = ask(command);
    if (!answered)
        return std::unexpected(answered.error());
    const auto *reply = static_cast<const redisReply *>(answered->get());
    if (reply->type != REDIS_REPLY_ARRAY)
        return lost();
    QList<qint64> numbers;
    for (const redisReply *number : std::span(reply->element, reply->elements)) {
        if (number->type != REDIS_REPLY_INTEGER)
            return lost();
        numbers.append(number->integer);
    }
    return numbers;
}

Result<void> RedisConnection::run(const QList<QByteArray> &command)
{
    auto answered = ask(command);
    if (!answered)
        return std::unexpected(answered.error());
    const int type = static_cast<const redisReply *>(answered->get())->type;
    if (type != REDIS_REPLY_STATUS && type != REDIS_REPLY_INTEGER && type != REDIS_REPLY_NIL)
        return lost();
    return {};
}

Result<std::unique_ptr<void, RedisConnection::ReplyDeleter>> RedisConnection::ask(
    const QList<QByteArray> &command)
{
    std::vector<const char *> words;
    std::vector<size_t> lengths;
    for (const QByteArray &word : command) {
        words.push_back(word.constData());
        lengths.push_back(size_t(word.size()));
    }
    std::unique_ptr<void, ReplyDeleter> reply(
        redisCommandArgv(m_context, int(words.size()), words.data(), lengths.data()));
    if (!reply)
        return lost();
    if (static_cast<const redisReply *>(reply.get())->type == REDIS_REPLY_ERROR)
        // not its words: to a wrong password it may answer with what was sent
        return failure(ErrorCode::Offline,
                       Text::tr("Redis refuses %1.").arg(QString::fromLatin1(command.first())));
    return reply;
}

std::unexpected<Error> RedisConnection::lost() const
{
    const QString why = m_context && m_context->err != 0
                            ? QString::fromUtf8(static_cast<const char *>(m_context->errstr))
                            : Text::tr("it answers something else than a Redis would");
    return failure(ErrorCode::Offline, Text::tr("Redis cannot be used: %1.").arg(why));
}

} // namespace seatledger
