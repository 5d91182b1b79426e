// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace seatledger::server {

/// A body on its way from the thread that makes it to the connection that sends it: a bounded queue, so that
/// memory does not grow when the client reads slowly. Thread-safe.
class BodyPipe final
{
public:
    static constexpr qsizetype capacity = 256 * 1024;

    // The side that makes the body.

    /// Waits while the pipe is full. Cancelled if the client has left, or took nothing for a minute.
    [[nodiscard]] Result<void> write(QByteArray bytes);

    /// The same without waiting; false, and the pipe is broken, if there is no room.
    bool offer(QByteArray bytes);

    /// That was all of it.
    void finish();

    /// It ends in the middle: the client sees that it is not whole.
    void fail();

    /// Nobody reads any more.
    [[nodiscard]] bool isAbandoned() const;

    // The side of the connection.

    struct Piece {
        QByteArray bytes; ///< empty: nothing yet
        bool isEnd = false;
        bool isFailure = false;
    };

    [[nodiscard]] Piece take();

    /// Called, from any thread, when there is something to take.
    void onReady(std::function<void()> wake);

    /// The client has left: whoever writes learns of it.
    void abandon();

private:
    using Lock = std::unique_lock<std::mutex>;
    void append(Lock &lock, QByteArray bytes);
    void wakeReader(Lock &lock);

    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    std::deque<QByteArray> m_pieces;
    qsizetype m_size = 0;
    bool m_isFinished = false;
    bool m_hasFailed = false;
    bool m_isAbandoned = false;
    std::function<void()> m_wake;
};

} // namespace seatledger::server
