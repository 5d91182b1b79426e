// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include "core/db/connection.h"
#include "core/db/query.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonObject>
#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

namespace {

constexpr auto lockPatience = 60s;

QString databaseName()
{
    return u"seatledger"_s;
}

/// Where the database grows until it is complete; its renaming is what makes it exist.
QString draftDatabaseName()
{
    return u"seatledger_draft"_s;
}

ConnectionSettings settingsAt(const WorkspaceLocation &location, const QString &database)
{
    ConnectionSettings settings;
    settings.host = location.socketFolder();
    settings.port = PostgresCluster::socketPort;
    settings.database = database;
    settings.user = PostgresCluster::ownerRole();
    settings.applicationName = u"seatledger"_s;
    return settings;
}

/// The programs for the cluster that is there, by its own version; else for a new one.
Result<PostgresBinaries> binariesFor(const WorkspaceLocation &location)
{
    const QList<int> majors = location.clusterMajors();
    if (majors.isEmpty())
        return PostgresBinaries::newest();
    auto own = PostgresBinaries::ofMajor(majors.front());
    if (own)
        return own;
    auto newer = PostgresBinaries::newest();
    const bool hasDump = !QDir(location.dumpFolder()).entryList({u"*Z"_s}, QDir::Dirs).isEmpty();
    return newer && newer->majorVersion() > majors.front() && hasDump ? newer : own;
}

} // namespace

Result<Workspace> Workspace::openOrCreate(const QString &nameOrFolder, WorkspaceOptions options)
{
    const auto location = WorkspaceLocation::resolve(nameOrFolder);
    if (!location)
        return std::unexpected(location.error());
    const auto account = ServerAccount::current();
    if (!account)
        return std::unexpected(account.error());
    if (auto made = location->makeFolders(*account); !made)
        return std::unexpected(std::move(made).error());
    const auto lock = FileLock::acquire(location->lockFile(), FileLock::Kind::Exclusive, lockPatience);
    if (!lock)
        return std::unexpected(lock.error());
    const auto binaries = binariesFor(*location);
    if (!binaries)
        return std::unexpected(binaries.error());

    PostgresCluster cluster({.name = location->name(),
                             .dataFolder = location->clusterFolder(binaries->majorVersion()),
                             .socketFolder = location->socketFolder(),
                             .logFile = location->logFile(),
                             .durable = options.durable,
                             .patience = options.patience},
                            *binaries, *account);
    if (!location->clusterMajors().contains(binaries->majorVersion())) {
        if (auto created = cluster.create(); !created)
            return std::unexpected(std::move(created).error());
    }
    DumpStore dumps(location->dumpFolder(), settingsAt(*location, databaseName()), *binaries, *account);
    return Workspace(*location, std::move(cluster), std::move(dumps));
}

Workspace::Workspace(WorkspaceLocation location, PostgresCluster cluster, DumpStore dumps)
    : m_location(std::move(location)), m_cluster(std::move(cluster)), m_dumps(std::move(dumps))
{}

Result<void> Workspace::start()
{
    const auto held = lock();
    if (!held)
        return std::unexpected(held.error());
    const auto server = reachServer();
    if (!server)
        return std::unexpected(server.error());
    if (auto there = ensureDatabase(**server); !there)
        return there;
    if (m_share.isHeld())
        return {};
    auto share = FileLock::acquire(m_location.shareFile(), FileLock::Kind::Shared, lockPatience);
    if (!share)
        return std::unexpected(std::move(share).error());
    m_share = *std::move(share);
    return {};
}

Result<bool> Workspace::leave()
{
    const auto held = lock();
    if (!held)
        return std::unexpected(held.error());
    m_share.release();
    const auto alone = FileLock::acquire(m_location.shareFile(), FileLock::Kind::Exclusive, 0ms);
    if (!alone && alone.error().code == ErrorCode::Busy)
        return false;
    if (!alone)
        return std::unexpected(alone.error());
    return stopIfRunning(PostgresCluster::Shutdown::Clean);
}

Result<void> Workspace::stop()
{
    const auto held = lock();
    if (!held)
        return std::unexpected(held.error());
    m_share.release();
    if (auto stopped = stopIfRunning(PostgresCluster::Shutdown::Clean); !stopped)
        return std::unexpected(std::move(stopped).error());
    return m_cluster.awaitOrphans();
}

