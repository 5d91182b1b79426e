// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/repositories/backuprepository.h"
#include "core/services/backuprun.h"
#include "core/services/doctorapplicationservice.h"
#include "core/workspace/backupplace.h"
#include "core/workspace/postgresbinaries.h"

#include <memory>

namespace seatledger {

/// The newest schema that this program brings a book up to.
[[nodiscard]] Result<int> newestKnownSchema();

/// Refuses what this program cannot restore: VersionMismatch, reason `backup_newer`, for a book of a newer
/// schema.
[[nodiscard]] Result<void> requireKnownSchema(const BackupManifest &manifest);

/// A backup restored in a database, and what is known of it.
struct FilledBook {
    std::unique_ptr<Connection> connection; ///< to that database
    DoctorReport report;
    int migratedTo = 0; ///< 0 if it had this program's schema
};

/// Restores a backup into an empty database and makes sure that it is all there. For
/// BackupApplicationService.
class BackupFiller final
{
public:
    /// `binaries` have the pg_restore to use; the references must outlive it.
    BackupFiller(const StoredBackup &backup, PostgresBinaries binaries, const BackupRepository &backups,
                 const DoctorApplicationService &doctor, const BackupRun &run);

    /// Logins, data, counts and audit head, schema, rights, doctor; `roomOf` is the folder whose full disk a
    /// failure may be about, if it is on this machine. RuleBroken, reason `restore_failed`, `counts_differ`
    /// or `findings`.
    [[nodiscard]] Result<FilledBook> fill(const ConnectionSettings &database, const Actor &actor,
                                          const QString &roomOf) const;

private:
    [[nodiscard]] Result<void> restoreLogins(Connection &connection) const;
    [[nodiscard]] Result<void> restoreData(const ConnectionSettings &database, const QString &roomOf) const;
    [[nodiscard]] Result<void> compare(Session &session) const;
    [[nodiscard]] Result<int> migrate(Connection &connection) const;
    [[nodiscard]] Result<DoctorReport> examine(Session &session) const;

    const StoredBackup &m_backup;
    PostgresBinaries m_binaries;
    const BackupRepository &m_repository;
    const DoctorApplicationService &m_doctor;
    const BackupRun &m_run;
};

} // namespace seatledger
