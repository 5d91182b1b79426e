// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/json.h"
#include "app/ctl/lookup.h"
#include "app/ctl/outcome.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct RenewalArguments {
    int days = 90;
    std::vector<qint64> entitlements;
    std::vector<std::string> seats;
    bool suggested = false;
    bool all = false;
    bool dryRun = false;
};

QString moneyText(const std::vector<Money> &amounts)
{
    QStringList texts;
    for (const Money &amount : amounts)
        texts.append(amount.toText() + u' ' + amount.currency().code());
    return texts.isEmpty() ? u"nothing"_s : texts.join(u", "_s);
}

QJsonValue seatsOf(const std::optional<Quantity> &quantity)
{
    return quantity ? QJsonValue(quantity->value()) : QJsonValue(u"unlimited"_s);
}

QJsonObject toJson(const RenewalDue &due)
{
    const auto suggested = due.suggestedSeats();
    const auto &price = due.entitlement.price;
    return {{u"entitlement"_s, due.entitlement.id.value()},
            {u"license"_s, due.licenseName},
            {u"ends"_s, dayOrNull(due.entitlement.period.lastDay())},
            {u"seats"_s, seatsOf(due.entitlement.quantity)},
            {u"held"_s, due.held},
            {u"idle"_s, due.idle},
            {u"waiting"_s, due.waiting},
            {u"other_seats"_s, seatsJson(due.otherSeats)},
            {u"suggested"_s, suggested ? QJsonValue(*suggested) : QJsonValue(u"unlimited"_s)},
            {u"price"_s, price ? price->toText() + u' ' + price->currency().code() : QString()},
            {u"renewed_before"_s, static_cast<qint64>(due.history.size())}};
}

Result<void> listDue(const OpenBook &book, const RenewalArguments &arguments)
{
    const auto due = book.services.renewals.due(book.session, arguments.days);
    if (!due)
        return std::unexpected(due.error());
    QList<QJsonObject> rows;
    for (const RenewalDue &one : *due)
        rows.append(toJson(one));
    book.output.table({u"entitlement"_s, u"license"_s, u"ends"_s, u"seats"_s, u"held"_s, u"idle"_s,
                       u"waiting"_s, u"other_seats"_s, u"suggested"_s, u"price"_s},
                      rows);
    return {};
}

/// "17=25": the seats of one of them.
Result<void> changeSeats(EntitlementFields &fields, const RenewalDue &due, const RenewalArguments &arguments)
{
    for (const std::string &text : arguments.seats) {
        const QString given = typed(text);
        if (given.section(u'=', 0, 0).toLongLong() != due.entitlement.id.value())
            continue;
        const auto quantity = Quantity::create(given.section(u'=', 1).toLongLong());
        if (!quantity)
            return std::unexpected(quantity.error());
        if (fields.price && due.entitlement.quantity && due.entitlement.price) {
            const auto price = due.entitlement.price->share(quantity->value(),
                                                            due.entitlement.quantity->value());
            if (price)
                fields.price = *price;
        }
        fields.quantity = *quantity;
    }
    return {};
}

Result<std::vector<EntitlementFields>> chosen(const std::vector<RenewalDue> &due,
                                              const RenewalArguments &arguments)
{
    std::vector<EntitlementFields> renewals;
    for (const RenewalDue &one : due) {
        const bool isNamed = std::ranges::find(arguments.entitlements, one.entitlement.id.value())
                             != arguments.entitlements.end();
        if (!isNamed && !arguments.all)
            continue;
        EntitlementFields fields = one.suggestion();
        if (!arguments.suggested) {
            fields.quantity = one.entitlement.quantity;
            fields.price = one.entitlement.price;
        }
        if (auto changed = changeSeats(fields, one, arguments); !changed)
            return std::unexpected(std::move(changed).error());
        renewals.push_back(std::move(fields));
    }
    if (renewals.empty())
        return failure(ErrorCode::NotFound,
                       u"None of these is due: see renewal list. Name entitlements, or say --all."_s);
    return renewals;
}

Result<void> renew(const OpenBook &book, const RenewalArguments &arguments)
{
    const auto due = book.services.renewals.due(book.session, arguments.days);
    if (!due)
        return std::unexpected(due.error());
    const auto renewals = chosen(*due, arguments);
    if (!renewals)
        return std::unexpected(renewals.error());
    std::vector<EntitlementFields> before;
    for (const RenewalDue &one : *due) {
        const bool isRenewed = std::ranges::any_of(
            *renewals, [&](const EntitlementFields &fields) { return fields.renews == one.entitlement.id; });
        if (isRenewed)
            before.push_back(one.entitlement);
    }
    const QString cost = u"A month: %1 before, %2 after."_s.arg(moneyText(monthlyCostOf(before)),
                                                                moneyText(monthlyCostOf(*renewals)));
    if (arguments.dryRun) {
        book.output.result(u"%1 would be renewed. "_s.arg(renewals->size()) + cost,
                           {{u"renewals"_s, static_cast<qint64>(renewals->size())},
                            {u"before"_s, moneyText(monthlyCostOf(before))},
                            {u"after"_s, moneyText(monthlyCostOf(*renewals))}});
        return {};
    }
    return reported(book, cost + u" Entitlements renewed:"_s,
                    book.services.renewals.renew(book.session, *renewals));
}

} // namespace

void addRenewalCommands(CommandLine &line)
{
    const Group<RenewalArguments> group(line);
    RenewalArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "renewal", "What ends soon, and renewing it",
                                 "renewal list --days 60");
    CLI::App &list = group.add(family, "list", "What ends, with the seats that are needed from it",
                               "renewal list --days 60", listDue);
    CLI::App &apply = group.add(family, "apply", "Renew entitlements, all of them as one operation",
                                "renewal apply 17 18 --suggested --dry-run", renew);
    for (CLI::App *command : {&list, &apply})
        command->add_option("--days", arguments.days, "What ends within so many days (90)")
            ->check(CLI::Range(0, 36500));
    apply.add_option("ENTITLEMENT", arguments.entitlements, "Ids, see renewal list");
    apply.add_flag("--all", arguments.all, "All that are due");
    apply.add_flag("--suggested", arguments.suggested,
                   "With the seats that are needed and a price in proportion; as before otherwise");
    apply
        .add_option("--seats", arguments.seats,
                    "ENTITLEMENT=SEATS: so many seats for this one; repeat it for more")
        ->allow_extra_args(false);
    apply.add_flag("--dry-run", arguments.dryRun, "Only say what it costs before and after");
}

} // namespace seatledger::ctl
