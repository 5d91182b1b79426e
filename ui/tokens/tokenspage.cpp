// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenspage.h"

#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/tokens/secretdialog.h"
#include "ui/tokens/tokendialog.h"
#include "ui/tokens/tokenpanel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPointer>

#include <chrono>
#include <memory>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes clearAfter{2};

/// A token that no book knows, for pictures.
NewToken exampleToken()
{
    return {ApiToken{.id = *ApiTokenId::fromValue(1),
                     .owner = *OperatorId::fromValue(1),
                     .ownerLogin = u"portal"_s,
                     .name = TokensPage::tr("Self-service portal")},
            BearerToken::fromSecret(QByteArray(BearerToken::secretSize, '\0')).value()};
}

} // namespace

TokensPage::TokensPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : BookPage(access, dialogs, u"tokens"_s, parent),
      m_source(makeTokenSource(access, {.valid = true}, nullptr)),
      m_table(new TokenTable(m_source, tokenColumns(), this)),
      m_whose(new QComboBox(this))
{
    m_table->setObjectName(u"tokensModel"_s);
    buildFilter();
    buildActions();
    auto *panel = new TokenPanel(access, this);
    panel->setActions({m_revoke, m_history});
    build(m_table, panel);
    connect(this, &BookPage::firstStepWanted, m_new, &QAction::trigger);
    m_clearing.setSingleShot(true);
    m_clearing.setInterval(clearAfter);
    connect(&m_clearing, &QTimer::timeout, this, [this] { m_clipboard.forget(); });
    followPermits();
    if (access.permits)
        connect(access.permits, &Permits::changed, this, &TokensPage::followPermits);
}

void TokensPage::buildFilter()
{
    filter()->addSegment(u"valid"_s, tr("Valid"));
    filter()->addSegment(u"ended"_s, tr("Ended"));
    filter()->addSegment(u"all"_s, tr("All"));
    m_whose->setObjectName(u"whoseComboBox"_s);
    m_whose->setAccessibleName(tr("Whose"));
    m_whose->addItem(tr("Everybody's"), false);
    m_whose->addItem(tr("My own"), true);
    filterLine()->addWidget(m_whose);
    connect(filter(), &SegmentedFilter::currentChanged, this, &TokensPage::applyFilter);
    connect(m_whose, &QComboBox::activated, this, &TokensPage::applyFilter);
}

void TokensPage::buildActions()
{
    m_new = makeAction(u"new"_s, tr("New token"), u"plus"_s, QKeySequence::New, [this] { offerNew(); });
    markPrimary(m_new);
    m_revoke = makeAction(u"revoke"_s, tr("Revoke …"), u"ban"_s, QKeySequence::Delete,
                          [this] { askToRevoke(); });
    setNeeds(m_revoke, tr("Select one token that was not revoked."));
    m_history = makeAction(u"history"_s, tr("History …"), u"history"_s, {}, Action::ReadAudit, [this] {
        if (const TokenRow *row = selected())
            offerHistory({u"api_token"_s, row->id.value()}, row->name);
    });
    setNeeds(m_history, tr("Select one token."));
    setHeaderActions({exportAction(), m_new});
    setMenuActions({m_revoke, nullptr, m_history});
}

/// Who sees only their own has no choice of whose.
void TokensPage::followPermits()
{
    const bool seesAll = book().may(Action::ManageOperators);
    m_whose->setVisible(seesAll);
    updateActions();
}

void TokensPage::applyFilter()
{
    TokenFilter wanted{.search = searchText(), .onlyMine = m_whose->currentData().toBool()};
    if (filter()->current() != "all"_L1)
        wanted.valid = filter()->current() == "valid"_L1;
    m_source->setFilter(wanted);
}

bool TokensPage::isNarrowed() const
{
    return BookPage::isNarrowed() || m_whose->currentIndex() > 0;
}

void TokensPage::widen()
{
    BookPage::widen();
    m_whose->setCurrentIndex(0);
}

void TokensPage::reveal(qint64 object)
{
    BookPage::reveal(object);
    filter()->setCurrent(u"all"_s);
}

