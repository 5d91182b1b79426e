// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/backupapplicationservice.h"

#include <functional>
#include <optional>

namespace seatledger {

/// A backup that was verified for a book.
struct BackupOnRecord {
    VerifiedBackup verified;
    std::optional<Error> notRecorded =
        {}; ///< why the book has it not on record: it is a backup of another one
};

/// The session of the book, asked for once it is needed: verifying may take longer than a connection lasts.
using BookWhenNeeded = std::function<Result<Session *>()>;

/// Verifies a backup and puts that on the book's record: BackupApplicationService::verify(), then record(). A
/// backup of another book is proven all the same, and `notRecorded` says so.
[[nodiscard]] Result<BackupOnRecord> verifyOnRecord(const BackupApplicationService &backups,
                                                    const BookWhenNeeded &book, const QString &backup,
                                                    const BackupRun &run = {}, const QString &scratch = {});

} // namespace seatledger
