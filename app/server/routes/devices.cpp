// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/entitytag.h"
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/pages.h"
#include "app/server/routes/routes.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QJsonObject toJson(const Device &device)
{
    return {{u"id"_s, device.id.value()},
            {u"fingerprint"_s, device.fingerprint.text()},
            {u"name"_s, device.name.text()},
            {u"platform"_s, textJson(device.platform.text())},
            {u"member_id"_s, idJson(device.member)},
            {u"retired_on"_s, dayJson(device.retiredOn)},
            {u"live"_s, device.live},
            {u"last_seen_at"_s, instantJson(device.lastSeenAt)},
            {u"version"_s, device.version}};
}

enum class Whose { Own, Anybodys };

Answer listOf(const Call &call, Whose whose)
{
    DeviceFilter filter;
    filter.onlyOwn = whose == Whose::Own;
    QueryFields fields(call.request);
    const PageWish wish = readPage(fields, call.request);
    fields.read("q", filter.search);
    fields.read("retired", filter.withRetired);
    if (whose == Whose::Anybodys)
        fields.read("member_id", filter.member);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    filter.limit = wish.limit;
    if (!wish.after.isEmpty())
        filter.after = DeviceId::fromValue(wish.after.first().toLongLong());
    const auto devices = call.services.devices.list(call.session, filter);
    if (!devices)
        return std::unexpected(devices.error());
    QJsonArray items;
    for (const Device &device : *devices)
        items.append(toJson(device));
    const PageKey last = devices->empty() ? PageKey{} : PageKey{QString::number(devices->back().id.value())};
    return pageResponse(call.request, wish, items, last);
}

/// A device, if it is among those that the route is about: others are not there.
Result<Device> found(const Call &call, DeviceId id, Whose whose)
{
    auto device = call.services.devices.find(call.session, id);
    const bool isForeign = device && whose == Whose::Own
                           && (!device->member || device->member != call.caller.member);
    if (isForeign)
        return failure(ErrorCode::NotFound, u"There is no such device."_s);
    return device;
}

Answer show(const Call &call, DeviceId id, Whose whose)
{
    const auto device = found(call, id, whose);
    if (!device)
        return std::unexpected(device.error());
    return versionedResponse(toJson(*device), device->version);
}

Answer answerTo(const Result<Booked<Device>> &changed)
{
    if (!changed)
        return std::unexpected(withPrecondition(changed.error()));
    return booked(versionedResponse(toJson(changed->value), changed->value.version), changed->operation);
}

Answer rename(const Call &call, DeviceId id, Whose whose)
{
    const auto version = requiredVersion(call.request);
    if (!version)
        return std::unexpected(version.error());
    const auto body = bodyObject(call.request);
    if (!body)
        return std::unexpected(body.error());
    const auto device = found(call, id, whose);
    if (!device)
        return std::unexpected(device.error());
    QString text = device->name.text();
    JsonFields fields(*body);
    fields.read("name", text);
    const auto name = Name::create(text);
    if (!name)
        fields.refuse(u"name"_s, name.error().message);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    return answerTo(call.services.userLicenses.rename(call.session, id, *name, *version));
}

Answer retire(const Call &call, DeviceId id, Whose whose)
{
    const auto version = requiredVersion(call.request);
    if (!version)
        return std::unexpected(version.error());
    if (const auto device = found(call, id, whose); !device)
        return std::unexpected(device.error());
    return answerTo(call.services.userLicenses.retire(call.session, id, *version));
}

template <Whose whose>
Answer listDevices(const Call &call)
{
    return listOf(call, whose);
}
template <Whose whose>
Answer showDevice(const Call &call, DeviceId id)
{
    return show(call, id, whose);
}
template <Whose whose>
Answer renameDevice(const Call &call, DeviceId id)
{
    return rename(call, id, whose);
}
template <Whose whose>
Answer retireDevice(const Call &call, DeviceId id)
{
    return retire(call, id, whose);
}

} // namespace

void addDeviceRoutes(Router &router)
{
    router.get("/api/v1/devices", TokenScope::Read, listDevices<Whose::Anybodys>);
    router.get("/api/v1/devices/{id}", TokenScope::Read, showDevice<Whose::Anybodys>);
    router.patch("/api/v1/devices/{id}", TokenScope::Members, renameDevice<Whose::Anybodys>);
    router.post("/api/v1/devices/{id}:retire", TokenScope::Members, retireDevice<Whose::Anybodys>);
    router.get("/api/v1/me/devices", TokenScope::Own, listDevices<Whose::Own>);
    router.get("/api/v1/me/devices/{id}", TokenScope::Own, showDevice<Whose::Own>);
    router.patch("/api/v1/me/devices/{id}", TokenScope::Own, renameDevice<Whose::Own>);
    router.post("/api/v1/me/devices/{id}:retire", TokenScope::Own, retireDevice<Whose::Own>);
}

} // namespace seatledger::server