EmptyText TokensPage::firstSteps() const
{
    return {.iconName = u"key"_s,
            .title = tr("No valid tokens"),
            .text = tr("A program that is to come through the REST server needs a token: it acts as you, and "
                       "may only do what you allow it."),
            .actionText = tr("New token")};
}

QStringList TokensPage::entities() const
{
    return {u"api_token"_s, u"operator"_s};
}

QString TokensPage::countText(qint64 count) const
{
    return tr("%Ln tokens", nullptr, static_cast<int>(count));
}

const TokenRow *TokensPage::selected() const
{
    const auto row = m_table->rowOf(view()->rows()->single());
    return row ? m_table->rowAt(*row) : nullptr;
}

bool TokensPage::mayRevoke(const TokenRow &token) const
{
    const Permits *permits = book().permits;
    return !permits || permits->access().acting().id == token.owner || book().may(Action::ManageOperators);
}

void TokensPage::updateActions()
{
    const TokenRow *row = selected();
    m_revoke->setEnabled(row && !row->revokedAt && mayRevoke(*row));
    m_history->setEnabled(row);
}

void TokensPage::activate(qint64)
{
    m_revoke->trigger();
}

QDialog *TokensPage::offerNew()
{
    auto *dialog = new TokenDialog(book(), this);
    connect(dialog, &TokenDialog::created, this, [this](const NewToken &made) {
        tellSaved(tr("The token “%1” was created.").arg(made.token.name));
        view()->rows()->selectIds({made.token.id.value()});
        showSecret(made);
    });
    dialogs().open(dialog);
    return dialog;
}

QDialog *TokensPage::showSecret(const NewToken &token)
{
    auto *dialog = new SecretDialog(token, m_clipboard, this);
    connect(dialog, &SecretDialog::copied, &m_clearing, qOverload<>(&QTimer::start));
    dialogs().open(dialog);
    return dialog;
}

void TokensPage::askToRevoke()
{
    const TokenRow *row = selected();
    if (!row)
        return;
    const ApiToken token = *row;
    dialogs().confirm(
        this,
        {.title = tr("Revoke the token “%1”?").arg(token.name),
         .text = tr("Whatever uses it to act as %1 is refused from now on. That cannot be taken "
                    "back: who needs a token again gets a new one.")
                     .arg(token.ownerLogin),
         .confirmText = tr("Revoke the token"),
         .kind = ButtonKind::Danger},
        [this, token] { revoke(token); });
}

void TokensPage::revoke(const ApiToken &token)
{
    load(
        tr("The token could not be revoked"),
        [id = token.id, version = token.version](const Services &services, Session &session) {
            return services.tokens.revoke(session, id, version);
        },
        [this](const Booked<ApiToken> &revoked) {
            tellSaved(tr("The token “%1” is not valid any more.").arg(revoked.value.name));
        });
}

ExportRequest TokensPage::exportRequest() const
{
    const SortSpec sort = m_source->sort();
    return TokenExport{m_source->filter(), {tokenSort(sort.column), sort.order == Qt::DescendingOrder}};
}

QStringList TokensPage::exportColumns(const QString &key) const
{
    static const QHash<QString, QStringList> names{{u"created"_s, {u"created_at"_s}},
                                                   {u"used"_s, {u"last_used_at"_s}},
                                                   {u"expires"_s, {u"expires_at"_s}},
                                                   {u"state"_s, {u"revoked_at"_s}}};
    return names.value(key, {key});
}

std::vector<TourStop> TokensPage::dialogStops()
{
    std::vector<TourStop> stops;
    stops.push_back({.name = u"new"_s, .show = [this]() -> QWidget * { return offerNew(); }});
    auto secret = std::make_shared<QPointer<QWidget>>();
    stops.push_back({.name = u"secret"_s,
                     .show = [this, secret]() -> QWidget * { return *secret = showSecret(exampleToken()); },
                     .leave =
                         [secret] {
                             if (*secret)
                                 (*secret)->close(); // the first time it warned that nothing was copied
                         }});
    return stops;
}

} // namespace seatledger
