// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/operatorlist.h"
#include "ui/book/bookaccess.h"
#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"
#include "ui/common/widgets/badge.h"

namespace seatledger {

using OperatorPages = KeysetPageSource<OperatorRow, OperatorFilter>;
using OperatorTable = PagedTableModel<OperatorRow>;

/// The rows of the list of operators, asked for through the executor.
[[nodiscard]] OperatorPages *makeOperatorSource(BookAccess access, const OperatorFilter &filter,
                                                QObject *parent);
[[nodiscard]] std::vector<TableColumn<OperatorRow>> operatorColumns();
/// What the repository sorts by for a column's key.
[[nodiscard]] OperatorSort operatorSort(const QString &columnKey);

/// Whether somebody may sign in, as a badge.
[[nodiscard]] Badge operatorBadge(bool isDisabled);
/// "Assign seats, Revoke seats".
[[nodiscard]] QString rightsText(const std::vector<Right> &rights);
/// When somebody was last at work: "signed in now", or the moment of what they did last.
[[nodiscard]] QString lastSeenText(const OperatorRow &row);

} // namespace seatledger
