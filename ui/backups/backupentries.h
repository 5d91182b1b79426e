// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/backupapplicationservice.h"
#include "ui/common/widgets/entrylist.h"

#include <QDateTime>

namespace seatledger {

class KeyValueForm;

/// One backup as a line of a list: when it was taken and how long ago, its size, schema and audit head; and
/// whether it was verified, or why it is not for this book or this program. `now` is UTC.
[[nodiscard]] Entry entryOf(const ListedBackup &listed, const BackupOverview &overview, const QDateTime &now);

/// All that it says of itself; nothing for one that cannot be read.
void showFacts(KeyValueForm &form, const ListedBackup &listed);

/// When it was taken, as people of the window's language write it, in their time.
[[nodiscard]] QString takenText(const BackupManifest &manifest);

} // namespace seatledger
