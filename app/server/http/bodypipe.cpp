// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/bodypipe.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr std::chrono::seconds patience{60};

} // namespace

Result<void> BodyPipe::write(QByteArray bytes)
{
    Lock lock(m_mutex);
    const bool hasRoom = m_room.wait_for(lock, patience,
                                         [this] { return m_isAbandoned || m_size < capacity; });
    if (!hasRoom || m_isAbandoned) {
        m_isAbandoned = true;
        return failure(ErrorCode::Cancelled, u"The client left before all was sent."_s);
    }
    append(lock, std::move(bytes));
    return {};
}

bool BodyPipe::offer(QByteArray bytes)
{
    Lock lock(m_mutex);
    if (m_isAbandoned || m_isFinished)
        return false;
    if (m_size >= capacity) {
        m_hasFailed = true;
        m_isFinished = true;
        wakeReader(lock);
        return false;
    }
    append(lock, std::move(bytes));
    return true;
}

void BodyPipe::finish()
{
    Lock lock(m_mutex);
    m_isFinished = true;
    wakeReader(lock);
}

void BodyPipe::fail()
{
    Lock lock(m_mutex);
    m_isFinished = true;
    m_hasFailed = true;
    wakeReader(lock);
}

bool BodyPipe::isAbandoned() const
{
    const Lock lock(m_mutex);
    return m_isAbandoned;
}

BodyPipe::Piece BodyPipe::take()
{
    const Lock lock(m_mutex);
    if (m_hasFailed)
        return {.bytes = {}, .isFailure = true};
    if (m_pieces.empty())
        return {.bytes = {}, .isEnd = m_isFinished};
    Piece piece{.bytes = std::move(m_pieces.front())};
    m_pieces.pop_front();
    m_size -= piece.bytes.size();
    m_room.notify_one();
    return piece;
}

void BodyPipe::onReady(std::function<void()> wake)
{
    const Lock lock(m_mutex);
    m_wake = std::move(wake);
}

void BodyPipe::abandon()
{
    const Lock lock(m_mutex);
    m_isAbandoned = true;
    m_pieces.clear();
    m_wake = nullptr;
    m_room.notify_all();
}

void BodyPipe::append(Lock &lock, QByteArray bytes)
{
    m_size += bytes.size();
    m_pieces.push_back(std::move(bytes));
    wakeReader(lock);
}

/// Outside of the lock, for it may take at once.
void BodyPipe::wakeReader(Lock &lock)
{
    const auto wake = m_wake;
    lock.unlock();
    if (wake)
        wake();
}

} // namespace seatledger::server
