// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/common/widgets/entrylist.h"

#include <optional>
#include <vector>

namespace seatledger {

/// What the audit says of one thing; none where it may not be read.
using History = std::optional<std::vector<AuditEntry>>;

/// Reads the newest of it. `isPermitted` is what the window knows, so that nobody asks in vain.
[[nodiscard]] Result<History> readHistory(const Services &services, Session &session,
                                          const AuditFilter &filter, bool isPermitted);

/// Fills the list of a panel, or says in it who sees the history.
void showHistory(EntryList *list, const History &history);

/// The audit of one thing for a panel: one entry an operation, newest first, with what it did to the values,
/// who did it and when. The entries' ids are the operations'.
[[nodiscard]] std::vector<Entry> historyEntries(const std::vector<AuditEntry> &audit);

/// "status: active → departed, note: …" of one change; only values people know. Empty for an insert.
[[nodiscard]] QString changeText(const AuditEntry &entry);

/// A moment as people say it: "today 14:05", "yesterday 09:10", else the day in ISO form.
[[nodiscard]] QString momentText(const QDateTime &moment, const QDateTime &now);

} // namespace seatledger
