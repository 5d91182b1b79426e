// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/workspace/serveraccount.h"

#include <QString>

namespace seatledger {

/// The parts of a backup beside its manifest: what pg_dump wrote, in its custom format.
[[nodiscard]] QString backupArchiveName();
/// The logins and groups, JSON.
[[nodiscard]] QString backupLoginsName();

/// Why one of PostgreSQL's programs failed: StorageFull if the disk of `roomOf` has no room (empty is a disk
/// that is elsewhere), else RuleBroken, reason `restore_failed` or `dump_failed`, with what it said last.
[[nodiscard]] std::unexpected<Error> toolFailed(const QString &tool, const ProgramOutput &said,
                                                const QString &roomOf);

} // namespace seatledger
