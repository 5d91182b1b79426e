// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/entitlementterms.h"
#include "app/ctl/json.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct EntitlementArguments {
    std::string license;
    qint64 entitlement = 0;
    std::string asOf;
    EntitlementTerms terms;
};

void report(const OpenBook &book, const QString &done, const Booked<Entitlement> &booked)
{
    book.output.done(u"%1 entitlement #%2: %3."_s.arg(done)
                         .arg(booked.value.id.value())
                         .arg(booked.value.period.displayText()),
                     toJson(booked.value), booked.operation);
}

Result<Entitlement> entitlementOf(const OpenBook &book, const EntitlementArguments &arguments)
{
    const auto id = idOf<EntitlementId>(arguments.entitlement, u"an entitlement"_s);
    if (!id)
        return std::unexpected(id.error());
    return book.services.licenses.findEntitlement(book.session, *id);
}

Result<EntitlementFields> fieldsOf(const OpenBook &book, const EntitlementDraft &draft,
                                   const EntitlementArguments &arguments)
{
    const auto filled = arguments.terms.over(book, draft);
    if (!filled)
        return std::unexpected(filled.error());
    return filled->create();
}

Result<void> addEntitlement(const OpenBook &book, const EntitlementArguments &arguments)
{
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    if (!arguments.terms.areGiven())
        return failure(ErrorCode::InvalidInput, u"Say how many seats: --seats N or --unlimited."_s);
    const auto fields = fieldsOf(book, EntitlementDraft{.license = license->id}, arguments);
    if (!fields)
        return std::unexpected(fields.error());
    const auto added = book.services.catalogueService.addEntitlement(book.session, *fields);
    if (!added)
        return std::unexpected(added.error());
    report(book, u"Added"_s, *added);
    return {};
}

Result<void> updateEntitlement(const OpenBook &book, const EntitlementArguments &arguments)
{
    auto entitlement = entitlementOf(book, arguments);
    if (!entitlement)
        return std::unexpected(std::move(entitlement).error());
    const auto fields = fieldsOf(book, EntitlementDraft::of(*entitlement), arguments);
    if (!fields)
        return std::unexpected(fields.error());
    static_cast<EntitlementFields &>(*entitlement) = *fields;
    const auto updated = book.services.catalogueService.updateEntitlement(book.session, *entitlement);
    if (!updated)
        return std::unexpected(updated.error());
    report(book, u"Changed"_s, *updated);
    return {};
}

Result<void> renewEntitlement(const OpenBook &book, const EntitlementArguments &arguments)
{
    const auto expiring = entitlementOf(book, arguments);
    if (!expiring)
        return std::unexpected(expiring.error());
    const auto fields = fieldsOf(book, EntitlementDraft::renewalOf(*expiring), arguments);
    if (!fields)
        return std::unexpected(fields.error());
    const auto renewal = book.services.management.renew(book.session, expiring->id, *fields);
    if (!renewal)
        return std::unexpected(renewal.error());
    report(book, u"Renewed by"_s, *renewal);
    return {};
}

Result<void> cancelEntitlement(const OpenBook &book, const EntitlementArguments &arguments)
{
    const auto entitlement = entitlementOf(book, arguments);
    if (!entitlement)
        return std::unexpected(entitlement.error());
    const auto cancelled = book.services.catalogueService.cancelEntitlement(book.session, *entitlement);
    if (!cancelled)
        return std::unexpected(cancelled.error());
    report(book, u"Cancelled"_s, *cancelled);
    return {};
}

Result<void> listEntitlements(const OpenBook &book, const EntitlementArguments &arguments)
{
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    std::optional<QDate> asOf;
    if (auto taken = takeDay(asOf, arguments.asOf); !taken)
        return taken;
    const auto entitlements = book.services.licenses.entitlements(book.session, license->id);
    if (!entitlements)
        return std::unexpected(entitlements.error());
    QList<QJsonObject> rows;
    for (const Entitlement &entitlement : *entitlements) {
        if (!asOf || (!entitlement.isCancelled() && entitlement.period.contains(*asOf)))
            rows.append(toJson(entitlement));
    }
    book.output.table({u"id"_s, u"seats"_s, u"from_day"_s, u"until_day"_s, u"price"_s, u"billing"_s,
                       u"order_number"_s, u"renews"_s, u"cancelled"_s},
                      rows);
    return {};
}

void needLicense(CLI::App &command, EntitlementArguments &arguments)
{
    command.add_option("LICENSE", arguments.license, "Name or id")->required();
}

void needEntitlement(CLI::App &command, EntitlementArguments &arguments)
{
    command.add_option("ENTITLEMENT", arguments.entitlement, "Its id, see entitlement list")->required();
}

} // namespace

void addEntitlementCommands(CommandLine &line)
{
    const Group<EntitlementArguments> group(line);
    EntitlementArguments &arguments = group.arguments();
    CLI::App &renew = group.add(*line.app.get_subcommand("license"), "renew",
                                "Add the entitlement that follows an expiring one; what is not given stays",
                                "license renew 31 --seats 25", renewEntitlement);
    needEntitlement(renew, arguments);
    arguments.terms.addTo(renew);

    CLI::App &family = addFamily(line, "entitlement", "What was bought", "entitlement list \"CAD Team\"");
    CLI::App &added = group.add(family, "add", "Seats of a licence for a time",
                                "entitlement add \"CAD Team\" --seats 5 --from-day 2027-01-01",
                                addEntitlement);
    needLicense(added, arguments);
    arguments.terms.addTo(added);
    CLI::App &list = group.add(family, "list", "All of a licence, newest first", "entitlement list 7",
                               listEntitlements);
    needLicense(list, arguments);
    addAsOf(list, arguments.asOf);
    CLI::App &update = group.add(family, "update",
                                 "Change what is given, leave the rest; refused below what is promised",
                                 "entitlement update 31 --seats 20 --order PO-4711", updateEntitlement);
    needEntitlement(update, arguments);
    arguments.terms.addTo(update);
    needEntitlement(group.add(family, "cancel",
                              "It supplies nothing any more; refused below what is promised",
                              "entitlement cancel 31", cancelEntitlement),
                    arguments);
}

} // namespace seatledger::ctl
