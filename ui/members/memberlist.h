// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"

namespace seatledger {

using MemberSource = KeysetPageSource<MemberRow, MemberFilter>;
using MemberTable = PagedTableModel<MemberRow>;

/// The rows of the list of members, asked for through the executor.
[[nodiscard]] MemberSource *makeMemberSource(BookAccess access, const MemberFilter &filter, QObject *parent);
[[nodiscard]] std::vector<TableColumn<MemberRow>> memberColumns();
/// What the repository sorts by for a column's key.
[[nodiscard]] MemberSort memberSort(const QString &columnKey);

} // namespace seatledger
