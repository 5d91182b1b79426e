// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct LicenseArguments {
    std::string license;
    std::optional<std::string> name;
    std::string vendor;
    std::string product;
    std::optional<std::string> metric;
    std::optional<std::string> term;
    std::optional<std::string> state;
    std::optional<qint64> overage;
    std::optional<std::string> note;
    std::optional<qint64> seats;
    bool unlimited = false;
    std::string fromDay;
    std::string untilDay;
    std::string price;
    std::string currency = "EUR";
    std::string orderNumber;
    qint64 entitlement = 0;
    std::string search;
    bool onlyShort = false;
    int limit = 100;
};

using LicenseAction = Result<void> (*)(Context &, const LicenseArguments &);

QJsonValue dayOrNull(const std::optional<QDate> &day)
{
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject toJson(const License &license)
{
    return {{u"id"_s, license.id.value()},         {u"name"_s, license.name.text()},
            {u"metric"_s, toText(license.metric)}, {u"term"_s, toText(license.term)},
            {u"state"_s, toText(license.state)},   {u"overage_percent"_s, license.overage.value()},
            {u"note"_s, license.note.text()},      {u"version"_s, license.version}};
}

QJsonObject toJson(const Entitlement &entitlement)
{
    return {{u"id"_s, entitlement.id.value()},
            {u"seats"_s,
             entitlement.quantity ? QJsonValue(entitlement.quantity->value()) : QJsonValue(u"unlimited"_s)},
            {u"from_day"_s, entitlement.period.firstDay().toString(Qt::ISODate)},
            {u"until_day"_s, dayOrNull(entitlement.period.lastDay())},
            {u"price"_s, entitlement.price ? QJsonValue(entitlement.price->toText() + u' '
                                                        + entitlement.price->currency().code())
                                           : QJsonValue()},
            {u"order_number"_s, entitlement.orderNumber.text()},
            {u"renews"_s, entitlement.renews ? QJsonValue(entitlement.renews->value()) : QJsonValue()},
            {u"cancelled"_s, entitlement.isCancelled()},
            {u"version"_s, entitlement.version}};
}

Result<void> fillIn(LicenseDraft &draft, const LicenseArguments &arguments)
{
    if (arguments.name)
        draft.name = QString::fromStdString(*arguments.name);
    if (arguments.metric)
        draft.metric = fromText<LicenseMetric>(QString::fromStdString(*arguments.metric))
                           .value_or(draft.metric);
    if (arguments.term)
        draft.term = fromText<LicenseTerm>(QString::fromStdString(*arguments.term)).value_or(draft.term);
    if (arguments.state)
        draft.state = fromText<LicenseState>(QString::fromStdString(*arguments.state)).value_or(draft.state);
    if (arguments.note)
        draft.note = QString::fromStdString(*arguments.note);
    draft.overagePercent = arguments.overage.value_or(draft.overagePercent);
    constexpr qint64 usualLease = 30;
    if (draft.metric != LicenseMetric::Floating)
        draft.floatingLeaseMinutes.reset();
    else if (!draft.floatingLeaseMinutes)
        draft.floatingLeaseMinutes = usualLease;
    return {};
}

/// The terms that were given, over those of the draft.
Result<EntitlementDraft> entitlementDraft(Context &context, EntitlementDraft draft,
                                          const LicenseArguments &arguments)
{
    const auto first = optionalDayOf(arguments.fromDay);
    const auto last = optionalDayOf(arguments.untilDay);
    const auto today = context.services().operations.today(**context.session());
    for (const auto *problem : {first ? nullptr : &first.error(), last ? nullptr : &last.error(),
                                today ? nullptr : &today.error()}) {
        if (problem)
            return std::unexpected(*problem);
    }
    if (arguments.seats || arguments.unlimited)
        draft.quantity = arguments.unlimited ? std::nullopt : arguments.seats;
    if (!draft.firstDay.isValid() || *first)
        draft.firstDay = first->value_or(*today);
    if (*last)
        draft.lastDay = *last;
    if (!arguments.orderNumber.empty())
        draft.orderNumber = QString::fromStdString(arguments.orderNumber);
    if (!arguments.price.empty()) {
        const auto currency = Currency::create(QString::fromStdString(arguments.currency));
        if (!currency)
            return std::unexpected(currency.error());
        const auto price = Money::parse(QString::fromStdString(arguments.price), *currency);
        if (!price)
            return std::unexpected(price.error());
        draft.priceMinor = price->minor();
        draft.currency = currency->code();
    }
    return draft;
}

Result<void> addLicense(Context &context, const LicenseArguments &arguments)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const auto vendor = Name::create(QString::fromStdString(arguments.vendor));
    const auto product = Name::create(
        QString::fromStdString(arguments.product.empty() ? arguments.name.value_or("") : arguments.product));
    if (!vendor || !product)
        return std::unexpected(vendor ? product.error() : vendor.error());
    const auto productId = context.services().catalogueService.productNamed(**session, *vendor, *product);
    if (!productId)
        return std::unexpected(productId.error());
    LicenseDraft draft{.product = *productId};
    if (auto filled = fillIn(draft, arguments); !filled)
        return filled;
    const auto fields = draft.create();
    if (!fields)
        return std::unexpected(fields.error());
    NewLicense license{*fields};
    if (arguments.seats || arguments.unlimited) {
        auto entitlement = entitlementDraft(context, {}, arguments);
        if (!entitlement)
            return std::unexpected(std::move(entitlement).error());
        license.entitlement = *entitlement;
    }
    const auto added = context.services().catalogueService.addLicense(**session, license);
    if (!added)
        return std::unexpected(added.error());
    context.output().result(u"Added licence %1 as #%2."_s.arg(added->name.text()).arg(added->id.value()),
                            toJson(*added));
    return {};
}

