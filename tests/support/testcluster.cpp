// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcluster.h"

#include "tests/support/keeper.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <sys/types.h>

#include <atomic>
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
    QFile file(m_workspace.location().clusterFolder(m_workspace.status()->postgresMajor)
               + u"/postmaster.pid"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The test cluster does not run.");
    const pid_t postmaster = file.readLine().trimmed().toInt();
    kill(postmaster, SIGKILL); // its children notice and end at once
}

} // namespace seatledger
