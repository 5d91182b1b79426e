// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "core/db/addresspassword.h"
#include "core/services/language.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <string_view>

namespace {

using namespace seatledger::ctl;

constexpr auto footer =
    "Exit codes: 0 done, 1 refused by a rule, 2 wrong usage or not found, 3 database out of reach, "
    "4 forbidden, 5 conflict, 70 a defect, 130 interrupted.\n"
    "`seatledgerctl COMMAND --help` shows an example of each command.";

void addGlobalOptions(CLI::App &app, GlobalOptions &options)
{
    auto *database = app.add_option("--database", options.database,
                                    "The book on a server, as a URI that psql takes");
    app.add_option("--workspace", options.workspace, "The book of a private workspace, by name or folder")
        ->excludes(database);
    app.add_option(
        "--as", options.actor,
        "For the owner of a private workspace: act as this operator for real, so that the "
        "operator's own permissions decide. A name that is no operator only signs for what is done; "
        "the login stays on record beside it");
    app.add_flag("--json", options.json, "Print JSON, errors too");
    app.set_version_flag("--version", SEATLEDGER_VERSION);
}

/// Help and version are no errors. `--json` may stand behind what was not understood.
int wrongUsage(const CLI::App &app, const CLI::ParseError &error, int argc, char **argv)
{
    const bool wantsJson = std::any_of(argv, argv + argc,
                                       [](const char *text) { return std::string_view(text) == "--json"; });
    if (error.get_exit_code() == 0 || !wantsJson)
        return app.exit(error) == 0 ? Done : WrongUsage;
    return Output(true).error({seatledger::ErrorCode::InvalidInput, QString::fromUtf8(error.what()), {}});
}

/// What is no UTF-8 would come into the book as something else than was typed.
void requireUtf8(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (!QByteArrayView(argv[i]).isValidUtf8())
            throw CLI::ValidationError("argument " + std::to_string(i), "is not UTF-8");
    }
}

int run(Context &context, const Action &action)
{
    const auto done = action(context);
    const auto written = context.output().finish();
    if (!done && !Output::readerHasLeft()) {
        auto error = seatledger::inWords(done.error());
        // Whoever asked for the end need not hear how the server says it.
        if (error.code == seatledger::ErrorCode::Cancelled && context.cancelToken().isCancelled())
            error.message.clear();
        return context.output().error(error);
    }
    return written ? context.exitCode() : context.output().error(written.error());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("seatledgerctl"));
    // What standard error says is for people and scripts; QT_LOGGING_RULES brings the log back.
    QLoggingCategory::setFilterRules(QStringLiteral("seatledger.*.info=false"));
    // Scripts read what the command prints, so it speaks English whatever the desktop does.
    seatledger::useLanguage(QLocale::c());

    CLI::App app("The book of an organisation's software licences, from the command line.", "seatledgerctl");
    GlobalOptions options;
    addGlobalOptions(app, options);
    app.require_subcommand(0, 1); // a second one would be a word that is spelled like one
    app.fallthrough();
    app.footer(footer);
    CommandLine line{app};
    addWorkspaceCommands(line);
    addDepartmentCommands(line);
    addMemberCommands(line);
    addLicenseCommands(line);
    addEntitlementCommands(line);
    addKeyCommands(line);
    addDeviceCommands(line);
    addLicenseFileCommands(line);
    addAssignCommand(line);
    addAssignmentCommands(line);
    addWaitingCommands(line);
    addReviewCommands(line);
    addRenewalCommands(line);
    addExportCommands(line);
    addImportCommands(line);
    addReportCommand(line);
    addAuditCommands(line);
    addOperatorCommands(line);
    addTokenCommands(line);
    addFeatureCommands(line);
    addCanCommand(line);
    addRateCommands(line);
    addNotifyCommands(line);
    addTrustCommands(line);
    addBackupCommands(line);
    addStatusCommand(line);
    addFindCommand(line);
    addHistoryCommand(line);
    addViewCommands(line);
    try {
        requireUtf8(argc, argv);
        app.parse(argc, argv);
        if (!line.action) // asked here, for CLI11 would say this of a misspelled one, too
            throw CLI::RequiredError("A subcommand");
    } catch (const CLI::ParseError &error) {
        return wrongUsage(app, error, argc, argv);
    }
    seatledger::hidePasswords(argc, argv);
    Context context(options);
    return run(context, line.action);
}
