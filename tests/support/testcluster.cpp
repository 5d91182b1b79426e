// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcluster.h"

#include "core/workspace/serverprocesses.h"
#include "tests/support/keeper.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

#include <atomic>
#include <chrono>
#include <csignal>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString freshHome()
{
    static std::atomic<int> count = 0;
    return QDir::tempPath()
           + u"/seatledger-test-%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(++count);
}

/// The home that ctest's fixture has made ready, if this runs under ctest.
QString fixtureHome()
{
    const QString home = qEnvironmentVariable("SEATLEDGER_TEST_HOME");
    return !home.isEmpty() && keeper::isReady(home) ? home : QString();
}

QString startedHome(TestCluster::Durability durability)
{
    const QString home = freshHome();
    const auto started = keeper::start(home, QCoreApplication::applicationPid(),
                                       durability == TestCluster::Durability::Durable);
    if (!started)
        qFatal("No test cluster: %s", qUtf8Printable(started.error().message));
    return home;
}

Workspace workspaceAt(const QString &home)
{
    keeper::enter(home);
    auto workspace = Workspace::openOrCreate(keeper::workspaceName());
    if (!workspace)
        qFatal("No test cluster: %s", qUtf8Printable(workspace.error().message));
    return *std::move(workspace);
}

} // namespace

TestCluster &TestCluster::shared()
{
    static const QString fixture = fixtureHome();
    static TestCluster cluster(fixture.isEmpty() ? startedHome(Durability::Fast) : fixture,
                               fixture.isEmpty());
    return cluster;
}

TestCluster::TestCluster(Durability durability) : TestCluster(startedHome(durability), true) {}

TestCluster::TestCluster(const QString &home, bool isOwn)
    : m_home(home), m_isOwn(isOwn), m_workspace(workspaceAt(home))
{}

TestCluster::~TestCluster()
{
    if (m_isOwn && !keeper::stop(m_home))
        qWarning("The test cluster in %s is still there.", qUtf8Printable(m_home));
}

Workspace &TestCluster::workspace()
{
    return m_workspace;
}

ConnectionSettings TestCluster::settings(const QString &database) const
{
    ConnectionSettings settings = m_workspace.settings();
    settings.database = database;
    settings.applicationName = QCoreApplication::applicationName();
    return settings;
}

QString TestCluster::templateDatabase()
{
    return u"seatledger_template"_s;
}

void TestCluster::killServer()
{
    const ServerProcesses processes(dataFolder());
    const pid_t first = postmaster();
    kill(first, SIGSTOP); // it makes no more children, and does not see the ones die that it has
    const QList<qint64> all = processes.atWork();
    if (!all.contains(first))
        qFatal("The test cluster does not run.");
    for (const qint64 process : all)
        kill(static_cast<pid_t>(process), SIGKILL);
    for (const QDeadlineTimer deadline(std::chrono::seconds(60)); !processes.atWork().isEmpty();) {
        if (deadline.hasExpired())
            qFatal("The test cluster cannot be killed.");
        QThread::msleep(1);
    }
}

void TestCluster::killPostmaster()
{
    kill(postmaster(), SIGKILL);
}

QString TestCluster::dataFolder() const
{
    const auto status = m_workspace.status();
    if (!status)
        qFatal("No test cluster: %s", qUtf8Printable(status.error().message));
    return status->dataFolder;
}

pid_t TestCluster::postmaster() const
{
    QFile file(dataFolder() + u"/postmaster.pid"_s);
    const pid_t process = file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toInt() : 0;
    if (process <= 0)
        qFatal("The test cluster does not run.");
    return process;
}

} // namespace seatledger
