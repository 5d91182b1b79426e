// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/auditrepository.h"
#include "ui/common/widgets/entrylist.h"

#include <vector>

namespace seatledger {

/// The audit of one thing for a panel: one entry an operation, newest first, with what it did to the values,
/// who did it and when. The entries' ids are the operations'.
[[nodiscard]] std::vector<Entry> historyEntries(const std::vector<AuditEntry> &audit);

/// "status: active → departed, note: …" of one change; only values people know. Empty for an insert.
[[nodiscard]] QString changeText(const AuditEntry &entry);

/// A moment as people say it: "today 14:05", "yesterday 09:10", else the day in ISO form.
[[nodiscard]] QString momentText(const QDateTime &moment, const QDateTime &now);

} // namespace seatledger
