// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/context.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>

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
void addDepartmentCommands(CommandLine &line);
void addMemberCommands(CommandLine &line);
/// Of the family of members.
void addDepartCommand(CommandLine &line, CLI::App &family);
void addLicenseCommands(CommandLine &line);
void addEntitlementCommands(CommandLine &line);
void addKeyCommands(CommandLine &line);
void addAssignCommand(CommandLine &line);
void addAssignmentCommands(CommandLine &line);
void addWaitingCommands(CommandLine &line);
void addReviewCommands(CommandLine &line);
void addRenewalCommands(CommandLine &line);
void addExportCommands(CommandLine &line);
void addImportCommands(CommandLine &line);
void addReportCommand(CommandLine &line);
void addAuditCommands(CommandLine &line);
void addOperatorCommands(CommandLine &line);
void addTokenCommands(CommandLine &line);
/// What people do with their own licences, among the others of `license`.
void addOwnLicenseCommands(CommandLine &line, CLI::App &family);
void addDeviceCommands(CommandLine &line);
void addLicenseFileCommands(CommandLine &line);
void addFeatureCommands(CommandLine &line);
void addCanCommand(CommandLine &line);
void addRateCommands(CommandLine &line);
void addNotifyCommands(CommandLine &line);
/// `notify settings`, among the others of `notify`.
void addNotifySettings(CommandLine &line, CLI::App &family);
void addTrustCommands(CommandLine &line);
void addBackupCommands(CommandLine &line);
void addStatusCommand(CommandLine &line);
void addFindCommand(CommandLine &line);
void addHistoryCommand(CommandLine &line);
void addViewCommands(CommandLine &line);

/// A subcommand with a text for `--help` that ends with an example.
[[nodiscard]] CLI::App &addCommand(CLI::App &parent, const char *name, const char *description,
                                   const char *example);

/// A command that is nothing without one of its subcommands.
[[nodiscard]] CLI::App &addFamily(CommandLine &line, const char *name, const char *description,
                                  const char *example);

/// `--limit` of a list.
void addLimit(CLI::App &command, int &limit);
/// `--as-of` of a list, see takeDay().
void addAsOf(CLI::App &command, std::string &asOf);

/// Commands on the book that share one set of arguments; only one of them is ever run.
template <typename Arguments>
class Group final
{
public:
    using Run = Result<void> (*)(const OpenBook &, const Arguments &);

    explicit Group(CommandLine &line, std::shared_ptr<Arguments> arguments = std::make_shared<Arguments>())
        : m_line(line), m_arguments(std::move(arguments))
    {}

    /// Where the options of the commands write to.
    [[nodiscard]] Arguments &arguments() const { return *m_arguments; }

    /// A command that opens the book, books what is due, and runs `run`.
    CLI::App &add(CLI::App &parent, const char *name, const char *description, const char *example,
                  Run run) const
    {
        CLI::App &command = addCommand(parent, name, description, example);
        command.callback([&line = m_line, arguments = m_arguments, run] {
            line.action = [arguments, run](Context &context) -> Result<void> {
                const auto book = context.book();
                return book ? run(*book, *arguments) : std::unexpected(book.error());
            };
        });
        return command;
    }

private:
    CommandLine &m_line;
    std::shared_ptr<Arguments> m_arguments;
};

} // namespace seatledger::ctl
