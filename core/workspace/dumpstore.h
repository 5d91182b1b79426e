// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/workspace/postgresbinaries.h"
#include "core/workspace/serveraccount.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace seatledger {

/// One dump of a workspace's database: a folder with a `pg_dump` archive, the cluster's roles, and the
/// checksums of both in the form that `sha256sum --check` reads.
struct Dump {
    QString folder;
    QDateTime takenAt; ///< UTC
    qint64 bytes = 0;  ///< the size of the archive

    [[nodiscard]] QString archiveFile() const;
    [[nodiscard]] QString rolesFile() const;
    [[nodiscard]] QString checksumFile() const;
};

/// The dumps of one workspace: taken whole, verified, counted, restored. Also the way to another major
/// version of PostgreSQL.
///
/// A dump shows up in lists only when it is complete and `pg_restore` could read all of it back; what an
/// interrupted one left is swept away by the next. Two programs may take dumps at once: one waits.
/// Every function may take long with a large database: not for the GUI thread.
class DumpStore final
{
public:
    /// `settings` reach the database as its owner; `folder` is where the dumps are kept; `clock` names them.
    DumpStore(QString folder, ConnectionSettings settings, PostgresBinaries binaries, ServerAccount account,
              Clock clock = systemClock());

    /// Takes one as of this moment, verifies it, then deletes all but the newest `keep` (at least one). The
    /// database stays usable meanwhile. StorageFull when there is no room; nothing is deleted then.
    [[nodiscard]] Result<Dump> take(int keep = 7) const;

    /// All complete dumps, newest first.
    [[nodiscard]] std::vector<Dump> list() const;
    [[nodiscard]] std::optional<Dump> newest() const;
    /// The newest complete one kept in a folder.
    [[nodiscard]] static std::optional<Dump> newestIn(const QString &folder);

    /// Reads all of it again, checksums and archive. RuleBroken when something in it has changed or is
    /// missing.
    [[nodiscard]] Result<void> verify(const Dump &dump) const;

    /// Restores the roles that are missing and the data into `database`, which must be there and empty; the
    /// data whole or not at all.
    [[nodiscard]] Result<void> restore(const Dump &dump, const QString &database) const;

private:
    [[nodiscard]] Result<void> write(const Dump &draft) const;
    [[nodiscard]] Result<void> writeRoles(const Dump &draft) const;
    [[nodiscard]] Result<void> writeChecksums(const Dump &draft) const;
    [[nodiscard]] Result<void> readBack(const Dump &dump) const;
    [[nodiscard]] Result<void> runTool(const QString &tool, const QStringList &arguments) const;
    [[nodiscard]] QString uriOf(const QString &database) const;
    void sweep() const;
    void prune(int keep) const;

    QString m_folder;
    ConnectionSettings m_settings;
    PostgresBinaries m_binaries;
    ServerAccount m_account;
    Clock m_clock;
};

} // namespace seatledger
