// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commands.h"

namespace seatledger::ctl {

/// Adds `verify`, `anchor` and `key` to the family `audit`.
void addAuditProofs(CommandLine &line, CLI::App &family);

} // namespace seatledger::ctl
