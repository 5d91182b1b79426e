// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/domain/result.h"
#include "core/workspace/dumpstore.h"
#include "core/workspace/filelock.h"
#include "core/workspace/postgrescluster.h"
#include "core/workspace/workspacelocation.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace seatledger {

class Connection;

/// How a workspace's cluster is to be run. The defaults are what people get.
struct WorkspaceOptions {
    /// Off trades everything a crash would need for speed. For tests that do not test crashes.
    bool durable = true;

    /// How long `start` waits for what is left of a server that was killed, and for one that does not answer.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
};

/// What `Workspace::status` found.
struct WorkspaceStatus {
    ClusterState state = ClusterState::Missing;
    int postgresMajor = 0;
    QString dataFolder;
    QString socketFolder;
    std::optional<QDateTime> newestDump;
};

/// The private workspace: a PostgreSQL cluster that belongs to one person on one machine, kept in their data
/// folder and reached through a Unix socket only. It never touches a cluster it has not made.
///
/// Several programs share one running cluster. Whoever needs it first starts it; each holds a share while its
/// Workspace lives, and `leave()` stops the cluster when it gives back the last one. A program that crashes
/// loses its share with its life. Starting and stopping is serialised by a file lock, so two programs
/// starting at once end up on one cluster.
///
/// Where the program runs as root, the cluster's processes run as the account `postgres`, which owns the
/// data, and root is let in by the cluster's user map.
///
/// Every function may wait for processes (creating takes half a second, starting a fifth): not for the GUI
/// thread. One thread at a time.
class Workspace final
{
public:
    /// Finds the workspace, or creates its cluster with the newest PostgreSQL installed (15 at least). Does
    /// not start it. `nameOrFolder` is a name (letters, digits, `-`, `_`; empty means `default`) or, with a
    /// `/` in it, a folder. Fails with InvalidInput (name, or a path too long for a socket), NotFound (no
    /// PostgreSQL installed; reason `postgres_gone`, with `dump`, when the cluster's own is not there any
    /// more: see reviveWorkspace()), Forbidden (folder), StorageFull, Busy (another program holds the lock
    /// for longer than a minute).
    [[nodiscard]] static Result<Workspace> openOrCreate(const QString &nameOrFolder = {},
                                                        WorkspaceOptions options = {});

    /// Makes sure that the cluster runs, answers and has its database, and takes a share in it. After the
    /// server was killed or the machine lost its power, it recovers: what was committed is there, the rest is
    /// not. A statement that outlived its server is waited for; Busy, with reason `server_killed` and its
    /// `processes`, when that takes longer than the patience; Busy, reason `workspace_moving`, while it is
    /// moved to another PostgreSQL. Offline when the server does not answer.
    [[nodiscard]] Result<void> start();

    /// The same, with the whole share: until this is gone or has left, nobody else starts it. Busy, reason
    /// `workspace_in_use`, when somebody has a share in it or is connected to its book.
    [[nodiscard]] Result<void> startAlone();

    /// Gives the share back; stops the cluster if it was the last. Answers whether it was stopped.
    [[nodiscard]] Result<bool> leave();

    /// Stops the cluster for everybody: their connections end, what they had not committed is rolled back.
    /// Returns when nothing of it is at work any more. The whole share is kept.
    [[nodiscard]] Result<void> stop();

    [[nodiscard]] Result<WorkspaceStatus> status() const;

    /// How to reach the database as its owner. Valid whether or not it runs.
    [[nodiscard]] ConnectionSettings settings() const;

    /// The same as an address that psql takes.
    [[nodiscard]] QString uri() const;

    /// The dumps kept in the workspace.
    [[nodiscard]] const DumpStore &dumps() const;

    /// Takes and verifies a dump when the newest one is older than `age` (a day). Answers it, if one was due.
    [[nodiscard]] Result<std::optional<Dump>> dumpIfOlderThan(
        std::chrono::seconds age = std::chrono::hours(24)) const;

    /// Stops the cluster and deletes the workspace with all data and dumps. Not to be undone.
    [[nodiscard]] Result<void> destroy();

    [[nodiscard]] const WorkspaceLocation &location() const;

private:
    Workspace(WorkspaceLocation location, PostgresCluster cluster, DumpStore dumps);

    [[nodiscard]] Result<FileLock> lock() const;
    [[nodiscard]] Result<std::unique_ptr<Connection>> reachServer() const;
    [[nodiscard]] Result<void> ensureRunning() const;
    [[nodiscard]] Result<bool> stopIfRunning(PostgresCluster::Shutdown how) const;
    [[nodiscard]] Result<void> ensureDatabase(Connection &server) const;
    [[nodiscard]] Result<FileLock> share(FileLock::Kind kind) const;
    [[nodiscard]] Result<void> begin(FileLock::Kind kind);

    WorkspaceLocation m_location;
    PostgresCluster m_cluster;
    DumpStore m_dumps;
    FileLock m_share;
    bool m_isAlone = false;
};

} // namespace seatledger
