// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"
#include "ui/common/widgets/seatbar.h"

namespace seatledger {

using LicenseSource = KeysetPageSource<LicenseRow, LicenseFilter>;
using LicenseTable = PagedTableModel<LicenseRow>;

/// The rows of the list of licences.
[[nodiscard]] LicenseSource *makeLicenseSource(BookAccess access, const LicenseFilter &filter,
                                               QObject *parent);
[[nodiscard]] std::vector<TableColumn<LicenseRow>> licenseColumns();
/// What the repository sorts by for a column's key.
[[nodiscard]] LicenseSort licenseSort(const QString &columnKey);
/// The seats of a row, as its bar shows them.
[[nodiscard]] SeatFigures seatFigures(const LicenseRow &row);

} // namespace seatledger
