// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"
#include "core/domain/apitoken.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct TokenArguments {
    std::string owner;
    std::string name;
    std::vector<std::string> scopes;
    int days = 90;
    qint64 id = 0;
    bool inForce = false;
};

QStringList namesOf(const std::vector<TokenScope> &scopes)
{
    QStringList names;
    for (const TokenScope scope : scopes)
        names.append(toText(scope));
    return names;
}

QJsonValue instantOrNull(const std::optional<QDateTime> &instant)
{
    return instant ? QJsonValue(instant->toString(Qt::ISODate)) : QJsonValue();
}

QString stateOf(const OpenBook &book, const ApiToken &token)
{
    if (token.revokedAt)
        return u"revoked"_s;
    return token.isInForce(book.session.now()) ? u"in force"_s : u"expired"_s;
}

QJsonObject toJson(const OpenBook &book, const ApiToken &token)
{
    return {{u"id"_s, token.id.value()},
            {u"owner"_s, token.ownerLogin},
            {u"name"_s, token.name},
            {u"scopes"_s, QJsonArray::fromStringList(namesOf(token.scopes))},
            {u"state"_s, stateOf(book, token)},
            {u"created_at"_s, token.createdAt.toString(Qt::ISODate)},
            {u"expires_at"_s, token.expiresAt.toString(Qt::ISODate)},
            {u"revoked_at"_s, instantOrNull(token.revokedAt)},
            {u"last_used_at"_s, instantOrNull(token.lastUsedAt)},
            {u"version"_s, token.version}};
}

Result<void> createToken(const OpenBook &book, const TokenArguments &arguments)
{
    TokenDraft draft{.name = typed(arguments.name), .expiresAt = book.session.now().addDays(arguments.days)};
    for (const std::string &scope : arguments.scopes) {
        if (const auto known = fromText<TokenScope>(typed(scope)))
            draft.scopes.push_back(*known);
    }
    const auto made = book.services.tokens.create(book.session, draft, typed(arguments.owner));
    if (!made)
        return std::unexpected(made.error());
    const ApiToken &token = made->value.token;
    QJsonObject object = toJson(book, token);
    object.insert(u"token"_s, made->value.secret.text());
    book.output.done(u"Token #%1 \"%2\" of %3, until %4. It is shown this once:\n%5"_s.arg(token.id.value())
                         .arg(token.name, token.ownerLogin, token.expiresAt.toString(Qt::ISODate),
                              made->value.secret.text()),
                     object, made->operation);
    return {};
}

Result<void> listTokens(const OpenBook &book, const TokenArguments &arguments)
{
    const auto tokens = book.services.tokens.list(book.session, typed(arguments.owner));
    if (!tokens)
        return std::unexpected(tokens.error());
    QList<QJsonObject> rows;
    for (const ApiToken &token : *tokens) {
        if (arguments.inForce && !token.isInForce(book.session.now()))
            continue;
        QJsonObject row = toJson(book, token);
        if (!book.output.isJson())
            row.insert(u"scopes"_s, namesOf(token.scopes).join(u' '));
        rows.append(row);
    }
    book.output.table(
        {u"id"_s, u"owner"_s, u"name"_s, u"state"_s, u"scopes"_s, u"expires_at"_s, u"last_used_at"_s}, rows);
    return {};
}

Result<void> revokeToken(const OpenBook &book, const TokenArguments &arguments)
{
    const auto id = idOf<ApiTokenId>(arguments.id, u"a token"_s);
    if (!id)
        return std::unexpected(id.error());
    const auto current = book.services.tokens.find(book.session, *id);
    if (!current)
        return std::unexpected(current.error());
    const auto revoked = book.services.tokens.revoke(book.session, *id, current->version);
    if (!revoked)
        return std::unexpected(revoked.error());
    book.output.done(u"Revoked token #%1 \"%2\" of %3: it is not valid any more."_s.arg(id->value())
                         .arg(revoked->value.name, revoked->value.ownerLogin),
                     toJson(book, revoked->value), revoked->operation);
    return {};
}

} // namespace

void addTokenCommands(CommandLine &line)
{
    const Group<TokenArguments> group(line);
    TokenArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "token",
                                 "Tokens of the REST server: each acts as its owner and for less, never for "
                                 "more. Your own; those of others if you may manage operators",
                                 "token list");
    CLI::App &create = group.add(family, "create", "Make a token; it is shown this once and kept nowhere",
                                 "token create --owner portal --name \"Self-service portal\" --scope read "
                                 "--scope own --days 180",
                                 createToken);
    create.add_option("--owner", arguments.owner, "The operator it acts as; yourself unless said");
    create.add_option("--name", arguments.name, "What it is used for")->required();
    QStringList scopes;
    for (const auto &entry : enumEntries<TokenScope>())
        scopes.append(entry.name);
    create
        .add_option(
            "--scope", arguments.scopes,
            "What it may be used for; repeat it: read, report, audit, own (the own licences), assign, "
            "members, catalogue, keys, undo, administer")
        ->required()
        ->check(CLI::IsMember([&] {
            std::vector<std::string> names;
            for (const QString &scope : scopes)
                names.push_back(scope.toStdString());
            return names;
        }()));
    create.add_option("--days", arguments.days, "How long it lasts, 366 at most")->check(CLI::Range(1, 366));
    CLI::App &list = group.add(family, "list", "The newest first, with their last use",
                               "token list --owner portal", listTokens);
    list.add_option("--owner", arguments.owner, "Only those of this operator");
    list.add_flag("--in-force", arguments.inForce, "Only those that are valid");
    group
        .add(family, "revoke", "The token is valid no more, at once and for good", "token revoke 7",
             revokeToken)
        .add_option("ID", arguments.id, "Its number, see token list")
        ->required();
}

} // namespace seatledger::ctl
