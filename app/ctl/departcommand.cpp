// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/json.h"
#include "app/ctl/lookup.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct DepartArguments {
    std::vector<std::string> members;
    std::string day;
    std::string reason;
    std::string successor;
    std::vector<qint64> give;
    std::vector<qint64> keepSeats;
    std::vector<qint64> takeBack;
    std::string report;
    bool handOver = false;
    bool keep = false;
    bool partial = false;
    bool dryRun = false;
};

Result<void> choose(Departure &departure, const std::vector<qint64> &assignments, SeatFate fate)
{
    for (const qint64 number : assignments) {
        const auto assignment = idOf<AssignmentId>(number, u"an assignment"_s);
        if (!assignment)
            return std::unexpected(assignment.error());
        departure.fates[*assignment] = fate;
    }
    return {};
}

Result<void> chooseFates(Departure &departure, const DepartArguments &arguments)
{
    departure.fate = arguments.handOver ? SeatFate::HandOver
                     : arguments.keep   ? SeatFate::Keep
                                        : SeatFate::TakeBack;
    if (auto chosen = choose(departure, arguments.give, SeatFate::HandOver); !chosen)
        return chosen;
    if (auto chosen = choose(departure, arguments.keepSeats, SeatFate::Keep); !chosen)
        return chosen;
    return choose(departure, arguments.takeBack, SeatFate::TakeBack);
}

Result<Departure> departureOf(const OpenBook &book, const DepartArguments &arguments)
{
    Departure departure{.takesBackRefused = arguments.partial, .reason = typed(arguments.reason)};
    for (const std::string &text : arguments.members) {
        const auto member = memberOf(book, text);
        if (!member)
            return std::unexpected(member.error());
        if (!departure.members.contains(member->id))
            departure.members.append(member->id);
    }
    if (!arguments.successor.empty()) {
        const auto successor = memberOf(book, arguments.successor);
        if (!successor)
            return std::unexpected(successor.error());
        departure.successor = successor->id;
    }
    const auto given = optionalDayOf(arguments.day);
    if (!given)
        return std::unexpected(given.error());
    const auto today = book.services.operations.today(book.session);
    if (!today)
        return std::unexpected(today.error());
    departure.lastDay = given->value_or(*today);
    if (auto chosen = chooseFates(departure, arguments); !chosen)
        return std::unexpected(std::move(chosen).error());
    return departure;
}

QString fateText(const LeaverSeat &seat, const DeparturePlan &plan)
{
    if (seat.refusal)
        return u"not possible: "_s + seat.refusal->sentence();
    if (seat.fate == SeatFate::HandOver)
        return u"goes to "_s + (plan.successor ? plan.successor->name.text() : QString());
    return seat.fate == SeatFate::Keep ? u"kept until "_s + plan.lastDay.toString(Qt::ISODate)
                                       : u"taken back"_s;
}

QString textOf(const DepartureReport &report)
{
    QStringList lines;
    for (const LeaverSeat &seat : report.plan.seats)
        lines.append(u"  %1, %2 (assignment %3): %4"_s
                         .arg(report.plan.nameOf(seat.assignment.member), seat.licenseName)
                         .arg(seat.assignment.id.value())
                         .arg(fateText(seat, report.plan)));
    for (const LeaverThing &license : report.plan.owned)
        lines.append(u"  looks after %1: %2"_s.arg(
            license.name, report.plan.successor ? u"from now on "_s + report.plan.successor->name.text()
                                                : u"nobody from now on"_s));
    if (!report.plan.devices.empty())
        lines.append(u"  devices released: %1"_s.arg(report.plan.devices.size()));
    for (const WaitingRow &row : report.served)
        lines.append(u"  from the waiting list: %1 gets %2"_s.arg(row.memberName, row.licenseName));
    return lines.join(u'\n');
}

