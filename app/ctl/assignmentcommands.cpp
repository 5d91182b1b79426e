// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/json.h"
#include "app/ctl/outcome.h"
#include "app/ctl/searchargument.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct AssignmentArguments {
    std::vector<qint64> assignments;
    qint64 operation = 0;
    std::string reason;
    bool partial = false;
    bool dryRun = false;
    std::string to;
    std::string fromDay;
    std::string untilDay;
    bool openEnded = false;
    std::optional<std::string> note;
    qint64 quantity = 0;
    bool releaseSeat = false;
    std::string license;
    std::string member;
    std::string search;
    std::string asOf;
    std::vector<std::string> states;
    int limit = 100;
};

/// The assignments named one by one or by the operation that made them.
Result<AssignmentsCommand> chosen(const OpenBook &book, const AssignmentArguments &arguments)
{
    AssignmentsCommand command{.assignments = {},
                               .mode = arguments.partial ? PlanMode::Partial : PlanMode::AllOrNothing,
                               .reason = typed(arguments.reason)};
    for (const qint64 number : arguments.assignments) {
        const auto assignment = idOf<AssignmentId>(number, u"an assignment"_s);
        if (!assignment)
            return std::unexpected(assignment.error());
        command.assignments.append(*assignment);
    }
    if (arguments.operation != 0) {
        const auto operation = idOf<OperationId>(arguments.operation, u"an operation"_s);
        if (!operation)
            return std::unexpected(operation.error());
        const auto made = book.services.assignments.madeBy(book.session, *operation);
        if (!made)
            return std::unexpected(made.error());
        if (made->empty())
            return failure(ErrorCode::NotFound,
                           u"Operation %1 made no assignments."_s.arg(operation->value()));
        std::ranges::transform(*made, std::back_inserter(command.assignments), &Assignment::id);
    }
    if (command.assignments.isEmpty())
        return failure(ErrorCode::InvalidInput, u"Say which: the ids of assignments, or --operation."_s);
    return command;
}

using Management = LicenseManagementApplicationService;

/// Calls `doIt` for what was chosen, or `plan` where it is only to be explained.
template <typename Plan, typename Do, typename... Terms>
Result<void> onChosen(const OpenBook &book, const AssignmentArguments &arguments, const QString &what,
                      Plan Management::*plan, Do Management::*doIt, const Terms &...terms)
{
    const auto command = chosen(book, arguments);
    if (!command)
        return std::unexpected(command.error());
    const Management &management = book.services.management;
    if (arguments.dryRun)
        return reported(book, (management.*plan)(book.session, *command, terms...));
    return reported(book, what, (management.*doIt)(book.session, *command, terms...));
}

Result<void> revoke(const OpenBook &book, const AssignmentArguments &arguments)
{
    return onChosen(book, arguments, u"Assignments revoked:"_s, &Management::planRevoke, &Management::revoke);
}

Result<void> suspend(const OpenBook &book, const AssignmentArguments &arguments)
{
    const auto until = optionalDayOf(arguments.untilDay);
    if (!until)
        return std::unexpected(until.error());
    return onChosen(book, arguments, u"Assignments suspended:"_s, &Management::planSuspend,
                    &Management::suspend,
                    SuspensionTerms{.releaseSeat = arguments.releaseSeat, .until = *until});
}

Result<void> resume(const OpenBook &book, const AssignmentArguments &arguments)
{
    return onChosen(book, arguments, u"Assignments resumed:"_s, &Management::planResume, &Management::resume);
}

Result<void> transfer(const OpenBook &book, const AssignmentArguments &arguments)
{
    const auto to = memberOf(book, arguments.to);
    if (!to)
        return std::unexpected(to.error());
    return onChosen(book, arguments, u"Assignments transferred:"_s, &Management::planTransfer,
                    &Management::transfer, to->id);
}

Result<void> reschedule(const OpenBook &book, const AssignmentArguments &arguments)
{
    const auto first = dayOf(arguments.fromDay);
    if (!first)
        return std::unexpected(first.error());
    const auto last = optionalDayOf(arguments.untilDay);
    if (!last)
        return std::unexpected(last.error());
    const auto period = Period::create(*first, *last);
    if (!period)
        return std::unexpected(period.error());
    return onChosen(book, arguments, u"Assignments with other days:"_s, &Management::planChangePeriod,
                    &Management::changePeriod, *period);
}

