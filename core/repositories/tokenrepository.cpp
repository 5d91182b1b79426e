// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/tokenrepository.h"

#include "core/db/prepared.h"
#include "core/db/query.h"
#include "core/db/senttogether.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"
#include "core/repositories/tokenrows.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto table = "api_token"_L1;
constexpr auto columns =
    "t.id, t.operator_id, o.login, o.display_name, t.name, t.scopes, t.created_at, t.expires_at, "
    "t.revoked_at, t.version, (SELECT u.last_used_at FROM seatledger.api_token_use u "
    "WHERE u.api_token_id = t.id) AS last_used_at "
    "FROM seatledger.api_token t JOIN seatledger.operator o ON o.id = t.operator_id "_L1;

QStringList namesOf(const std::vector<TokenScope> &scopes)
{
    QStringList names;
    std::ranges::transform(scopes, std::back_inserter(names), [](TokenScope scope) { return toText(scope); });
    return names;
}

TokenAnswer answerFromRow(const Row &row)
{
    if (const auto fault = row.optionalText("fault"))
        return std::unexpected(fromText<TokenFault>(*fault).value_or(TokenFault::Unknown));
    return TokenOwner{.token = storedId<ApiTokenId>(row, "id"),
                      .owner = storedId<OperatorId>(row, "operator_id"),
                      .login = row.text("login"),
                      .displayName = row.text("display_name"),
                      .role = storedEnum<Role>(row, "role"),
                      .member = storedOptionalId<MemberId>(row, "member_id"),
                      .scopes = scopesIn(row),
                      .expiresAt = row.dateTime("expires_at")};
}

} // namespace

Result<std::vector<ApiToken>> TokenRepository::list(Session &session, std::optional<OperatorId> owner) const
{
    return Query(session, u"SELECT "_s + columns
                              + u"WHERE $1::bigint IS NULL OR t.operator_id = $1 ORDER BY t.id DESC"_s)
        .bind(owner)
        .all(tokenFromRow);
}

Result<ApiToken> TokenRepository::find(Session &session, ApiTokenId id) const
{
    return foundRow(
        Query(session, u"SELECT "_s + columns + u"WHERE t.id = $1"_s).bind(id).first(tokenFromRow), table,
        id.value());
}

Result<ApiToken> TokenRepository::add(Session &session, const TokenFields &fields,
                                      const BearerToken &secret) const
{
    const auto id = Query(session,
                          u"INSERT INTO seatledger.api_token (operator_id, name, digest, scopes, expires_at) "
                          "VALUES (:owner, :name, :digest, :scopes, :expires_at) RETURNING id"_s)
                        .bind("owner", fields.owner)
                        .bind("name", fields.name.text())
                        .bind("digest", secret.digest())
                        .bind("scopes", namesOf(fields.scopes))
                        .bind("expires_at", fields.expiresAt)
                        .one([](const Row &row) { return storedId<ApiTokenId>(row, "id"); });
    return id ? find(session, *id) : std::unexpected(id.error());
}

Result<ApiToken> TokenRepository::revoke(Session &session, ApiTokenId id, int version) const
{
    const auto revoked = updatedRow(
        session,
        Query(session, u"UPDATE seatledger.api_token SET revoked_at = now() "
                       "WHERE id = $1 AND version = $2 RETURNING id"_s)
            .bind(id)
            .bind(version)
            .first([](const Row &row) { return storedId<ApiTokenId>(row, "id"); }),
        table, id.value());
    return revoked ? find(session, *revoked) : std::unexpected(revoked.error());
}

Result<TokenAnswer> TokenRepository::standing(Session &session, const BearerToken &token) const
{
    auto found = Query(session, u"SELECT * FROM seatledger.token_standing(NULL, $1)"_s)
                     .bind(token.digest())
                     .first(answerFromRow);
    if (!found)
        return std::unexpected(std::move(found).error());
    return std::move(*found).value_or(TokenAnswer(std::unexpect, TokenFault::Unknown));
}

Result<void> TokenRepository::noteUse(Session &session, ApiTokenId id) const
{
    // on a replica nothing is written down; whoever asks there has asked the primary, too, or will
    return Query(session, u"SELECT seatledger.note_token_use($1) "
                          "WHERE NOT current_setting('transaction_read_only')::boolean"_s)
        .bind(id)
        .exec();
}

Result<void> TokenRepository::takeOn(Session &session, ApiTokenId id, bool onlyReading) const
{
    return sendAhead(session.connection(),
                     preparedMark + QByteArray("SELECT seatledger.act_as_token($1, $2)"), {id, onlyReading});
}

Result<void> TokenRepository::becomeServer(Session &session) const
{
    return Query(session, u"SET ROLE seatledger_server"_s).exec();
}

} // namespace seatledger
