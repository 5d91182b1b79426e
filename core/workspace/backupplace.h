// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "core/domain/backupmanifest.h"
#include "core/domain/result.h"
#include "core/workspace/filelock.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace seatledger {

/// A backup as it lies on a disk: a folder with its parts, `manifest.json` and, once it was verified,
/// `verified.json`.
struct StoredBackup {
    QString folder;
    BackupManifest manifest = {};
    std::optional<BackupProof> proof = {};

    [[nodiscard]] QString path(const QString &part) const { return folder + QChar(u'/') + part; }
};

/// What stands where a backup should: one, or why it is none.
struct ListedBackup {
    QString folder;
    Result<StoredBackup> backup;
};

/// Reads what a backup says of itself, not its parts. NotFound if the folder is not there; else like
/// BackupManifest::fromDocument, so InvalidInput for a folder or file that is something else.
[[nodiscard]] Result<StoredBackup> openBackup(const QString &folder);

/// Reads all parts and compares them with the manifest. RuleBroken, reason `damaged`, with `file` and
/// `problem`
/// (`missing`, `truncated`, `longer`, `changed`) in the details. `progress` gets bytes: done, and of how
/// many.
[[nodiscard]] Result<void> checkParts(const StoredBackup &backup, const CancelToken &cancel,
                                      const std::function<void(qint64, qint64)> &progress);

/// Puts a proof beside the backup, on the disk when this returns.
[[nodiscard]] Result<void> writeProof(StoredBackup &backup, const BackupProof &proof);

/// All that is in a folder of backups, newest first; what is damaged comes last, with the reason. Other
/// things in the folder are passed over. NotFound or Forbidden if it cannot be read.
[[nodiscard]] Result<std::vector<ListedBackup>> listBackups(const QString &folder);

/// Deletes one: it disappears from lists at once, whatever happens meanwhile.
[[nodiscard]] Result<void> removeBackup(const StoredBackup &backup);

/// Whether writing below `folder` failed, most likely, because its disk has no room.
[[nodiscard]] bool hasNoRoom(const QString &folder);

/// A backup that is being written: beside its place, invisible to lists, gone when this is destroyed before
/// `finish()`. What a killed program left is swept away by the next one that begins a backup there.
class BackupDraft final
{
public:
    /// Begins one in `folder`, which is made if it is missing; closed to others (0700), for there may be
    /// secrets in it.
    [[nodiscard]] static Result<BackupDraft> begin(const QString &folder, const QString &name);
    ~BackupDraft();
    BackupDraft(BackupDraft &&other) noexcept;
    BackupDraft &operator=(BackupDraft &&) = delete;
    BackupDraft(const BackupDraft &) = delete;
    BackupDraft &operator=(const BackupDraft &) = delete;

    [[nodiscard]] QString path(const QString &part) const { return m_draft + QChar(u'/') + part; }

    /// Writes a part whole.
    [[nodiscard]] Result<void> write(const QString &part, const QByteArray &contents) const;

    /// What a part that is written has to be recognised by.
    [[nodiscard]] Result<BackupPart> measure(const QString &part, const CancelToken &cancel) const;

    /// Adds the manifest, waits until all of it is on the disk, and puts it in its place. Conflict, reason
    /// `backup_exists`, if one of that name is there.
    [[nodiscard]] Result<StoredBackup> finish(const BackupManifest &manifest);

private:
    BackupDraft(QString draft, QString place, FileLock lock);

    QString m_draft; // empty once finished or moved from
    QString m_place;
    FileLock m_lock;
};

} // namespace seatledger
