// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/domain/result.h"
#include "core/workspace/workspace.h"

#include <QDateTime>
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

/// What reviveWorkspace() did.
struct WorkspaceRevival {
    int from = 0; ///< major versions of PostgreSQL
    int to = 0;
    QDateTime takenAt;   ///< when the dump was taken: the book is as of then
    QDateTime writtenAt; ///< when the old data was last written; invalid if that cannot be told
    QString keptFolder;  ///< the old data; nothing deletes it
};

/// What a book is, in a line that is the same before and after a move.
using BookSummary = std::function<Result<QString>(Connection &)>;

/// Moves a private workspace to the newest PostgreSQL installed: nobody writes any more, a verified dump is
/// taken, a cluster of that version is filled from it beside the old one, `summary` of both is compared, and
/// only then the new one is put in its place, stopped. Until that moment the old one is whole and stays the
/// workspace's: after any failure, and after a program or machine that was killed, it goes on.
///
/// InvalidInput: it is on the newest already. Busy, reason `workspace_in_use`: somebody uses it, or begins
/// to. RuleBroken, reason `upgrade_differs`: the summaries differ. NotFound, reason `postgres_gone`: its own
/// PostgreSQL is not installed. StorageFull. Else as Workspace::openOrCreate() and Workspace::start().
[[nodiscard]] Result<WorkspaceUpgrade> upgradeWorkspace(const QString &nameOrFolder,
                                                        const BookSummary &summary,
                                                        WorkspaceOptions options = {});

/// That the PostgreSQL of the workspace's cluster, version `major`, is not installed any more, and what can
/// be done: NotFound, reason `postgres_gone`; with `dump` (when it was taken), `written_at` and
/// `newer_major` where the book can be made anew from a dump.
[[nodiscard]] Error postgresGone(const WorkspaceLocation &location, int major);

/// Makes the book anew, on the newest PostgreSQL installed, from the last dump that was kept: for a workspace
/// whose own PostgreSQL is not to be had any more. What was entered since is in the old data alone, which is
/// put aside, whole. After a failure everything is as it was. Nobody may be using it.
///
/// InvalidInput: its PostgreSQL is installed, and nothing need be lost. NotFound, reason `postgres_gone`:
/// there is no dump, or no newer PostgreSQL. RuleBroken, reason `dump_damaged`. Busy, StorageFull.
[[nodiscard]] Result<WorkspaceRevival> reviveWorkspace(const QString &nameOrFolder,
                                                       WorkspaceOptions options = {});

/// Deletes the data folders that an upgrade left, of older versions than the one in use; never what
/// reviveWorkspace() put aside. Not to be undone. Answers them.
[[nodiscard]] Result<QStringList> discardOldClusters(const QString &nameOrFolder);

} // namespace seatledger
