// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

#include <QFile>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct AssignmentArguments {
    std::string license;
    std::vector<std::string> members;
    std::string department;
    std::string file;
    std::vector<qint64> assignments;
    qint64 operation = 0;
    std::string to;
    std::string reason;
    std::string fromDay;
    std::string untilDay;
    std::string resumeDay;
    std::string note;
    std::string search;
    std::vector<std::string> states;
    qint64 quantity = 1;
    int limit = 100;
    bool partial = false;
    bool dryRun = false;
    bool releaseSeat = false;

    [[nodiscard]] PlanMode mode() const { return partial ? PlanMode::Partial : PlanMode::AllOrNothing; }
};

using AssignmentAction = Result<void> (*)(Context &, const AssignmentArguments &);

/// One number or address a line, or the first column of a CSV file; a heading is passed over.
Result<QStringList> textsFrom(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!(path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
        return failure(ErrorCode::NotFound,
                       u"%1 cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
    QStringList texts;
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        if (texts.isEmpty() && line.startsWith("\xEF\xBB\xBF"))
            line.remove(0, 3);
        const QString cell =
            QString::fromUtf8(line).section(u',', 0, 0).section(u';', 0, 0).remove(u'"').trimmed();
        const bool isHeading = texts.isEmpty()
                               && QStringList{u"number"_s, u"email"_s, u"member"_s}.contains(cell.toLower());
        if (!cell.isEmpty() && !isHeading)
            texts.append(cell);
    }
    return texts;
}

Result<QList<MemberId>> pickedMembers(Context &context, const AssignmentArguments &arguments)
{
    QStringList texts;
    for (const std::string &member : arguments.members)
        texts.append(QString::fromStdString(member));
    if (!arguments.file.empty()) {
        const auto read = textsFrom(arguments.file);
        if (!read)
            return std::unexpected(read.error());
        texts += *read;
    }
    auto members = membersOf(context, texts);
    if (!members || arguments.department.empty())
        return members;
    Session &session = **context.session();
    const auto department = context.services().catalogue.departmentByPath(
        session, QString::fromStdString(arguments.department));
    if (!department)
        return std::unexpected(department.error());
    const auto below = context.services().members.inDepartments(session, {department->id});
    if (!below)
        return std::unexpected(below.error());
    members->append(QList<MemberId>(below->begin(), below->end()));
    return members;
}

Result<AssignmentTerms> termsOf(Context &context, const AssignmentArguments &arguments)
{
    const auto first = optionalDayOf(arguments.fromDay);
    if (!first)
        return std::unexpected(first.error());
    const auto last = optionalDayOf(arguments.untilDay);
    if (!last)
        return std::unexpected(last.error());
    const auto today = context.services().operations.today(**context.session());
    if (!today)
        return std::unexpected(today.error());
    return AssignmentDraft{.quantity = arguments.quantity,
                           .firstDay = first->value_or(*today),
                           .lastDay = *last,
                           .note = QString::fromStdString(arguments.note)}
        .create();
}

QJsonObject refusalJson(MemberId member, const std::optional<AssignmentId> &assignment,
                        const Refusal &refusal)
{
    QJsonObject object = refusal.details();
    object.insert(u"member"_s, member.value());
    if (assignment)
        object.insert(u"assignment"_s, assignment->value());
    object.insert(u"message"_s, refusal.sentence());
    return object;
}

void reportPlan(Context &context, const AssignmentPlan &plan)
{
    QString text = u"%1 would get a seat, %2 would not; seats left: %3."_s.arg(plan.grantedCount())
                       .arg(plan.refusedCount())
                       .arg(plan.seatsLeft.displayText());
    QJsonArray refused;
    for (const PlanItem &item : plan.items) {
        if (item.isGranted())
            continue;
        text += u"\n  member #%1: %2"_s.arg(item.member().value()).arg(item.refusal->sentence());
        refused.append(refusalJson(item.member(), std::nullopt, *item.refusal));
    }
    context.output().result(text, {{u"granted"_s, plan.grantedCount()},
                                   {u"refused"_s, refused},
                                   {u"applicable"_s, plan.isApplicable()}});
}

void reportOutcome(Context &context, const QString &what, const OperationOutcome &outcome)
{
    QString text =
        u"%1 %2. Take it back with: undo %3"_s.arg(what).arg(outcome.changed).arg(outcome.operation.value());
    QJsonArray leftOut;
    for (const LeftOut &left : outcome.leftOut) {
        text += u"\n  left out member #%1: %2"_s.arg(left.member.value()).arg(left.refusal.sentence());
        leftOut.append(refusalJson(left.member, left.assignment, left.refusal));
    }
    context.output().result(text, {{u"operation"_s, outcome.operation.value()},
                                   {u"changed"_s, outcome.changed},
                                   {u"left_out"_s, leftOut}});
}

Result<void> reported(Context &context, const QString &what, const Result<OperationOutcome> &outcome)
{
    if (!outcome)
        return std::unexpected(outcome.error());
    reportOutcome(context, what, *outcome);
    return {};
}

Result<void> assign(Context &context, const AssignmentArguments &arguments)
{
    const auto license = licenseOf(context, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    const auto members = pickedMembers(context, arguments);
    if (!members)
        return std::unexpected(members.error());
    if (members->isEmpty())
        return failure(ErrorCode::InvalidInput, u"Say who: --member, --department or --from."_s);
    const auto terms = termsOf(context, arguments);
    if (!terms)
        return std::unexpected(terms.error());
    const AssignCommand command{license->id, {{members->begin(), members->end()}, *terms, arguments.mode()}};
    Session &session = **context.session();
    if (!arguments.dryRun)
        return reported(context, u"Seats assigned:"_s,
                        context.services().management.assign(session, command));
    const auto plan = context.services().management.planAssign(session, command);
    if (!plan)
        return std::unexpected(plan.error());
    reportPlan(context, *plan);
    return plan->verdict();
}

/// The assignments named one by one or by the operation that made them.
Result<AssignmentsCommand> chosen(Context &context, const AssignmentArguments &arguments)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    AssignmentsCommand command{
        .assignments = {}, .mode = arguments.mode(), .reason = QString::fromStdString(arguments.reason)};
    for (qint64 id : arguments.assignments) {
        const auto assignment = assignmentOf(id);
        if (!assignment)
            return std::unexpected(assignment.error());
        command.assignments.append(*assignment);
    }
    if (const auto operation = OperationId::fromValue(arguments.operation)) {
        const auto made = context.services().assignments.madeBy(**session, *operation);
        if (!made)
            return std::unexpected(made.error());
        for (const Assignment &assignment : *made)
            command.assignments.append(assignment.id);
    }
    if (command.assignments.isEmpty())
        return failure(ErrorCode::InvalidInput, u"Say which: the ids of assignments, or --operation."_s);
    return command;
}

Result<void> revoke(Context &context, const AssignmentArguments &arguments)
{
    const auto command = chosen(context, arguments);
    if (!command)
        return std::unexpected(command.error());
    return reported(context, u"Assignments revoked:"_s,
                    context.services().management.revoke(**context.session(), *command));
}

Result<void> suspend(Context &context, const AssignmentArguments &arguments)
{
    const auto until = optionalDayOf(arguments.resumeDay);
    if (!until)
        return std::unexpected(until.error());
    const auto command = chosen(context, arguments);
    if (!command)
        return std::unexpected(command.error());
    return reported(
        context, u"Assignments suspended:"_s,
        context.services().management.suspend(**context.session(), *command,
                                              {.releaseSeat = arguments.releaseSeat, .until = *until}));
}

Result<void> resume(Context &context, const AssignmentArguments &arguments)
{
    const auto command = chosen(context, arguments);
    if (!command)
        return std::unexpected(command.error());
    return reported(context, u"Assignments resumed:"_s,
                    context.services().management.resume(**context.session(), *command));
}

Result<void> transfer(Context &context, const AssignmentArguments &arguments)
{
    const auto command = chosen(context, arguments);
    if (!command)
        return std::unexpected(command.error());
    const auto to = memberOf(context, arguments.to);
    if (!to)
        return std::unexpected(to.error());
    return reported(context, u"Assignments transferred:"_s,
                    context.services().management.transfer(**context.session(), *command, to->id));
}

Result<void> reschedule(Context &context, const AssignmentArguments &arguments)
{
    const auto command = chosen(context, arguments);
    if (!command)
        return std::unexpected(command.error());
    const auto first = dayOf(arguments.fromDay);
    if (!first)
        return std::unexpected(first.error());
    const auto last = optionalDayOf(arguments.untilDay);
    if (!last)
        return std::unexpected(last.error());
    const auto period = Period::create(*first, *last);
    if (!period)
        return std::unexpected(period.error());
    return reported(context, u"Assignments with other days:"_s,
                    context.services().management.changePeriod(**context.session(), *command, *period));
}

Result<void> undo(Context &context, const AssignmentArguments &arguments)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const auto operation = OperationId::fromValue(arguments.operation);
    if (!operation)
        return failure(ErrorCode::InvalidInput,
                       u"%1 is not the id of an operation."_s.arg(arguments.operation));
    const auto undone = context.services().management.undo(**session, *operation);
    if (!undone)
        return std::unexpected(undone.error());
    context.output().result(
        u"Operation %1 was taken back by operation %2."_s.arg(operation->value()).arg(undone->value()),
        {{u"undone"_s, operation->value()}, {u"operation"_s, undone->value()}});
    return {};
}

