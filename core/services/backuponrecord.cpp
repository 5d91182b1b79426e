// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backuponrecord.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

Result<BackupOnRecord> verifyOnRecord(const BackupApplicationService &backups, const BookWhenNeeded &book,
                                      const QString &backup, const BackupRun &run, const QString &scratch)
{
    auto verified = backups.verify(backup, run, scratch);
    if (!verified)
        return std::unexpected(std::move(verified).error());
    const auto session = book();
    if (!session)
        return std::unexpected(session.error());
    const auto recorded = backups.record(**session, verified->backup);
    if (recorded)
        return BackupOnRecord{.verified = *std::move(verified)};
    if (recorded.error().details.value("reason"_L1).toString() != "other_book"_L1)
        return std::unexpected(recorded.error());
    return BackupOnRecord{.verified = *std::move(verified), .notRecorded = recorded.error()};
}

} // namespace seatledger
