// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include <QFile>

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
    return AssignmentExport{.filter = {.search = search, .states = {}, .license = {}, .member = {}}};
}

Result<void> exportList(const OpenBook &book, const ExportArguments &arguments)
{
    const auto progress = [&book](qint64 rows) { book.output.progress(u"%1 rows"_s.arg(rows)); };
    const auto &exports = book.services.exports;
    if (arguments.output.empty()) {
        QFile standardOutput;
        if (!standardOutput.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered))
            return failure(ErrorCode::Forbidden, standardOutput.errorString());
        const auto rows = exports.toDevice(book.session, requestOf(arguments), standardOutput);
        return rows ? Result<void>() : std::unexpected(rows.error());
    }
    const QString path = QString::fromStdString(arguments.output);
    const auto rows = exports.toFile(book.session, requestOf(arguments), path, progress);
    book.output.endProgress();
    if (!rows)
        return std::unexpected(rows.error());
    book.output.result(u"%1 rows written to %2."_s.arg(*rows).arg(path),
                       {{u"rows"_s, *rows}, {u"path"_s, path}});
    return {};
}

} // namespace

void addExportCommands(CommandLine &line)
{
    const Group<ExportArguments> group(line);
    ExportArguments &arguments = group.arguments();
    CLI::App &command = group.add(line.app, "export", "Write a list as CSV, whatever its size",
                                  "export assignments --output assignments.csv", exportList);
    command.add_option("LIST", arguments.list, "members, licenses or assignments")
        ->required()
        ->check(CLI::IsMember({"members", "licenses", "assignments"}));
    command.add_option("--output", arguments.output,
                       "The file; an existing one is replaced at the end (standard output)");
    command.add_option("--format", arguments.format, "csv")->check(CLI::IsMember({"csv"}));
    command.add_option("--search", arguments.search, "Only rows with these words");
}

} // namespace seatledger::ctl
