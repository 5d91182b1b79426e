// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openbook.h"

#include <string>

namespace seatledger::ctl {

/// Writes an export to the file `output` and says how many rows it has; without one, to standard output.
[[nodiscard]] Result<void> writeExport(const OpenBook &book, const ExportRequest &request,
                                       const std::string &output, const ExportOptions &options = {});

} // namespace seatledger::ctl