Result<void> changeLicense(Context &context, License license, const LicenseArguments &arguments)
{
    LicenseDraft draft = LicenseDraft::of(license);
    if (auto filled = fillIn(draft, arguments); !filled)
        return filled;
    const auto fields = draft.create();
    if (!fields)
        return std::unexpected(fields.error());
    const auto updated = context.services().catalogueService.updateLicense(
        **context.session(), License{*fields, license.id, license.version});
    if (!updated)
        return std::unexpected(updated.error());
    context.output().result(
        u"Licence %1 is %2 now, version %3."_s.arg(updated->name.text(), toText(updated->state))
            .arg(updated->version),
        toJson(*updated));
    return {};
}

Result<void> updateLicense(Context &context, const LicenseArguments &arguments)
{
    const auto license = licenseOf(context, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    return changeLicense(context, *license, arguments);
}

Result<void> retireLicense(Context &context, const LicenseArguments &arguments)
{
    LicenseArguments retired = arguments;
    retired.state = "retired";
    return updateLicense(context, retired);
}

Result<void> listLicenses(Context &context, const LicenseArguments &arguments)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const LicenseFilter filter{
        .search = QString::fromStdString(arguments.search), .states = {}, .onlyShort = arguments.onlyShort};
    const auto page = context.services().lists.licenses(**session, filter, {}, {}, 0, arguments.limit);
    if (!page)
        return std::unexpected(page.error());
    QList<QJsonObject> rows;
    for (const LicenseRow &row : page->rows) {
        const bool unlimited = row.capacity.isUnlimited();
        rows.append(
            {{u"id"_s, row.id.value()},
             {u"name"_s, row.name},
             {u"vendor"_s, row.vendor},
             {u"product"_s, row.product},
             {u"state"_s, toText(row.state)},
             {u"seats"_s, unlimited ? QJsonValue(u"unlimited"_s) : QJsonValue(row.capacity.count())},
             {u"held"_s, row.held},
             {u"free"_s, unlimited ? QJsonValue(u"unlimited"_s)
                                   : QJsonValue(std::max<qint64>(0, row.capacity.count() - row.held))},
             {u"shortage"_s, row.shortage},
             {u"lapses_on"_s, dayOrNull(row.lapsesOn)}});
    }
    context.output().table({u"id"_s, u"name"_s, u"vendor"_s, u"state"_s, u"seats"_s, u"held"_s, u"free"_s,
                            u"shortage"_s, u"lapses_on"_s},
                           rows);
    return {};
}

