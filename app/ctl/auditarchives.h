// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commands.h"
#include "core/services/auditarchiveapplicationservice.h"

namespace seatledger::ctl {

[[nodiscard]] AuditArchiveApplicationService archivesOf(const OpenBook &book);

/// `audit months` and `audit archive`: which months are in the book, and which of them go into files.
void addAuditArchives(CommandLine &line, CLI::App &family);

} // namespace seatledger::ctl