Result<void> listAssignments(Context &context, const AssignmentArguments &arguments)
{
    AssignmentFilter filter{
        .search = QString::fromStdString(arguments.search), .states = {}, .license = {}, .member = {}};
    for (const std::string &state : arguments.states)
        filter.states.append(*fromText<AssignmentState>(QString::fromStdString(state)));
    if (!arguments.license.empty()) {
        const auto license = licenseOf(context, arguments.license);
        if (!license)
            return std::unexpected(license.error());
        filter.license = license->id;
    }
    if (!arguments.to.empty()) {
        const auto member = memberOf(context, arguments.to);
        if (!member)
            return std::unexpected(member.error());
        filter.member = member->id;
    }
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const auto page = context.services().lists.assignments(
        **session, filter, {.column = AssignmentSort::Newest, .descending = true}, {}, 0, arguments.limit);
    if (!page)
        return std::unexpected(page.error());
    QList<QJsonObject> rows;
    for (const AssignmentRow &row : page->rows) {
        const auto last = row.period.lastDay();
        rows.append({{u"id"_s, row.id.value()},
                     {u"license"_s, row.licenseName},
                     {u"member"_s, row.memberName},
                     {u"email"_s, row.memberEmail},
                     {u"quantity"_s, row.quantity},
                     {u"from_day"_s, row.period.firstDay().toString(Qt::ISODate)},
                     {u"until_day"_s, last ? QJsonValue(last->toString(Qt::ISODate)) : QJsonValue()},
                     {u"state"_s, toText(row.state)}});
    }
    context.output().table(
        {u"id"_s, u"license"_s, u"member"_s, u"quantity"_s, u"from_day"_s, u"until_day"_s, u"state"_s}, rows);
    return {};
}

