// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/sharedlevel.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>

namespace seatledger {

namespace {

constexpr auto RetryPause = std::chrono::milliseconds(200);
// the mark of all tables together, for answers that name none; no table is called so
constexpr auto AnyTable = "*";
// marks outlive every answer by far; without an end those of a database that is gone would stay for ever
constexpr auto MarkLifetime = "604800000"; // milliseconds: a week
constexpr qsizetype DigestSize = 32;

QByteArray newMark()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

QByteArray digestOf(const QByteArray &name, const QByteArray &stamp, const QByteArray &answer)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(name + ' ' + stamp + ' ');
    hash.addData(answer);
    return hash.result();
}

/// The answer of an entry, if the entry is whole, of this name and of these marks.
std::optional<QByteArray> opened(const std::optional<QByteArray> &entry, const QByteArray &name,
                                 const QByteArray &stamp)
{
    if (!entry || entry->size() < DigestSize)
        return std::nullopt;
    QByteArray answer = entry->mid(DigestSize);
    if (digestOf(name, stamp, answer) != entry->first(DigestSize))
        return std::nullopt;
    return answer;
}

} // namespace

SharedLevel::SharedLevel(RedisAddress address, QByteArray space, CircuitBreaker::Limits limits)
    : m_address(std::move(address)), m_space(std::move(space)), m_breaker(limits)
{
    raise({}); // what was changed while no server listened is in no mark
    m_writer = std::jthread([this](const std::stop_token &stop) { writeMarks(stop); });
}

SharedLevel::~SharedLevel() = default;

SharedLevel::Found SharedLevel::find(const CacheKey &key)
{
    if (isPending(key.tables))
        return {};
    const QByteArray name = answerName(key);
    const QList<QByteArray> marks = markNames(key);
    const auto values = use<QList<std::optional<QByteArray>>>(
        [&](RedisConnection &redis) { return redis.values(marks + QList<QByteArray>{name}); });
    if (!values)
        return {};
    QByteArray stamp;
    for (const auto &mark : values->first(marks.size())) {
        if (!mark) {
            restoreMarks(marks);
            return {};
        }
        stamp += *mark + '.';
    }
    // a change may have been heard of while Redis was asked
    if (isPending(key.tables))
        return {};
    return {.answer = opened(values->last(), name, stamp), .stamp = stamp};
}

void SharedLevel::keep(const CacheKey &key, const QByteArray &stamp, const QByteArray &answer)
{
    if (stamp.isEmpty())
        return;
    const QByteArray name = answerName(key);
    (void)use<void>([&](RedisConnection &redis) {
        return redis.run({"SET", name, digestOf(name, stamp, answer) + answer, "PX",
                          QByteArray::number(std::max<qint64>(key.lifetime.count(), 1))});
    });
}

void SharedLevel::raise(const QByteArray &table)
{
    const std::scoped_lock lock(m_pendingMutex);
    m_pending[table] = ++m_changes;
    m_somethingPending.notify_one();
}

template <typename Value, typename Use>
Result<Value> SharedLevel::use(const Use &use)
{
    if (!m_breaker.permits())
        return failure(ErrorCode::Offline, {});
    auto connection = takeConnection();
    Result<Value> done = connection ? use(**connection) : Result<Value>(std::unexpected(connection.error()));
    if (!done) {
        ++m_failures;
        m_breaker.tellFailure();
        const std::scoped_lock lock(m_connectionsMutex);
        m_idle.clear(); // they are likely to be as dead as this one
        return done;
    }
    m_breaker.tellSuccess();
    const std::scoped_lock lock(m_connectionsMutex);
    m_idle.push_back(std::move(*connection));
    return done;
}

Result<std::unique_ptr<RedisConnection>> SharedLevel::takeConnection()
{
    {
        const std::scoped_lock lock(m_connectionsMutex);
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return connection;
        }
    }
    return RedisConnection::open(m_address);
}

bool SharedLevel::isPending(const QList<QByteArray> &tables) const
{
    const std::scoped_lock lock(m_pendingMutex);
    if (m_pending.isEmpty())
        return false;
    return tables.isEmpty() || m_pending.contains({})
           || std::ranges::any_of(tables,
                                  [this](const QByteArray &table) { return m_pending.contains(table); });
}

QByteArray SharedLevel::markName(const QByteArray &table) const
{
    return m_space + ":mark:" + table;
}

QByteArray SharedLevel::answerName(const CacheKey &key) const
{
    return m_space + ":answer:" + key.name();
}

QList<QByteArray> SharedLevel::markNames(const CacheKey &key) const
{
    QList<QByteArray> names{markName({})};
    if (key.tables.isEmpty())
        names.append(markName(AnyTable));
    for (const QByteArray &table : key.tables)
        names.append(markName(table));
    return names;
}

void SharedLevel::restoreMarks(const QList<QByteArray> &names)
{
    (void)use<void>([&](RedisConnection &redis) -> Result<void> {
        for (const QByteArray &name : names) {
            if (auto done = redis.run({"SET", name, newMark(), "PX", MarkLifetime, "NX"}); !done)
                return done;
        }
        return {};
    });
}

void SharedLevel::writeMarks(const std::stop_token &stop)
{
    std::unique_lock lock(m_pendingMutex);
    const auto hasWork = [this] { return !m_pending.isEmpty(); };
    // without Redis there is work for ever
    while (m_somethingPending.wait(lock, stop, hasWork) && !stop.stop_requested()) {
        const QHash<QByteArray, quint64> pending = m_pending;
        lock.unlock();
        const auto written = use<void>([&](RedisConnection &redis) -> Result<void> {
            for (const QByteArray &table : pending.keys() + QList<QByteArray>{AnyTable}) {
                if (auto done = redis.run({"SET", markName(table), newMark(), "PX", MarkLifetime}); !done)
                    return done;
            }
            return {};
        });
        lock.lock();
        if (written)
            m_pending.removeIf(
                [&](const auto &entry) { return pending.value(entry.key()) == entry.value(); });
        else
            m_somethingPending.wait_for(lock, stop, RetryPause, [] { return false; });
    }
}

} // namespace seatledger
