// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace seatledger::ctl {

CLI::App *addCommand(CLI::App &parent, const char *name, const char *description, const char *example)
{
    CLI::App *command = parent.add_subcommand(name, description);
    command->footer(std::string("Example:\n  seatledgerctl ") + example);
    return command;
}

} // namespace seatledger::ctl
