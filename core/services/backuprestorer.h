// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/backupapplicationservice.h"
#include "core/services/backupfiller.h"

namespace seatledger {

/// Puts a backup, whose parts were checked, in the place of a database. For BackupApplicationService.
class BackupRestorer final
{
public:
    /// The references must outlive it.
    BackupRestorer(const BackupRepository &backups, const OperationRepository &operations,
                   const DoctorApplicationService &doctor, const BackupRun &run);

    [[nodiscard]] Result<RestoredBook> restore(const StoredBackup &backup, const ConnectionSettings &target,
                                               const Actor &actor, const RestoreOptions &options) const;

private:
    [[nodiscard]] Result<std::optional<StoredBackup>> saveWhatIsThere(Connection &server,
                                                                      const ConnectionSettings &target,
                                                                      const Actor &actor,
                                                                      const RestoreOptions &options) const;
    [[nodiscard]] Result<FilledBook> fill(const StoredBackup &backup, const ConnectionSettings &fresh,
                                          const Actor &actor, int server) const;
    [[nodiscard]] Result<void> makeReady(FilledBook &book, const Actor &actor) const;
    [[nodiscard]] Result<void> note(FilledBook &book, const StoredBackup &backup, const Actor &actor) const;

    const BackupRepository &m_backups;
    const OperationRepository &m_operations;
    const DoctorApplicationService &m_doctor;
    const BackupRun &m_run;
};

} // namespace seatledger
