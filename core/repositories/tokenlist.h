// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/apitoken.h"
#include "core/domain/result.h"
#include "core/repositories/listquery.h"

#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// One line of the list of tokens.
struct TokenRow : ApiToken {
    bool isOwnerDisabled = false; ///< nobody gets in by it while that is so

    /// Whether a client gets in by it as of `now`.
    [[nodiscard]] bool isValid(const QDateTime &now) const { return isInForce(now) && !isOwnerDisabled; }
};

enum class TokenSort { ByCreated, ByName, ByOwner, ByExpiry, ByLastUse };

/// Members left empty do not filter. `search` is looked for in the token's name and in its owner's login and
/// name, ignoring case; several words must all be found.
struct TokenFilter {
    QString search = {};
    std::optional<bool> valid = {}; ///< not revoked, not expired, its owner not disabled; or the others
    bool onlyMine = false;          ///< those of whom the session acts as
    std::optional<ApiTokenId> id = {};

    friend bool operator==(const TokenFilter &, const TokenFilter &) = default;
};

/// The list of tokens as SQL.
[[nodiscard]] ListQuery tokenListQuery(const TokenFilter &filter, const ListOrder<TokenSort> &order);

/// Feeds the list of tokens; `tokens`, `tokenAnchors` and `tokenCount` as those of CompositeQueryRepository.
/// Everybody sees their own, who manages operators sees all. Stateless; reads only.
class TokenListRepository final
{
public:
    [[nodiscard]] Result<ListPage<TokenRow>> tokens(Session &session, const TokenFilter &filter,
                                                    const ListOrder<TokenSort> &order, const PageKey &after,
                                                    int skip, int limit) const;
    [[nodiscard]] Result<std::vector<PageKey>> tokenAnchors(Session &session, const TokenFilter &filter,
                                                            const ListOrder<TokenSort> &order,
                                                            int every) const;
    [[nodiscard]] Result<qint64> tokenCount(Session &session, const TokenFilter &filter) const;
};

} // namespace seatledger