Result<void> resize(const OpenBook &book, const AssignmentArguments &arguments)
{
    const auto quantity = Quantity::create(arguments.quantity);
    if (!quantity)
        return failure(ErrorCode::InvalidInput, quantity.error().message, {{u"field"_s, u"quantity"_s}});
    return onChosen(book, arguments, u"Assignments with another number of seats:"_s,
                    &Management::planChangeQuantity, &Management::changeQuantity, *quantity);
}

Result<void> updateAssignments(const OpenBook &book, const AssignmentArguments &arguments)
{
    const auto command = chosen(book, arguments);
    if (!command)
        return std::unexpected(command.error());
    const auto first = optionalDayOf(arguments.fromDay);
    if (!first)
        return std::unexpected(first.error());
    const auto last = optionalDayOf(arguments.untilDay);
    if (!last)
        return std::unexpected(last.error());
    AssignmentEdit edit{.firstDay = *first};
    if (*last || arguments.openEnded)
        edit.lastDay = *last;
    if (arguments.note)
        edit.note = typed(*arguments.note);
    if (arguments.quantity != 0)
        edit.quantity = arguments.quantity;
    EditTargets targets{.mode = command->mode, .reason = command->reason};
    std::ranges::transform(command->assignments, std::back_inserter(targets.ids), &AssignmentId::value);
    const BulkEditApplicationService &edits = book.services.bulkEdits;
    if (arguments.dryRun)
        return reported(book, edits.planAssignments(book.session, targets, edit));
    return reported(book, u"Assignments changed:"_s, edits.editAssignments(book.session, targets, edit));
}

Result<void> undo(const OpenBook &book, const AssignmentArguments &arguments)
{
    const auto operation = idOf<OperationId>(arguments.operation, u"an operation"_s);
    if (!operation)
        return std::unexpected(operation.error());
    const auto undone = book.services.management.undo(book.session, *operation);
    if (!undone)
        return std::unexpected(undone.error());
    book.output.result(
        u"Operation %1 was taken back by operation %2."_s.arg(operation->value()).arg(undone->value()),
        {{u"undone"_s, operation->value()}, {u"operation"_s, undone->value()}});
    return {};
}

Result<AssignmentFilter> filterOf(const OpenBook &book, const AssignmentArguments &arguments)
{
    AssignmentFilter filter;
    if (auto searched = searchInto(filter, book, arguments.search, assignmentSearchGrammar()); !searched)
        return std::unexpected(std::move(searched).error());
    for (const std::string &state : arguments.states)
        filter.states.append(*fromText<AssignmentState>(typed(state)));
    if (auto taken = takeDay(filter.asOf, arguments.asOf); !taken)
        return std::unexpected(std::move(taken).error());
    if (auto taken = takeLicense(filter.license, book, arguments.license); !taken)
        return std::unexpected(std::move(taken).error());
    if (auto taken = takeMember(filter.member, book, arguments.member); !taken)
        return std::unexpected(std::move(taken).error());
    return filter;
}

Result<void> listAssignments(const OpenBook &book, const AssignmentArguments &arguments)
{
    const auto filter = filterOf(book, arguments);
    if (!filter)
        return std::unexpected(filter.error());
    const auto page = book.services.lists.assignments(book.session, *filter,
                                                      {.column = AssignmentSort::Newest, .descending = true},
                                                      {}, 0, arguments.limit);
    if (!page)
        return std::unexpected(page.error());
    QList<QJsonObject> rows;
    for (const AssignmentRow &row : page->rows) {
        rows.append({{u"id"_s, row.id.value()},
                     {u"license"_s, row.licenseName},
                     {u"member"_s, row.memberName},
                     {u"email"_s, row.memberEmail},
                     {u"quantity"_s, row.quantity},
                     {u"from_day"_s, row.period.firstDay().toString(Qt::ISODate)},
                     {u"until_day"_s, dayOrNull(row.period.lastDay())},
                     {u"state"_s, toText(row.state)}});
    }
    book.output.table(
        {u"id"_s, u"license"_s, u"member"_s, u"quantity"_s, u"from_day"_s, u"until_day"_s, u"state"_s}, rows);
    return {};
}

using AssignmentGroup = Group<AssignmentArguments>;