struct Group {
    CommandLine &line;
    std::shared_ptr<AssignmentArguments> arguments;

    CLI::App &add(CLI::App &parent, const char *name, const char *description, const char *example,
                  AssignmentAction action) const
    {
        CLI::App *command = addCommand(parent, name, description, example);
        command->callback([target = &line, shared = arguments, action] {
            target->action = [shared, action](Context &context) { return action(context, *shared); };
        });
        return *command;
    }

    /// A command on assignments that are there.
    CLI::App &addOnChosen(const char *name, const char *description, const char *example,
                          AssignmentAction action) const
    {
        CLI::App &command = add(line.app, name, description, example, action);
        command.add_option("ASSIGNMENT", arguments->assignments, "Ids, see assignment list");
        command.add_option("--operation", arguments->operation, "All that this operation made");
        command.add_flag("--partial", arguments->partial, "Leave out those it is not possible for");
        command.add_option("--reason", arguments->reason, "Why; kept on record");
        return command;
    }
};

void addAssign(const Group &group)
{
    AssignmentArguments &arguments = *group.arguments;
    CLI::App &command = group.add(
        group.line.app, "assign", "Give seats of a licence to members, all or nobody",
        "assign \"CAD Team\" --member M1 --member ana@example.org --until-day 2027-06-30", assign);
    command.add_option("LICENSE", arguments.license, "Name or id")->required();
    command.add_option("--member", arguments.members, "Number, e-mail address; repeat it for more")
        ->allow_extra_args(false);
    command.add_option("--department", arguments.department, "Everybody there and below who may hold a seat");
    command.add_option(
        "--from", arguments.file,
        "A file with a number or e-mail address in each line or first column; - reads standard input");
    command.add_option("--quantity", arguments.quantity, "Seats for each (1)");
    command.add_option("--from-day", arguments.fromDay, "The first day (today)");
    command.add_option("--until-day", arguments.untilDay, "The last day (until revoked)");
    command.add_option("--note", arguments.note, "Free text");
    command.add_flag("--dry-run", arguments.dryRun, "Only say who would get a seat and who not, and why");
    command.add_flag("--partial", arguments.partial,
                     "Give seats to those who can have one, leave the others out");
}

} // namespace

