// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/entitytag.h"
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/routes/routes.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QJsonObject toJson(const ApiToken &token)
{
    QJsonArray scopes;
    for (const TokenScope scope : token.scopes)
        scopes.append(toText(scope));
    return {{u"id"_s, token.id.value()},
            {u"owner"_s, token.ownerLogin},
            {u"name"_s, token.name},
            {u"scopes"_s, scopes},
            {u"created_at"_s, instantJson(token.createdAt)},
            {u"expires_at"_s, instantJson(token.expiresAt)},
            {u"revoked_at"_s, instantJson(token.revokedAt)},
            {u"last_used_at"_s, instantJson(token.lastUsedAt)},
            {u"version"_s, token.version}};
}

QString addressOf(ApiTokenId id)
{
    return u"/api/v1/tokens/%1"_s.arg(id.value());
}

Answer listTokens(const Call &call)
{
    QString owner;
    QueryFields fields(call.request);
    fields.read("owner", owner);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto tokens = call.services.tokens.list(call.session, owner);
    if (!tokens)
        return std::unexpected(tokens.error());
    QJsonArray items;
    for (const ApiToken &token : *tokens)
        items.append(toJson(token));
    return jsonResponse({{u"items"_s, items}});
}

Answer showToken(const Call &call, ApiTokenId id)
{
    const auto token = call.services.tokens.find(call.session, id);
    if (!token)
        return std::unexpected(token.error());
    return versionedResponse(toJson(*token), token->version);
}

/// Takes no Idempotency-Key: a kept answer would keep the secret.
Answer createToken(const Call &call)
{
    const auto body = bodyObject(call.request);
    if (!body)
        return std::unexpected(body.error());
    TokenDraft draft;
    QString owner;
    qint64 days = 90;
    QJsonArray scopes;
    JsonFields fields(*body);
    fields.read("name", draft.name);
    fields.read("owner", owner);
    fields.read("days", days);
    fields.read("scopes", scopes);
    for (const QJsonValue scope : scopes) {
        if (const auto known = fromText<TokenScope>(scope.toString()))
            draft.scopes.push_back(*known);
        else
            fields.refuse(u"scopes"_s, u"There is no scope \"%1\"."_s.arg(scope.toString()));
    }
    if (days < 1 || days > TokenDraft::longestDays)
        fields.refuse(u"days"_s, u"From 1 to %1."_s.arg(TokenDraft::longestDays));
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    draft.expiresAt = call.session.now().addDays(days);
    const auto made = call.services.tokens.create(call.session, draft, owner);
    if (!made)
        return std::unexpected(made.error());
    const ApiToken &token = made->value.token;
    QJsonObject object = toJson(token);
    object.insert(u"token"_s, made->value.secret.text());
    Response response = versionedResponse(object, token.version);
    response.headers.set("Cache-Control", "no-store");
    return booked(created(std::move(response), addressOf(token.id)), made->operation);
}

Answer revokeToken(const Call &call, ApiTokenId id)
{
    const auto version = requiredVersion(call.request);
    if (!version)
        return std::unexpected(version.error());
    const auto revoked = call.services.tokens.revoke(call.session, id, *version);
    if (!revoked)
        return std::unexpected(withPrecondition(revoked.error()));
    return booked(versionedResponse(toJson(revoked->value), revoked->value.version), revoked->operation);
}

} // namespace

void addTokenRoutes(Router &router)
{
    router.get("/api/v1/tokens", TokenScope::Administer, listTokens);
    router.post("/api/v1/tokens", TokenScope::Administer, createToken);
    router.get("/api/v1/tokens/{id}", TokenScope::Administer, showToken);
    router.post("/api/v1/tokens/{id}:revoke", TokenScope::Administer, revokeToken);
}

} // namespace seatledger::server
