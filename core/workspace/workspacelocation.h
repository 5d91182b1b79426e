// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

namespace seatledger {

/// Where a workspace keeps its things. A plain value; touches no file until `makeFolders`.
///
/// Data: `<user's data folder>/seatledger/<name>`; as root, `/var/lib/seatledger/<name>`, which the account
/// `postgres` can reach. The environment variable `SEATLEDGER_HOME` names another parent for both. Socket: in
/// `$XDG_RUNTIME_DIR/seatledger`; as root, `/run/seatledger`; without either, a folder of the user's own in
/// the folder for temporary files. Its last part is short and made from the data folder's whole path, so that
/// two workspaces never meet.
class WorkspaceLocation final
{
public:
    /// InvalidInput for a name with other characters than letters, digits, `-` and `_`, and when the socket's
    /// path would be longer than the 107 bytes that the system takes.
    [[nodiscard]] static Result<WorkspaceLocation> resolve(const QString &nameOrFolder);

    [[nodiscard]] const QString &name() const;
    [[nodiscard]] const QString &folder() const;
    [[nodiscard]] const QString &socketFolder() const;
    [[nodiscard]] QString clusterFolder(int postgresMajor) const; ///< `<folder>/pg<major>`
    [[nodiscard]] QString dumpFolder() const;
    [[nodiscard]] QString logFile() const;
    [[nodiscard]] QString lockFile() const; ///< held around starting and stopping
    [[nodiscard]] QString shareFile() const; ///< held shared by everyone who uses the running cluster

    /// Makes the folders that are missing, readable by their owner only. Forbidden when a folder belongs to
    /// somebody else or the server's account cannot reach it.
    [[nodiscard]] Result<void> makeFolders() const;

private:
    WorkspaceLocation(QString name, QString folder, QString socketFolder);

    QString m_name;
    QString m_folder;
    QString m_socketFolder;
};

} // namespace seatledger
