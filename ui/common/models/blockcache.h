// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/models/rowblock.h"

#include <QHash>
#include <QList>

namespace seatledger {

/// The pages a table holds in memory, the least recently used one given up first.
class BlockCache final
{
public:
    explicit BlockCache(int capacity) : m_capacity(capacity) {}

    /// The block of a page, or null. Counts as use.
    [[nodiscard]] const RowBlock *find(int page) const;
    [[nodiscard]] bool contains(int page) const { return m_entries.contains(page); }
    void insert(int page, RowBlockPtr block, int generation);
    void clear() { m_entries.clear(); }
    /// Gives up all pages that were not fetched in this generation.
    void keepOnly(int generation);
    void removeFrom(int page);
    [[nodiscard]] QList<int> pages() const { return m_entries.keys(); }
    [[nodiscard]] int size() const { return static_cast<int>(m_entries.size()); }

private:
    struct Entry {
        RowBlockPtr block;
        int generation = 0;
        mutable quint64 used = 0;
    };

    void evict();

    int m_capacity;
    QHash<int, Entry> m_entries;
    mutable quint64 m_clock = 0;
};

} // namespace seatledger
