// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/db/session.h"
#include "core/workspace/workspace.h"

#include <memory>

namespace seatledger::desktop {

/// A book that can be worked with: reachable, and of this program's version.
struct OpenedBook {
    std::shared_ptr<Workspace> workspace; ///< null: a database on a server
    ConnectionSettings settings;
    Actor actor;
    QString place; ///< what people call it
};

/// Opens the database at `database`, or else the workspace `workspace`, which is made and started if need be.
/// A private workspace is brought to this program's version, with a verified dump first if there is data in
/// it; a server's database is only checked. Waits for processes: not for the GUI thread.
[[nodiscard]] Result<OpenedBook> openBook(const QString &workspace, const QString &database);

/// Keeps a dump if one is due and gives the workspace back. Waits.
void closeBook(OpenedBook &book);

} // namespace seatledger::desktop
