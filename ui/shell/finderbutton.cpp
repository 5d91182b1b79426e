// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finderbutton.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"

#include <QPainter>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr int iconSide = 16;
}

FinderButton::FinderButton(const QString &text, QString keys, QWidget *parent)
    : QAbstractButton(parent), m_keys(std::move(keys))
{
    setObjectName(u"finderButton"_s);
    setText(text);
    setAccessibleName(text);
    setToolTip(text + u" ("_s + m_keys + u')');
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize FinderButton::sizeHint() const
{
    const QFontMetrics small(scaledFont(font(), TextSize::Small));
    return {fontMetrics().horizontalAdvance(text()) + small.horizontalAdvance(m_keys) + iconSide
                + 4 * space(Space::S),
            std::max(extent(Size::Control), fontMetrics().height() + 12)};
}

void FinderButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect(), extent(Size::Radius),
                 color(palette(), underMouse() ? Tone::Hover : Tone::Surface),
                 color(palette(), Tone::BorderStrong));
    if (hasFocus())
        paintFocusRing(painter, rect(), palette(), extent(Size::Radius));
    QRect area = rect().adjusted(space(Space::S), 0, -space(Space::S), 0);
    paintIcon(painter, QRect(area.left(), (height() - iconSide) / 2, iconSide, iconSide), u"search",
              color(palette(), Tone::TextMuted));
    area.setLeft(area.left() + iconSide + space(Space::S));
    painter.setPen(color(palette(), Tone::TextMuted));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(scaledFont(font(), TextSize::Small));
    painter.setPen(color(palette(), Tone::TextFaint));
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, m_keys);
}

} // namespace seatledger
