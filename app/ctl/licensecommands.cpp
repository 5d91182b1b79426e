// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/entitlementterms.h"
#include "app/ctl/json.h"
#include "app/ctl/outcome.h"
#include "app/ctl/searchargument.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct LicenseArguments {
    std::string license;
    std::vector<std::string> licenses;
    bool partial = false;
    bool dryRun = false;
    std::optional<std::string> name;
    std::string vendor;
    std::string product;
    std::optional<std::string> metric;
    std::optional<std::string> term;
    std::optional<std::string> state;
    std::string owner;
    bool noOwner = false;
    std::optional<qint64> overage;
    std::optional<qint64> devices;
    std::optional<qint64> lease;
    std::optional<std::string> expiry;
    std::optional<qint64> threshold;
    std::optional<std::string> leads;
    std::optional<std::string> note;
    EntitlementTerms bought;
    std::string search;
    std::string asOf;
    bool onlyShort = false;
    int limit = 100;
};

template <typename E>
void set(E &field, const std::optional<std::string> &given)
{
    if (given)
        field = fromText<E>(typed(*given)).value_or(field);
}

void set(QString &field, const std::optional<std::string> &given)
{
    if (given)
        field = typed(*given);
}

void fillInLease(LicenseDraft &draft, const LicenseArguments &arguments)
{
    constexpr qint64 usualLease = 30;
    const bool isFloating = draft.metric == LicenseMetric::Floating;
    if (arguments.lease)
        draft.floatingLeaseMinutes = arguments.lease;
    else if (!isFloating)
        draft.floatingLeaseMinutes.reset();
    else if (!draft.floatingLeaseMinutes)
        draft.floatingLeaseMinutes = usualLease;
}

Result<void> fillInLeads(LicenseDraft &draft, const LicenseArguments &arguments)
{
    if (!arguments.leads)
        return {};
    draft.leadDays.reset();
    if (*arguments.leads == "default")
        return {};
    auto leads = leadDaysFrom(typed(*arguments.leads));
    if (!leads)
        return std::unexpected(std::move(leads).error());
    draft.leadDays = *std::move(leads);
    return {};
}

/// What was given, over what the draft has.
Result<void> fillIn(const OpenBook &book, LicenseDraft &draft, const LicenseArguments &arguments)
{
    set(draft.name, arguments.name);
    set(draft.metric, arguments.metric);
    set(draft.term, arguments.term);
    set(draft.state, arguments.state);
    set(draft.expiryAction, arguments.expiry);
    set(draft.note, arguments.note);
    draft.overagePercent = arguments.overage.value_or(draft.overagePercent);
    draft.devicesPerSeat = arguments.devices.value_or(draft.devicesPerSeat);
    if (arguments.threshold)
        draft.lowSeatThreshold = *arguments.threshold > 0 ? arguments.threshold : std::nullopt;
    fillInLease(draft, arguments);
    if (auto filled = fillInLeads(draft, arguments); !filled)
        return filled;
    if (arguments.noOwner)
        draft.owner.reset();
    if (arguments.owner.empty())
        return {};
    const auto owner = memberOf(book, arguments.owner);
    if (!owner)
        return std::unexpected(owner.error());
    draft.owner = owner->id;
    return {};
}

/// None if neither was given; a product without a name of its own is called as the licence.
Result<std::optional<ProductNames>> productOf(const LicenseArguments &arguments, const QString &licenseName)
{
    if (arguments.vendor.empty() && arguments.product.empty())
        return std::optional<ProductNames>();
    const auto vendor = Name::create(typed(arguments.vendor));
    if (!vendor)
        return failure(ErrorCode::InvalidInput, vendor.error().message, {{u"field"_s, u"vendor"_s}});
    const auto product = Name::create(arguments.product.empty() ? licenseName : typed(arguments.product));
    if (!product)
        return failure(ErrorCode::InvalidInput, product.error().message, {{u"field"_s, u"product"_s}});
    return std::optional(ProductNames{*vendor, *product});
}

Result<void> addLicense(const OpenBook &book, const LicenseArguments &arguments)
{
    NewLicense license;
    if (auto filled = fillIn(book, license.license, arguments); !filled)
        return filled;
    auto product = productOf(arguments, license.license.name);
    if (!product)
        return std::unexpected(std::move(product).error());
    license.product = *std::move(product);
    if (arguments.bought.areGiven()) {
        auto entitlement = arguments.bought.over(book, {});
        if (!entitlement)
            return std::unexpected(std::move(entitlement).error());
        license.entitlement = *std::move(entitlement);
    }
    const auto added = book.services.catalogueService.addLicense(book.session, license);
    if (!added)
        return std::unexpected(added.error());
    book.output.done(u"Added licence %1 as #%2."_s.arg(added->value.name.text()).arg(added->value.id.value()),
                     toJson(added->value), added->operation);
    return {};
}

