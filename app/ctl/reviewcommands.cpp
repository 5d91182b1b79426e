// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/exportoutput.h"
#include "app/ctl/json.h"
#include "app/ctl/lookup.h"
#include "app/ctl/outcome.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct ReviewArguments {
    std::string review;
    std::string name;
    std::string department;
    std::string license;
    std::string dueDay;
    std::string note;
    std::vector<qint64> items;
    std::string decision;
    std::string search;
    std::string state;
    std::string output;
    std::string format;
    bool changed = false;
    bool all = false;
    int limit = 100;
};

/// A review by its name or, as #42 or 42, by its id.
Result<ReviewRow> reviewOf(const OpenBook &book, const std::string &text)
{
    const QString wanted = typed(text);
    const auto named = book.services.reviews.findByName(book.session, wanted);
    if (!named)
        return std::unexpected(named.error());
    if (*named)
        return **named;
    const QString number = wanted.startsWith(u'#') ? wanted.mid(1) : wanted;
    if (const auto id = ReviewId::fromValue(number.toLongLong()))
        return book.services.reviews.find(book.session, *id);
    return failure(ErrorCode::NotFound, u"There is no access review “%1”."_s.arg(wanted));
}

QJsonObject toJson(const ReviewRow &row)
{
    return {{u"id"_s, row.review.id.value()},
            {u"name"_s, row.review.name.text()},
            {u"as_of"_s, row.review.asOf.toString(Qt::ISODate)},
            {u"department"_s, row.department},
            {u"license"_s, row.license},
            {u"due_on"_s, dayOrNull(row.review.dueOn)},
            {u"state"_s, toText(row.review.state)},
            {u"items"_s, row.progress.items},
            {u"undecided"_s, row.progress.open},
            {u"keep"_s, row.progress.keep},
            {u"revoke"_s, row.progress.revoke},
            {u"changed"_s, row.progress.changed},
            {u"given_since"_s, row.progress.since}};
}

Result<void> createReview(const OpenBook &book, const ReviewArguments &arguments)
{
    const auto name = Name::create(typed(arguments.name));
    if (!name)
        return std::unexpected(name.error());
    const auto note = Note::create(typed(arguments.note));
    if (!note)
        return std::unexpected(note.error());
    ReviewFields fields{.name = *name, .note = *note};
    if (!arguments.department.empty()) {
        const auto department = departmentOf(book, arguments.department);
        if (!department)
            return std::unexpected(department.error());
        fields.department = department->id;
    }
    if (auto taken = takeLicense(fields.license, book, arguments.license); !taken)
        return std::unexpected(std::move(taken).error());
    const auto due = optionalDayOf(arguments.dueDay);
    if (!due)
        return std::unexpected(due.error());
    fields.dueOn = *due;
    const auto made = book.services.reviewService.create(book.session, fields);
    if (!made)
        return std::unexpected(made.error());
    book.output.done(u"Review %1 begun: %2 seats to decide about."_s.arg(made->value.review.id.value())
                         .arg(made->value.progress.items),
                     toJson(made->value), made->operation);
    return {};
}

Result<void> listReviews(const OpenBook &book, const ReviewArguments &)
{
    const auto reviews = book.services.reviews.list(book.session);
    if (!reviews)
        return std::unexpected(reviews.error());
    QList<QJsonObject> rows;
    for (const ReviewRow &row : *reviews)
        rows.append(toJson(row));
    book.output.table({u"id"_s, u"name"_s, u"as_of"_s, u"due_on"_s, u"state"_s, u"items"_s, u"undecided"_s,
                       u"keep"_s, u"revoke"_s, u"changed"_s},
                      rows);
    return {};
}

ReviewItemFilter filterOf(const ReviewRow &review, const ReviewArguments &arguments)
{
    return {.review = review.review.id,
            .search = typed(arguments.search),
            .decision = fromText<ReviewDecision>(typed(arguments.state)),
            .onlyChanged = arguments.changed};
}

Result<void> showReview(const OpenBook &book, const ReviewArguments &arguments)
{
    const auto review = reviewOf(book, arguments.review);
    if (!review)
        return std::unexpected(review.error());
    const auto page = book.services.reviews.items(book.session, filterOf(*review, arguments), {}, {}, 0,
                                                  arguments.limit);
    if (!page)
        return std::unexpected(page.error());
    QList<QJsonObject> rows;
    for (const ReviewItemRow &row : page->rows) {
        rows.append({{u"item"_s, row.id.value()},
                     {u"member"_s, row.memberName},
                     {u"license"_s, row.licenseName},
                     {u"quantity"_s, row.quantity},
                     {u"decision"_s, toText(row.decision)},
                     {u"reviewer"_s, row.reviewer},
                     {u"change"_s, toText(row.change)},
                     {u"note"_s, row.note}});
    }
    book.output.table(
        {u"item"_s, u"member"_s, u"license"_s, u"quantity"_s, u"decision"_s, u"reviewer"_s, u"change"_s},
        rows);
    return {};
}

/// The lines named one by one, or all that the filter leaves.
Result<QList<ReviewItemId>> chosenItems(const OpenBook &book, const ReviewRow &review,
                                        const ReviewArguments &arguments)
{
    QList<ReviewItemId> items;
    for (const qint64 number : arguments.items) {
        const auto item = idOf<ReviewItemId>(number, u"a seat in a review"_s);
        if (!item)
            return std::unexpected(item.error());
        items.append(*item);
    }
    if (!arguments.all)
        return items;
    PageKey after;
    for (;;) {
        const auto page = book.services.reviews.items(book.session, filterOf(review, arguments), {}, after, 0,
                                                      1000);
        if (!page)
            return std::unexpected(page.error());
        for (const ReviewItemRow &row : page->rows)
            items.append(row.id);
        if (page->rows.size() < 1000)
            return items;
        after = page->last;
    }
}

