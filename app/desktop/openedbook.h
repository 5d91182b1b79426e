// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/connectionprofile.h"
#include "core/db/canceltoken.h"
#include "core/db/session.h"
#include "core/services/access.h"
#include "core/workspace/workspace.h"

#include <functional>
#include <memory>

namespace seatledger::desktop {

/// A book that can be worked with: reachable, and of this program's version.
struct OpenedBook {
    std::shared_ptr<Workspace> workspace; ///< null: a database on a server
    ConnectionSettings settings;
    Actor actor;
    QString place; ///< what people call it
    Access access; ///< as whom one works there, as of the opening
};

/// The connection that an address of the command line means, and the password in it, if there is one. Whoever
/// is not named in it is the account the program runs under.
[[nodiscard]] Result<std::pair<ConnectionProfile, QString>> profileOfAddress(const QString &address);

/// Opens a book. A private workspace is made and started if need be and brought to this program's version,
/// with a verified dump first if there is data in it; a server's database is only checked, and its password
/// tried once. Forbidden, reason `no_operator`, for a login that is no operator of the book. Waits for
/// processes: not for the GUI thread.
[[nodiscard]] Result<OpenedBook> openBook(const ConnectionProfile &profile, const QString &password);

/// Opens a private workspace and fills it with sample data if there is nothing in it. `progress` gets rows
/// done and rows in all, in this thread; Cancelled, with an empty book left, once the token is.
[[nodiscard]] Result<OpenedBook> openSample(const ConnectionProfile &profile, const CancelToken &token,
                                            const std::function<void(qint64, qint64)> &progress);

/// Keeps a dump if one is due and gives the workspace back. Waits.
void closeBook(OpenedBook &book);

} // namespace seatledger::desktop
