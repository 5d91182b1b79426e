// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toastbar.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/style/painting.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortMs = 5'000;
constexpr int actionMs = 12'000;
constexpr int widest = 640;
constexpr int iconSide = 18;

struct Sign {
    QStringView icon;
    Tone tone;
};

Sign signOf(Toast::Kind kind)
{
    switch (kind) {
    case Toast::Kind::Done:
        return {u"circle-check", Tone::Success};
    case Toast::Kind::Told:
        return {u"info-circle", Tone::Accent};
    case Toast::Kind::Warning:
        return {u"alert-triangle", Tone::Warning};
    }
    Q_UNREACHABLE();
}

} // namespace

ToastBar::ToastBar(QWidget *parent)
    : QWidget(parent), m_action(new QPushButton(this)), m_close(new QToolButton(this))
{
    setObjectName(u"toastBar"_s);
    m_action->setObjectName(u"toastActionButton"_s);
    m_close->setObjectName(u"toastCloseButton"_s);
    m_close->setIcon(icon(u"x"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space(Space::M), space(Space::S), space(Space::S), space(Space::S));
    layout->setSpacing(space(Space::Xs));
    layout->addStretch();
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ToastBar::dismiss);
    connect(m_close, &QToolButton::clicked, this, &ToastBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, &ToastBar::takeAction);
    parent->installEventFilter(this);
    hide();
}

void ToastBar::present(const Toast &toast)
{
    if (std::exchange(m_isHeld, false))
        m_kept = m_toast;
    m_toast = toast;
    m_action->setText(toast.actionText);
    m_action->setVisible(toast.action != nullptr);
    setAccessibleName(toast.text);
    place();
    show();
    raise();
    update();
    m_timer.start(toast.action ? actionMs : shortMs);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ToastBar::hold()
{
    m_isHeld = true;
    m_timer.stop();
}

void ToastBar::dismiss()
{
    if (m_action->hasFocus() || m_close->hasFocus()) {
        if (sender() == &m_timer)
            return m_timer.start(shortMs);
    }
    hide();
    m_toast = {};
    m_isHeld = false;
    if (const auto kept = std::exchange(m_kept, std::nullopt)) {
        present(*kept);
        hold();
    }
}

bool ToastBar::triggerAction()
{
    if (isHidden() || !m_toast.action || m_isHeld)
        return false;
    takeAction();
    return true;
}

void ToastBar::takeAction()
{
    const auto action = m_toast.action;
    m_isHeld = false;
    m_timer.stop();
    hide();
    m_toast = {};
    action();
}

void ToastBar::place()
{
    const int buttons = layout()->sizeHint().width();
    const int wanted = fontMetrics().horizontalAdvance(m_toast.text) + iconSide + space(Space::S)
                       + space(Space::M) + buttons;
    const int room = parentWidget()->width() - 2 * space(Space::L);
    const int width = std::min({std::max(wanted, 240), widest, room});
    const int height = layout()->sizeHint().height();
    setGeometry((parentWidget()->width() - width) / 2, parentWidget()->height() - height - space(Space::L),
                width, height);
}

QRect ToastBar::textRect() const
{
    const int right = (m_action->isHidden() ? m_close->x() : m_action->x()) - space(Space::S);
    const int left = space(Space::M) + iconSide + space(Space::S);
    return {left, 0, right - left, height()};
}

void ToastBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Sign sign = signOf(m_toast.kind);
    paintRounded(painter, rect(), extent(Size::CardRadius), color(palette(), Tone::Surface),
                 color(palette(), Tone::BorderStrong));
    paintIcon(painter, QRect(space(Space::M), (height() - iconSide) / 2, iconSide, iconSide), sign.icon,
              color(palette(), sign.tone));
    painter.setPen(color(palette(), Tone::Text));
    const QRect area = textRect();
    paintTextLine(painter, area, Qt::AlignLeft,
                  fontMetrics().elidedText(m_toast.text, Qt::ElideMiddle, area.width()));
}

bool ToastBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void ToastBar::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void ToastBar::leaveEvent(QEvent *event)
{
    if (isVisible() && !m_isHeld)
        m_timer.start(shortMs);
    QWidget::leaveEvent(event);
}

} // namespace seatledger
