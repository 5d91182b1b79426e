// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include "core/db/connection.h"
#include "core/db/query.h"
#include "core/workspace/bookdatabase.h"
#include "core/workspace/upgradedraft.h"
#include "core/workspace/workspaceupgrade.h"

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
    return own ? own : std::unexpected(postgresGone(location, majors.front()));
}

Error inUse(const WorkspaceLocation &location, const QString &programs)
{
    return {ErrorCode::Busy,
            QCoreApplication::translate(
                "Workspace", "The workspace %1 is in use (%2). Close what uses it, then try again.")
                .arg(location.folder(), programs),
            {{u"reason"_s, u"workspace_in_use"_s}, {u"programs"_s, programs}}};
}

Error isMoving(const WorkspaceLocation &location)
{
    return {ErrorCode::Busy,
            QCoreApplication::translate(
                "Workspace", "The workspace %1 is being moved to another PostgreSQL. Try again when that "
                             "has ended.")
                .arg(location.folder()),
            {{u"reason"_s, u"workspace_moving"_s}}};
}

/// A move that was killed leaves the book closed to writing.
Result<void> thaw(Connection &server)
{
    const auto isFrozen = Query(
                              server,
                              u"SELECT FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase "
                              "WHERE d.datname = $1 AND s.setrole = 0 "
                              "AND 'default_transaction_read_only=on' = ANY (s.setconfig)"_s)
                              .bind(databaseName())
                              .first([](const Row &) { return true; });
    if (!isFrozen)
        return std::unexpected(isFrozen.error());
    return *isFrozen ? server.execScript(
                           u"ALTER DATABASE %1 RESET default_transaction_read_only"_s.arg(databaseName()))
                     : Result<void>();
}

/// Who is connected to the book, by the names their programs gave; empty if nobody is.
Result<QString> programsAtWork(Connection &server)
{
    return Query(server,
                 u"SELECT coalesce(string_agg(DISTINCT coalesce(nullif(application_name, ''), 'psql'), ', "
                 u"'), '') "
                 "AS programs FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend' "
                 "AND pid <> pg_backend_pid()"_s)
        .bind(databaseName())
        .one([](const Row &row) { return row.text("programs"); });
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
    return begin(FileLock::Kind::Shared);
}

Result<void> Workspace::startAlone()
{
    return begin(FileLock::Kind::Exclusive);
}

Result<void> Workspace::begin(FileLock::Kind kind)
{
    const auto held = lock();
    if (!held)
        return std::unexpected(held.error());
    auto mine = m_share.isHeld() ? Result<FileLock>() : share(kind);
    if (!mine)
        return std::unexpected(std::move(mine).error());
    const auto server = reachServer();
    if (!server)
        return std::unexpected(server.error());
    if (auto there = ensureDatabase(**server); !there)
        return there;
    if (m_share.isHeld())
        return {};
    discardUpgradeDraft(m_location, m_cluster.binaries(), m_cluster.account());
    if (auto thawed = thaw(**server); !thawed)
        return thawed;
    m_share = *std::move(mine);
    m_isAlone = kind == FileLock::Kind::Exclusive;
    if (!m_isAlone)
        return {};
    const auto programs = programsAtWork(**server);
    if (programs && programs->isEmpty())
        return {};
    m_share.release();
    m_isAlone = false;
    return std::unexpected(programs ? inUse(m_location, *programs) : programs.error());
}

Result<bool> Workspace::leave()
{
    const auto held = lock();
    if (!held)
        return std::unexpected(held.error());
    m_share.release();
    m_isAlone = false;
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
    if (!m_isAlone)
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

/// Who moves it has the whole share, and puts the cluster of another version in its place.
Result<FileLock> Workspace::share(FileLock::Kind kind) const
{
    const bool isShared = kind == FileLock::Kind::Shared;
    const QList<int> majors = m_location.clusterMajors();
    if (!majors.isEmpty() && majors.front() != m_cluster.binaries().majorVersion())
        return std::unexpected(isMoving(m_location));
    auto taken = FileLock::acquire(m_location.shareFile(), kind, 0ms);
    if (!taken && taken.error().code == ErrorCode::Busy)
        return std::unexpected(
            isShared ? isMoving(m_location)
                     : inUse(m_location, QCoreApplication::translate("Workspace", "a program has it open")));
    return taken;
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
    if (auto created = createBookDatabase(server, draftDatabaseName()); !created)
        return created;
    return server.execScript(u"ALTER DATABASE "_s + draftDatabaseName() + u" RENAME TO "_s + databaseName());
}

} // namespace seatledger
