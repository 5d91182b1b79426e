// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct FindArguments {
    std::string text;
    int limit = 10;
};

Result<void> find(const OpenBook &book, const FindArguments &arguments)
{
    const auto found = book.services.finder.find(book.session, typed(arguments.text), arguments.limit);
    if (!found)
        return std::unexpected(found.error());
    QList<QJsonObject> rows;
    for (const FoundMember &member : found->members)
        rows.append({{u"kind"_s, u"member"_s},
                     {u"id"_s, member.id.value()},
                     {u"name"_s, member.name},
                     {u"detail"_s, member.number + u" · "_s + member.email}});
    for (const FoundLicense &license : found->licenses)
        rows.append({{u"kind"_s, u"license"_s},
                     {u"id"_s, license.id.value()},
                     {u"name"_s, license.name},
                     {u"detail"_s, license.product}});
    book.output.table({u"kind"_s, u"id"_s, u"name"_s, u"detail"_s}, rows);
    return {};
}

} // namespace

void addFindCommand(CommandLine &line)
{
    const Group<FindArguments> group(line);
    FindArguments &arguments = group.arguments();
    CLI::App &command = group.add(line.app, "find", "People and licences by a few letters", "find kov", find);
    command.add_option("TEXT", arguments.text, "Of a name, a number, an address")->required();
    addLimit(command, arguments.limit);
}

} // namespace seatledger::ctl
