// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheage.h"

#include <algorithm>

namespace seatledger {

void CacheAge::raise(const QByteArray &table)
{
    const std::scoped_lock lock(m_mutex);
    ++m_count;
    if (table.isEmpty())
        m_everything = m_count;
    else
        m_changed[table] = m_count;
}

quint64 CacheAge::of(const QList<QByteArray> &tables) const
{
    const std::scoped_lock lock(m_mutex);
    if (tables.isEmpty())
        return m_count;
    quint64 newest = m_everything;
    for (const QByteArray &table : tables)
        newest = std::max(newest, m_changed.value(table));
    return newest;
}

} // namespace seatledger
