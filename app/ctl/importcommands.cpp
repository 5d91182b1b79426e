// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/importchoices.h"
#include "app/ctl/lookup.h"
#include "app/ctl/standardinput.h"
#include "core/formats/wholefile.h"

#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

/// Standard input as a file, which can be read more than once.
Result<void> keepStandardInput(const CancelToken &token, QTemporaryFile &file)
{
    if (!file.open())
        return failure(ErrorCode::StorageFull, file.errorString());
    auto kept = readStandardInput(token, [&file](QByteArrayView piece) { return writeAll(file, piece); });
    return kept && !file.flush() ? failure(ErrorCode::StorageFull, file.errorString()) : kept;
}

QString nameOf(ImportPhase phase)
{
    switch (phase) {
    case ImportPhase::Reading:
        return u"Reading"_s;
    case ImportPhase::Checking:
        return u"Checking"_s;
    case ImportPhase::Counting:
        return u"Counting"_s;
    case ImportPhase::Writing:
        break;
    }
    return u"Writing"_s;
}

QJsonObject toJson(const ImportProblem &problem)
{
    return {{u"row"_s, problem.row},
            {u"line"_s, problem.line},
            {u"column"_s, problem.column},
            {u"value"_s, problem.value},
            {u"reason"_s, problem.reason}};
}

QJsonArray columnsJson(const ImportMapping &mapping)
{
    QJsonArray columns;
    for (const ColumnMatch &column : mapping.columns)
        columns.append(QJsonObject{{u"heading"_s, column.heading},
                                   {u"field"_s, column.field},
                                   {u"origin"_s, toText(column.origin)},
                                   {u"doubt"_s, column.doubt}});
    return columns;
}

QJsonObject toJson(const ImportOutcome &outcome, const ImportMapping &mapping)
{
    QJsonArray problems;
    for (const ImportProblem &problem : outcome.problems)
        problems.append(toJson(problem));
    QJsonObject object{{u"rows"_s, outcome.rows},           {u"added"_s, outcome.added},
                       {u"updated"_s, outcome.updated},     {u"unchanged"_s, outcome.unchanged},
                       {u"skipped"_s, outcome.skipped},     {u"rejected"_s, outcome.rejected},
                       {u"created"_s, outcome.created},     {u"problem_count"_s, outcome.problemCount},
                       {u"problems"_s, problems},           {u"mapping"_s, mapping.name},
                       {u"columns"_s, columnsJson(mapping)}};
    object.insert(u"operation"_s, outcome.operation ? QJsonValue(outcome.operation->value()) : QJsonValue());
    return object;
}

QString inWords(const ImportOutcome &outcome, bool isTest)
{
    constexpr std::size_t mostShown = 20;
    QStringList lines;
    for (const ImportProblem &problem :
         std::span(outcome.problems).first(std::min(mostShown, outcome.problems.size()))) {
        const QString column = problem.column.isEmpty() ? QString() : u", column %1"_s.arg(problem.column);
        const QString value = problem.value.isEmpty() ? QString() : u" (%1)"_s.arg(problem.value);
        lines.append(u"Row %1, line %2%3%4: %5"_s.arg(problem.row)
                         .arg(problem.line)
                         .arg(column, value, problem.reason));
    }
    if (outcome.problemCount > qint64(mostShown))
        lines.append(u"... and %1 problems more."_s.arg(outcome.problemCount - qint64(mostShown)));
    lines.append(u"%1%2 rows: %3 added, %4 updated, %5 unchanged, %6 skipped, %7 rejected."_s
                     .arg(isTest ? u"It would be so. "_s : QString())
                     .arg(outcome.rows)
                     .arg(outcome.added)
                     .arg(outcome.updated)
                     .arg(outcome.unchanged)
                     .arg(outcome.skipped)
                     .arg(outcome.rejected));
    if (outcome.created > 0)
        lines.append(u"Created on the way: %1."_s.arg(outcome.created));
    if (outcome.operation)
        lines.append(u"Take it back with: undo %1"_s.arg(outcome.operation->value()));
    return lines.join(u'\n');
}

Result<void> verdict(const ImportOutcome &outcome, const ImportArguments &arguments)
{
    if (outcome.problemCount == 0 || arguments.leaveOutProblems)
        return {};
    const QString hint = arguments.errors.empty()
                             ? u"Write the rows to a file with --errors"_s
                             : u"The rows are in %1: correct them there"_s.arg(typed(arguments.errors));
    return failure(ErrorCode::RuleBroken,
                   u"Problems: %1. Nothing is imported. %2, or leave them out with --leave-out-problems."_s
                       .arg(outcome.problemCount)
                       .arg(hint),
                   {{u"reason"_s, u"import_problems"_s}, {u"problems"_s, outcome.problemCount}});
}

