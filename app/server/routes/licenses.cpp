// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/entitytag.h"
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/listsearch.h"
#include "app/server/pages.h"
#include "app/server/routes/routes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr std::array sorts{
    SortName{"name"_L1, LicenseSort::ByName},       SortName{"free"_L1, LicenseSort::ByFree},
    SortName{"held"_L1, LicenseSort::ByHeld},       SortName{"lapse"_L1, LicenseSort::ByLapse},
    SortName{"product"_L1, LicenseSort::ByProduct}, SortName{"term"_L1, LicenseSort::ByTerm},
    SortName{"state"_L1, LicenseSort::ByState},
};

template <typename Number>
QJsonValue numberJson(const std::optional<Number> &number)
{
    return number ? QJsonValue(number->value()) : QJsonValue();
}

QJsonObject toJson(const License &license)
{
    return {{u"id"_s, license.id.value()},
            {u"name"_s, license.name.text()},
            {u"product_id"_s, license.product.value()},
            {u"metric"_s, toText(license.metric)},
            {u"term"_s, toText(license.term)},
            {u"state"_s, toText(license.state)},
            {u"owner_id"_s, idJson(license.owner)},
            {u"overage_percent"_s, license.overage.value()},
            {u"devices_per_seat"_s, license.devicesPerSeat.value()},
            {u"floating_lease_minutes"_s, numberJson(license.floatingLease)},
            {u"expiry_action"_s, toText(license.expiryAction)},
            {u"low_seat_threshold"_s, numberJson(license.lowSeatThreshold)},
            {u"note"_s, license.note.text()},
            {u"version"_s, license.version}};
}

QJsonObject rowJson(const LicenseRow &row)
{
    return {{u"id"_s, row.id.value()},
            {u"name"_s, row.name},
            {u"vendor"_s, row.vendor},
            {u"product"_s, row.product},
            {u"metric"_s, toText(row.metric)},
            {u"term"_s, toText(row.term)},
            {u"state"_s, toText(row.state)},
            {u"capacity"_s, seatsJson(row.capacity)},
            {u"held"_s, row.held},
            {u"promised"_s, row.promised},
            {u"shortage"_s, row.shortage},
            {u"waiting"_s, row.waiting},
            {u"lapses_on"_s, dayJson(row.lapsesOn)},
            {u"version"_s, row.version}};
}

QString addressOf(LicenseId id)
{
    return u"/api/v1/licenses/%1"_s.arg(id.value());
}

/// A licence as it was sent: its product by id, or by the names of vendor and product.
struct SentLicense {
    LicenseDraft draft;
    std::optional<ProductNames> names;
};

std::expected<std::optional<ProductNames>, Problem> readNames(JsonFields &fields)
{
    QString vendor;
    QString product;
    fields.read("vendor", vendor);
    fields.read("product", product);
    if (vendor.isEmpty() && product.isEmpty())
        return std::optional<ProductNames>();
    const auto vendorName = Name::create(vendor);
    const auto productName = Name::create(product);
    if (!vendorName)
        return std::unexpected(Problem::at(u"/vendor"_s, vendorName.error().message));
    if (!productName)
        return std::unexpected(Problem::at(u"/product"_s, productName.error().message));
    return std::optional(ProductNames{*vendorName, *productName});
}

std::expected<SentLicense, Problem> readLicense(const Request &request, LicenseDraft draft)
{
    const auto body = bodyObject(request);
    if (!body)
        return std::unexpected(body.error());
    JsonFields fields(*body);
    fields.read("name", draft.name);
    fields.read("product_id", draft.product);
    fields.read("metric", draft.metric);
    fields.read("term", draft.term);
    fields.read("state", draft.state);
    fields.read("owner_id", draft.owner);
    fields.read("overage_percent", draft.overagePercent);
    fields.read("devices_per_seat", draft.devicesPerSeat);
    fields.read("floating_lease_minutes", draft.floatingLeaseMinutes);
    fields.read("expiry_action", draft.expiryAction);
    fields.read("low_seat_threshold", draft.lowSeatThreshold);
    fields.read("note", draft.note);
    const auto names = readNames(fields);
    if (!names)
        return std::unexpected(names.error());
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    return SentLicense{std::move(draft), *names};
}

Answer listLicenses(const Call &call)
{
    LicenseFilter filter;
    ListOrder<LicenseSort> order;
    QueryFields fields(call.request);
    const PageWish wish = readPage(fields, call.request);
    readSort<LicenseSort>(fields, sorts, order);
    fields.read("state", filter.states);
    fields.read("only_short", filter.onlyShort);
    fields.read("only_awaited", filter.onlyAwaited);
    if (auto read = readSearch(fields, call, licenseSearchGrammar(), filter); !read)
        return std::unexpected(std::move(read).error());
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto page = call.services.lists.licenses(call.session, filter, order, wish.after, 0, wish.limit);
    if (!page)
        return std::unexpected(page.error());
    return pageResponse(call.request, wish, *page, rowJson);
}

Answer showLicense(const Call &call, LicenseId id)
{
    const auto license = call.services.licenses.find(call.session, id);
    if (!license)
        return std::unexpected(license.error());
    return versionedResponse(toJson(*license), license->version);
}

Answer addLicense(const Call &call)
{
    auto sent = readLicense(call.request, {});
    if (!sent)
        return std::unexpected(sent.error());
    const NewLicense license{.license = std::move(sent->draft), .product = std::move(sent->names)};
    const auto added = call.services.catalogueService.addLicense(call.session, license);
    if (!added)
        return std::unexpected(added.error());
    const License &made = added->value;
    return booked(created(versionedResponse(toJson(made), made.version), addressOf(made.id)),
                  added->operation);
}

/// Writes what `draftOf` makes of the licence there is, if that is the version the client has read.
template <typename DraftOf>
Answer changeLicense(const Call &call, LicenseId id, DraftOf draftOf)
{
    const auto version = requiredVersion(call.request);
    if (!version)
        return std::unexpected(version.error());
    const auto current = call.services.licenses.find(call.session, id);
    if (!current)
        return std::unexpected(current.error());
    auto sent = readLicense(call.request, draftOf(*current));
    if (!sent)
        return std::unexpected(sent.error());
    if (sent->names && !sent->draft.product)
        sent->draft.product = current->product; // the names decide
    const auto fields = sent->draft.create();
    if (!fields)
        return std::unexpected(fields.error());
    const auto changed = call.services.catalogueService.updateLicense(
        call.session, License{*fields, id, *version}, sent->names);
    if (!changed)
        return std::unexpected(withPrecondition(changed.error()));
    return booked(versionedResponse(toJson(changed->value), changed->value.version), changed->operation);
}

Answer replaceLicense(const Call &call, LicenseId id)
{
    return changeLicense(call, id, [](const License &) { return LicenseDraft(); });
}

Answer patchLicense(const Call &call, LicenseId id)
{
    return changeLicense(call, id, [](const License &license) { return LicenseDraft::of(license); });
}

} // namespace

void addLicenseRoutes(Router &router)
{
    router.get("/api/v1/licenses", TokenScope::Read, listLicenses);
    router.post("/api/v1/licenses", TokenScope::Catalogue, addLicense).creates();
    router.get("/api/v1/licenses/{id}", TokenScope::Read, showLicense);
    router.put("/api/v1/licenses/{id}", TokenScope::Catalogue, replaceLicense);
    router.patch("/api/v1/licenses/{id}", TokenScope::Catalogue, patchLicense);
}

} // namespace seatledger::server
