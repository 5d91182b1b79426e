// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/backuprecord.h"
#include "core/domain/backupretention.h"
#include "core/domain/result.h"
#include "core/repositories/backuprepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/backuprun.h"
#include "core/services/booked.h"
#include "core/services/doctorapplicationservice.h"
#include "core/workspace/backupplace.h"

#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// A backup that was restored in a cluster of its own and examined there.
struct VerifiedBackup {
    StoredBackup backup; ///< with its proof
    DoctorReport report; ///< clean
    int migratedTo = 0;  ///< the schema that it was brought up to for that; 0 if it had this program's
    bool isProofKept = true; ///< false where nothing can be written beside the backup
};

/// How a book is put back.
struct RestoreOptions {
    bool replace = false; ///< also in the place of a book that somebody has written in
    QString safetyFolder = {}; ///< where that one is backed up first; empty is beside the backup
};

/// What was done.
struct RestoredBook {
    StoredBackup backup;
    std::optional<StoredBackup> safety; ///< of what was there before
    DoctorReport report;                ///< clean
    int migratedTo = 0; ///< the schema that it was brought up to; 0 if it had this program's
};

/// What who looks after a book sees of the backups in a folder. A plain value.
struct BackupOverview {
    std::vector<ListedBackup> backups; ///< newest first; what is damaged comes last
    QString book;                      ///< the id of the session's book
    QString database;                  ///< the name of its database
    int schemaVersion = 0; ///< the newest that this program knows: a newer backup is not for it
    std::optional<Error> refusal = {}; ///< why this session cannot back the book up
};

/// What retention took away.
struct PrunedBackups {
    std::vector<StoredBackup> removed; ///< or would have been
    std::vector<StoredBackup> kept;
};

/// Makes backups of a book, proves that they are whole, and puts them back. A backup is a folder: a pg_dump
/// archive, the logins, and a manifest with checksums, counts and the audit's head, all of one snapshot. It
/// may hold keys and password verifiers: who reads it reads the book; who may write it runs what he likes
/// where it is restored.
///
/// All of it may take long, shows progress and can be cancelled; then nothing is left. Not for the GUI
/// thread. Needs pg_dump, pg_restore and, to verify, a PostgreSQL server installed here. Stateless.
class BackupApplicationService final
{
public:
    BackupApplicationService(const BackupRepository &backups, const OperationRepository &operations,
                             const DoctorApplicationService &doctor, const AccessApplicationService &access);

    /// Backs up the session's book into a new folder in `folder`. People go on working meanwhile; it holds
    /// the book as of its begin. Forbidden, reason `not_owner`, for who is not the book's owner; StorageFull;
    /// Forbidden for a folder that cannot be written.
    [[nodiscard]] Result<StoredBackup> create(Session &session, const QString &folder,
                                              const BackupRun &run = {}) const;

    /// Compares all of it with its manifest, restores it in a cluster of its own in `scratch` (the temporary
    /// files if empty), counts, compares the audit's head, brings an older one up to this program's schema,
    /// and has the doctor examine it. A proof is put beside the backup. RuleBroken, reason `damaged`,
    /// `counts_differ`, `restore_failed` or `findings`; VersionMismatch, reason `backup_newer`; InvalidInput,
    /// reason `not_a_backup`; StorageFull if there is no room for the scratch cluster.
    [[nodiscard]] Result<VerifiedBackup> verify(const QString &backup, const BackupRun &run = {},
                                                const QString &scratch = {}) const;

    /// Books that a backup with a proof was verified; administrators. RuleBroken, reason `other_book`, if it
    /// is none of this book, and `not_verified` without a proof.
    [[nodiscard]] Result<Booked<BackupRecord>> record(Session &session, const StoredBackup &backup) const;

    /// The newest backup of this book that was verified, as the book has it on record; none if there is none,
    /// or for who may not know (administrators and auditors may).
    [[nodiscard]] Result<std::optional<BackupRecord>> lastVerified(Session &session) const;

    /// Puts the backup in the place of the database `target`, as who signs in there: restored, migrated,
    /// examined under another name, then exchanged. Until then, and after an error, everything is as it was.
    /// A book that somebody has written in is replaced only where that is asked for, after a backup of it.
    /// RuleBroken, reason `not_empty` or `foreign_database`, else like verify(); Forbidden for who may not
    /// make databases; Busy.
    [[nodiscard]] Result<RestoredBook> restore(const QString &backup, const ConnectionSettings &target,
                                               const Actor &actor, const RestoreOptions &options,
                                               const BackupRun &run = {}) const;

    /// Restores the backup into a private workspace that is made for it, and stays as it was made: stopped.
    /// `name` as of Workspace::openOrCreate(). Conflict, reason `workspace_exists`, if there is one of that
    /// name; StorageFull if its disk has no room; else like restore(). After an error or a cancellation the
    /// workspace is gone again.
    [[nodiscard]] Result<RestoredBook> restoreIntoWorkspace(const QString &backup, const QString &name,
                                                            const Actor &actor,
                                                            const BackupRun &run = {}) const;

    /// What there is in `folder`, seen from the session's book; a folder that is not there yet has none in
    /// it. Forbidden for who may not change settings, and if the folder cannot be read.
    [[nodiscard]] Result<BackupOverview> overview(Session &session, const QString &folder) const;

    /// All backups in a folder, newest first, and what is damaged.
    [[nodiscard]] Result<std::vector<ListedBackup>> list(const QString &folder) const;

    /// Deletes those that `retention` does not keep, for each book by itself: never the newest, never the
    /// newest that was verified, never what is damaged. A dry run deletes nothing.
    [[nodiscard]] Result<PrunedBackups> prune(const QString &folder, const BackupRetention &retention,
                                              bool dryRun = false) const;

private:
    const BackupRepository &m_backups;
    const OperationRepository &m_operations;
    const DoctorApplicationService &m_doctor;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
