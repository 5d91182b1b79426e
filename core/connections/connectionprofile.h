// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"

#include <QString>

namespace seatledger {

/// One way to a book, as a person keeps it: a private workspace on this computer, or a database on a server
/// and who signs in there. A plain value that never holds a password.
struct ConnectionProfile {
    enum class Kind { Workspace, Server };

    Kind kind = Kind::Workspace;
    QString label = {};             ///< what the person calls it; may be empty
    QString workspace = {};         ///< a name or a folder; empty is the default workspace
    ConnectionSettings server = {}; ///< without passwords

    [[nodiscard]] static ConnectionProfile ofWorkspace(const QString &nameOrFolder);
    /// Drops the passwords that the settings hold.
    [[nodiscard]] static ConnectionProfile ofServer(ConnectionSettings settings);

    /// Its label, or else the workspace's name, or the database and its host.
    [[nodiscard]] QString title() const;

    /// The same for the same place and user, whatever else is set: `ana@db.example.org:5432/seatledger`. What
    /// a password is kept under.
    [[nodiscard]] QString key() const;

    friend bool operator==(const ConnectionProfile &, const ConnectionProfile &) = default;
};

} // namespace seatledger
