// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/repositories/backuprepository.h"
#include "core/services/backuprun.h"
#include "core/workspace/backupplace.h"

#include <QString>

namespace seatledger {

/// Writes one backup. For BackupApplicationService.
class BackupWriter final
{
public:
    /// The references must outlive it.
    BackupWriter(const BackupRepository &backups, const BackupRun &run) : m_backups(backups), m_run(run) {}

    [[nodiscard]] Result<StoredBackup> write(Session &session, const QString &folder) const;

private:
    [[nodiscard]] Result<void> dump(Session &session, const BackupFacts &facts, int &tools,
                                    const BackupDraft &draft) const;

    const BackupRepository &m_backups;
    const BackupRun &m_run;
};

} // namespace seatledger
