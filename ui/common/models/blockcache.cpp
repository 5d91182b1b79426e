// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/models/blockcache.h"

#include <algorithm>

namespace seatledger {

const RowBlock *BlockCache::find(int page) const
{
    const auto entry = m_entries.constFind(page);
    if (entry == m_entries.constEnd())
        return nullptr;
    entry->used = ++m_clock;
    return entry->block.get();
}

void BlockCache::insert(int page, RowBlockPtr block, int generation)
{
    m_entries.insert(page, Entry{std::move(block), generation, ++m_clock});
    if (m_entries.size() > m_capacity)
        evict();
}

void BlockCache::keepOnly(int generation)
{
    m_entries.removeIf([&](const auto &entry) { return entry.value().generation != generation; });
}

void BlockCache::removeFrom(int page)
{
    m_entries.removeIf([&](const auto &entry) { return entry.key() >= page; });
}

void BlockCache::evict()
{
    const auto oldest = std::min_element(m_entries.cbegin(), m_entries.cend(),
                                         [](const Entry &a, const Entry &b) { return a.used < b.used; });
    m_entries.erase(oldest);
}

} // namespace seatledger
