// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>

namespace seatledger {

/// Makes workspaces of this process live in `home`, open to the account that clusters run as under root.
/// Whether that was done.
[[nodiscard]] inline bool useAsWorkspaceHome(const QTemporaryDir &home)
{
    return QFile::setPermissions(home.path(), QFile::Permissions(0x7055))
           && qputenv("SEATLEDGER_HOME", QFile::encodeName(home.path()));
}

} // namespace seatledger