QJsonObject jsonOf(const DepartureReport &report)
{
    QJsonArray seats;
    for (const LeaverSeat &seat : report.plan.seats) {
        QJsonObject object{{u"assignment"_s, seat.assignment.id.value()},
                           {u"member"_s, seat.assignment.member.value()},
                           {u"license"_s, seat.licenseName},
                           {u"quantity"_s, seat.assignment.quantity.value()},
                           {u"devices"_s, seat.devices},
                           {u"fate"_s, toText(seat.fate)}};
        if (seat.refusal)
            object.insert(u"refusal"_s, seat.refusal->details());
        seats.append(object);
    }
    QJsonArray owned;
    for (const LeaverThing &license : report.plan.owned)
        owned.append(license.name);
    QJsonArray served;
    for (const WaitingRow &row : report.served)
        served.append(QJsonObject{{u"license"_s, row.licenseName}, {u"member"_s, row.member.value()}});
    return {{u"changed"_s, static_cast<qint64>(report.plan.seats.size())},
            {u"last_day"_s, report.plan.lastDay.toString(Qt::ISODate)},
            {u"seats"_s, seats},
            {u"devices"_s, static_cast<qint64>(report.plan.devices.size())},
            {u"owned"_s, owned},
            {u"served"_s, served},
            {u"applicable"_s, report.plan.isApplicable()}};
}

Result<void> plan(const OpenBook &book, const Departure &departure)
{
    const auto report = book.services.departures.plan(book.session, departure);
    if (!report)
        return std::unexpected(report.error());
    book.output.result(u"Nothing is done yet. It would be:\n"_s + textOf(*report), jsonOf(*report));
    for (const LeaverSeat &seat : report->plan.seats) {
        if (seat.refusal)
            return std::unexpected(seat.refusal->toError());
    }
    return {};
}

TableFormat formatOf(const QString &path)
{
    return fromText<TableFormat>(QFileInfo(path).suffix().toLower()).value_or(TableFormat::Csv);
}

Result<void> depart(const OpenBook &book, const DepartArguments &arguments)
{
    const auto departure = departureOf(book, arguments);
    if (!departure)
        return std::unexpected(departure.error());
    if (arguments.dryRun)
        return plan(book, *departure);
    const auto done = book.services.departures.depart(book.session, *departure);
    if (!done)
        return std::unexpected(done.error());
    const DeparturePlan &plan = done->report.plan;
    QString text = plan.isAhead
                       ? u"Leaving on %1: %2, %3 assignments."_s.arg(plan.lastDay.toString(Qt::ISODate))
                             .arg(plan.people.size())
                             .arg(plan.seats.size())
                       : u"%1 departed, %2 assignments ended."_s
                             .arg(plan.people.size() == 1
                                      ? plan.people.front().name.text()
                                      : QString::number(plan.people.size()) + u" people"_s)
                             .arg(plan.seats.size());
    if (const QString details = textOf(done->report); !details.isEmpty())
        text += u'\n' + details + u'\n';
    book.output.done(text, jsonOf(done->report), done->outcome.operation);
    const QString path = typed(arguments.report);
    return path.isEmpty() ? Result<void>()
                          : DepartureApplicationService::writeFile(done->report, path, formatOf(path));
}

} // namespace

void addDepartCommand(CommandLine &line, CLI::App &family)
{
    const Group<DepartArguments> group(line);
    DepartArguments &arguments = group.arguments();
    CLI::App &command = group.add(
        family, "depart", "People leave: their seats come back, go to a successor or end with the last day",
        "member depart M1 M2 --successor M3 --hand-over --report left.csv", depart);
    command.add_option("MEMBER", arguments.members, "Numbers, e-mail addresses or #ids")->required();
    command.add_option("--day", arguments.day,
                       "The last day (today); one to come is booked by the calendar on the day after");
    command.add_option("--reason", arguments.reason, "Kept with the ended assignments");
    command.add_option("--successor", arguments.successor,
                       "Gets what is handed over, and the licences that they look after");
    auto *handOver = command.add_flag("--hand-over", arguments.handOver, "All seats go to the successor");
    command.add_flag("--keep", arguments.keep, "All seats end with the last day, which is to come")
        ->excludes(handOver);
    command.add_option("--give", arguments.give, "These assignments go to the successor");
    command.add_option("--keep-seat", arguments.keepSeats, "These assignments end with the last day");
    command.add_option("--take-back", arguments.takeBack, "These assignments end today");
    command.add_flag("--partial", arguments.partial, "Take back what the successor cannot have");
    command.add_flag("--dry-run", arguments.dryRun,
                     "Only say what would become of each seat, and who gets what is free");
    command.add_option("--report", arguments.report,
                       "Write what was done into this file, by its ending csv, xlsx or json");
}

} // namespace seatledger::ctl
