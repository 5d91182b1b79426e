// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageheader.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/search/searchassist.h"
#include "ui/shell/actionbutton.h"
#include "ui/shell/page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QToolButton>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestSearch = 140;
constexpr int comfortableSearch = 210; ///< what is asked for can be read
constexpr int widestSearch = 320;

} // namespace

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent),
      m_title(new TextLabel({}, TextSize::Title, Tone::Text, this)),
      m_count(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_search(new SearchField(this)),
      m_assist(new SearchAssist(m_search)),
      m_back(new QToolButton(this)),
      m_forward(new QToolButton(this)),
      m_layout(new QHBoxLayout(this))
{
    setObjectName(u"pageHeader"_s);
    m_title->setObjectName(u"pageTitleLabel"_s);
    m_count->setObjectName(u"pageCountLabel"_s);
    m_count->setElided(true);
    m_search->setObjectName(u"searchEdit"_s);
    m_search->setMinimumWidth(grown(narrowestSearch));
    m_search->setMaximumWidth(grown(widestSearch));
    m_layout->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::S));
    m_layout->setSpacing(space(Space::S));
    m_layout->addStrut(extent(Size::Header) - 2 * space(Space::S));
    buildWays();
    m_layout->addWidget(m_title);
    m_layout->addSpacing(space(Space::Xs));
    m_layout->addWidget(m_count);
    m_layout->addStretch(1);
    m_layout->addWidget(m_search, 100); // all that is left, as far as it can use it
    connect(m_search, &SearchField::searchChanged, this, &PageHeader::takeSearch);
    connect(m_search, &SearchField::listRequested, this, [this] {
        if (QWidget *view = m_page ? m_page->mainView() : nullptr)
            view->setFocus(Qt::OtherFocusReason);
    });
}

void PageHeader::buildWays()
{
    const auto build = [this](QToolButton *button, const QString &name, const QString &iconName,
                              const QString &text, Qt::Key key) {
        button->setObjectName(name);
        button->setIcon(icon(iconName));
        button->setAutoRaise(true);
        button->setEnabled(false);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(text + u" ("_s + QKeySequence(Qt::ALT | key).toString(QKeySequence::NativeText)
                           + u')');
        m_layout->addWidget(button);
    };
    build(m_back, u"backToolButton"_s, u"chevron-left"_s, tr("Back"), Qt::Key_Left);
    build(m_forward, u"forwardToolButton"_s, u"chevron-right"_s, tr("Forward"), Qt::Key_Right);
    connect(m_back, &QToolButton::clicked, this, &PageHeader::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &PageHeader::forwardRequested);
}

void PageHeader::setWays(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void PageHeader::showPage(Page *page)
{
    if (!m_memories.contains(page))
        follow(page);
    m_page = page;
    m_title->setText(page->title());
    m_count->setText(m_memories[page].count);
    m_search->setPlaceholderText(page->searchHint());
    m_search->setVisible(!page->searchHint().isEmpty());
    m_search->setTextQuietly(m_memories[page].search);
    m_assist->setGrammar(
        [page = QPointer<Page>(page)] { return page ? page->searchGrammar() : SearchGrammar(); });
    rebuildActions();
}

void PageHeader::follow(Page *page)
{
    m_memories.insert(page, {});
    connect(page, &Page::countTextChanged, this, [this, page](const QString &text) {
        m_memories[page].count = text;
        if (page != m_page)
            return;
        m_count->setText(text);
        fitActions();
    });
    connect(page, &Page::searchCleared, this, [this, page] {
        m_memories[page].search.clear();
        if (page == m_page)
            m_search->setTextQuietly({});
    });
    connect(page, &Page::searchTextChanged, this, [this, page](const QString &text) {
        m_memories[page].search = text;
        if (page == m_page)
            m_search->setTextQuietly(text);
    });
    connect(page, &Page::searchTaken, this, [this, page] {
        if (page == m_page)
            m_assist->clearError();
    });
    connect(page, &Page::searchRefused, this, [this, page](const Error &error) {
        if (page == m_page)
            m_assist->showError(error);
    });
    connect(page, &Page::searchStarted, this, [this, page](const QString &typed) {
        if (page == m_page && m_search->isVisible())
            m_search->startWith(typed);
    });
    connect(page, &QObject::destroyed, this, [this, page] {
        m_memories.remove(page);
        if (page == m_page)
            m_page = nullptr;
    });
}

void PageHeader::rebuildActions()
{
    m_buttons.clear();
    delete m_actions;
    m_actions = new QWidget(this);
    auto *line = new QHBoxLayout(m_actions);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space(Space::S));
    QWidget *last = m_search; // the buttons follow the search field, not all that was made before them
    for (QAction *action : m_page->headerActions()) {
        auto *button = new ActionButton(action, Page::isPrimary(action), m_actions);
        line->addWidget(button);
        setTabOrder(last, button);
        last = button;
        m_buttons += button;
        connect(button, &ActionButton::changed, this, &PageHeader::fitActions);
    }
    m_layout->addWidget(m_actions);
    m_actions->show();
    fitActions();
}

/// Where the words of all buttons have no room, those that matter least stand as icons, the primary one last
/// of all.
void PageHeader::fitActions()
{
    if (std::exchange(m_isFitting, true))
        return;
    int left = width() - 2 * space(Space::L) - 7 * space(Space::S) - m_back->sizeHint().width()
               - m_forward->sizeHint().width() - m_title->sizeHint().width() - m_count->sizeHint().width()
               - (m_search->isHidden() ? 0 : grown(comfortableSearch));
    for (const ActionButton *button : std::as_const(m_buttons))
        left -= button->isHidden() ? 0 : button->fullWidth() + space(Space::S);
    for (ActionButton *button : std::as_const(m_buttons)) {
        const bool cedes = left < 0 && !button->isHidden() && !button->icon().isNull();
        if (cedes)
            left += button->fullWidth() - button->iconSize().width() - 2 * space(Space::S);
        button->setTextShown(!cedes);
    }
    m_isFitting = false;
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitActions();
}

void PageHeader::searchFor(const QString &text)
{
    m_search->setTextQuietly(text);
    takeSearch(text);
}

void PageHeader::takeSearch(const QString &text)
{
    if (!m_page)
        return;
    m_memories[m_page].search = text;
    m_page->search(text);
}

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(palette(), Tone::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(palette(), Tone::Border));
}

} // namespace seatledger
