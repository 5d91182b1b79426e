// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/db/transaction.h"
#include "core/domain/apitoken.h"
#include "core/domain/enums.h"
#include "core/domain/result.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/operatorrepository.h"
#include "core/repositories/tokenrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"
#include "core/services/refusalinwords.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace seatledger {

/// A token that was just made. `secret` is nowhere else: show it once.
struct NewToken {
    ApiToken token;
    BearerToken secret;
};

/// The use cases of tokens: making, listing and revoking them, and acting by one. Stateless apart from its
/// repositories; use it in the thread of the session.
///
/// Everybody makes tokens for themselves; for others who manages operators, within reach. A token gives
/// nothing that its owner may not do, at any time: not what its scopes leave out, not what the owner may do
/// no longer.
///
/// The server signs in as a login of the group `seatledger_server`, which may do nothing by itself. Each
/// request is authenticate(), then `as()`:
///
///     const auto who = tokens.authenticate(session, bearer);            // 401 where it holds a fault
///     tokens.as(session, **who, u"list_members"_s, TokenUse::Reading, [&](Session &acting) {
///         return services.lists...(acting, ...);                        // as the owner, in one transaction
///     });
class TokenApplicationService final
{
public:
    TokenApplicationService(const TokenRepository &tokens, const OperatorRepository &operators,
                            const OperationRepository &operations, const AccessApplicationService &access);

    /// Makes a token for the operator with this login, or for oneself where it is empty. InvalidInput as
    /// TokenDraft::create(); NotFound, `operator_unknown`; Forbidden for an owner beyond reach or for scopes
    /// beyond those of the token in use. The owner of the book, who is no operator, names one.
    [[nodiscard]] Result<Booked<NewToken>> create(Session &session, const TokenDraft &draft,
                                                  const QString &ownerLogin = {}) const;

    /// The newest first: one's own, those of `ownerLogin`, or, for who manages operators, all.
    [[nodiscard]] Result<std::vector<ApiToken>> list(Session &session, const QString &ownerLogin = {}) const;

    [[nodiscard]] Result<ApiToken> find(Session &session, ApiTokenId id) const;

    /// It is valid no more, from the commit on, for good: not even undoing brings it back. RuleBroken,
    /// `token_revoked`, if it was revoked before; Conflict if `version` is not the one it has.
    [[nodiscard]] Result<Booked<ApiToken>> revoke(Session &session, ApiTokenId id, int version) const;

    /// Gives the rights of its own login away for good, and is seatledger_server alone: also where the server
    /// signed in as the owner of a private workspace. For a new connection; Forbidden if it may not.
    [[nodiscard]] Result<void> prepare(Session &session) const;

    /// Whose token `bearer` is (as in `Authorization: Bearer ...`, without the word), or why it is not valid:
    /// for the log, the client learns only that it is not. What cannot be a token does not come to the
    /// database. Errors are the database's. For a session of the server, outside of a transaction.
    [[nodiscard]] Result<TokenAnswer> authenticate(Session &session, QStringView bearer) const;

    enum class Use {
        Reading, ///< the transaction is read-only in the database, whatever the scopes
        Writing, ///< as far as the scopes go: with reading ones alone it is read-only, too
    };

    /// Runs `work` (Session & -> Result<T>) as the owner of the token, in one transaction that is repeated
    /// like those of transact(): grants and policies are the owner's, services see the scopes in what Access
    /// permits, history and audit name the owner. `work` may call any service; theirs join this transaction.
    /// Whether it commits or not, nothing of the owner is left on the connection. Forbidden, reason
    /// `token_not_valid`, if the token was revoked, ran out or lost its owner meanwhile (401); its details'
    /// `fault` is for the log.
    template <typename Work>
    [[nodiscard]] auto as(Session &session, const TokenOwner &owner, QStringView name, Use use,
                          Work &&work) const -> std::invoke_result_t<Work, Session &>
    {
        using Answer = std::invoke_result_t<Work, Session &>;
        Session acting(session.connection(), Actor{owner.login, OperationSource::Api},
                       [&session] { return session.now(); });
        return operate(acting, name, [&](Session &) -> Answer {
            if (auto taken = takeOn(acting, owner, use); !taken)
                return std::unexpected(std::move(taken).error());
            return std::invoke(work, acting);
        });
    }

private:
    [[nodiscard]] Result<void> takeOn(Session &acting, const TokenOwner &owner, Use use) const;
    [[nodiscard]] Result<Operator> ownerOf(Session &session, const Access &access,
                                           const QString &ownerLogin) const;

    const TokenRepository &m_tokens;
    const OperatorRepository &m_operators;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

using TokenUse = TokenApplicationService::Use;

} // namespace seatledger