/// What was given, for each of several; InvalidInput for what is one licence's own.
Result<LicenseEdit> editOf(const OpenBook &book, const LicenseArguments &arguments)
{
    if (!arguments.vendor.empty() || arguments.metric || arguments.term || arguments.lease || arguments.leads)
        return failure(
            ErrorCode::InvalidInput,
            u"Product, metric, term, lease and lead times are changed of one licence at a time, without "
            "--dry-run."_s);
    LicenseEdit edit{.overagePercent = arguments.overage, .devicesPerSeat = arguments.devices};
    const auto text = [](const std::string &given) { return typed(given); };
    edit.name = arguments.name.transform(text);
    edit.note = arguments.note.transform(text);
    if (arguments.state)
        edit.state = fromText<LicenseState>(typed(*arguments.state));
    if (arguments.expiry)
        edit.expiryAction = fromText<ExpiryAction>(typed(*arguments.expiry));
    if (arguments.threshold)
        edit.lowSeatThreshold = *arguments.threshold > 0 ? arguments.threshold : std::nullopt;
    std::optional<MemberId> owner;
    if (auto found = takeMember(owner, book, arguments.owner); !found)
        return std::unexpected(std::move(found).error());
    if (owner || arguments.noOwner)
        edit.owner = owner;
    return edit;
}

Result<void> updateLicenses(const OpenBook &book, const LicenseArguments &arguments)
{
    EditTargets targets{.mode = arguments.partial ? PlanMode::Partial : PlanMode::AllOrNothing};
    for (const std::string &text : arguments.licenses) {
        const auto license = licenseOf(book, text);
        if (!license)
            return std::unexpected(license.error());
        targets.ids.append(license->id.value());
    }
    const auto edit = editOf(book, arguments);
    if (!edit)
        return std::unexpected(edit.error());
    const BulkEditApplicationService &edits = book.services.bulkEdits;
    if (arguments.dryRun)
        return reported(book, edits.planLicenses(book.session, targets, *edit));
    return reported(book, u"Licences changed:"_s, edits.editLicenses(book.session, targets, *edit));
}

Result<void> updateLicense(const OpenBook &book, const LicenseArguments &arguments)
{
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    LicenseDraft draft = LicenseDraft::of(*license);
    if (auto filled = fillIn(book, draft, arguments); !filled)
        return filled;
    const auto fields = draft.create();
    if (!fields)
        return std::unexpected(fields.error());
    const auto product = productOf(arguments, draft.name);
    if (!product)
        return std::unexpected(product.error());
    const auto updated = book.services.catalogueService.updateLicense(
        book.session, License{*fields, license->id, license->version}, *product);
    if (!updated)
        return std::unexpected(updated.error());
    book.output.done(
        u"Licence %1 is %2 now, version %3."_s.arg(updated->value.name.text(), toText(updated->value.state))
            .arg(updated->value.version),
        toJson(updated->value), updated->operation);
    return {};
}

Result<void> updateOneOrMany(const OpenBook &book, const LicenseArguments &arguments)
{
    if (arguments.licenses.size() > 1 || arguments.dryRun)
        return updateLicenses(book, arguments);
    LicenseArguments one = arguments;
    one.license = arguments.licenses.front();
    return updateLicense(book, one);
}

Result<void> retireLicense(const OpenBook &book, const LicenseArguments &arguments)
{
    LicenseArguments retired = arguments;
    retired.state = "retired";
    return updateLicense(book, retired);
}

Result<void> listLicenses(const OpenBook &book, const LicenseArguments &arguments)
{
    LicenseFilter filter{.onlyShort = arguments.onlyShort};
    if (auto searched = searchInto(filter, book, arguments.search, licenseSearchGrammar()); !searched)
        return searched;
    if (auto taken = takeDay(filter.asOf, arguments.asOf); !taken)
        return taken;
    const auto page = book.services.lists.licenses(book.session, filter, {}, {}, 0, arguments.limit);
    if (!page)
        return std::unexpected(page.error());
    QList<QJsonObject> rows;
    for (const LicenseRow &row : page->rows) {
        const Seats free = row.capacity.isUnlimited()
                               ? row.capacity
                               : Seats(std::max<qint64>(0, row.capacity.count() - row.held));
        rows.append({{u"id"_s, row.id.value()},
                     {u"name"_s, row.name},
                     {u"vendor"_s, row.vendor},
                     {u"product"_s, row.product},
                     {u"state"_s, toText(row.state)},
                     {u"seats"_s, seatsJson(row.capacity)},
                     {u"held"_s, row.held},
                     {u"free"_s, seatsJson(free)},
                     {u"shortage"_s, row.shortage},
                     {u"lapses_on"_s, dayOrNull(row.lapsesOn)}});
    }
    book.output.table({u"id"_s, u"name"_s, u"vendor"_s, u"state"_s, u"seats"_s, u"held"_s, u"free"_s,
                       u"shortage"_s, u"lapses_on"_s},
                      rows);
    return {};
}

QString shortageLine(const SeatShortage &shortage)
{
    const QString until = shortage.lastDay ? u" to "_s + shortage.lastDay->toString(Qt::ISODate) : QString();
    return u"\nshort of %1 seats from %2%3"_s.arg(shortage.seats)
        .arg(shortage.firstDay.toString(Qt::ISODate), until);
}

