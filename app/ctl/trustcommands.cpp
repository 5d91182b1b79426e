// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct AuditArguments {
    std::string member;
    std::string license;
    qint64 assignment = 0;
    qint64 operation = 0;
    int limit = 50;
};

Result<void> runDoctor(const OpenBook &book, const AuditArguments &)
{
    const auto report = book.services.doctor.examine(book.session);
    if (!report)
        return std::unexpected(report.error());
    QJsonArray findings;
    QString text = u"%1 checks made, %2 differences found."_s.arg(report->checks.size())
                       .arg(report->findings.size());
    for (const DoctorFinding &finding : report->findings) {
        text += u"\n  %1: %2: expected %3, found %4"_s.arg(finding.check, finding.subject, finding.expected,
                                                           finding.found);
        findings.append(QJsonObject{{u"check"_s, finding.check},
                                    {u"subject"_s, finding.subject},
                                    {u"expected"_s, finding.expected},
                                    {u"found"_s, finding.found}});
    }
    QStringList checks(report->checks.begin(), report->checks.end());
    book.output.result(text, {{u"checks"_s, QJsonArray::fromStringList(checks)},
                              {u"findings"_s, findings},
                              {u"clean"_s, report->isClean()}});
    if (!report->isClean())
        return failure(ErrorCode::RuleBroken, u"The book does not add up."_s,
                       {{u"findings"_s, qint64(report->findings.size())}});
    return {};
}

Result<AuditFilter> filterOf(const OpenBook &book, const AuditArguments &arguments)
{
    AuditFilter filter{.member = {},
                       .license = {},
                       .assignment = AssignmentId::fromValue(arguments.assignment),
                       .operation = OperationId::fromValue(arguments.operation),
                       .actor = {},
                       .beforeStatement = {}};
    if (!arguments.member.empty()) {
        const auto member = memberOf(book, arguments.member);
        if (!member)
            return std::unexpected(member.error());
        filter.member = member->id;
    }
    if (!arguments.license.empty()) {
        const auto license = licenseOf(book, arguments.license);
        if (!license)
            return std::unexpected(license.error());
        filter.license = license->id;
    }
    return filter;
}

Result<void> listAudit(const OpenBook &book, const AuditArguments &arguments)
{
    const auto filter = filterOf(book, arguments);
    if (!filter)
        return std::unexpected(filter.error());
    const auto entries = book.services.audit.list(book.session, *filter, arguments.limit);
    if (!entries)
        return std::unexpected(entries.error());
    QList<QJsonObject> rows;
    for (const AuditEntry &entry : *entries) {
        rows.append({{u"at"_s, entry.at.toString(Qt::ISODate)},
                     {u"operation"_s, entry.operation.value()},
                     {u"actor"_s, entry.actor},
                     {u"source"_s, entry.source},
                     {u"summary"_s, entry.summary},
                     {u"action"_s, entry.action},
                     {u"entity"_s, u"%1 %2"_s.arg(entry.entity).arg(entry.entityId)},
                     {u"before"_s, entry.before},
                     {u"after"_s, entry.after}});
    }
    book.output.table(
        {u"at"_s, u"operation"_s, u"actor"_s, u"source"_s, u"action"_s, u"entity"_s, u"summary"_s}, rows);
    return {};
}

Result<void> verifyAudit(const OpenBook &book, const AuditArguments &)
{
    const auto verdict = book.services.audit.verify(book.session, [&book](qint64 done, qint64 all) {
        book.output.progress(u"%1 of %2 links"_s.arg(done).arg(all));
    });
    book.output.endProgress();
    if (!verdict)
        return std::unexpected(verdict.error());
    const QString head = QString::fromLatin1(verdict->head.toHex());
    QJsonObject object{{u"links"_s, verdict->links},
                       {u"events"_s, verdict->events},
                       {u"head"_s, head},
                       {u"intact"_s, !verdict->firstBadPosition}};
    if (verdict->firstBadPosition) {
        object.insert(u"first_bad_link"_s, *verdict->firstBadPosition);
        return failure(
            ErrorCode::RuleBroken,
            u"The audit is damaged at link %1: %2"_s.arg(*verdict->firstBadPosition).arg(verdict->problem),
            object);
    }
    book.output.result(
        u"%1 links and %2 events are intact. Head %3"_s.arg(verdict->links).arg(verdict->events).arg(head),
        object);
    return {};
}

Result<void> fillSample(const OpenBook &book, const SampleSize &size)
{
    const auto outcome = book.services.sample.fill(book.session, size, [&book](qint64 done, qint64 all) {
        book.output.progress(u"%1 of %2 rows"_s.arg(done).arg(all));
    });
    book.output.endProgress();
    if (!outcome)
        return std::unexpected(outcome.error());
    book.output.result(
        u"Filled in %1 members, %2 licences with %3 entitlements, %4 assignments."_s.arg(outcome->members)
            .arg(outcome->licenses)
            .arg(outcome->entitlements)
            .arg(outcome->assignments),
        {{u"members"_s, outcome->members},
         {u"licenses"_s, outcome->licenses},
         {u"entitlements"_s, outcome->entitlements},
         {u"assignments"_s, outcome->assignments}});
    return {};
}

Result<void> advance(Context &context)
{
    // Opening the session has booked what was due.
    if (auto session = context.session(); !session)
        return std::unexpected(std::move(session).error());
    context.output().result(u"Everything that was due is booked: %1 rows."_s.arg(context.advanced()),
                            {{u"changed"_s, context.advanced()}});
    return {};
}

void addAudit(CommandLine &line)
{
    const Group<AuditArguments> group(line);
    AuditArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "audit", "Who did what, and whether the record is intact",
                                 "audit list --license \"CAD Team\"");
    CLI::App &list = group.add(family, "list", "Newest first", "audit list --member M1 --limit 20",
                               listAudit);
    list.add_option("--member", arguments.member, "Everything about this member");
    list.add_option("--license", arguments.license, "Everything about this licence");
    list.add_option("--assignment", arguments.assignment, "Everything about this assignment");
    list.add_option("--operation", arguments.operation, "Everything of this operation");
    addLimit(list, arguments.limit);
    group.add(family, "verify", "Recompute the whole chain and name the first bad link", "audit verify",
              verifyAudit);
}

void addSample(CommandLine &line)
{
    const Group<SampleSize> group(line);
    SampleSize &size = group.arguments();
    CLI::App &sample = group.add(
        line.app, "sample", "Fill an empty book with believable data; the same seed gives the same rows",
        "sample --members 200 --licenses 60 --assignments 1500 --seed 7", fillSample);
    sample.add_option("--members", size.members, "People (200)");
    sample.add_option("--licenses", size.licenses, "Licences (60)");
    sample.add_option("--assignments", size.assignments, "Assignments (1500)");
    sample.add_option("--seed", size.seed, "Which of the samples (1)");
}

} // namespace

void addTrustCommands(CommandLine &line)
{
    addAudit(line);
    Group<AuditArguments>(line).add(line.app, "doctor",
                                    "Recount every counter and rule and name each difference",
                                    "doctor --json", runDoctor);
    addCommand(line.app, "advance", "Book what is due: starts, ends, timed suspensions, supply", "advance")
        .callback([&line] { line.action = advance; });
    addSample(line);
}

} // namespace seatledger::ctl
