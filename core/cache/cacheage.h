// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <mutex>

namespace seatledger {

/// Counts how often each table was heard to change, so that an answer knows whether it is still true: it
/// carries the count of its tables from before it was read, and is true while the count stays the same.
/// Whatever was committed in between raises the count when it is heard of, so an answer that missed it ends
/// then. Thread-safe.
class CacheAge final
{
public:
    /// A table changed; with an empty name anything may have.
    void raise(const QByteArray &table);

    /// The count of these tables, equal to an earlier one exactly if none of them changed since. Without
    /// tables, of all.
    [[nodiscard]] quint64 of(const QList<QByteArray> &tables) const;

private:
    mutable std::mutex m_mutex;
    QHash<QByteArray, quint64> m_changed; // when each changed last, by m_count
    quint64 m_count = 0;
    quint64 m_everything = 0;
};

} // namespace seatledger
