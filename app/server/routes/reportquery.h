// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/fields.h"
#include "core/domain/report.h"

namespace seatledger::server {

/// What a query says of the rows that a report is about: days, departments, vendors, products, licences,
/// words.
void readReportFilter(QueryFields &fields, ReportFilter &filter);

} // namespace seatledger::server
