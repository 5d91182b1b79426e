// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace seatledger::ctl {

CLI::App &addCommand(CLI::App &parent, const char *name, const char *description, const char *example)
{
    CLI::App *command = parent.add_subcommand(name, description);
    command->footer(std::string("Example:\n  seatledgerctl ") + example);
    return *command;
}

CLI::App &addFamily(CommandLine &line, const char *name, const char *description, const char *example)
{
    CLI::App &family = addCommand(line.app, name, description, example);
    family.require_subcommand(0, 1);
    return family;
}

void addLimit(CLI::App &command, int &limit)
{
    command.add_option("--limit", limit, "At most so many (" + std::to_string(limit) + ")")
        ->check(CLI::Range(1, 1000));
}

void addAsOf(CLI::App &command, std::string &asOf)
{
    command.add_option("--as-of", asOf, "As of this day, past or to come (now)");
}

} // namespace seatledger::ctl
