// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/exportoutput.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct ExportArguments {
    std::string list;
    std::string output;
    std::string format;
    std::string search;
    std::vector<std::string> columns;
};

/// As it was said, or as the file's name ends, or CSV.
TableFormat formatOf(const ExportArguments &arguments)
{
    if (!arguments.format.empty())
        return fromText<TableFormat>(QString::fromStdString(arguments.format)).value_or(TableFormat::Csv);
    const QString suffix = QString::fromStdString(arguments.output).section(u'.', -1).toLower();
    return fromText<TableFormat>(suffix).value_or(TableFormat::Csv);
}

Result<void> exportList(const OpenBook &book, const ExportArguments &arguments)
{
    const auto request = exportNamed(QString::fromStdString(arguments.list),
                                     QString::fromStdString(arguments.search));
    ExportOptions options{.format = formatOf(arguments)};
    for (const std::string &column : arguments.columns)
        options.columns.append(QString::fromStdString(column));
    return writeExport(book, *request, arguments.output, options);
}

/// Refused before a book is opened.
const CLI::Validator knownList(
    [](const std::string &name) {
        return exportNamed(QString::fromStdString(name), {})
                   ? std::string()
                   : "there is no list " + name + "; there are: " + exportNames().join(u", "_s).toStdString();
    },
    "");

} // namespace

void addExportCommands(CommandLine &line)
{
    const Group<ExportArguments> group(line);
    ExportArguments &arguments = group.arguments();
    CLI::App &command = group.add(line.app, "export", "Write a list to a file, whatever its size",
                                  "export assignments --format xlsx --output assignments.xlsx", exportList);
    command
        .add_option(
            "LIST", arguments.list,
            "members, licenses, assignments, devices, departments, entitlements, operators, audit, or "
            "report:NAME")
        ->required()
        ->check(knownList);
    command.add_option("--output", arguments.output,
                       "The file; an existing one is replaced at the end (standard output)");
    command.add_option("--format", arguments.format, "csv, xlsx or json (as the file's name ends, or csv)")
        ->check(CLI::IsMember({"csv", "xlsx", "json"}));
    command.add_option("--columns", arguments.columns, "Only these, in this order: number,name,email")
        ->delimiter(',');
    command.add_option("--search", arguments.search, "Only rows with these words");
}

} // namespace seatledger::ctl
