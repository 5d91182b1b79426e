// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/streamdevice.h"

namespace seatledger::server {

namespace {

constexpr qsizetype pieceSize = 64 * 1024;

} // namespace

StreamDevice::StreamDevice(std::shared_ptr<BodyPipe> pipe, bool packs, std::function<void()> start)
    : m_pipe(std::move(pipe)), m_start(std::move(start))
{
    if (packs)
        m_gzip.emplace();
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 StreamDevice::readData(char * /*data*/, qint64 /*size*/)
{
    return -1;
}

qint64 StreamDevice::writeData(const char *data, qint64 size)
{
    if (m_gzip)
        m_gathered += m_gzip->put({data, size});
    else
        m_gathered.append(data, size);
    return m_gathered.size() < pieceSize || flush() ? size : -1;
}

Result<void> StreamDevice::complete()
{
    if (m_gzip)
        m_gathered += m_gzip->finish();
    auto sent = flush();
    if (sent)
        m_pipe->finish();
    return sent;
}

Result<void> StreamDevice::flush()
{
    if (!m_hasStarted) {
        m_hasStarted = true;
        m_start();
    }
    if (m_gathered.isEmpty())
        return {};
    return m_pipe->write(std::exchange(m_gathered, {}));
}

} // namespace seatledger::server
