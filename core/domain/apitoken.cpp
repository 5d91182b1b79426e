// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/apitoken.h"

#include "core/domain/fieldcheck.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto prefix = "slt_"_L1;
constexpr auto digits = "abcdefghijklmnopqrstuvwxyz234567"_L1;
constexpr qsizetype checkSize = 4;

struct ScopeEntry {
    TokenScope scope;
    std::vector<Action> actions;
    bool writes;
};

std::span<const ScopeEntry> scopeEntries()
{
    using enum Action;
    static const std::array entries{
        ScopeEntry{TokenScope::Read, {ViewMembers, ViewLicenses, ViewAssignments, ViewCosts}, false},
        ScopeEntry{TokenScope::Report, {ViewCosts, Report, Export}, false},
        ScopeEntry{TokenScope::Audit, {ReadAudit}, false},
        ScopeEntry{TokenScope::Own, {UseDevices}, true},
        ScopeEntry{TokenScope::Assign, {Assign, Revoke, Suspend, Transfer, ChangeAssignments, Review}, true},
        ScopeEntry{TokenScope::Members, {EditMembers}, true},
        ScopeEntry{TokenScope::Catalogue, {EditCatalogue}, true},
        // reading a key is put on record first
        ScopeEntry{TokenScope::Keys, {ViewKeys}, true},
        ScopeEntry{TokenScope::Undo, {Undo}, true},
        ScopeEntry{TokenScope::Administer, {ManageOperators, ManageSettings}, true},
    };
    return entries;
}

/// RFC 4648's alphabet in lower case, without padding.
QString inBase32(QByteArrayView bytes)
{
    QString text;
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8U) | static_cast<quint8>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += QChar(digits.at((buffer >> static_cast<unsigned>(bits - 5)) & 31U));
    }
    if (bits > 0)
        text += QChar(digits.at((buffer << static_cast<unsigned>(5 - bits)) & 31U));
    return text;
}

/// Finds every wrong character and every two that changed places, by chance alone one in 65,536 others.
QString checkDigits(QStringView body)
{
    const quint16 sum = qChecksum(body.toLatin1());
    const std::array<char, 2> bytes{static_cast<char>(sum >> 8U), static_cast<char>(sum & 0xFFU)};
    return inBase32(QByteArrayView(bytes.data(), bytes.size()));
}

} // namespace

