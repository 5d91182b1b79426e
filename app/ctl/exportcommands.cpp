// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/exportoutput.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct ExportArguments {
    std::string list;
    std::string output;
    std::string format = "csv";
    std::string search;
};

ExportRequest requestOf(const ExportArguments &arguments)
{
    const QString search = QString::fromStdString(arguments.search);
    if (arguments.list == "members")
        return MemberExport{.filter = {.search = search, .statuses = {}, .departments = {}}};
    if (arguments.list == "licenses")
        return LicenseExport{.filter = {.search = search, .states = {}}};
    if (arguments.list == "audit")
        return AuditExport{.filter = {.search = search}};
    return AssignmentExport{.filter = {.search = search, .states = {}, .license = {}, .member = {}}};
}

Result<void> exportList(const OpenBook &book, const ExportArguments &arguments)
{
    return writeExport(book, requestOf(arguments), arguments.output);
}

} // namespace

void addExportCommands(CommandLine &line)
{
    const Group<ExportArguments> group(line);
    ExportArguments &arguments = group.arguments();
    CLI::App &command = group.add(line.app, "export", "Write a list as CSV, whatever its size",
                                  "export assignments --output assignments.csv", exportList);
    command.add_option("LIST", arguments.list, "members, licenses, assignments or audit")
        ->required()
        ->check(CLI::IsMember({"members", "licenses", "assignments", "audit"}));
    command.add_option("--output", arguments.output,
                       "The file; an existing one is replaced at the end (standard output)");
    command.add_option("--format", arguments.format, "csv")->check(CLI::IsMember({"csv"}));
    command.add_option("--search", arguments.search, "Only rows with these words");
}

} // namespace seatledger::ctl