void addAssignmentCommands(CommandLine &line)
{
    const Group group{line, std::make_shared<AssignmentArguments>()};
    AssignmentArguments &arguments = *group.arguments;
    addAssign(group);
    group
        .addOnChosen("revoke", "End assignments today; the seats are free again",
                     "revoke 17 18 --reason \"Project finished\"", revoke)
        .get_option("--reason")
        ->required();
    CLI::App &pause = group.addOnChosen("suspend", "Pause assignments, the seat kept or released",
                                        "suspend 17 --release-seat --until-day 2027-03-01", suspend);
    pause.add_flag("--release-seat", arguments.releaseSeat, "The seat is free for others meanwhile");
    pause.add_option("--until-day", arguments.resumeDay, "The first day they are active again by themselves");
    group.addOnChosen("resume", "Make suspended assignments active; a released seat must be free",
                      "resume 17", resume);
    group
        .addOnChosen("transfer", "Give seats to somebody else for the rest of their days, in one step",
                     "transfer 17 --to bo@example.org", transfer)
        .add_option("--to", arguments.to, "Number or e-mail address")
        ->required();
    CLI::App &days = group.addOnChosen("reschedule", "Give assignments other days",
                                       "reschedule 17 --from-day 2027-01-01 --until-day 2027-06-30",
                                       reschedule);
    days.add_option("--from-day", arguments.fromDay, "The first day")->required();
    days.add_option("--until-day", arguments.untilDay, "The last day (until revoked)");
    group.add(line.app, "undo", "Take an operation back as one, or an undo", "undo 42", undo)
        .add_option("OPERATION", arguments.operation, "Its id, as printed when it was done")
        ->required();

    CLI::App *assignments = addCommand(line.app, "assignment", "Who holds what",
                                       "assignment list --license \"CAD Team\"");
    assignments->require_subcommand(1);
    CLI::App &list = group.add(*assignments, "list", "Newest first",
                               "assignment list --member M1 --state active", listAssignments);
    list.add_option("--license", arguments.license, "Only of this licence");
    list.add_option("--member", arguments.to, "Only of this member");
    list.add_option("--search", arguments.search, "Words to be found in member or licence");
    list.add_option("--state", arguments.states, "reserved, active, suspended, expired, revoked")
        ->check(CLI::IsMember({"reserved", "active", "suspended", "expired", "revoked"}));
    list.add_option("--limit", arguments.limit, "At most so many (100)")->check(CLI::Range(1, 1000));
}

} // namespace seatledger::ctl