template <>
std::span<const EnumEntry<TokenScope>> enumEntries()
{
    using enum TokenScope;
    static constexpr std::array entries{
        EnumEntry{Read, "read"_L1, QT_TRANSLATE_NOOP("domain", "Read")},
        EnumEntry{Report, "report"_L1, QT_TRANSLATE_NOOP("domain", "Reports and exports")},
        EnumEntry{Audit, "audit"_L1, QT_TRANSLATE_NOOP("domain", "Audit")},
        EnumEntry{Own, "own"_L1, QT_TRANSLATE_NOOP("domain", "Own licences")},
        EnumEntry{Assign, "assign"_L1, QT_TRANSLATE_NOOP("domain", "Seats")},
        EnumEntry{Members, "members"_L1, QT_TRANSLATE_NOOP("domain", "Members")},
        EnumEntry{Catalogue, "catalogue"_L1, QT_TRANSLATE_NOOP("domain", "Catalogue")},
        EnumEntry{Keys, "keys"_L1, QT_TRANSLATE_NOOP("domain", "Keys")},
        EnumEntry{Undo, "undo"_L1, QT_TRANSLATE_NOOP("domain", "Undo")},
        EnumEntry{Administer, "administer"_L1, QT_TRANSLATE_NOOP("domain", "Administration")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<TokenFault>> enumEntries()
{
    using enum TokenFault;
    static constexpr std::array entries{
        EnumEntry{Malformed, "malformed"_L1, QT_TRANSLATE_NOOP("domain", "Not a token")},
        EnumEntry{Unknown, "unknown"_L1, QT_TRANSLATE_NOOP("domain", "Unknown token")},
        EnumEntry{Expired, "expired"_L1, QT_TRANSLATE_NOOP("domain", "Expired token")},
        EnumEntry{Revoked, "revoked"_L1, QT_TRANSLATE_NOOP("domain", "Revoked token")},
        EnumEntry{OwnerDisabled, "owner_disabled"_L1, QT_TRANSLATE_NOOP("domain", "Owner is disabled")},
    };
    return entries;
}

QString explanation(TokenScope scope)
{
    switch (scope) {
    case TokenScope::Read:
        return translateDomain(QT_TRANSLATE_NOOP("domain", "See members, licences, seats and devices."));
    case TokenScope::Report:
        return translateDomain(QT_TRANSLATE_NOOP("domain", "Run reports, statistics and exports."));
    case TokenScope::Audit:
        return translateDomain(QT_TRANSLATE_NOOP("domain", "Read the audit."));
    case TokenScope::Own:
        return translateDomain(QT_TRANSLATE_NOOP("domain", "Use the own licences on the own devices."));
    case TokenScope::Assign:
        return translateDomain(
            QT_TRANSLATE_NOOP("domain", "Give, revoke, suspend, transfer and change seats."));
    case TokenScope::Members:
        return translateDomain(QT_TRANSLATE_NOOP("domain", "Edit members, departments and devices."));
    case TokenScope::Catalogue:
        return translateDomain(QT_TRANSLATE_NOOP("domain", "Edit licences and what was bought."));
    case TokenScope::Keys:
        return translateDomain(QT_TRANSLATE_NOOP("domain", "Read licence keys."));
    case TokenScope::Undo:
        return translateDomain(QT_TRANSLATE_NOOP("domain", "Undo operations."));
    case TokenScope::Administer:
        break;
    }
    return translateDomain(
        QT_TRANSLATE_NOOP("domain", "Manage operators, tokens, settings and feature switches."));
}

std::vector<Action> actionsWithin(const std::vector<TokenScope> &scopes)
{
    std::vector<Action> actions;
    for (const ScopeEntry &entry : scopeEntries()) {
        if (std::ranges::find(scopes, entry.scope) != scopes.end())
            actions.insert(actions.end(), entry.actions.begin(), entry.actions.end());
    }
    std::ranges::sort(actions);
    actions.erase(std::ranges::unique(actions).begin(), actions.end());
    return actions;
}

bool isReadOnly(const std::vector<TokenScope> &scopes)
{
    return std::ranges::none_of(scopeEntries(), [&](const ScopeEntry &entry) {
        return entry.writes && std::ranges::find(scopes, entry.scope) != scopes.end();
    });
}

Result<BearerToken> BearerToken::fromSecret(QByteArrayView secret)
{
    if (secret.size() != secretSize)
        return failure(ErrorCode::InvalidInput, u"A token has %1 random bytes."_s.arg(secretSize));
    const QString body = prefix + inBase32(secret);
    return BearerToken(body + checkDigits(body));
}

Result<BearerToken> BearerToken::parse(QStringView raw)
{
    const QStringView text = raw.trimmed();
    const auto isDigit = [](QChar c) { return digits.contains(c); };
    const bool isShaped = text.size() == textSize && text.startsWith(prefix)
                          && std::ranges::all_of(text.sliced(prefix.size()), isDigit);
    if (!isShaped || checkDigits(text.chopped(checkSize)) != text.last(checkSize)) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate(
                           "domain", "This is no token: a character is wrong, or something is missing."),
                       {{u"reason"_s, u"token_malformed"_s}});
    }
    return BearerToken(text.toString());
}

QByteArray BearerToken::digest() const
{
    return QCryptographicHash::hash(m_text.toLatin1(), QCryptographicHash::Sha256);
}

Result<TokenFields> TokenDraft::create(OperatorId owner, const QDateTime &now) const
{
    FieldCheck check;
    auto checkedName = check.take("name"_L1, Name::create(name));
    std::vector<TokenScope> sorted = scopes;
    std::ranges::sort(sorted);
    sorted.erase(std::ranges::unique(sorted).begin(), sorted.end());
    if (sorted.empty()) {
        check.refuse(u"scopes"_s,
                     QCoreApplication::translate("domain", "Choose what the token is to be used for."));
    }
    if (!expiresAt.isValid() || expiresAt <= now || expiresAt > now.addDays(longestDays)) {
        check.refuse(u"expires_at"_s,
                     QCoreApplication::translate("domain", "A token lasts from a moment to %1 days.")
                         .arg(longestDays));
    }
    if (check.failed())
        return check.error();
    return TokenFields{owner, *std::move(checkedName), std::move(sorted), expiresAt};
}

bool TokenOwner::has(TokenScope scope) const
{
    return std::ranges::find(scopes, scope) != scopes.end();
}

} // namespace seatledger
