// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/dialogframe.h"

#include "core/domain/error.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/scrollcolumn.h"
#include "ui/common/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowest = 440;

int wantedHeight(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

} // namespace

DialogFrame::DialogFrame(const QString &name, const QString &title, QWidget *parent)
    : QDialog(parent),
      m_title(new TextLabel(title, TextSize::Title, Tone::Text, this)),
      m_subtitle(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_body(new QVBoxLayout),
      m_banner(new Banner(this)),
      m_hindrance(new Banner(this)),
      m_footer(new QHBoxLayout),
      m_overlay(new BusyOverlay(this))
{
    setObjectName(name + u"Dialog"_s);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(grown(narrowest));
    m_title->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    m_subtitle->hide();
    m_hindrance->setObjectName(u"hindranceBanner"_s);
    connect(m_hindrance, &Banner::actionTriggered, this, &DialogFrame::hindranceActionTriggered);
    m_body->setSpacing(space(Space::M));
    m_footer->setSpacing(space(Space::S));
    m_footer->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space(Space::Xl), space(Space::Xl), space(Space::Xl), space(Space::L));
    layout->setSpacing(space(Space::Xs));
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(space(Space::M));
    layout->addLayout(m_body, 1);
    layout->addSpacing(space(Space::S));
    layout->addWidget(m_hindrance);
    layout->addWidget(m_banner);
    layout->addSpacing(space(Space::S));
    layout->addLayout(m_footer);
}

/// Larger text, or a strip that comes up, must not squeeze the form above it, nor push the buttons off the
/// screen.
void DialogFrame::growToFit()
{
    const int room = screen()->availableGeometry().height() - (frameGeometry().height() - height());
    layout()->activate();
    if (!m_scrolled && leastHeight() > room)
        scrollBody();
    if (m_scrolled) // there is room for whole tables and texts
        m_scrolled->setMinimumHeight(wantedHeight(*m_body, width() - 2 * space(Space::Xl)));
    setMinimumWidth(std::max(minimumWidth(), layout()->totalMinimumSize().width()));
    resize(width(), std::clamp(height(), std::min(wantedHeight(*layout(), width()), room), room));
}

int DialogFrame::leastHeight() const
{
    return layout()->hasHeightForWidth() ? layout()->totalMinimumHeightForWidth(width())
                                         : layout()->totalMinimumSize().height();
}

void DialogFrame::scrollBody()
{
    QWidget *focused = focusWidget();
    auto *column = static_cast<QVBoxLayout *>(layout());
    const int at = column->indexOf(m_body);
    column->removeItem(m_body);
    m_body->setParent(nullptr);
    m_scrolled = new QWidget;
    m_scrolled->setLayout(m_body);
    m_body->setContentsMargins(0, 0, space(Space::L), 0); // beside the scroll bar
    column->insertWidget(at, new ScrollColumn(m_scrolled, this), 1);
    layout()->activate();
    if (focused)
        focused->setFocus();
}

void DialogFrame::setHeading(const QString &title)
{
    setWindowTitle(title);
    m_title->setText(title);
}

void DialogFrame::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

QPushButton *DialogFrame::addButton(const QString &name, const QString &text, ButtonKind kind)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name + u"Button"_s);
    button->setAutoDefault(false);
    setButtonKind(button, kind);
    m_footer->addWidget(button);
    m_buttons.append(button);
    if (kind == ButtonKind::Primary || kind == ButtonKind::Danger) {
        m_main = button;
        button->setDefault(true);
        updateMain();
    }
    return button;
}

void DialogFrame::setMainEnabled(bool enabled)
{
    m_isMainWanted = enabled;
    updateMain();
}

void DialogFrame::updateMain()
{
    if (m_main)
        m_main->setEnabled(m_isMainWanted && !m_isHindered);
}

void DialogFrame::setHindrance(const QString &reason, const QString &actionText)
{
    const bool wasHindered = std::exchange(m_isHindered, !reason.isEmpty());
    if (!m_isHindered) {
        m_hindrance->dismiss();
        if (std::exchange(m_saysOffline, false))
            m_banner->dismiss();
    } else if (wasHindered) {
        m_hindrance->reword(reason, actionText);
    } else {
        m_hindrance->present(Banner::Kind::Warning, reason, actionText);
        growToFit();
    }
    updateMain();
}

QPushButton *DialogFrame::addCancelButton()
{
    QPushButton *button = addButton(u"cancel"_s, tr("Cancel"), ButtonKind::Normal);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
    return button;
}

void DialogFrame::addFooterWidget(QWidget *widget)
{
    m_footer->insertWidget(0, widget);
}

void DialogFrame::showFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_saysOffline = error.code == ErrorCode::Offline;
    m_banner->present(Banner::Kind::Danger, error.message);
    growToFit();
}

void DialogFrame::showEvent(QShowEvent *event)
{
    if (!std::exchange(m_wasShown, true)) {
        orderTabs();
        growToFit();
    }
    QDialog::showEvent(event);
}

/// The buttons are mostly made before what they are about. Each is put in its place again, even if it stands
/// there: the inner part of a spin box or day that had strayed behind what follows would lead Tab around in a
/// circle.
void DialogFrame::orderTabs()
{
    QWidget *first = nullptr;
    QList<QWidget *> order;
    for (QWidget *next = nextInFocusChain(); next != this; next = next->nextInFocusChain()) {
        const bool takesTab = (next->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !next->focusProxy();
        if (!takesTab || next->window() != this || m_buttons.contains(next))
            continue;
        order += next;
        if (!first && next->isEnabled() && next->isVisibleTo(this))
            first = next;
    }
    for (QPushButton *button : std::as_const(m_buttons))
        order += button;
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order[at - 1], order[at]);
    if (first && (!focusWidget() || m_buttons.contains(focusWidget())))
        first->setFocus();
}

/// What comes up later, or says more than before, is given the room that it asks for.
bool DialogFrame::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && m_wasShown)
        growToFit();
    return done;
}

void DialogFrame::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_main) {
        m_main->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace seatledger
