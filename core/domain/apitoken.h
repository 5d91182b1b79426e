// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/ids.h"
#include "core/domain/permissions.h"
#include "core/domain/result.h"
#include "core/domain/text.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>
#include <QStringView>

#include <expected>
#include <optional>
#include <vector>

namespace seatledger {

using ApiTokenId = Id<struct ApiTokenTag>;

/// What a token may be used for. A scope gives nothing: it leaves a part of what the token's owner may do.
/// The database knows the same words and refuses direct writes beyond them.
enum class TokenScope {
    Read,       ///< members, licences, entitlements, assignments, devices; costs if the owner sees them
    Report,     ///< reports, statistics and exports
    Audit,      ///< the audit chain
    Own,        ///< the owner's own licences and devices: validate, activate, heartbeat, release
    Assign,     ///< give, revoke, suspend, resume, transfer and change seats, decide in reviews
    Members,    ///< people, departments, departures, devices
    Catalogue,  ///< licences, entitlements, products, vendors, keys in
    Keys,       ///< read keys
    Undo,       ///< take operations back
    Administer, ///< operators, tokens, settings, feature switches
};

template <>
std::span<const EnumEntry<TokenScope>> enumEntries();

/// One translated sentence: what the scope leaves.
[[nodiscard]] QString explanation(TokenScope scope);

/// The actions that any of the scopes leaves, in the order of Action.
[[nodiscard]] std::vector<Action> actionsWithin(const std::vector<TokenScope> &scopes);

/// Whether nothing of it writes to the book: such a token's transactions are read-only in the database, too.
[[nodiscard]] bool isReadOnly(const std::vector<TokenScope> &scopes);

/// A bearer token in the clear: `slt_`, 32 random bytes in base 32 (a-z, 2-7), and four check digits, 60
/// characters in all. It is shown to a person once; the book keeps digest() only.
class BearerToken final
{
public:
    static constexpr qsizetype secretSize = 32;
    static constexpr qsizetype textSize = 60;

    /// `secret` must be `secretSize` random bytes; InvalidInput for another number of them.
    [[nodiscard]] static Result<BearerToken> fromSecret(QByteArrayView secret);

    /// What somebody typed or sent, surrounding blanks aside. InvalidInput, reason `token_malformed`, for
    /// what cannot be a token: another form, or check digits that do not fit, as after a typing mistake.
    [[nodiscard]] static Result<BearerToken> parse(QStringView raw);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// SHA-256 of text(), 32 bytes.
    [[nodiscard]] QByteArray digest() const;

private:
    explicit BearerToken(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

/// A token as the book knows it: everything but itself. A plain value.
struct ApiToken {
    ApiTokenId id;
    OperatorId owner;
    QString ownerLogin;
    QString ownerName;
    QString name; ///< what it is used for
    std::vector<TokenScope> scopes;
    QDateTime createdAt;
    QDateTime expiresAt;
    std::optional<QDateTime> revokedAt = std::nullopt;
    std::optional<QDateTime> lastUsedAt = std::nullopt; ///< within ten minutes; none if never
    int version = 1;

    /// Neither revoked nor expired as of `now`; a disabled owner is not looked at.
    [[nodiscard]] bool isInForce(const QDateTime &now) const { return !revokedAt && now < expiresAt; }
};

/// A token to be made, checked.
struct TokenFields {
    OperatorId owner;
    Name name;
    std::vector<TokenScope> scopes; ///< in the order of TokenScope, each once
    QDateTime expiresAt;
};

/// A token to be made, as typed.
struct TokenDraft {
    static constexpr int longestDays = 366;

    QString name = {};
    std::vector<TokenScope> scopes = {};
    QDateTime expiresAt = {};

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `name`, `scopes`, `expires_at`: after `now`,
    /// within `longestDays`.
    [[nodiscard]] Result<TokenFields> create(OperatorId owner, const QDateTime &now) const;
};

/// Why a bearer token is not valid. For the log: a client learns only that it is not.
enum class TokenFault {
    Malformed,
    Unknown,
    Expired,
    Revoked,
    OwnerDisabled,
};

template <>
std::span<const EnumEntry<TokenFault>> enumEntries();

/// Whose a valid token is and what it leaves of what they may do. A plain value, true as of when it was asked
/// for; the database looks again whenever a transaction acts by it.
struct TokenOwner {
    ApiTokenId token;
    OperatorId owner;
    QString login;
    QString displayName;
    Role role;
    std::optional<MemberId> member; ///< the member this person is
    std::vector<TokenScope> scopes;
    QDateTime expiresAt;

    [[nodiscard]] bool has(TokenScope scope) const;
};

/// What asking for a bearer token answers.
using TokenAnswer = std::expected<TokenOwner, TokenFault>;

} // namespace seatledger
