// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/tokenapplicationservice.h"

#include "core/domain/operatorchange.h"
#include "core/domain/refusal.h"
#include "core/signing/randombytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString summaryOf(const char *source, const QString &name, const QString &owner)
{
    return QCoreApplication::translate("services", source).arg(name, owner);
}

/// A token for more than the one in use has would outlive its being revoked.
Result<void> withinTokenInUse(const Access &access, const std::vector<TokenScope> &scopes)
{
    const auto &narrowed = access.subject().narrowedTo;
    const auto reaches = [&](Action action) {
        return !narrowed || std::ranges::find(*narrowed, action) != narrowed->end();
    };
    if (!std::ranges::all_of(actionsWithin(scopes), reaches))
        return std::unexpected(Refusal{.reason = RefusalReason::BeyondOwnRights}.toError());
    return {};
}

/// A token hands on what its owner may do to whoever has it.
Result<void> withinReach(const Access &access, const Operator &owner)
{
    if (owner.id == access.acting().id)
        return {};
    if (auto may = access.require(Action::ManageOperators); !may)
        return may;
    // how far the new token reaches is told by its own scopes
    ActingOperator acting = access.acting();
    acting.subject.narrowedTo.reset();
    if (const auto refusal = refusedPassword(acting, owner))
        return std::unexpected(refusal->toError());
    return {};
}

Result<BearerToken> newSecret()
{
    const auto random = randomBytes(BearerToken::secretSize);
    return random ? BearerToken::fromSecret(*random) : std::unexpected(random.error());
}

} // namespace

TokenApplicationService::TokenApplicationService(const TokenRepository &tokens,
                                                 const OperatorRepository &operators,
                                                 const OperationRepository &operations,
                                                 const AccessApplicationService &access)
    : m_tokens(tokens), m_operators(operators), m_operations(operations), m_access(access)
{}

Result<Operator> TokenApplicationService::ownerOf(Session &session, const Access &access,
                                                  const QString &ownerLogin) const
{
    const QString login = ownerLogin.isEmpty() ? access.acting().login : ownerLogin;
    auto found = m_operators.findByLogin(session, login);
    if (!found)
        return std::unexpected(std::move(found).error());
    if (!*found && ownerLogin.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("services",
                                                   "The owner of the book is no operator and has no tokens: "
                                                   "say for which operator it is to be."),
                       {{u"field"_s, u"owner"_s}});
    }
    if (!*found)
        return std::unexpected(Refusal{.reason = RefusalReason::OperatorUnknown}.toError());
    return **std::move(found);
}

Result<Booked<NewToken>> TokenApplicationService::create(Session &session, const TokenDraft &draft,
                                                         const QString &ownerLogin) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    const auto owner = ownerOf(session, *access, ownerLogin);
    if (!owner)
        return std::unexpected(owner.error());
    if (auto may = withinReach(*access, *owner); !may)
        return std::unexpected(std::move(may).error());
    if (auto may = withinTokenInUse(*access, draft.scopes); !may)
        return std::unexpected(std::move(may).error());
    const auto fields = draft.create(owner->id, session.now());
    if (!fields)
        return std::unexpected(fields.error());
    const auto secret = newSecret();
    if (!secret)
        return std::unexpected(secret.error());
    return operate(session, u"create_token", [&](Session &) -> Result<Booked<NewToken>> {
        const auto operation = m_operations.begin(
            session, u"create_token"_s,
            summaryOf(QT_TRANSLATE_NOOP("services", "Create token %1 of %2"), fields->name.text(),
                      owner->login.text()));
        if (!operation)
            return std::unexpected(operation.error());
        auto added = m_tokens.add(session, *fields, *secret);
        if (!added)
            return std::unexpected(std::move(added).error());
        return Booked<NewToken>{{*std::move(added), *secret}, *operation};
    });
}

Result<std::vector<ApiToken>> TokenApplicationService::list(Session &session, const QString &ownerLogin) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    if (ownerLogin.isEmpty() && access->answer(Action::ManageOperators).allowed)
        return m_tokens.list(session);
    const auto owner = ownerOf(session, *access, ownerLogin);
    return owner ? m_tokens.list(session, owner->id) : std::unexpected(owner.error());
}

Result<ApiToken> TokenApplicationService::find(Session &session, ApiTokenId id) const
{
    return m_tokens.find(session, id);
}

Result<Booked<ApiToken>> TokenApplicationService::revoke(Session &session, ApiTokenId id, int version) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    return operate(session, u"revoke_token", [&](Session &) -> Result<Booked<ApiToken>> {
        const auto current = m_tokens.find(session, id);
        if (!current)
            return std::unexpected(current.error());
        if (current->revokedAt)
            return std::unexpected(Refusal{.reason = RefusalReason::TokenRevoked}.toError());
        if (current->owner != access->acting().id) {
            if (auto may = access->require(Action::ManageOperators); !may)
                return std::unexpected(std::move(may).error());
        }
        const auto operation = m_operations.begin(
            session, u"revoke_token"_s,
            summaryOf(QT_TRANSLATE_NOOP("services", "Revoke token %1 of %2"), current->name,
                      current->ownerLogin));
        if (!operation)
            return std::unexpected(operation.error());
        auto revoked = m_tokens.revoke(session, id, version);
        if (!revoked)
            return std::unexpected(std::move(revoked).error());
        return Booked<ApiToken>{*std::move(revoked), *operation};
    });
}

Result<void> TokenApplicationService::prepare(Session &session) const
{
    return m_tokens.becomeServer(session);
}

Result<TokenAnswer> TokenApplicationService::authenticate(Session &session, QStringView bearer) const
{
    const auto token = BearerToken::parse(bearer);
    if (!token)
        return TokenAnswer(std::unexpect, TokenFault::Malformed);
    auto answer = m_tokens.standing(session, *token);
    if (answer && *answer) {
        if (auto noted = m_tokens.noteUse(session, (*answer)->token); !noted)
            return std::unexpected(std::move(noted).error());
    }
    return answer;
}

Result<void> TokenApplicationService::takeOn(Session &acting, const TokenOwner &owner, Use use) const
{
    return m_tokens.takeOn(acting, owner.token, use == Use::Reading || isReadOnly(owner.scopes));
}

} // namespace seatledger
