// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/domain/result.h"
#include "core/workspace/filelock.h"
#include "core/workspace/postgrescluster.h"

#include <QString>

#include <memory>

namespace seatledger {

/// A PostgreSQL cluster for one piece of work: made among the temporary files, reached through a socket of
/// its own only, stopped and deleted with this. Nothing in it outlives a power cut. One that a killed program
/// left is stopped and deleted by the next that makes one in the same folder.
class ScratchCluster final
{
public:
    /// Makes and starts it, with the oldest PostgreSQL installed that is `oldestMajor` at least, in `folder`
    /// (the system's temporary files if empty). NotFound: no such PostgreSQL; StorageFull, Forbidden,
    /// InvalidInput (a folder whose path is too long for a socket): another folder helps.
    [[nodiscard]] static Result<std::unique_ptr<ScratchCluster>> start(int oldestMajor,
                                                                       const QString &folder = {});
    ~ScratchCluster();
    ScratchCluster(const ScratchCluster &) = delete;
    ScratchCluster &operator=(const ScratchCluster &) = delete;

    /// How to reach a database of it as its superuser; `postgres` is there from the start.
    [[nodiscard]] ConnectionSettings settings(const QString &database) const;

    [[nodiscard]] const PostgresBinaries &binaries() const { return m_cluster.binaries(); }
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    ScratchCluster(QString folder, FileLock lock, PostgresCluster cluster);

    QString m_folder;
    FileLock m_lock;
    PostgresCluster m_cluster;
};

} // namespace seatledger
