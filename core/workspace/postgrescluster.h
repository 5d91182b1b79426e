// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/workspace/postgresbinaries.h"
#include "core/workspace/serveraccount.h"
#include "core/workspace/serverprocesses.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace seatledger {

enum class ClusterState {
    Missing, ///< no data folder
    Stopped,
    Running,
};

/// What is fixed about a cluster before it exists.
struct ClusterLayout {
    QString name;         ///< shown in the process list
    QString dataFolder;
    QString socketFolder;
    QString logFile;
    bool durable = true;  ///< off: fsync and its kin are off; only for tests

    /// How long to wait for what is left of a server that was killed.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
};

/// One PostgreSQL cluster on this machine: creates, starts, stops it and asks how it is, through `initdb` and
/// `pg_ctl` and nothing else. Takes no locks; Workspace does.
class PostgresCluster final
{
public:
    /// The role that owns everything, and the port that names the socket's file (no TCP port is opened).
    static QString ownerRole();
    static constexpr int socketPort = 5432;

    PostgresCluster(ClusterLayout layout, PostgresBinaries binaries, ServerAccount account);

    [[nodiscard]] Result<ClusterState> state() const;

    /// Makes the data folder: whole or not at all, also when the machine stops meanwhile.
    [[nodiscard]] Result<void> create() const;

    /// Writes the configuration and starts the server; returns when it takes connections. After a crash it
    /// recovers. Waits for processes that outlived a killed server, then Busy, naming them.
    [[nodiscard]] Result<void> start() const;

    /// Waits until no process is left of a server that was killed: one that was at work goes on with its
    /// statement, and may even commit it. Busy, with details `processes`, when patience runs out.
    [[nodiscard]] Result<void> awaitOrphans() const;

    enum class Shutdown {
        Clean, ///< everything is on disk afterwards
        Immediate, ///< the next start recovers: for what is deleted anyway
    };

    /// Ends all connections, rolling back what they had not committed, and returns when the server has
    /// stopped.
    [[nodiscard]] Result<void> stop(Shutdown how = Shutdown::Clean) const;

    [[nodiscard]] const ClusterLayout &layout() const;
    [[nodiscard]] const PostgresBinaries &binaries() const;
    [[nodiscard]] const ServerAccount &account() const;

private:
    [[nodiscard]] qint64 recordedPostmaster() const;
    [[nodiscard]] QString lockFile() const;
    void removeStaleLocks() const;
    [[nodiscard]] Result<void> writeConfiguration() const;
    [[nodiscard]] Result<ProgramOutput> control(const QStringList &arguments) const;

    ClusterLayout m_layout;
    PostgresBinaries m_binaries;
    ServerAccount m_account;
    ServerProcesses m_processes;
};

} // namespace seatledger
