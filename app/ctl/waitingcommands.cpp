// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/assignmentterms.h"
#include "app/ctl/commands.h"
#include "app/ctl/json.h"
#include "app/ctl/lookup.h"
#include "app/ctl/outcome.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct WaitingArguments : TermsArguments {
    std::vector<qint64> entries;
    std::string license;
    std::vector<std::string> members;
    std::string member;
    std::string search;
    std::vector<std::string> states;
    std::string reason;
    int limit = 100;
};

Result<WaitingFilter> filterOf(const OpenBook &book, const WaitingArguments &arguments)
{
    WaitingFilter filter{.search = typed(arguments.search)};
    for (const std::string &text : arguments.states)
        filter.states.append(fromText<WaitingState>(typed(text)).value_or(WaitingState::Waiting));
    if (filter.states.isEmpty())
        filter.states = {WaitingState::Waiting};
    if (auto taken = takeLicense(filter.license, book, arguments.license); !taken)
        return std::unexpected(std::move(taken).error());
    if (auto taken = takeMember(filter.member, book, arguments.member); !taken)
        return std::unexpected(std::move(taken).error());
    return filter;
}

Result<void> listWaiting(const OpenBook &book, const WaitingArguments &arguments)
{
    const auto filter = filterOf(book, arguments);
    if (!filter)
        return std::unexpected(filter.error());
    const auto page = book.services.waiting.entries(book.session, *filter, {.column = WaitingSort::ByLicense},
                                                    {}, 0, arguments.limit);
    if (!page)
        return std::unexpected(page.error());
    QList<QJsonObject> rows;
    for (const WaitingRow &row : page->rows) {
        rows.append({{u"id"_s, row.id.value()},
                     {u"license"_s, row.licenseName},
                     {u"place"_s, row.place > 0 ? QJsonValue(row.place) : QJsonValue()},
                     {u"member"_s, row.memberName},
                     {u"email"_s, row.memberEmail},
                     {u"quantity"_s, row.quantity},
                     {u"from_day"_s, row.period.firstDay().toString(Qt::ISODate)},
                     {u"until_day"_s, dayOrNull(row.period.lastDay())},
                     {u"asked_at"_s, row.askedAt.toString(Qt::ISODate)},
                     {u"state"_s, toText(row.state)},
                     {u"assignment"_s, idOrNull(row.assignment)}});
    }
    book.output.table({u"id"_s, u"license"_s, u"place"_s, u"member"_s, u"quantity"_s, u"from_day"_s,
                       u"until_day"_s, u"asked_at"_s, u"state"_s},
                      rows);
    return {};
}

Result<void> addWaiting(const OpenBook &book, const WaitingArguments &arguments)
{
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    QList<MemberId> members;
    for (const std::string &text : arguments.members) {
        const auto member = memberOf(book, text);
        if (!member)
            return std::unexpected(member.error());
        members.append(member->id);
    }
    const auto terms = termsOf(book, arguments);
    if (!terms)
        return std::unexpected(terms.error());
    return reported(book, u"Asked for seats:"_s,
                    book.services.waitingList.add(book.session, {license->id, members, *terms}));
}

Result<void> withdrawWaiting(const OpenBook &book, const WaitingArguments &arguments)
{
    QList<WaitingEntryId> entries;
    for (const qint64 number : arguments.entries) {
        const auto entry = idOf<WaitingEntryId>(number, u"an entry of the waiting list"_s);
        if (!entry)
            return std::unexpected(entry.error());
        entries.append(*entry);
    }
    return reported(book, u"Taken off the waiting list:"_s,
                    book.services.waitingList.withdraw(book.session, entries, typed(arguments.reason)));
}

} // namespace

void addWaitingCommands(CommandLine &line)
{
    const Group<WaitingArguments> group(line);
    WaitingArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "waiting", "Who waits for a seat; the book serves them by itself",
                                 "waiting list --license \"CAD Team\"");
    CLI::App &list = group.add(family, "list", "By licence, who asked first comes first",
                               "waiting list --license \"CAD Team\" --state waiting --state filled",
                               listWaiting);
    list.add_option("--license", arguments.license, "Only for this licence");
    list.add_option("--member", arguments.member, "Only this member");
    list.add_option("--search", arguments.search, "Words to be found in member or licence");
    list.add_option("--state", arguments.states, "waiting (unless said otherwise), filled, withdrawn")
        ->check(CLI::IsMember({"waiting", "filled", "withdrawn"}));
    addLimit(list, arguments.limit);

    CLI::App &add = group.add(family, "add",
                              "Put members on the list; for whom a seat is free gets it at once",
                              "waiting add \"CAD Team\" --member M1 --from-day 2027-01-01", addWaiting);
    add.add_option("LICENSE", arguments.license, "Name or id")->required();
    add.add_option("--member", arguments.members, "Number, e-mail address; repeat it for more")
        ->required()
        ->allow_extra_args(false);
    add.add_option("--quantity", arguments.quantity, "Seats for each, all of them or none (1)");
    add.add_option("--from-day", arguments.fromDay, "The first day wished (today)");
    add.add_option("--until-day", arguments.untilDay, "The last day wished (until revoked)");
    add.add_option("--note", arguments.note, "Free text; goes with the seat");

    CLI::App &withdraw = group.add(family, "withdraw", "Take entries off the list",
                                   "waiting withdraw 3 4 --reason \"Uses another tool\"", withdrawWaiting);
    withdraw.add_option("ENTRY", arguments.entries, "Ids, see waiting list")->required();
    withdraw.add_option("--reason", arguments.reason, "Why; kept on record")->required();
}

} // namespace seatledger::ctl
