// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/entitytag.h"
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/pages.h"
#include "app/server/routes/routes.h"
#include "core/repositories/entitlementpage.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QJsonObject toJson(const Entitlement &entitlement)
{
    return {{u"id"_s, entitlement.id.value()},
            {u"license_id"_s, entitlement.license.value()},
            {u"quantity"_s, entitlement.quantity ? QJsonValue(entitlement.quantity->value()) : QJsonValue()},
            {u"first_day"_s, dayJson(entitlement.period.firstDay())},
            {u"last_day"_s, dayJson(entitlement.period.lastDay())},
            {u"price"_s, moneyJson(entitlement.price)},
            {u"billing"_s, toText(entitlement.billing)},
            {u"order_number"_s, entitlement.orderNumber.text()},
            {u"supplier"_s, entitlement.supplier.text()},
            {u"renews_id"_s, idJson(entitlement.renews)},
            {u"cancelled_at"_s, instantJson(entitlement.cancelledAt)},
            {u"note"_s, entitlement.note.text()},
            {u"version"_s, entitlement.version}};
}

QString addressOf(EntitlementId id)
{
    return u"/api/v1/entitlements/%1"_s.arg(id.value());
}

/// `{"amount": "1234.50", "currency": "EUR"}` or null.
std::optional<Problem> readPrice(JsonFields &fields, const QJsonObject &body, EntitlementDraft &draft)
{
    QJsonObject price;
    fields.read("price", price);
    if (!fields.has("price"))
        return std::nullopt;
    draft.priceMinor.reset();
    if (body.value("price"_L1).isNull())
        return std::nullopt;
    JsonFields parts(price, u"/price"_s);
    QString amount;
    parts.read("amount", amount);
    parts.read("currency", draft.currency);
    if (auto problem = parts.problem())
        return problem;
    const auto currency = Currency::create(draft.currency);
    if (!currency)
        return Problem::at(u"/price/currency"_s, currency.error().message);
    const auto money = Money::parse(amount, *currency);
    if (!money)
        return Problem::at(u"/price/amount"_s, money.error().message);
    draft.priceMinor = money->minor();
    return std::nullopt;
}

std::expected<EntitlementFields, Problem> readEntitlement(const Request &request, EntitlementDraft draft)
{
    const auto body = bodyObject(request);
    if (!body)
        return std::unexpected(body.error());
    JsonFields fields(*body);
    fields.read("license_id", draft.license);
    fields.read("quantity", draft.quantity);
    fields.read("first_day", draft.firstDay);
    fields.read("last_day", draft.lastDay);
    fields.read("billing", draft.billing);
    fields.read("order_number", draft.orderNumber);
    fields.read("supplier", draft.supplier);
    fields.read("renews_id", draft.renews);
    fields.read("note", draft.note);
    if (auto problem = readPrice(fields, *body, draft))
        return std::unexpected(*std::move(problem));
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    auto entitlement = draft.create();
    if (!entitlement)
        return std::unexpected(std::move(entitlement).error());
    return *std::move(entitlement);
}

Answer answerOf(const Result<Booked<Entitlement>> &done)
{
    if (!done)
        return std::unexpected(withPrecondition(done.error()));
    return booked(versionedResponse(toJson(done->value), done->value.version), done->operation);
}

Answer listEntitlements(const Call &call)
{
    EntitlementFilter filter;
    QueryFields fields(call.request);
    const PageWish wish = readPage(fields, call.request);
    fields.read("q", filter.search);
    fields.read("license_id", filter.license);
    fields.read("with_cancelled", filter.withCancelled);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto page = entitlementPage(call.session, call.services.licenses, filter, wish.after, wish.limit);
    if (!page)
        return std::unexpected(page.error());
    return pageResponse(call.request, wish, *page, toJson);
}

Answer showEntitlement(const Call &call, EntitlementId id)
{
    const auto entitlement = call.services.licenses.findEntitlement(call.session, id);
    if (!entitlement)
        return std::unexpected(entitlement.error());
    return versionedResponse(toJson(*entitlement), entitlement->version);
}

/// What names the entitlement that it renews is booked as its renewal.
Answer addEntitlement(const Call &call)
{
    const auto fields = readEntitlement(call.request, {});
    if (!fields)
        return std::unexpected(fields.error());
    const auto added = fields->renews ? call.services.management.renew(call.session, *fields->renews, *fields)
                                      : call.services.catalogueService.addEntitlement(call.session, *fields);
    auto answer = answerOf(added);
    return answer ? created(*std::move(answer), addressOf(added->value.id)) : answer;
}

/// Writes what `fieldsOf` makes of the entitlement there is, if that is the version the client has read.
template <typename DraftOf>
Answer changeEntitlement(const Call &call, EntitlementId id, DraftOf draftOf)
{
    const auto version = requiredVersion(call.request);
    if (!version)
        return std::unexpected(version.error());
    const auto current = call.services.licenses.findEntitlement(call.session, id);
    if (!current)
        return std::unexpected(current.error());
    const auto fields = readEntitlement(call.request, draftOf(*current));
    if (!fields)
        return std::unexpected(fields.error());
    return answerOf(call.services.catalogueService.updateEntitlement(
        call.session, Entitlement{*fields, id, current->cancelledAt, *version}));
}

Answer replaceEntitlement(const Call &call, EntitlementId id)
{
    return changeEntitlement(call, id, [](const Entitlement &) { return EntitlementDraft(); });
}

Answer patchEntitlement(const Call &call, EntitlementId id)
{
    return changeEntitlement(call, id, [](const Entitlement &it) { return EntitlementDraft::of(it); });
}

/// It supplies nothing from now on; it stays in the book.
Answer cancelEntitlement(const Call &call, EntitlementId id)
{
    const auto version = requiredVersion(call.request);
    if (!version)
        return std::unexpected(version.error());
    auto current = call.services.licenses.findEntitlement(call.session, id);
    if (!current)
        return std::unexpected(current.error());
    current->version = *version;
    return answerOf(call.services.catalogueService.cancelEntitlement(call.session, *current));
}

} // namespace

void addEntitlementRoutes(Router &router)
{
    router.get("/api/v1/entitlements", TokenScope::Read, listEntitlements);
    router.post("/api/v1/entitlements", TokenScope::Catalogue, addEntitlement).creates();
    router.get("/api/v1/entitlements/{id}", TokenScope::Read, showEntitlement);
    router.put("/api/v1/entitlements/{id}", TokenScope::Catalogue, replaceEntitlement);
    router.patch("/api/v1/entitlements/{id}", TokenScope::Catalogue, patchEntitlement);
    router.remove("/api/v1/entitlements/{id}", TokenScope::Catalogue, cancelEntitlement);
}

} // namespace seatledger::server
