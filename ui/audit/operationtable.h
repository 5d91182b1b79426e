// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/operationlist.h"
#include "ui/book/bookaccess.h"
#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"
#include "ui/common/widgets/badge.h"

#include <QTimeZone>

#include <memory>

namespace seatledger {

using OperationPages = KeysetPageSource<OperationRow, OperationFilter>;
using OperationTable = PagedTableModel<OperationRow>;

/// The rows of the list of operations, asked for through the executor; the newest first.
[[nodiscard]] OperationPages *makeOperationSource(BookAccess access, QObject *parent);
/// `zone` is that in which moments are told; it may change while the columns are shown.
[[nodiscard]] std::vector<TableColumn<OperationRow>> operationColumns(std::shared_ptr<const QTimeZone> zone);
/// What the repository sorts by for a column's key.
[[nodiscard]] OperationSort operationSort(const QString &columnKey);

/// Whether it was taken back, or takes another one back; none for others.
[[nodiscard]] Badge undoBadge(const OperationRow &row);
/// From where it came: the address, or words for this machine.
[[nodiscard]] QString addressText(const OperationRow &row);

} // namespace seatledger
