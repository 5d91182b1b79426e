// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/workspace/serveraccount.h"

#include <QString>

namespace seatledger {

/// Where a workspace keeps its things. A plain value; touches no file until `makeFolders`.
///
/// Data: `<user's data folder>/seatledger/<name>`; as root, `/var/lib/seatledger/<name>`, which the account
/// `postgres` can reach. Socket: below `$XDG_RUNTIME_DIR/seatledger`; as root, `/run/seatledger`; without
/// either, a folder of the user's own among the temporary files. The environment variable `SEATLEDGER_HOME`
/// puts both elsewhere: data in `$SEATLEDGER_HOME/<name>`, socket below `$SEATLEDGER_HOME/run`. The socket's
/// folder is named after the workspace and its data's whole path, so that two workspaces never meet.
class WorkspaceLocation final
{
public:
    /// `nameOrFolder` is a name of letters, digits, `-` and `_` (empty: `default`) or, when it has a `/`, the
    /// folder itself. InvalidInput for other characters, and when the socket's path would be longer than the
    /// 107 bytes that the system takes.
    [[nodiscard]] static Result<WorkspaceLocation> resolve(const QString &nameOrFolder);

    [[nodiscard]] const QString &name() const;
    [[nodiscard]] const QString &folder() const;
    [[nodiscard]] const QString &socketFolder() const;
    [[nodiscard]] QString clusterFolder(int postgresMajor) const; ///< `<folder>/pg<major>`
    [[nodiscard]] QString dumpFolder() const;
    [[nodiscard]] QString logFile() const;
    [[nodiscard]] QString lockFile() const; ///< held around creating, starting and stopping
    [[nodiscard]] QString shareFile() const; ///< held shared by everyone who uses the running cluster

    /// The major versions of the clusters found there, newest first.
    [[nodiscard]] QList<int> clusterMajors() const;

    /// Makes the folders that are missing, for the account and closed to others.
    [[nodiscard]] Result<void> makeFolders(const ServerAccount &account) const;

private:
    WorkspaceLocation(QString name, QString folder, QString socketFolder);

    QString m_name;
    QString m_folder;
    QString m_socketFolder;
};

} // namespace seatledger
