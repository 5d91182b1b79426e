// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exportsource.h"
#include "core/services/reportingapplicationservice.h"

namespace seatledger {

/// A report as it is exported: its columns, and where there is money the `currency` of the row after the last
/// amount. Seats without limit and other things that are not there are empty. Errors are those of
/// ReportingApplicationService and chosenColumns().
[[nodiscard]] Result<ExportSource> reportSourceOf(Session &session,
                                                  const ReportingApplicationService &reports,
                                                  const ReportRequest &request, const QStringList &columns);

} // namespace seatledger
