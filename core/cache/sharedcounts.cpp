// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/sharedcounts.h"

#include <QCryptographicHash>

namespace seatledger {

namespace {

// One trip for all: each count grows, a new one gets its end, and both are told.
constexpr auto script = R"(
local told = {}
for i, key in ipairs(KEYS) do
    told[2 * i - 1] = redis.call('INCRBY', key, ARGV[i + 1])
    local left = redis.call('PTTL', key)
    if left < 0 then
        redis.call('PEXPIRE', key, ARGV[1])
        left = tonumber(ARGV[1])
    end
    told[2 * i] = left
end
return told
)";

} // namespace

SharedCounts::SharedCounts(RedisAddress address, QByteArray space, CircuitBreaker::Limits limits)
    : m_address(std::move(address)), m_space(std::move(space)), m_breaker(limits)
{}

Result<std::vector<SharedCounts::Count>> SharedCounts::add(const std::vector<Addition> &additions,
                                                           std::chrono::milliseconds window)
{
    QList<QByteArray> command{"EVAL", script, QByteArray::number(std::ssize(additions))};
    for (const Addition &addition : additions)
        command.append(
            m_space + ":count:" + QCryptographicHash::hash(addition.key, QCryptographicHash::Sha256).toHex());
    command.append(QByteArray::number(window.count()));
    for (const Addition &addition : additions)
        command.append(QByteArray::number(addition.amount));
    const auto told = ask(command);
    if (!told)
        return std::unexpected(told.error());
    std::vector<Count> counts;
    counts.reserve(additions.size());
    for (qsizetype i = 0; i + 1 < told->size(); i += 2)
        counts.push_back({told->at(i), std::chrono::milliseconds(told->at(i + 1))});
    if (counts.size() != additions.size())
        return failure(ErrorCode::Offline, {});
    return counts;
}

Result<QList<qint64>> SharedCounts::ask(const QList<QByteArray> &command)
{
    if (!m_breaker.permits())
        return failure(ErrorCode::Offline, {});
    if (!m_connection) {
        if (auto opened = RedisConnection::open(m_address))
            m_connection = *std::move(opened);
    }
    auto told = m_connection ? m_connection->numbers(command)
                             : Result<QList<qint64>>(failure(ErrorCode::Offline, {}));
    if (told) {
        m_breaker.tellSuccess();
    } else {
        ++m_failures;
        m_breaker.tellFailure();
        m_connection.reset();
    }
    return told;
}

} // namespace seatledger
