// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/entitytag.h"
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/licensefilekeys.h"
#include "app/server/routes/routes.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger::server {

namespace {

QJsonObject toJson(const OwnLicense &row)
{
    return {{u"license_id"_s, row.license.value()},
            {u"name"_s, row.name},
            {u"product"_s, row.product},
            {u"vendor"_s, row.vendor},
            {u"metric"_s, toText(row.metric)},
            {u"assignment_id"_s, row.assignment.value()},
            {u"state"_s, toText(row.state)},
            {u"first_day"_s, dayJson(row.firstDay)},
            {u"last_day"_s, dayJson(row.lastDay)},
            {u"quantity"_s, row.quantity},
            {u"devices"_s, row.devices},
            {u"devices_allowed"_s, row.devicesAllowed},
            {u"lease_minutes"_s, row.leaseMinutes ? QJsonValue(*row.leaseMinutes) : QJsonValue()}};
}

QJsonObject toJson(const LicenseStanding &standing)
{
    return {{u"ok"_s, standing.isOk()},
            {u"reason"_s, toText(standing.reason)},
            {u"detail"_s, explanation(standing.reason)},
            {u"assignment_id"_s, idJson(standing.assignment)},
            {u"last_day"_s, dayJson(standing.lastDay)},
            {u"activation_id"_s, idJson(standing.activation)},
            {u"lease_until"_s, instantJson(standing.leaseUntil)}};
}

/// The device that the body names; none is an answer of its own where one may be left out.
std::expected<std::optional<DeviceFingerprint>, Problem> readDevice(const Request &request, bool isNeeded)
{
    const auto body = bodyObject(request);
    if (!body)
        return std::unexpected(body.error());
    QString text;
    JsonFields fields(*body);
    fields.read("device", text);
    std::optional<DeviceFingerprint> device;
    if (isNeeded || !text.isEmpty()) {
        if (auto created = DeviceFingerprint::create(text))
            device = *std::move(created);
        else
            fields.refuse(u"device"_s, created.error().message);
    }
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    return device;
}

Answer listOwn(const Call &call)
{
    bool withEnded = false;
    QueryFields fields(call.request);
    fields.read("ended", withEnded);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto own = call.services.userLicenses.list(call.session, {}, withEnded);
    if (!own)
        return std::unexpected(own.error());
    QJsonArray items;
    for (const OwnLicense &row : *own)
        items.append(toJson(row));
    return jsonResponse({{u"items"_s, items}});
}

Answer validate(const Call &call, LicenseId license)
{
    const auto device = readDevice(call.request, false);
    if (!device)
        return std::unexpected(device.error());
    const auto standing = call.services.userLicenses.validate(call.session, license, *device);
    if (!standing)
        return std::unexpected(standing.error());
    return jsonResponse(toJson(*standing));
}

Answer heartbeat(const Call &call, LicenseId license)
{
    const auto device = readDevice(call.request, true);
    if (!device)
        return std::unexpected(device.error());
    const auto standing = call.services.userLicenses.heartbeat(call.session, license, **device);
    if (!standing)
        return std::unexpected(standing.error());
    return jsonResponse(toJson(*standing));
}

Answer activate(const Call &call, LicenseId license)
{
    const auto body = bodyObject(call.request);
    if (!body)
        return std::unexpected(body.error());
    DeviceDraft draft;
    JsonFields fields(*body);
    fields.read("device", draft.fingerprint);
    fields.read("name", draft.name);
    fields.read("platform", draft.platform);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto device = draft.create();
    if (!device)
        return std::unexpected(device.error());
    const auto active = call.services.userLicenses.activate(call.session, license, *device);
    if (!active)
        return std::unexpected(active.error());
    Response response = jsonResponse(toJson(active->standing), active->wasKnown ? 200 : 201);
    return active->operation ? booked(std::move(response), *active->operation) : response;
}

Answer release(const Call &call, LicenseId license)
{
    const auto device = readDevice(call.request, true);
    if (!device)
        return std::unexpected(device.error());
    const auto released = call.services.userLicenses.release(call.session, license, **device);
    if (!released)
        return std::unexpected(released.error());
    return booked(emptyResponse(), released->operation);
}

/// The server's own key; why it is not to be had is for its log.
std::expected<SigningKey, Problem> signingKey(const Call &call)
{
    auto key = call.fileKeys.current();
    if (key)
        return *std::move(key);
    qWarning("The key for licence files: %s", qUtf8Printable(key.error().message));
    return std::unexpected(Problem(503, u"license_files_unavailable"_s,
                                   u"This server has no key to sign licence files with."_s));
}

Answer issueFile(const Call &call, LicenseId license)
{
    const auto body = bodyObject(call.request);
    if (!body)
        return std::unexpected(body.error());
    QString text;
    qint64 days = 30;
    JsonFields fields(*body);
    fields.read("device", text);
    fields.read("days", days);
    const auto device = DeviceFingerprint::create(text);
    if (!device)
        fields.refuse(u"device"_s, device.error().message);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto key = signingKey(call);
    if (!key)
        return std::unexpected(key.error());
    const int bounded = static_cast<int>(std::clamp<qint64>(days, 0, LicenseFileContent::longestDays + 1));
    const auto issued = call.services.licenseFiles.issue(call.session, *key, license, *device, bounded);
    if (!issued)
        return std::unexpected(issued.error());
    const IssuedLicenseFile &file = issued->value;
    return booked(jsonResponse({{u"number"_s, file.content.number},
                                {u"valid_until"_s, instantJson(file.content.validUntil)},
                                {u"file"_s, QString::fromLatin1(file.text)}},
                               201),
                  issued->operation);
}

QString inBase64(const QByteArray &publicKey)
{
    return QString::fromLatin1(publicKey.toBase64());
}

Answer showFileKey(const Call &call)
{
    const auto key = signingKey(call);
    if (!key)
        return std::unexpected(key.error());
    return jsonResponse({{u"public_key"_s, inBase64(key->publicKey())}});
}

/// The key that files are signed with now, and those before it whose files still count.
Answer listFileKeys(const Call &call)
{
    const auto current = signingKey(call);
    if (!current)
        return std::unexpected(current.error());
    const auto known = call.services.licenseFiles.keys(call.session);
    if (!known)
        return std::unexpected(known.error());
    QJsonObject now{{u"public_key"_s, inBase64(current->publicKey())},
                    {u"current"_s, true},
                    {u"files_until"_s, QJsonValue()}};
    QJsonArray before;
    for (const LicenseFileKey &key : *known) {
        if (key.publicKey == current->publicKey())
            now[u"files_until"_s] = instantJson(key.filesUntil);
        else
            before.append(QJsonObject{{u"public_key"_s, inBase64(key.publicKey)},
                                      {u"current"_s, false},
                                      {u"files_until"_s, instantJson(key.filesUntil)}});
    }
    before.prepend(now);
    return jsonResponse({{u"items"_s, before}});
}

/// What a validation is read from. A heartbeat is no change of the book, so nobody tells of it: the lifetime
/// is short.
Keeping standing()
{
    return {.tables = {"member", "license", "entitlement", "license_assignment", "device", "activation"},
            .lifetime = 10s};
}

} // namespace

void addOwnLicenseRoutes(Router &router)
{
    router.get("/api/v1/me/licenses", TokenScope::Own, listOwn);
    router.post("/api/v1/me/licenses/{id}:validate", TokenScope::Own, validate).reads().keeps(standing());
    router.post("/api/v1/me/licenses/{id}:activate", TokenScope::Own, activate).creates();
    router.post("/api/v1/me/licenses/{id}:heartbeat", TokenScope::Own, heartbeat);
    router.post("/api/v1/me/licenses/{id}:release", TokenScope::Own, release);
    router.post("/api/v1/me/licenses/{id}:issue-file", TokenScope::Own, issueFile).creates();
    router.get("/api/v1/license-file-keys", TokenScope::Own, listFileKeys);
    // knows only the key of now, so that files signed before it was changed cannot be verified
    router.get("/api/v1/license-file-key", TokenScope::Own, showFileKey)
        .deprecated({.since = QDate(2026, 11, 27), .sunset = QDate(2027, 11, 27)});
}

} // namespace seatledger::server