Result<void> decide(const OpenBook &book, const ReviewArguments &arguments)
{
    const auto review = reviewOf(book, arguments.review);
    if (!review)
        return std::unexpected(review.error());
    const auto items = chosenItems(book, *review, arguments);
    if (!items)
        return std::unexpected(items.error());
    if (items->isEmpty())
        return failure(ErrorCode::InvalidInput, u"Say about which seats: --item, or --all."_s);
    const auto decision = fromText<ReviewDecision>(typed(arguments.decision)).value_or(ReviewDecision::Open);
    return reported(
        book, u"Decided:"_s,
        book.services.reviewService.decide(book.session, {*items, decision, typed(arguments.note)}));
}

Result<void> executeReview(const OpenBook &book, const ReviewArguments &arguments)
{
    const auto review = reviewOf(book, arguments.review);
    if (!review)
        return std::unexpected(review.error());
    return reported(book, u"Assignments revoked:"_s,
                    book.services.reviewService.execute(book.session, review->review.id));
}

Result<void> cancelReview(const OpenBook &book, const ReviewArguments &arguments)
{
    const auto review = reviewOf(book, arguments.review);
    if (!review)
        return std::unexpected(review.error());
    return reported(book, u"Reviews given up:"_s,
                    book.services.reviewService.cancel(book.session, review->review.id));
}

Result<void> reportReview(const OpenBook &book, const ReviewArguments &arguments)
{
    const auto review = reviewOf(book, arguments.review);
    if (!review)
        return std::unexpected(review.error());
    const QString suffix = typed(arguments.output).section(u'.', -1).toLower();
    const auto format = fromText<TableFormat>(arguments.format.empty() ? suffix : typed(arguments.format));
    return writeExport(book, ReviewExport{filterOf(*review, arguments)}, arguments.output,
                       {.format = format.value_or(TableFormat::Csv)});
}

using ReviewGroup = Group<ReviewArguments>;

void needReview(CLI::App &command, ReviewArguments &arguments)
{
    command.add_option("REVIEW", arguments.review, "Name or id")->required();
}

void addFilter(CLI::App &command, ReviewArguments &arguments)
{
    command.add_option("--search", arguments.search, "Words to be found in member or licence");
    command.add_option("--decision", arguments.state, "Only these: open, keep, revoke")
        ->check(CLI::IsMember({"open", "keep", "revoke"}));
    command.add_flag("--changed", arguments.changed, "Only what has changed since");
}

void addDeciding(const ReviewGroup &group, CLI::App &family)
{
    ReviewArguments &arguments = group.arguments();
    CLI::App &decision = group.add(family, "decide", "Say who keeps the seat; nothing is revoked yet",
                                   "review decide \"Spring\" revoke --item 17 --note \"Left the project\"",
                                   decide);
    needReview(decision, arguments);
    decision.add_option("DECISION", arguments.decision, "keep, revoke, or open to take it back")
        ->required()
        ->check(CLI::IsMember({"keep", "revoke", "open"}));
    decision.add_option("--item", arguments.items, "Seats, see review show");
    decision.add_flag("--all", arguments.all, "All that the other options leave, as far as you see them");
    decision.add_option("--note", arguments.note, "Why; kept on record");
    addFilter(decision, arguments);
    needReview(group.add(family, "execute",
                         "Revoke what is to be revoked, as one operation, and close the review",
                         "review execute \"Spring\"", executeReview),
               arguments);
    needReview(group.add(family, "cancel", "Close the review without revoking anything",
                         "review cancel \"Spring\"", cancelReview),
               arguments);
}

} // namespace

void addReviewCommands(CommandLine &line)
{
    const ReviewGroup group(line);
    ReviewArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "review", "Who keeps which seat: access reviews", "review list");
    CLI::App &create = group.add(family, "create", "Write down who holds what now",
                                 "review create \"Spring\" --department Research --due-day 2027-04-01",
                                 createReview);
    create.add_option("NAME", arguments.name, "What to call it")->required();
    create.add_option("--department", arguments.department, "Only people there and below");
    create.add_option("--license", arguments.license, "Only holders of this licence");
    create.add_option("--due-day", arguments.dueDay, "By when everything is to be decided");
    create.add_option("--note", arguments.note, "Free text");
    group.add(family, "list", "The newest first, with how far they are", "review list", listReviews);
    CLI::App &show = group.add(family, "show", "Its seats, and what has changed since",
                               "review show \"Spring\" --decision open", showReview);
    needReview(show, arguments);
    addFilter(show, arguments);
    addLimit(show, arguments.limit);
    addDeciding(group, family);
    CLI::App &report = group.add(family, "report", "Its seats with all decisions, as a file",
                                 "review report \"Spring\" --format xlsx --output spring.xlsx", reportReview);
    needReview(report, arguments);
    addFilter(report, arguments);
    report.add_option("--output", arguments.output, "The file (standard output)");
    report.add_option("--format", arguments.format, "csv, xlsx or json (by the file's ending, else csv)")
        ->check(CLI::IsMember({"csv", "xlsx", "json"}));
}

} // namespace seatledger::ctl
