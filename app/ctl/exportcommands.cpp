// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/exportoutput.h"
#include "app/ctl/lookup.h"
#include "app/ctl/searchargument.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct ExportArguments {
    std::string list;
    std::string output;
    std::string format;
    std::string search;
    std::string asOf;
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

/// The lists that know fields know them here, too.
Result<void> searchIn(ExportRequest &request, const OpenBook &book, const std::string &text)
{
    auto *list = std::get_if<ListExport>(&request);
    if (!list)
        return {};
    if (auto *members = std::get_if<MemberExport>(list))
        return searchInto(members->filter, book, text, memberSearchGrammar());
    if (auto *licenses = std::get_if<LicenseExport>(list))
        return searchInto(licenses->filter, book, text, licenseSearchGrammar());
    if (auto *assignments = std::get_if<AssignmentExport>(list))
        return searchInto(assignments->filter, book, text, assignmentSearchGrammar());
    return {};
}

/// And those that know days.
Result<void> takeDayInto(ExportRequest &request, const std::string &asOf)
{
    auto *list = std::get_if<ListExport>(&request);
    if (asOf.empty())
        return {};
    if (list) {
        if (auto *members = std::get_if<MemberExport>(list))
            return takeDay(members->filter.asOf, asOf);
        if (auto *licenses = std::get_if<LicenseExport>(list))
            return takeDay(licenses->filter.asOf, asOf);
        if (auto *assignments = std::get_if<AssignmentExport>(list))
            return takeDay(assignments->filter.asOf, asOf);
        if (auto *entitlements = std::get_if<EntitlementExport>(list))
            return takeDay(entitlements->filter.asOf, asOf);
    }
    if (auto *report = std::get_if<ReportExport>(&request))
        return takeDay(report->request.filter.asOf, asOf);
    return failure(ErrorCode::InvalidInput,
                   u"This list is always of now: --as-of goes with members, licenses, "
                   "assignments, entitlements and reports."_s);
}

Result<void> exportList(const OpenBook &book, const ExportArguments &arguments)
{
    auto request = exportNamed(QString::fromStdString(arguments.list),
                               QString::fromStdString(arguments.search));
    if (auto searched = searchIn(*request, book, arguments.search); !searched)
        return searched;
    if (auto taken = takeDayInto(*request, arguments.asOf); !taken)
        return taken;
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
        .add_option("LIST", arguments.list,
                    "members, licenses, assignments, waiting, devices, departments, entitlements, operators, "
                    "tokens, audit, or "
                    "report:NAME")
        ->required()
        ->check(knownList);
    command.add_option("--output", arguments.output,
                       "The file; an existing one is replaced at the end (standard output)");
    command.add_option("--format", arguments.format, "csv, xlsx or json (as the file's name ends, or csv)")
        ->check(CLI::IsMember({"csv", "xlsx", "json"}));
    command.add_option("--columns", arguments.columns, "Only these, in this order: number,name,email")
        ->delimiter(',');
    command.add_option("--search", arguments.search,
                       "Only rows with these words; members, licenses and assignments also by fields");
    addAsOf(command, arguments.asOf);
}

} // namespace seatledger::ctl
