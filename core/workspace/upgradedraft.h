// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/domain/result.h"
#include "core/workspace/dumpstore.h"
#include "core/workspace/postgresbinaries.h"
#include "core/workspace/serveraccount.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspacelocation.h"

#include <QString>

#include <memory>

namespace seatledger {

/// The cluster of another PostgreSQL, while it is being filled: a workspace of its own in `upgrade` of the
/// one it is for. It counts for nothing until it is put in place, whole, by one renaming; what a program that
/// was killed left of one is swept away by whoever starts the workspace next.
class UpgradeDraft final
{
public:
    /// Makes and starts it, on the newest PostgreSQL installed, filled from the dump, of which every byte is
    /// verified first.
    [[nodiscard]] static Result<UpgradeDraft> fill(const WorkspaceLocation &location, const Dump &dump,
                                                   WorkspaceOptions options);
    /// What was not put in place is gone.
    ~UpgradeDraft();
    UpgradeDraft(UpgradeDraft &&other) noexcept;
    UpgradeDraft &operator=(UpgradeDraft &&) = delete;

    /// How to reach its book as the owner.
    [[nodiscard]] ConnectionSettings settings() const;

    /// Stops it and makes it the workspace's cluster; answers its data folder.
    [[nodiscard]] Result<QString> putInPlace();

private:
    UpgradeDraft(WorkspaceLocation target, std::unique_ptr<Workspace> draft);

    WorkspaceLocation m_target;
    std::unique_ptr<Workspace> m_draft;
};

/// Stops and deletes what is left of a draft. For who has a share in the workspace: nobody makes one then.
void discardUpgradeDraft(const WorkspaceLocation &location, const PostgresBinaries &binaries,
                         const ServerAccount &account);

} // namespace seatledger
