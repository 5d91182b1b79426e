// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokentable.h"

#include "core/domain/period.h"
#include "ui/book/historyentries.h"
#include "ui/common/models/listqueries.h"
#include "ui/common/wording.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysOfWarning = 14;

QString text(const char *source)
{
    return QCoreApplication::translate("TokenTable", source);
}

QVariant quiet(const TokenRow &, int role)
{
    return role == ToneRole ? QVariant(static_cast<int>(Tone::TextMuted)) : QVariant();
}

QVariant stateCell(const TokenRow &row, int role)
{
    return role == CellRole ? QVariant::fromValue(tokenBadge(row, QDateTime::currentDateTimeUtc()))
                            : QVariant();
}

QString dayText(const QDateTime &moment)
{
    return displayDay(moment.toLocalTime().date());
}

TableColumn<TokenRow> column(const QString &key, const char *title, TableColumn<TokenRow>::Text cellText)
{
    return TableColumn<TokenRow>(key, text(title), std::move(cellText));
}

} // namespace

Badge tokenBadge(const TokenRow &token, const QDateTime &now)
{
    if (token.revokedAt)
        return {text(QT_TRANSLATE_NOOP("TokenTable", "Revoked")), Tone::TextMuted, u"ban"_s};
    if (!token.isInForce(now))
        return {text(QT_TRANSLATE_NOOP("TokenTable", "Expired")), Tone::TextMuted, u"clock"_s};
    if (token.isOwnerDisabled)
        return {text(QT_TRANSLATE_NOOP("TokenTable", "Owner disabled")), Tone::Warning, u"user-off"_s};
    if (now.daysTo(token.expiresAt) < daysOfWarning)
        return {text(QT_TRANSLATE_NOOP("TokenTable", "Ends soon")), Tone::Warning, u"calendar-due"_s};
    return {text(QT_TRANSLATE_NOOP("TokenTable", "Valid")), Tone::Success, u"circle-check"_s};
}

QString scopesText(const std::vector<TokenScope> &scopes)
{
    QStringList names;
    for (const TokenScope scope : scopes)
        names += displayText(scope);
    return listed(names);
}

QString lastUseText(const TokenRow &token)
{
    return token.lastUsedAt ? momentText(*token.lastUsedAt, QDateTime::currentDateTimeUtc())
                            : text(QT_TRANSLATE_NOOP("TokenTable", "never"));
}

TokenSort tokenSort(const QString &columnKey)
{
    static const QHash<QString, TokenSort> sorts{{u"name"_s, TokenSort::ByName},
                                                 {u"owner"_s, TokenSort::ByOwner},
                                                 {u"expires"_s, TokenSort::ByExpiry},
                                                 {u"used"_s, TokenSort::ByLastUse}};
    return sorts.value(columnKey, TokenSort::ByCreated);
}

TokenPages *makeTokenSource(BookAccess access, const TokenFilter &filter, QObject *parent)
{
    return new TokenPages(listQueries<TokenRow, TokenFilter, TokenSort>(
                              access.executor, access.services.tokenLists, &TokenListRepository::tokens,
                              &TokenListRepository::tokenAnchors, &TokenListRepository::tokenCount,
                              tokenSort),
                          {u"created"_s, Qt::DescendingOrder}, filter, parent);
}

std::vector<TableColumn<TokenRow>> tokenColumns()
{
    std::vector<TableColumn<TokenRow>> columns;
    columns.push_back(column(u"name"_s, QT_TRANSLATE_NOOP("TokenTable", "Name"),
                             [](const TokenRow &row) { return row.name; })
                          .wide(120)
                          .growing());
    columns.push_back(column(u"owner"_s, QT_TRANSLATE_NOOP("TokenTable", "Owner"),
                             [](const TokenRow &row) { return row.ownerName; })
                          .wide(110)
                          .growing());
    columns.push_back(column(u"scopes"_s, QT_TRANSLATE_NOOP("TokenTable", "Scopes"),
                             [](const TokenRow &row) { return scopesText(row.scopes); })
                          .wide(120)
                          .growing(2)
                          .with(quiet)
                          .unsortable());
    columns.push_back(column(u"created"_s, QT_TRANSLATE_NOOP("TokenTable", "Created"),
                             [](const TokenRow &row) { return dayText(row.createdAt); })
                          .wide(92)
                          .with(quiet)
                          .hiddenAtFirst());
    columns.push_back(
        column(u"used"_s, QT_TRANSLATE_NOOP("TokenTable", "Last used"), lastUseText).wide(106).with(quiet));
    columns.push_back(
        column(u"expires"_s, QT_TRANSLATE_NOOP("TokenTable", "Expires"), [](const TokenRow &row) {
            return dayText(row.expiresAt);
        }).wide(92));
    columns.push_back(
        column(u"state"_s, QT_TRANSLATE_NOOP("TokenTable", "State"),
               [](const TokenRow &row) { return tokenBadge(row, QDateTime::currentDateTimeUtc()).text; })
            .wide(116)
            .with(stateCell)
            .unsortable());
    return columns;
}

} // namespace seatledger
