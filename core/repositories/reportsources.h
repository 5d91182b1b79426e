// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"

namespace seatledger {

/// Whether what a report shows may be another once a row of this table changes (`license_assignment`), as the
/// notices of changes name it. `isOfSome`: only the people of some departments count, as for a manager. Says
/// yes where it may be; what is kept for reports follows these tables and is none of them. Pure.
[[nodiscard]] bool isReadFrom(ReportKind kind, const ReportFilter &filter, bool isOfSome,
                              const QString &table);

/// The same of the figures at the top of the dashboard.
[[nodiscard]] bool areFiguresReadFrom(const ReportFilter &filter, bool isOfSome, const QString &table);

} // namespace seatledger
