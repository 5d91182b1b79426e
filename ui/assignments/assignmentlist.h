// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"

namespace seatledger {

using AssignmentSource = KeysetPageSource<AssignmentRow, AssignmentFilter>;
using AssignmentTable = PagedTableModel<AssignmentRow>;

/// The rows of the list of assignments, the newest first unless sorted otherwise.
[[nodiscard]] AssignmentSource *makeAssignmentSource(BookAccess access, const AssignmentFilter &filter,
                                                     QObject *parent);
[[nodiscard]] std::vector<TableColumn<AssignmentRow>> assignmentColumns();
/// What the repository sorts by for a column's key.
[[nodiscard]] AssignmentSort assignmentSort(const QString &columnKey);

} // namespace seatledger