/// A command on assignments that are there.
CLI::App &addOnChosen(const AssignmentGroup &group, CLI::App &app, const char *name, const char *description,
                      const char *example, AssignmentGroup::Run run)
{
    AssignmentArguments &arguments = group.arguments();
    CLI::App &command = group.add(app, name, description, example, run);
    command.add_option("ASSIGNMENT", arguments.assignments, "Ids, see assignment list");
    command.add_option("--operation", arguments.operation, "All that this operation made");
    command.add_flag("--partial", arguments.partial, "Leave out those it is not possible for");
    command.add_option("--reason", arguments.reason, "Why; kept on record");
    command.add_flag("--dry-run", arguments.dryRun, "Only say what would change and what not, and why");
    return command;
}

void addEndings(const AssignmentGroup &group, CLI::App &app)
{
    AssignmentArguments &arguments = group.arguments();
    addOnChosen(group, app, "revoke", "End assignments today; the seats are free again",
                "revoke 17 18 --reason \"Project finished\"", revoke)
        .get_option("--reason")
        ->required();
    CLI::App &pause = addOnChosen(group, app, "suspend", "Pause assignments, the seat kept or released",
                                  "suspend 17 --release-seat --until-day 2027-03-01", suspend);
    pause.add_flag("--release-seat", arguments.releaseSeat, "The seat is free for others meanwhile");
    pause.add_option("--until-day", arguments.untilDay, "The first day they are active again by themselves");
    addOnChosen(group, app, "resume", "Make suspended assignments active; a released seat must be free",
                "resume 17", resume);
}

void addChanges(const AssignmentGroup &group, CLI::App &app)
{
    AssignmentArguments &arguments = group.arguments();
    addOnChosen(group, app, "transfer", "Give seats to somebody else for the rest of their days, in one step",
                "transfer 17 --to bo@example.org", transfer)
        .add_option("--to", arguments.to, "Number or e-mail address")
        ->required();
    CLI::App &days = addOnChosen(group, app, "reschedule", "Give assignments other days",
                                 "reschedule 17 --from-day 2027-01-01 --until-day 2027-06-30", reschedule);
    days.add_option("--from-day", arguments.fromDay, "The first day")->required();
    days.add_option("--until-day", arguments.untilDay, "The last day (until revoked)");
    addOnChosen(group, app, "resize", "Give assignments another number of seats",
                "resize 17 18 --quantity 3 --dry-run", resize)
        .add_option("--quantity", arguments.quantity, "Seats for each")
        ->required();
}

} // namespace

void addAssignmentCommands(CommandLine &line)
{
    const AssignmentGroup group(line);
    AssignmentArguments &arguments = group.arguments();
    addEndings(group, line.app);
    addChanges(group, line.app);
    group.add(line.app, "undo", "Take an operation back as one, or an undo", "undo 42", undo)
        .add_option("OPERATION", arguments.operation, "Its id, as printed when it was done")
        ->required();

    CLI::App &family = addFamily(line, "assignment", "Who holds what",
                                 "assignment list --license \"CAD Team\"");
    CLI::App &update = addOnChosen(
        group, family, "update", "Change only what is given: an end for all, a note",
        "assignment update 17 18 --until-day 2027-06-30 --dry-run", updateAssignments);
    update.add_option("--from-day", arguments.fromDay, "The first day");
    auto *until = update.add_option("--until-day", arguments.untilDay, "The last day");
    update.add_flag("--open-ended", arguments.openEnded, "Until revoked")->excludes(until);
    update.add_option("--note", arguments.note, "Free text");
    update.add_option("--quantity", arguments.quantity, "Seats of each");
    CLI::App &list = group.add(family, "list", "Newest first", "assignment list --member M1 --state active",
                               listAssignments);
    list.add_option("--license", arguments.license, "Only of this licence");
    list.add_option("--member", arguments.member, "Only of this member");
    list.add_option("--search", arguments.search, "Words and fields: ana license:cad until:<2027-01-01");
    list.add_option("--state", arguments.states, "reserved, active, suspended, expired, revoked")
        ->check(CLI::IsMember({"reserved", "active", "suspended", "expired", "revoked"}));
    addAsOf(list, arguments.asOf);
    addLimit(list, arguments.limit);
}

} // namespace seatledger::ctl