Result<void> importFile(const OpenBook &book, const ImportArguments &arguments, const QString &path)
{
    auto request = importRequest(book, arguments, path);
    if (!request)
        return std::unexpected(std::move(request).error());
    if (!arguments.saveMapping.empty()) {
        ImportMapping saved = request->mapping;
        saved.name = typed(arguments.saveMapping);
        if (auto done = book.services.imports.saveMapping(book.session, saved); !done)
            return done;
    }
    const auto progress = [&book](const ImportProgress &at) {
        book.output.progress(u"%1: %2 of %3"_s.arg(nameOf(at.phase)).arg(at.done).arg(at.total));
    };
    const auto &imports = book.services.imports;
    const auto outcome = arguments.dryRun ? imports.testRun(book.session, *request, progress)
                                          : imports.run(book.session, *request, progress);
    book.output.endProgress();
    if (!outcome)
        return std::unexpected(outcome.error());
    book.output.result(inWords(*outcome, arguments.dryRun), toJson(*outcome, request->mapping));
    return verdict(*outcome, arguments);
}

template <ImportKind kind>
Result<void> import(const OpenBook &book, const ImportArguments &arguments)
{
    ImportArguments ofKind = arguments;
    ofKind.kind = kind;
    if (arguments.file != "-")
        return importFile(book, ofKind, typed(arguments.file));
    QTemporaryFile file;
    if (auto kept = keepStandardInput(book.session.connection().cancelToken(), file); !kept)
        return kept;
    return importFile(book, ofKind, file.fileName());
}

Result<void> listMappings(const OpenBook &book, const ImportArguments &)
{
    QList<QJsonObject> rows;
    for (const EnumEntry<ImportKind> &kind : enumEntries<ImportKind>()) {
        const auto mappings = book.services.imports.mappings(book.session, kind.value);
        if (!mappings)
            return std::unexpected(mappings.error());
        for (const ImportMapping &mapping : *mappings)
            rows.append(QJsonObject{{u"kind"_s, QString(kind.name)},
                                    {u"name"_s, mapping.name},
                                    {u"comes_with_program"_s, mapping.isShipped}});
    }
    book.output.table({u"kind"_s, u"name"_s, u"comes_with_program"_s}, rows);
    return {};
}

void addFileOptions(CLI::App &command, ImportArguments &arguments)
{
    command.add_option("FILE", arguments.file, "CSV or the like; - is standard input")->required();
    command.add_option("--map", arguments.map,
                       "FIELD=HEADING: take a column for a field; =HEADING leaves it out");
    command.add_option("--set", arguments.set, "FIELD=VALUE: a value that every row has");
    command.add_option("--mapping", arguments.mapping, "A saved mapping, or one that comes with the program");
    command.add_option("--save-mapping", arguments.saveMapping, "Save what the columns are taken for");
    command.add_option("--encoding", arguments.encoding,
                       "utf-8, utf-16le, utf-16be or windows-1252 (told by the file)");
    command.add_option("--delimiter", arguments.delimiter, "comma, semicolon, tab or bar (told by the file)");
    command.add_flag("--no-headings", arguments.noHeadings, "The first row is one like the others");
    command.add_option("--dates", arguments.dates,
                       "year_first, day_first or month_first (told by the values)");
    command.add_option("--decimals", arguments.decimals, "point or comma (told by the values)");
    command.add_option("--existing", arguments.existing, "update, skip or stop (update)");
    command.add_flag("--leave-out-problems", arguments.leaveOutProblems, "Import the other rows");
    command.add_flag("--create-missing", arguments.createMissing, "Create departments, vendors and products");
    command.add_flag("--dry-run", arguments.dryRun, "Only say what it would do");
    command.add_option("--errors", arguments.errors, "The file for the rows with problems");
}

} // namespace

void addImportCommands(CommandLine &line)
{
    const Group<ImportArguments> group(line);
    CLI::App &family = addFamily(line, "import", "Bring members, licences or assignments in from a file",
                                 "import members staff.csv --dry-run");
    addFileOptions(group.add(family, "members", "Members, known by their number or else their e-mail address",
                             "import members users.csv --mapping 'Snipe-IT users' --create-missing",
                             import <ImportKind::Members>),
                   group.arguments());
    addFileOptions(group.add(family, "licenses", "Licences with what was bought, a line for each purchase",
                             "import licenses licences.csv --create-missing --errors problems.csv",
                             import <ImportKind::Licenses>),
                   group.arguments());
    addFileOptions(group.add(family, "assignments", "Assignments, of many licences in one file",
                             "import assignments seats.csv --set license=IDE --dry-run",
                             import <ImportKind::Assignments>),
                   group.arguments());
    group.add(family, "mappings", "What the columns of files can be taken for", "import mappings",
              listMappings);
}

} // namespace seatledger::ctl
