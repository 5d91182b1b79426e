// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/assignmentterms.h"
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"
#include "app/ctl/memberfile.h"
#include "app/ctl/outcome.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct AssignArguments : TermsArguments {
    std::string license;
    std::vector<std::string> members;
    std::string department;
    std::string file;
    bool partial = false;
    bool wait = false;
    bool dryRun = false;
};

Result<QList<MemberId>> namedMembers(const OpenBook &book, const AssignArguments &arguments)
{
    QStringList texts;
    std::ranges::transform(arguments.members, std::back_inserter(texts), &typed);
    const auto named = membersNamed(book, texts);
    if (!named)
        return std::unexpected(named.error());
    QList<MemberId> members;
    QStringList unknown;
    for (const NamedMember &member : *named) {
        if (member.member)
            members.append(*member.member);
        else
            unknown.append(member.text);
    }
    if (!unknown.isEmpty())
        return failure(
            ErrorCode::NotFound,
            u"No member has the number, e-mail address or id %1."_s.arg(unknown.mid(0, 10).join(u", "_s)),
            {{u"unknown"_s, QJsonArray::fromStringList(unknown)}});
    return members;
}

Result<QList<MemberId>> membersBelow(const OpenBook &book, const std::string &path)
{
    const auto department = departmentOf(book, path);
    if (!department)
        return std::unexpected(department.error());
    const auto below = book.services.members.inDepartments(book.session, {department->id});
    if (!below)
        return std::unexpected(below.error());
    if (below->empty())
        return failure(ErrorCode::InvalidInput,
                       u"Nobody in %1 or below may hold a seat."_s.arg(department->name.text()));
    return QList<MemberId>(below->begin(), below->end());
}

/// Everybody who was named in any way, each once.
Result<std::vector<MemberId>> pickedMembers(const OpenBook &book, const AssignArguments &arguments)
{
    auto picked = namedMembers(book, arguments);
    if (picked && !arguments.file.empty()) {
        const auto inFile = membersInFile(book, arguments.file);
        if (!inFile)
            return std::unexpected(inFile.error());
        *picked += *inFile;
    }
    if (picked && !arguments.department.empty()) {
        const auto below = membersBelow(book, arguments.department);
        if (!below)
            return std::unexpected(below.error());
        *picked += *below;
    }
    if (!picked)
        return std::unexpected(std::move(picked).error());
    std::vector<MemberId> members;
    QSet<MemberId> seen;
    for (const MemberId member : std::as_const(*picked)) {
        if (!seen.contains(member))
            members.push_back(member);
        seen.insert(member);
    }
    return members;
}

Result<void> assign(const OpenBook &book, const AssignArguments &arguments)
{
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    const auto members = pickedMembers(book, arguments);
    if (!members)
        return std::unexpected(members.error());
    if (members->empty())
        return failure(ErrorCode::InvalidInput, u"Say who: --member, --department or --from."_s);
    const auto terms = termsOf(book, arguments);
    if (!terms)
        return std::unexpected(terms.error());
    const bool partial = arguments.partial || arguments.wait;
    const AssignCommand command{
        .license = license->id,
        .request = {*members, *terms, partial ? PlanMode::Partial : PlanMode::AllOrNothing},
        .wait = arguments.wait};
    if (arguments.dryRun)
        return reported(book, book.services.management.planAssign(book.session, command));
    return reported(book, u"Seats assigned:"_s, book.services.management.assign(book.session, command));
}

} // namespace

void addAssignCommand(CommandLine &line)
{
    const Group<AssignArguments> group(line);
    AssignArguments &arguments = group.arguments();
    CLI::App &command = group.add(
        line.app, "assign", "Give seats of a licence to members, all or nobody",
        "assign \"CAD Team\" --member M1 --member ana@example.org --until-day 2027-06-30", assign);
    command.add_option("LICENSE", arguments.license, "Name or id")->required();
    command.add_option("--member", arguments.members, "Number, e-mail address; repeat it for more")
        ->allow_extra_args(false);
    command.add_option("--department", arguments.department, "Everybody there and below who may hold a seat");
    command.add_option("--from", arguments.file,
                       "A CSV file or plain list with a number or e-mail address in the first column, or in "
                       "the one headed number or email; - reads standard input");
    command.add_option("--quantity", arguments.quantity, "Seats for each (1)");
    command.add_option("--from-day", arguments.fromDay, "The first day (today)");
    command.add_option("--until-day", arguments.untilDay, "The last day (until revoked)");
    command.add_option("--note", arguments.note, "Free text");
    command.add_flag("--dry-run", arguments.dryRun, "Only say who would get a seat and who not, and why");
    command.add_flag("--partial", arguments.partial,
                     "Give seats to those who can have one, leave the others out");
    command.add_flag(
        "--wait", arguments.wait,
        "Give seats to those who can have one; put who gets none for want of a seat on the waiting list");
}

} // namespace seatledger::ctl
