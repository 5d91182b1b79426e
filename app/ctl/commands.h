// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/context.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace seatledger::ctl {

/// What a command does once its arguments are read.
using Action = std::function<Result<void>(Context &)>;

/// Collects the one action of the command that was given. Each group of commands adds itself to the
/// application and sets the action when it is the one; a new group is one file and one line in main.cpp.
struct CommandLine {
    CLI::App &app;
    Action action = {};
};

void addWorkspaceCommands(CommandLine &line);
void addMemberCommands(CommandLine &line);
void addLicenseCommands(CommandLine &line);
void addAssignmentCommands(CommandLine &line);
void addExportCommands(CommandLine &line);
void addTrustCommands(CommandLine &line);

/// A subcommand with a text for `--help` that ends with an example.
[[nodiscard]] CLI::App *addCommand(CLI::App &parent, const char *name, const char *description,
                                   const char *example);

} // namespace seatledger::ctl
