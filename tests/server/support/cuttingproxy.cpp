// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/cuttingproxy.h"

#include <QByteArray>
#include <QFile>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int pauseMs = 50; // between two looks whether it is over

sockaddr_un addressOf(const QString &folder, int port)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(folder + u"/.s.PGSQL.%1"_s.arg(port));
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        qFatal("too long for a socket: %s", path.constData());
    std::copy(path.begin(), path.end(), address.sun_path);
    return address;
}

const sockaddr *generic(const sockaddr_un &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

/// What is there to be read; empty at the end.
QByteArray received(int socket)
{
    std::array<char, 65536> buffer;
    const auto count = read(socket, buffer.data(), buffer.size());
    return count > 0 ? QByteArray(buffer.data(), count) : QByteArray();
}

bool sent(int socket, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto count = ::send(socket, bytes.constData() + done, static_cast<size_t>(bytes.size() - done),
                                  MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

} // namespace

CuttingProxy::CuttingProxy(ConnectionSettings behind) : m_behind(std::move(behind))
{
    m_listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un address = addressOf(m_folder.path(), m_behind.port);
    if (bind(m_listening, generic(address), sizeof address) != 0 || listen(m_listening, 64) != 0)
        qFatal("no socket in %s", qPrintable(m_folder.path()));
    m_acceptor = std::thread([this] { accept(); });
}

CuttingProxy::~CuttingProxy()
{
    m_isEnding = true;
    m_acceptor.join();
    for (std::thread &carrier : m_carriers)
        carrier.join();
    close(m_listening);
}

ConnectionSettings CuttingProxy::settings() const
{
    ConnectionSettings through = m_behind;
    through.host = m_folder.path();
    return through;
}

void CuttingProxy::accept()
{
    pollfd waiting{m_listening, POLLIN, 0};
    while (!m_isEnding) {
        if (poll(&waiting, 1, pauseMs) <= 0)
            continue;
        const int program = accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        const int database = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un address = addressOf(m_behind.host, m_behind.port);
        if (connect(database, generic(address), sizeof address) != 0) {
            close(program);
            close(database);
            continue;
        }
        m_carriers.emplace_back([this, program, database] { carry(program, database); });
    }
}

void CuttingProxy::carry(int program, int database)
{
    std::array<pollfd, 2> both{pollfd{program, POLLIN, 0}, pollfd{database, POLLIN, 0}};
    bool isCommitting = false;
    bool goesOn = true;
    while (goesOn && !m_isEnding) {
        if (poll(both.data(), both.size(), pauseMs) <= 0)
            continue;
        if (both[0].revents != 0) {
            const QByteArray said = received(program);
            if (said.contains("COMMIT") && m_losesCommit.exchange(false))
                isCommitting = true;
            goesOn = !said.isEmpty() && sent(database, said);
        }
        if (goesOn && both[1].revents != 0) {
            const QByteArray answer = received(database);
            if (isCommitting) // PostgreSQL answers a COMMIT when it is done
                ++m_lost;
            goesOn = !answer.isEmpty() && !isCommitting && sent(program, answer);
        }
    }
    close(program);
    close(database);
}

} // namespace seatledger