Result<WorkspaceStatus> Workspace::status() const
{
    const auto state = m_cluster.state();
    if (!state)
        return std::unexpected(state.error());
    const auto dump = m_dumps.newest();
    return WorkspaceStatus{.state = *state,
                           .postgresMajor = m_cluster.binaries().majorVersion(),
                           .dataFolder = m_cluster.layout().dataFolder,
                           .socketFolder = m_location.socketFolder(),
                           .newestDump = dump ? std::optional(dump->takenAt) : std::nullopt};
}

ConnectionSettings Workspace::settings() const
{
    return settingsAt(m_location, databaseName());
}

QString Workspace::uri() const
{
    return settings().toUri();
}

const DumpStore &Workspace::dumps() const
{
    return m_dumps;
}

Result<std::optional<Dump>> Workspace::dumpIfOlderThan(std::chrono::seconds age) const
{
    const auto newest = m_dumps.newest();
    if (newest && newest->takenAt.addSecs(age.count()) > QDateTime::currentDateTimeUtc())
        return std::nullopt;
    auto taken = m_dumps.take();
    if (!taken)
        return std::unexpected(std::move(taken).error());
    return *std::move(taken);
}

Result<void> Workspace::destroy()
{
    const auto held = lock();
    if (!held)
        return std::unexpected(held.error());
    m_share.release();
    if (auto stopped = stopIfRunning(PostgresCluster::Shutdown::Immediate); !stopped)
        return std::unexpected(std::move(stopped).error());
    if (auto alone = m_cluster.awaitOrphans(); !alone)
        return alone;
    if (!QDir(m_location.folder()).removeRecursively())
        return failure(ErrorCode::Forbidden,
                       QCoreApplication::translate("Workspace", "Not everything in %1 could be deleted.")
                           .arg(m_location.folder()),
                       {{u"file"_s, m_location.folder()}});
    QDir(m_location.socketFolder()).removeRecursively();
    return {};
}

const WorkspaceLocation &Workspace::location() const
{
    return m_location;
}

Result<FileLock> Workspace::lock() const
{
    return FileLock::acquire(m_location.lockFile(), FileLock::Kind::Exclusive, lockPatience);
}

Result<std::unique_ptr<Connection>> Workspace::reachServer() const
{
    const QDeadlineTimer deadline(m_cluster.layout().patience);
    for (;;) {
        if (auto running = ensureRunning(); !running)
            return std::unexpected(std::move(running).error());
        auto connection = Connection::open(settingsAt(m_location, u"postgres"_s));
        // killed a moment ago it still looks alive, and another program may be starting or stopping it
        if (connection || connection.error().code != ErrorCode::Offline || deadline.hasExpired())
            return connection;
        QThread::msleep(50);
    }
}

Result<void> Workspace::ensureRunning() const
{
    const auto state = m_cluster.state();
    if (!state)
        return std::unexpected(state.error());
    if (*state == ClusterState::Running)
        return {};
    // the socket's folder does not survive the machine's restart
    if (auto made = m_location.makeFolders(m_cluster.account()); !made)
        return made;
    return m_cluster.start();
}

Result<bool> Workspace::stopIfRunning(PostgresCluster::Shutdown how) const
{
    const auto state = m_cluster.state();
    if (!state)
        return std::unexpected(state.error());
    if (*state != ClusterState::Running)
        return false;
    if (auto stopped = m_cluster.stop(how); !stopped) {
        // killed meanwhile, it has not stopped in order, but it has stopped
        if (const auto now = m_cluster.state(); !now || *now == ClusterState::Running)
            return std::unexpected(std::move(stopped).error());
    }
    return true;
}

Result<void> Workspace::ensureDatabase(Connection &server) const
{
    const auto exists = Query(server, u"SELECT 1 FROM pg_database WHERE datname = $1"_s)
                            .bind(databaseName())
                            .first([](const Row &) { return true; });
    if (!exists)
        return std::unexpected(exists.error());
    if (*exists)
        return {};
    // one by one: none of them runs inside a transaction
    if (auto dropped = server.execScript(u"DROP DATABASE IF EXISTS "_s + draftDatabaseName()); !dropped)
        return dropped;
    if (auto created = server.execScript(u"CREATE DATABASE "_s + draftDatabaseName()); !created)
        return created;
    if (auto filled = fillFromOldCluster(draftDatabaseName()); !filled)
        return filled;
    return server.execScript(u"ALTER DATABASE "_s + draftDatabaseName() + u" RENAME TO "_s + databaseName());
}

Result<void> Workspace::fillFromOldCluster(const QString &database) const
{
    const bool hasOldCluster = m_location.clusterMajors().size() > 1;
    const auto dump = m_dumps.newest();
    return hasOldCluster && dump ? m_dumps.restore(*dump, database) : Result<void>();
}

} // namespace seatledger
