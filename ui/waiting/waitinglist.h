// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/waitingrepository.h"
#include "ui/book/bookaccess.h"
#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"
#include "ui/common/widgets/badge.h"
#include "ui/common/widgets/entrylist.h"

namespace seatledger {

using WaitingPages = KeysetPageSource<WaitingRow, WaitingFilter>;
using WaitingTable = PagedTableModel<WaitingRow>;

/// The rows of the waiting list, by licence and turn unless sorted otherwise.
[[nodiscard]] WaitingPages *makeWaitingSource(BookAccess access, const WaitingFilter &filter,
                                              QObject *parent);
[[nodiscard]] std::vector<TableColumn<WaitingRow>> waitingColumns();
/// What the repository sorts by for a column's key.
[[nodiscard]] WaitingSort waitingSort(const QString &columnKey);

[[nodiscard]] Badge badgeOf(WaitingState state);
/// "2 seats from 2027-01-01"; one seat, as soon as possible, goes without saying.
[[nodiscard]] QString wishText(const WaitingRow &row, QDate today);
/// Who waits for a licence as entries of its panel, with their place.
[[nodiscard]] std::vector<Entry> waitingEntries(const std::vector<WaitingRow> &rows, QDate today);

} // namespace seatledger
