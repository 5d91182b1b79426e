// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationbutton.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"

#include <QMenu>
#include <QPainter>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr int iconSide = 18;
constexpr int arrowSide = 14;
constexpr double offOpacity = 0.45;
} // namespace

NavigationButton::NavigationButton(QString id, QString iconName, const QString &label, QWidget *parent)
    : QAbstractButton(parent), m_id(std::move(id)), m_iconName(std::move(iconName))
{
    setObjectName(m_id + u"NavigationButton"_s);
    setText(label);
    setAccessibleName(label);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationButton::setBadge(const QString &text)
{
    m_badge = text;
    if (isEnabled())
        setAccessibleDescription(text);
    update();
}

void NavigationButton::setMenu(QMenu *menu)
{
    m_menu = menu;
    setCheckable(false);
    connect(this, &NavigationButton::clicked, menu,
            [this] { m_menu->popup(mapToGlobal(QPoint(0, -m_menu->sizeHint().height()))); });
    updateGeometry();
}

QSize NavigationButton::sizeHint() const
{
    const QFont bold = scaledFont(font(), TextSize::Body, QFont::DemiBold); // as the current one is
    const int arrow = m_menu ? arrowSide + space(Space::S) : 0;
    return {QFontMetrics(bold).horizontalAdvance(text()) + iconSide + arrow + 3 * space(Space::M),
            std::max(36, fontMetrics().height() + 16)};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool current = isChecked();
    if (!isEnabled())
        painter.setOpacity(offOpacity);
    if (current || (underMouse() && isEnabled()))
        paintRounded(painter, rect(), extent(Size::Radius),
                     color(palette(), current ? Tone::AccentSoft : Tone::Raised));
    if (hasFocus())
        paintFocusRing(painter, rect(), palette(), extent(Size::Radius));
    const QColor ink = color(palette(), current ? Tone::Accent : Tone::TextMuted);
    paintIcon(painter, QRect(space(Space::M) - 2, (height() - iconSide) / 2, iconSide, iconSide), m_iconName,
              ink);
    painter.setFont(scaledFont(font(), TextSize::Body, current ? QFont::DemiBold : QFont::Normal));
    painter.setPen(color(palette(), Tone::Text));
    const QRect area = rect().adjusted(space(Space::M) + iconSide + space(Space::S), 0, -space(Space::S), 0);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text());
    if (m_menu)
        paintChevron(painter, QRect(rect().right() - space(Space::S) - arrowSide, 0, arrowSide, height()),
                     Qt::DownArrow, color(palette(), Tone::TextMuted));
    paintBadge(painter);
}

void NavigationButton::paintBadge(QPainter &painter)
{
    if (m_badge.isEmpty())
        return;
    painter.setFont(scaledFont(font(), TextSize::Small, QFont::DemiBold));
    const int width = std::max(20, painter.fontMetrics().horizontalAdvance(m_badge) + 12);
    const QRect pill(rect().right() - width - space(Space::S) + 1, (height() - 20) / 2, width, 20);
    paintRounded(painter, pill, 10, color(palette(), Tone::DangerSoft));
    painter.setPen(color(palette(), Tone::Danger));
    painter.drawText(pill, Qt::AlignCenter, m_badge);
}

} // namespace seatledger
