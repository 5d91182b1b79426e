// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/domain/result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace seatledger {

/// What upgradeWorkspace() did.
struct WorkspaceUpgrade {
    int from = 0; ///< major versions of PostgreSQL
    int to = 0;
    QString oldFolder; ///< stays, read-only, until discardOldClusters()
    QString newFolder;
};

/// What a book is, in a line that is the same before and after a move.
using BookSummary = std::function<Result<QString>(Connection &)>;

/// Moves a private workspace to the newest PostgreSQL installed: nobody writes any more, a verified dump is
/// taken, a cluster of that version is filled from it, and `summary` of both is compared. After any failure
/// the old cluster goes on and nothing of the new one is left. Others' connections end; the new cluster runs
/// afterwards.
///
/// InvalidInput: it is on the newest already. RuleBroken, reason `upgrade_differs`: the summaries differ.
/// Else as Workspace::openOrCreate() and Workspace::start().
[[nodiscard]] Result<WorkspaceUpgrade> upgradeWorkspace(const QString &nameOrFolder,
                                                        const BookSummary &summary);

/// Deletes the data folders of older versions than the one in use. Not to be undone. Answers them.
[[nodiscard]] Result<QStringList> discardOldClusters(const QString &nameOrFolder);

} // namespace seatledger