Result<void> showLicense(const OpenBook &book, const LicenseArguments &arguments)
{
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    const auto calendar = book.services.licenses.calendar(book.session, *license);
    if (!calendar)
        return std::unexpected(calendar.error());
    const qint64 held = calendar->demandOn(calendar->today());
    const Seats seats = calendar->supplyOn(calendar->today());
    QString text = u"#%1 %2: %3, %4 seats, %5 held today"_s.arg(license->id.value())
                       .arg(license->name.text(), toText(license->state), seats.displayText())
                       .arg(held);
    QJsonArray shortages;
    for (const SeatShortage &shortage : calendar->shortages(calendar->today())) {
        text += shortageLine(shortage);
        shortages.append(QJsonObject{{u"seats"_s, shortage.seats},
                                     {u"from_day"_s, shortage.firstDay.toString(Qt::ISODate)},
                                     {u"until_day"_s, dayOrNull(shortage.lastDay)}});
    }
    QJsonObject object = toJson(*license);
    object.insert(u"seats"_s, seatsJson(seats));
    object.insert(u"held"_s, held);
    object.insert(u"shortages"_s, shortages);
    book.output.result(text, object);
    return {};
}

void addFields(CLI::App &command, LicenseArguments &arguments)
{
    command.add_option("--name", arguments.name, "Unique, whatever the case");
    auto *vendor = command.add_option("--vendor", arguments.vendor, "Who makes it; added if new");
    command.add_option("--product", arguments.product, "What it is; added if new (the name)")->needs(vendor);
    command.add_option("--metric", arguments.metric, "What a seat counts")
        ->check(CLI::IsMember({"named_user", "device", "floating", "site"}));
    command.add_option("--term", arguments.term, "perpetual, subscription or trial")
        ->check(CLI::IsMember({"perpetual", "subscription", "trial"}));
    command.add_option("--state", arguments.state, "draft, active or suspended")
        ->check(CLI::IsMember({"draft", "active", "suspended"}));
    auto *owner = command.add_option("--owner", arguments.owner, "Who looks after it: a member");
    command.add_flag("--no-owner", arguments.noOwner, "Nobody does")->excludes(owner);
    command.add_option("--overage", arguments.overage, "Seats allowed above what was bought, in percent");
    command.add_option("--devices-per-seat", arguments.devices, "How many devices one seat may run on");
    command.add_option("--lease-minutes", arguments.lease, "When a floating seat that is silent comes back");
    command.add_option("--on-expiry", arguments.expiry, "What becomes of its seats: keep, suspend or revoke")
        ->check(CLI::IsMember({"keep", "suspend", "revoke"}));
    command.add_option("--warn-below", arguments.threshold, "Warn when fewer seats are free (0: never)");
    command.add_option("--lead-times", arguments.leads,
                       "Days ahead that its end is told: 120,60,14; default: as in the settings");
    command.add_option("--note", arguments.note, "Free text");
}

void needLicense(CLI::App &command, LicenseArguments &arguments)
{
    command.add_option("LICENSE", arguments.license, "Name or id")->required();
}

} // namespace

void addLicenseCommands(CommandLine &line)
{
    const Group<LicenseArguments> group(line);
    LicenseArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "license", "Pools of seats", "license list --short");
    CLI::App &added = group.add(
        family, "add", "Add a licence, with what was bought if given",
        "license add --vendor Northwind --product CAD --name \"CAD Team\" --seats 20 --until-day 2027-12-31",
        addLicense);
    addFields(added, arguments);
    added.get_option("--vendor")->required();
    added.get_option("--name")->required();
    arguments.bought.addTo(added);
    CLI::App &list = group.add(family, "list", "By name, with seats held and free",
                               "license list --search cad", listLicenses);
    list.add_option("--search", arguments.search, "Words and fields: cad vendor:JetBrains free<5");
    list.add_flag("--short", arguments.onlyShort, "Only those with more seats held than there are");
    addAsOf(list, arguments.asOf);
    addLimit(list, arguments.limit);
    needLicense(group.add(family, "show", "One licence, with shortages ahead", "license show \"CAD Team\"",
                          showLicense),
                arguments);
    CLI::App &update = group.add(family, "update", "Change what is given, leave the rest; of several as one",
                                 "license update 7 8 --overage 10 --dry-run", updateOneOrMany);
    update.add_option("LICENSE", arguments.licenses, "Names or ids")->required();
    addFields(update, arguments);
    update.add_flag("--partial", arguments.partial, "Of several: leave out those it is not possible for");
    update.add_flag("--dry-run", arguments.dryRun, "Only say what would change, from what to what");
    needLicense(group.add(family, "retire", "No longer in use; refused while somebody holds a seat",
                          "license retire 7", retireLicense),
                arguments);
    addOwnLicenseCommands(line, family);
}

} // namespace seatledger::ctl
