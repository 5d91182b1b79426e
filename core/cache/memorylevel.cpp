// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/memorylevel.h"

namespace seatledger {

namespace {

// what an entry costs beside its bytes: list node, hash node, two array headers
constexpr qsizetype Overhead = 200;

} // namespace

MemoryLevel::MemoryLevel(qsizetype bytes, Now now) : m_room(bytes), m_now(std::move(now)) {}

std::optional<QByteArray> MemoryLevel::find(const QByteArray &name, quint64 age)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_byName.constFind(name);
    if (found == m_byName.cend())
        return std::nullopt;
    const auto entry = *found;
    if (entry->age != age || entry->end <= m_now()) {
        drop(entry);
        return std::nullopt;
    }
    m_entries.splice(m_entries.begin(), m_entries, entry);
    return entry->answer;
}

void MemoryLevel::keep(const QByteArray &name, quint64 age, const QByteArray &answer,
                       std::chrono::milliseconds lifetime)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_byName.constFind(name); found != m_byName.cend())
        drop(*found);
    const qsizetype needed = weight(name, answer);
    if (needed > m_room / 4)
        return;
    while (m_size + needed > m_room)
        drop(std::prev(m_entries.end()));
    m_entries.push_front({.name = name, .answer = answer, .age = age, .end = m_now() + lifetime});
    m_byName.insert(name, m_entries.begin());
    m_size += needed;
}

qsizetype MemoryLevel::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_size;
}

void MemoryLevel::drop(Entries::iterator entry)
{
    m_size -= weight(entry->name, entry->answer);
    m_byName.remove(entry->name);
    m_entries.erase(entry);
}

qsizetype MemoryLevel::weight(const QByteArray &name, const QByteArray &answer)
{
    return name.size() + answer.size() + Overhead;
}

} // namespace seatledger
