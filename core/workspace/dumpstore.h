// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/domain/result.h"
#include "core/workspace/postgresbinaries.h"
#include "core/workspace/serveraccount.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace seatledger {

/// One dump of a workspace's database: a `pg_dump` archive, the cluster's roles beside it, and a file with
/// the checksums of both.
struct Dump {
    QString folder;
    QDateTime takenAt; ///< UTC
    qint64 bytes = 0;

    [[nodiscard]] QString archiveFile() const;
    [[nodiscard]] QString rolesFile() const;
    [[nodiscard]] QString checksumFile() const;
};

/// The dumps of one workspace: taken whole, verified, counted, restored.
///
/// A dump shows up under its name only when it is complete and `pg_restore` could read its whole table of
/// contents; its folder is otherwise left out of every list and swept away by the next one.
class DumpStore final
{
public:
    /// `settings` is the database to dump; `folder` where they are kept; `clock` names them.
    DumpStore(QString folder, ConnectionSettings settings, PostgresBinaries binaries, ServerAccount account,
              std::function<QDateTime()> clock);

    /// Takes one, verifies it, then deletes all but the newest `keep`. The database stays usable meanwhile.
    [[nodiscard]] Result<Dump> take(int keep = 7) const;

    /// All complete dumps, newest first.
    [[nodiscard]] std::vector<Dump> list() const;
    [[nodiscard]] std::optional<Dump> newest() const;

    /// Reads all of it again: checksums and archive. RuleBroken when something in it has changed.
    [[nodiscard]] Result<void> verify(const Dump &dump) const;

    /// Restores roles and data into the (empty) database of the settings, whole or not at all.
    [[nodiscard]] Result<void> restore(const Dump &dump) const;

private:
    [[nodiscard]] Result<void> write(const QString &folder) const;
    [[nodiscard]] Result<void> runTool(const QString &tool, const QStringList &arguments) const;
    void prune(int keep) const;

    QString m_folder;
    ConnectionSettings m_settings;
    PostgresBinaries m_binaries;
    ServerAccount m_account;
    std::function<QDateTime()> m_clock;
};

} // namespace seatledger
