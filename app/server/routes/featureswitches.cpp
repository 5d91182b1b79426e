// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/entitytag.h"
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/routes/routes.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

/// Seatledger's own features, with or without a switch.
QJsonArray ownFeatures(const std::vector<FeatureSwitch> &switches, const TokenOwner &caller)
{
    const std::vector<FeatureFields> set(switches.begin(), switches.end());
    QJsonArray features;
    for (const auto &entry : enumEntries<Feature>())
        features.append(QJsonObject{{u"name"_s, entry.name},
                                    {u"governs"_s, explanation(entry.value)},
                                    {u"on_for_me"_s, isOnFor(set, entry.name, caller.role, caller.login)}});
    return features;
}

QJsonObject toJson(const FeatureSwitch &feature, const TokenOwner &caller)
{
    QJsonArray roles;
    for (const Role role : feature.roles)
        roles.append(toText(role));
    return {{u"name"_s, feature.name},
            {u"mode"_s, toText(feature.mode)},
            {u"roles"_s, roles},
            {u"percent"_s, feature.percent},
            {u"note"_s, feature.note.text()},
            {u"known"_s, fromText<Feature>(feature.name).has_value()},
            {u"on_for_me"_s, feature.isOnFor(caller.role, caller.login)},
            {u"version"_s, feature.version}};
}

Answer listSwitches(const Call &call)
{
    QueryFields fields(call.request);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto switches = call.services.features.list(call.session);
    if (!switches)
        return std::unexpected(switches.error());
    QJsonArray items;
    for (const FeatureSwitch &feature : *switches)
        items.append(toJson(feature, call.caller));
    return jsonResponse({{u"items"_s, items}, {u"features"_s, ownFeatures(*switches, call.caller)}});
}

Answer showSwitch(const Call &call, QString name)
{
    const auto feature = call.services.features.find(call.session, name);
    if (!feature)
        return std::unexpected(feature.error());
    if (!*feature)
        return std::unexpected(noSuchResource());
    return versionedResponse(toJson(**feature, call.caller), (*feature)->version);
}

std::expected<FeatureFields, Problem> readSwitch(const Request &request, const QString &name)
{
    const auto body = bodyObject(request);
    if (!body)
        return std::unexpected(body.error());
    FeatureDraft draft{.name = name};
    qint64 percent = 0;
    QJsonArray roles;
    JsonFields fields(*body);
    fields.read("mode", draft.mode);
    fields.read("roles", roles);
    fields.read("percent", percent);
    fields.read("note", draft.note);
    for (const QJsonValue role : roles) {
        if (const auto known = fromText<Role>(role.toString()))
            draft.roles.push_back(*known);
        else
            fields.refuse(u"roles"_s, u"There is no role \"%1\"."_s.arg(role.toString()));
    }
    draft.percent = percent < 0 || percent > 100 ? -1 : static_cast<int>(percent);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    auto created = draft.create();
    if (!created)
        return std::unexpected(std::move(created).error());
    return *std::move(created);
}

/// Makes the switch, or changes the version of it that was read.
Answer setSwitch(const Call &call, QString name)
{
    const auto current = call.services.features.find(call.session, name);
    if (!current)
        return std::unexpected(current.error());
    std::optional<int> version;
    if (*current) {
        const auto required = requiredVersion(call.request);
        if (!required)
            return std::unexpected(required.error());
        version = *required;
    }
    const auto fields = readSwitch(call.request, name);
    if (!fields)
        return std::unexpected(fields.error());
    const auto set = call.services.features.set(call.session, *fields, version);
    if (!set)
        return std::unexpected(withPrecondition(set.error()));
    return booked(
        versionedResponse(toJson(set->value, call.caller), set->value.version, *current ? 200 : 201),
        set->operation);
}

} // namespace

void addFeatureSwitchRoutes(Router &router)
{
    router.get("/api/v1/feature-switches", TokenScope::Read, listSwitches);
    router.get("/api/v1/feature-switches/{name}", TokenScope::Read, showSwitch);
    router.put("/api/v1/feature-switches/{name}", TokenScope::Administer, setSwitch).alwaysOpen();
}

} // namespace seatledger::server
