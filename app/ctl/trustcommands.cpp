// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "core/services/sampleoperators.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct NoArguments {};

Result<void> runDoctor(const OpenBook &book, const NoArguments &)
{
    const auto report = book.services.monitoring.runDoctor(
        book.session, [&book](int done, int all, const QString &check) {
            book.output.progress(u"check %1 of %2: %3"_s.arg(done + 1).arg(all).arg(check));
        });
    book.output.endProgress();
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

struct SampleArguments {
    SampleSize size;
    bool operators = false;
};

Result<SampleWithOperators> filled(const OpenBook &book, const SampleArguments &wanted)
{
    const auto tell = [&book](qint64 done, qint64 all) {
        book.output.progress(u"%1 of %2 rows"_s.arg(done).arg(all));
    };
    if (wanted.operators)
        return fillSampleWithOperators(book.session, wanted.size, tell);
    const auto plain = book.services.sample.fill(book.session, wanted.size, tell);
    if (!plain)
        return std::unexpected(plain.error());
    return SampleWithOperators{*plain};
}

Result<void> fillSample(const OpenBook &book, const SampleArguments &wanted)
{
    const auto all = filled(book, wanted);
    book.output.endProgress();
    if (!all)
        return std::unexpected(all.error());
    const SampleOutcome *outcome = &all->rows;
    book.output.result(
        u"Filled in %1 members with %5 devices, %2 licences with %3 entitlements, %4 assignments with %6 "
        "activations, %7 operators without passwords."_s.arg(outcome->members)
            .arg(outcome->licenses)
            .arg(outcome->entitlements)
            .arg(outcome->assignments)
            .arg(outcome->devices)
            .arg(outcome->activations)
            .arg(all->operators),
        {{u"members"_s, outcome->members},
         {u"licenses"_s, outcome->licenses},
         {u"entitlements"_s, outcome->entitlements},
         {u"assignments"_s, outcome->assignments},
         {u"devices"_s, outcome->devices},
         {u"activations"_s, outcome->activations},
         {u"operators"_s, all->operators}});
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

void addSample(CommandLine &line)
{
    const auto wanted = std::make_shared<SampleArguments>();
    SampleSize *size = &wanted->size;
    CLI::App &sample = addCommand(
        line.app, "sample", "Fill an empty book with believable data; the same seed gives the same rows",
        "sample --members 200 --licenses 60 --assignments 1500 --seed 7");
    sample.add_option("--members", size->members, "People (200)");
    sample.add_option("--licenses", size->licenses, "Licences (60)");
    sample.add_option("--assignments", size->assignments, "Assignments (1500)");
    sample.add_option("--seed", size->seed, "Which of the samples (1)");
    sample.add_flag("--operators", wanted->operators,
                    "Some of the people are operators, without passwords; always so in a private workspace, "
                    "as logins are those of the whole server");
    sample.callback([&line, wanted] {
        line.action = [wanted](Context &context) -> Result<void> {
            // the logins of a private workspace are nobody else's
            wanted->operators = wanted->operators || context.workspace().has_value();
            const auto book = context.book();
            return book ? fillSample(*book, *wanted) : std::unexpected(book.error());
        };
    });
}

} // namespace

void addTrustCommands(CommandLine &line)
{
    Group<NoArguments>(line).add(line.app, "doctor",
                                 "Recount every counter and rule and name each difference", "doctor --json",
                                 runDoctor);
    addCommand(line.app, "advance", "Book what is due: starts, ends, timed suspensions, supply", "advance")
        .callback([&line] { line.action = advance; });
    addSample(line);
}

} // namespace seatledger::ctl