Result<void> listEntitlements(Context &context, const LicenseArguments &arguments)
{
    const auto license = licenseOf(context, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    const auto entitlements = context.services().licenses.entitlements(**context.session(), license->id);
    if (!entitlements)
        return std::unexpected(entitlements.error());
    QList<QJsonObject> rows;
    for (const Entitlement &entitlement : *entitlements)
        rows.append(toJson(entitlement));
    context.output().table({u"id"_s, u"seats"_s, u"from_day"_s, u"until_day"_s, u"price"_s, u"order_number"_s,
                            u"renews"_s, u"cancelled"_s},
                           rows);
    return {};
}

Result<void> showLicense(Context &context, const LicenseArguments &arguments)
{
    const auto license = licenseOf(context, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    Session &session = **context.session();
    const auto calendar = context.services().licenses.calendar(session, *license);
    if (!calendar)
        return std::unexpected(calendar.error());
    const qint64 held = calendar->demandOn(calendar->today());
    const Seats seats = calendar->supplyOn(calendar->today());
    QString text = u"#%1 %2: %3, %4 seats, %5 held today"_s.arg(license->id.value())
                       .arg(license->name.text(), toText(license->state), seats.displayText())
                       .arg(held);
    QJsonArray shortages;
    for (const SeatShortage &shortage : calendar->shortages(calendar->today())) {
        text += u"\nshort of %1 seats from %2"_s.arg(shortage.seats)
                    .arg(shortage.firstDay.toString(Qt::ISODate));
        if (shortage.lastDay)
            text += u" to "_s + shortage.lastDay->toString(Qt::ISODate);
        shortages.append(QJsonObject{{u"seats"_s, shortage.seats},
                                     {u"from_day"_s, shortage.firstDay.toString(Qt::ISODate)},
                                     {u"until_day"_s, dayOrNull(shortage.lastDay)}});
    }
    QJsonObject object = toJson(*license);
    object.insert(u"seats"_s, seats.isUnlimited() ? QJsonValue(u"unlimited"_s) : QJsonValue(seats.count()));
    object.insert(u"held"_s, held);
    object.insert(u"shortages"_s, shortages);
    context.output().result(text, object);
    return {};
}

void reportEntitlement(Context &context, const QString &done, const Entitlement &entitlement)
{
    context.output().result(u"%1 entitlement #%2: %3."_s.arg(done)
                                .arg(entitlement.id.value())
                                .arg(entitlement.period.displayText()),
                            toJson(entitlement));
}

Result<void> addEntitlement(Context &context, const LicenseArguments &arguments)
{
    const auto license = licenseOf(context, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    if (!arguments.seats && !arguments.unlimited)
        return failure(ErrorCode::InvalidInput, u"Say how many seats: --seats N or --unlimited."_s);
    const auto draft = entitlementDraft(context, EntitlementDraft{.license = license->id}, arguments);
    if (!draft)
        return std::unexpected(draft.error());
    const auto fields = draft->create();
    if (!fields)
        return std::unexpected(fields.error());
    const auto added = context.services().catalogueService.addEntitlement(**context.session(), *fields);
    if (!added)
        return std::unexpected(added.error());
    reportEntitlement(context, u"Added"_s, *added);
    return {};
}

Result<Entitlement> entitlementOf(Context &context, qint64 id)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const auto entitlement = EntitlementId::fromValue(id);
    if (!entitlement)
        return failure(ErrorCode::InvalidInput, u"%1 is not the id of an entitlement."_s.arg(id));
    return context.services().licenses.findEntitlement(**session, *entitlement);
}

Result<void> renewEntitlement(Context &context, const LicenseArguments &arguments)
{
    const auto expiring = entitlementOf(context, arguments.entitlement);
    if (!expiring)
        return std::unexpected(expiring.error());
    const auto draft = entitlementDraft(context, EntitlementDraft::renewalOf(*expiring), arguments);
    if (!draft)
        return std::unexpected(draft.error());
    const auto fields = draft->create();
    if (!fields)
        return std::unexpected(fields.error());
    const auto renewal = context.services().management.renew(**context.session(), expiring->id, *fields);
    if (!renewal)
        return std::unexpected(renewal.error());
    reportEntitlement(context, u"Renewed by"_s, *renewal);
    return {};
}

Result<void> cancelEntitlement(Context &context, const LicenseArguments &arguments)
{
    const auto entitlement = entitlementOf(context, arguments.entitlement);
    if (!entitlement)
        return std::unexpected(entitlement.error());
    const auto cancelled = context.services().catalogueService.cancelEntitlement(**context.session(),
                                                                                 *entitlement);
    if (!cancelled)
        return std::unexpected(cancelled.error());
    reportEntitlement(context, u"Cancelled"_s, *cancelled);
    return {};
}

void addLicenseFields(CLI::App &command, LicenseArguments &arguments)
{
    command.add_option("--name", arguments.name, "Unique, whatever the case");
    command.add_option("--metric", arguments.metric, "What a seat counts")
        ->check(CLI::IsMember({"named_user", "device", "floating", "site"}));
    command.add_option("--term", arguments.term, "perpetual, subscription or trial")
        ->check(CLI::IsMember({"perpetual", "subscription", "trial"}));
    command.add_option("--state", arguments.state, "draft, active or suspended")
        ->check(CLI::IsMember({"draft", "active", "suspended"}));
    command.add_option("--overage", arguments.overage, "Seats allowed above what was bought, in percent");
    command.add_option("--note", arguments.note, "Free text");
}

void addTerms(CLI::App &command, LicenseArguments &arguments)
{
    auto *seats = command.add_option("--seats", arguments.seats, "How many");
    command.add_flag("--unlimited", arguments.unlimited, "As many as wanted")->excludes(seats);
    command.add_option("--from-day", arguments.fromDay, "The first day (today)");
    command.add_option("--until-day", arguments.untilDay, "The last day (none: perpetual)");
    command.add_option("--price", arguments.price, "Of all seats, such as 1200.50");
    command.add_option("--currency", arguments.currency, "ISO 4217 (EUR)");
    command.add_option("--order", arguments.orderNumber, "The purchase order");
}

/// Adds commands that share one set of arguments.
struct Group {
    CommandLine &line;
    CLI::App &parent;
    std::shared_ptr<LicenseArguments> arguments;

    CLI::App &add(const char *name, const char *description, const char *example, LicenseAction action) const
    {
        CLI::App *command = addCommand(parent, name, description, example);
        command->callback([target = &line, shared = arguments, action] {
            target->action = [shared, action](Context &context) { return action(context, *shared); };
        });
        return *command;
    }
};

void needLicense(CLI::App &command, LicenseArguments &arguments)
{
    command.add_option("LICENSE", arguments.license, "Name or id")->required();
}

void needEntitlement(CLI::App &command, LicenseArguments &arguments)
{
    command.add_option("ENTITLEMENT", arguments.entitlement, "Its id, see entitlement list")->required();
}

} // namespace

void addLicenseCommands(CommandLine &line)
{
    auto arguments = std::make_shared<LicenseArguments>();
    CLI::App *licenses = addCommand(line.app, "license", "Pools of seats", "license list --short");
    licenses->require_subcommand(1);
    const Group license{line, *licenses, arguments};
    CLI::App &added = license.add(
        "add", "Add a licence, with what was bought if given",
        "license add --vendor Northwind --product CAD --name \"CAD Team\" --seats 20 --until-day 2027-12-31",
        addLicense);
    added.add_option("--vendor", arguments->vendor, "Who makes it; added if new")->required();
    added.add_option("--product", arguments->product, "What it is; added if new (the name)");
    addLicenseFields(added, *arguments);
    addTerms(added, *arguments);
    CLI::App &list = license.add("list", "By name, with seats held and free", "license list --search cad",
                                 listLicenses);
    list.add_option("--search", arguments->search, "Words to be found in licence, product or vendor");
    list.add_flag("--short", arguments->onlyShort, "Only those with more seats held than there are");
    list.add_option("--limit", arguments->limit, "At most so many (100)")->check(CLI::Range(1, 1000));
    needLicense(
        license.add("show", "One licence, with shortages ahead", "license show \"CAD Team\"", showLicense),
        *arguments);
    CLI::App &update = license.add("update", "Change what is given, leave the rest",
                                   "license update 7 --overage 10", updateLicense);
    needLicense(update, *arguments);
    addLicenseFields(update, *arguments);
    needLicense(license.add("retire", "No longer in use; refused while somebody holds a seat",
                            "license retire 7", retireLicense),
                *arguments);
    CLI::App &renew = license.add("renew",
                                  "Add the entitlement that follows an expiring one; what is not given stays",
                                  "license renew 31 --seats 25", renewEntitlement);
    needEntitlement(renew, *arguments);
    addTerms(renew, *arguments);

    CLI::App *entitlements = addCommand(line.app, "entitlement", "What was bought",
                                        "entitlement list \"CAD Team\"");
    entitlements->require_subcommand(1);
    const Group entitlement{line, *entitlements, arguments};
    CLI::App &buy = entitlement.add("add", "Seats of a licence for a time",
                                    "entitlement add \"CAD Team\" --seats 5 --from-day 2027-01-01",
                                    addEntitlement);
    needLicense(buy, *arguments);
    addTerms(buy, *arguments);
    needLicense(
        entitlement.add("list", "All of a licence, newest first", "entitlement list 7", listEntitlements),
        *arguments);
    needEntitlement(entitlement.add("cancel", "It supplies nothing any more; refused below what is promised",
                                    "entitlement cancel 31", cancelEntitlement),
                    *arguments);
}

} // namespace seatledger::ctl
