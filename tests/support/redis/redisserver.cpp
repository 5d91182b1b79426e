// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/redisserver.h"

#include "core/cache/redisconnection.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QThread>

#include <sys/prctl.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

RedisServer::RedisServer(QString password) : m_password(std::move(password))
{
    begin();
}

RedisServer::~RedisServer()
{
    kill();
}

RedisAddress RedisServer::address() const
{
    return {.socket = socket(), .password = m_password};
}

void RedisServer::begin()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QStringList settings{u"--port"_s, u"0"_s,         u"--unixsocket"_s, socket(),
                         u"--save"_s, QString(),      u"--appendonly"_s, u"no"_s,
                         u"--dir"_s,  m_folder.path()};
    if (!m_password.isEmpty())
        settings += {u"--requirepass"_s, m_password};
    m_process->start(u"redis-server"_s, settings);
    const QDeadlineTimer patience(20s);
    while (!RedisConnection::open(address())) {
        if (patience.hasExpired() || m_process->state() == QProcess::NotRunning)
            qFatal("No Redis for the test: %s", m_process->readAll().constData());
        QThread::msleep(10);
        m_process->waitForReadyRead(0);
    }
}

void RedisServer::kill()
{
    std::signal(SIGPIPE, SIG_IGN); // as a server does, see RedisConnection; Qt Test takes it for a crash
    m_process->kill();
    m_process->waitForFinished();
}

void RedisServer::freeze()
{
    ::kill(pid_t(m_process->processId()), SIGSTOP);
}

void RedisServer::thaw()
{
    ::kill(pid_t(m_process->processId()), SIGCONT);
}

QString RedisServer::socket() const
{
    return m_folder.filePath(u"redis.sock"_s);
}

} // namespace seatledger
