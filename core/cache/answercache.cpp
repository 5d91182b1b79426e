// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/answercache.h"

namespace seatledger {

AnswerCache::AnswerCache(qsizetype bytes, std::unique_ptr<SharedLevel> shared)
    : m_memory(bytes), m_shared(std::move(shared))
{}

Result<QByteArray> AnswerCache::answer(const CacheKey &key, const Ask &ask)
{
    Q_ASSERT(!key.scope.isEmpty());
    if (!m_listens) {
        ++m_passed;
        return ask();
    }
    const QByteArray name = key.name();
    const quint64 age = m_age.of(key.tables);
    if (auto kept = remember(name, age))
        return *std::move(kept);
    // who asks after a change must not be given an answer from before it
    return m_flights.run(name + QByteArray::number(age), [&] { return askFurther(key, name, age, ask); });
}

std::optional<QByteArray> AnswerCache::find(const CacheKey &key)
{
    if (!m_listens)
        return std::nullopt;
    return remember(key.name(), m_age.of(key.tables));
}

std::optional<QByteArray> AnswerCache::remember(const QByteArray &name, quint64 age)
{
    auto kept = m_memory.find(name, age);
    if (kept)
        ++m_fromMemory;
    return kept;
}

void AnswerCache::listen()
{
    takeChange({});
    m_listens = true;
}

void AnswerCache::lose()
{
    m_listens = false;
}

void AnswerCache::takeChange(const QByteArray &table)
{
    // first the level that is further away: from then on nothing old gets from there into this one
    if (m_shared)
        m_shared->raise(table);
    m_age.raise(table);
}

CacheFigures AnswerCache::figures() const
{
    return {.fromMemory = m_fromMemory,
            .fromShared = m_fromShared,
            .asked = m_asked,
            .joined = m_flights.joined(),
            .passed = m_passed,
            .sharedFailures = m_shared ? m_shared->failures() : 0,
            .isSharedOff = m_shared && m_shared->isOff(),
            .bytes = m_memory.size()};
}

Result<QByteArray> AnswerCache::askFurther(const CacheKey &key, const QByteArray &name, quint64 age,
                                           const Ask &ask)
{
    const SharedLevel::Found found = m_shared ? m_shared->find(key) : SharedLevel::Found();
    if (found.answer) {
        ++m_fromShared;
        m_memory.keep(name, age, *found.answer, key.lifetime);
        return *found.answer;
    }
    ++m_asked;
    Result<QByteArray> answer = ask();
    if (answer) {
        m_memory.keep(name, age, *answer, key.lifetime);
        if (m_shared)
            m_shared->keep(key, found.stamp, *answer);
    }
    return answer;
}

} // namespace seatledger
