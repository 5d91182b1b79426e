// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/apitoken.h"
#include "core/domain/result.h"

#include <optional>
#include <vector>

namespace seatledger {

/// Loads and saves tokens, asks whose one is, and takes on its owner. Stateless; a function per statement, in
/// the thread of its session. Changes are booked on the session's operation. Everybody sees their own tokens,
/// those who manage operators see all; nobody sees a digest.
class TokenRepository final
{
public:
    /// The newest first; of one operator where `owner` names one.
    [[nodiscard]] Result<std::vector<ApiToken>> list(Session &session,
                                                     std::optional<OperatorId> owner = std::nullopt) const;

    [[nodiscard]] Result<ApiToken> find(Session &session, ApiTokenId id) const;

    [[nodiscard]] Result<ApiToken> add(Session &session, const TokenFields &fields,
                                       const BearerToken &secret) const;

    /// From now on it is valid no more. NotFound; Conflict when its version is not `version`; RuleBroken
    /// (`token_revoked`) if it was revoked before.
    [[nodiscard]] Result<ApiToken> revoke(Session &session, ApiTokenId id, int version) const;

    /// Whose token this is, or why it is not valid. For a session that signed in as the server (Forbidden for
    /// others); one statement.
    [[nodiscard]] Result<TokenAnswer> standing(Session &session, const BearerToken &token) const;

    /// Writes down that it is in use: every ten minutes at most, whoever calls.
    [[nodiscard]] Result<void> noteUse(Session &session, ApiTokenId id) const;

    /// The rest of the transaction runs with the login, grants and policies of the token's owner, narrowed to
    /// the token's scopes, and writes nothing if `onlyReading`. Forbidden, reason `token_not_valid`, if it is
    /// not valid any more. Ends with the transaction. Sent ahead of the next statement, see SentTogether.
    [[nodiscard]] Result<void> takeOn(Session &session, ApiTokenId id, bool onlyReading) const;

    /// The connection has no rights of its own from now on, whoever signed in: only those of
    /// `seatledger_server`. Forbidden for a login that is not of that group.
    [[nodiscard]] Result<void> becomeServer(Session &session) const;
};

} // namespace seatledger
