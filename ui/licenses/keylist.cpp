// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/keylist.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/textlabel.h"

#include <QAction>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int secretLines = 3;

Entry entryOf(const LicenseKeyRow &row, bool isShown)
{
    QStringList detail{displayText(row.key.kind)};
    if (!row.holder.isEmpty())
        detail += row.holder;
    if (!row.key.note.isEmpty())
        detail += row.key.note.text();
    return {.id = row.key.id.value(),
            .title = QString(8, u'•'),
            .detail = detail.join(u" · "_s),
            .trailing = row.isFree ? KeyList::tr("free") : QString(),
            .iconName = isShown ? u"eye"_s : u"key"_s};
}

} // namespace

KeyList::KeyList(BookAccess access, QWidget *parent)
    : QWidget(parent),
      m_book(access),
      m_list(new EntryList(this)),
      m_secret(new QPlainTextEdit(this)),
      m_show(new QAction(this)),
      m_copy(new QAction(icon(u"copy"), tr("Copy"), this)),
      m_buttons(new QWidget(this)),
      m_line(new TextLabel({}, TextSize::Small, Tone::TextMuted, this))
{
    setObjectName(u"keyList"_s);
    m_line->setObjectName(u"keyLineLabel"_s);
    m_line->setWordWrap(true);
    m_line->hide();
    m_hiding.setSingleShot(true);
    m_hiding.setInterval(shownMs);
    connect(&m_hiding, &QTimer::timeout, this, [this] {
        mask();
        m_clipboard.forget();
        m_line->hide();
    });
    buildList();
    buildSecret();
    buildButtons();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::S));
    layout->addWidget(m_list);
    layout->addWidget(m_secret);
    layout->addWidget(m_buttons);
    layout->addWidget(m_line);
    setKeys(std::nullopt);
}

void KeyList::buildList()
{
    m_list->setObjectName(u"keysList"_s);
    m_list->setAccessibleName(tr("Keys"));
    connect(m_list, &EntryList::entryActivated, this, &KeyList::toggle);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isFilling && m_shown && keyInHand() != m_shown)
            mask();
    });
}

void KeyList::buildSecret()
{
    m_secret->setObjectName(u"keySecretEdit"_s);
    m_secret->setAccessibleName(tr("Key"));
    m_secret->setReadOnly(true);
    m_secret->setFocusPolicy(Qt::NoFocus);
    m_secret->setUndoRedoEnabled(false);
    m_secret->setTextInteractionFlags(Qt::NoTextInteraction); // Copy takes it off the clipboard again
    m_secret->setWordWrapMode(QTextOption::WrapAnywhere);
    m_secret->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_secret->setFixedHeight(m_secret->fontMetrics().lineSpacing() * secretLines + 2 * space(Space::S));
    m_secret->hide();
}

void KeyList::buildButtons()
{
    auto *line = new QHBoxLayout(m_buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space(Space::S));
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Shows the key for half a minute. That you read it goes on record."));
    m_copy->setToolTip(tr("Copies the key for half a minute. That you read it goes on record."));
    connect(m_show, &QAction::triggered, this, &KeyList::toggle);
    connect(m_copy, &QAction::triggered, this, [this] { ask(Use::Copy); });
    for (const auto &[action, name] : {std::pair(m_show, u"showKey"_s), std::pair(m_copy, u"copyKey"_s)}) {
        action->setObjectName(name + u"Action"_s);
        m_book.guard(action, Action::ViewKeys);
        auto *button = new QToolButton(m_buttons);
        button->setObjectName(name + u"ToolButton"_s);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setDefaultAction(action);
        line->addWidget(button);
    }
    line->addStretch();
}

void KeyList::setKeys(const std::optional<std::vector<LicenseKeyRow>> &keys)
{
    m_latest.cancel();
    m_keys = keys.value_or(std::vector<LicenseKeyRow>());
    m_list->setEmptyText(keys ? tr("No keys.") : tr("Seen by whoever may view or keep keys."));
    m_buttons->setVisible(!m_keys.empty());
    const auto isShown = [this](const LicenseKeyRow &row) { return row.key.id == m_shown; };
    if (std::ranges::any_of(m_keys, isShown))
        return showEntries();
    m_line->hide();
    mask();
}

std::optional<LicenseKeyId> KeyList::keyInHand() const
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid() && static_cast<std::size_t>(index.row()) < m_keys.size())
        return m_keys[static_cast<std::size_t>(index.row())].key.id;
    return m_keys.empty() ? std::nullopt : std::optional(m_keys.front().key.id);
}

void KeyList::toggle()
{
    if (m_shown && m_shown == keyInHand())
        mask();
    else
        ask(Use::Show);
}

void KeyList::ask(Use use)
{
    const auto id = keyInHand();
    if (!id || !m_book.may(Action::ViewKeys))
        return;
    mask();
    m_line->hide();
    m_book.ask(
        this,
        [id](const Services &services, Session &session) { return services.keyService.read(session, *id); },
        [this, use, id](const Result<QString> &secret) {
            if (secret)
                take(use, *id, *secret);
            else if (secret.error().code != ErrorCode::Cancelled)
                say(secret.error().message, true);
        },
        m_latest.renew());
}

void KeyList::take(Use use, LicenseKeyId id, const QString &secret)
{
    if (use == Use::Copy) {
        m_clipboard.copy(secret);
        say(tr("Copied. The clipboard is cleared in half a minute."), false);
    } else if (isVisible()) {
        m_shown = id;
        m_secret->setPlainText(secret);
        showEntries();
    }
    m_hiding.start();
}

void KeyList::hideEvent(QHideEvent *event)
{
    mask();
    QWidget::hideEvent(event);
}

void KeyList::mask()
{
    m_shown.reset();
    m_secret->clear();
    showEntries();
}

void KeyList::showEntries()
{
    const int current = m_list->currentIndex().row();
    std::vector<Entry> entries;
    for (const LicenseKeyRow &row : m_keys)
        entries.push_back(entryOf(row, m_shown == row.key.id));
    m_isFilling = true;
    m_list->setEntries(std::move(entries));
    if (current >= 0 && current < m_list->count())
        m_list->setCurrentIndex(m_list->model()->index(current, 0));
    m_isFilling = false;
    m_secret->setVisible(m_shown.has_value());
    m_show->setIcon(icon(m_shown ? u"eye-off" : u"eye"));
    m_show->setText(m_shown ? tr("Hide") : tr("Show"));
}

void KeyList::say(const QString &text, bool isProblem)
{
    m_line->setTone(isProblem ? Tone::Danger : Tone::TextMuted);
    m_line->setText(text);
    m_line->show();
}

} // namespace seatledger
