// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenpanel.h"

#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/common/wording.h"
#include "ui/tokens/tokentable.h"

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

TokenPanel::TokenPanel(BookAccess access, QWidget *parent)
    : SelectionPanel(access, u"token"_s, parent),
      m_facts(new KeyValueForm(this)),
      m_scopes(new KeyValueForm(this)),
      m_history(new EntryList(this))
{
    m_history->setObjectName(u"historyList"_s);
    m_history->setAccessibleName(tr("History"));
    addSection(u"details"_s, tr("Details"), m_facts);
    addSection(u"scopes"_s, tr("What it may be used for"), m_scopes);
    addSection(u"history"_s, tr("History"), m_history);
    connect(m_history, &EntryList::entryActivated, this, &TokenPanel::operationActivated);
}

void TokenPanel::showNothing()
{
    panel()->showEmpty(u"key"_s, tr("No token selected"),
                       tr("Select a token to see what it may be used for, and when it was."));
}

Result<TokenPanel::Contents> TokenPanel::read(const Services &services, Session &session, ApiTokenId id,
                                              bool readsAudit)
{
    auto page = services.tokenLists.tokens(session, {.id = id}, {}, {}, 0, 1);
    if (!page)
        return std::unexpected(std::move(page).error());
    if (page->rows.empty())
        return failure(ErrorCode::NotFound, tr("The token is not there any more."));
    auto history = readHistory(services, session, {.thing = AuditedThing{u"api_token"_s, id.value()}},
                               readsAudit);
    if (!history)
        return std::unexpected(std::move(history).error());
    return Contents{std::move(page->rows.front()), *std::move(history)};
}

void TokenPanel::loadOne(qint64 value)
{
    const auto work = [id = *ApiTokenId::fromValue(value), readsAudit = book().may(Action::ReadAudit)](
                          const Services &services, Session &session) {
        return read(services, session, id, readsAudit);
    };
    load(work, [this](const Contents &contents) { showToken(contents); });
}

void TokenPanel::showToken(const Contents &contents)
{
    const TokenRow &token = contents.token;
    panel()->showHeading(u"key"_s, token.name, token.ownerName,
                         tokenBadge(token, QDateTime::currentDateTimeUtc()));
    showSections(true);
    showFacts(token);
    for (const auto &entry : enumEntries<TokenScope>()) {
        const bool has = std::ranges::find(token.scopes, entry.value) != token.scopes.end();
        m_scopes->setValue(entry.name, translateDomain(entry.display),
                           has ? explanation(entry.value) : QString());
    }
    showHistory(m_history, contents.history);
}

void TokenPanel::showFacts(const TokenRow &token)
{
    const auto moment = [](const std::optional<QDateTime> &at) { return at ? minuteText(*at) : QString(); };
    m_facts->setValue(u"number"_s, tr("Number"), QString::number(token.id.value()));
    m_facts->setValue(u"owner"_s, tr("Acts as"),
                      token.isOwnerDisabled ? tr("%1, who is disabled").arg(token.ownerLogin)
                                            : token.ownerLogin);
    m_facts->setValue(u"created"_s, tr("Created"), moment(token.createdAt));
    m_facts->setValue(u"used"_s, tr("Last used"), lastUseText(token));
    m_facts->setValue(u"expires"_s, tr("Expires"), moment(token.expiresAt));
    m_facts->setValue(u"revoked"_s, tr("Revoked"), moment(token.revokedAt));
}

void TokenPanel::loadSeveral(const QList<qint64> &ids)
{
    panel()->showHeading(u"key"_s, tr("%Ln tokens", nullptr, static_cast<int>(ids.size())), tr("selected"),
                         {});
    showSections(false);
}

} // namespace seatledger
