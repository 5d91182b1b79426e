// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <optional>

namespace seatledger {

/// The answers of this process, the longest unused ones dropped when there is no more room. Thread-safe; a
/// look-up is some hundred nanoseconds.
class MemoryLevel final
{
public:
    /// Gives the time that counts as now; never goes back.
    using Now = std::function<std::chrono::steady_clock::time_point()>;

    /// Holds up to `bytes` of names and answers.
    explicit MemoryLevel(qsizetype bytes, Now now = std::chrono::steady_clock::now);

    /// The answer kept under this name, if it has this age and its lifetime is not over. One of another age
    /// is dropped.
    [[nodiscard]] std::optional<QByteArray> find(const QByteArray &name, quint64 age);

    /// Keeps an answer. One that is larger than a quarter of the room is not kept: it would push out all
    /// others.
    void keep(const QByteArray &name, quint64 age, const QByteArray &answer,
              std::chrono::milliseconds lifetime);

    /// What it holds now, in bytes.
    [[nodiscard]] qsizetype size() const;

private:
    struct Entry {
        QByteArray name;
        QByteArray answer;
        quint64 age;
        std::chrono::steady_clock::time_point end;
    };
    using Entries = std::list<Entry>;

    void drop(Entries::iterator entry);
    [[nodiscard]] static qsizetype weight(const QByteArray &name, const QByteArray &answer);

    const qsizetype m_room;
    const Now m_now;
    mutable std::mutex m_mutex;
    Entries m_entries; // the one used last comes first
    QHash<QByteArray, Entries::iterator> m_byName;
    qsizetype m_size = 0;
};

} // namespace seatledger
