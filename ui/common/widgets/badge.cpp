// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/badge.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"

#include <QPainter>

namespace seatledger {

namespace {

constexpr int padding = 8;
constexpr int iconSide = 14;
constexpr int iconGap = 4;

Tone softTone(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return Tone::SuccessSoft;
    case Tone::Warning:
        return Tone::WarningSoft;
    case Tone::Danger:
        return Tone::DangerSoft;
    case Tone::Accent:
        return Tone::AccentSoft;
    default:
        return Tone::NeutralSoft;
    }
}

QFont badgeFont(const QFont &font)
{
    return scaledFont(font, TextSize::Small, QFont::Medium);
}

} // namespace

QSize badgeSize(const Badge &badge, const QFont &font)
{
    const QFontMetrics metrics(badgeFont(font));
    const int icon = badge.icon.isEmpty() ? 0 : iconSide + iconGap;
    return {metrics.horizontalAdvance(badge.text) + 2 * padding + icon, metrics.height() + 4};
}

void paintBadge(QPainter &painter, const QRect &rect, const Badge &badge, const QPalette &palette,
                const QFont &font, bool onSelection)
{
    if (badge.text.isEmpty())
        return;
    const QSize wanted = badgeSize(badge, font);
    QRect pill(rect.left(), rect.center().y() - wanted.height() / 2 + 1,
               std::min(wanted.width(), rect.width()), wanted.height());
    const QColor ink = color(palette, badge.tone);
    paintRounded(painter, pill, pill.height() / 2.0,
                 color(palette, onSelection ? Tone::Surface : softTone(badge.tone)),
                 isHighContrast(schemeOf(palette)) ? ink : QColor());
    QRect inner = pill.adjusted(padding, 0, -padding, 0);
    if (!badge.icon.isEmpty()) {
        paintIcon(painter, QRect(inner.left() - 2, inner.center().y() - iconSide / 2 + 1, iconSide, iconSide),
                  badge.icon, ink);
        inner.setLeft(inner.left() + iconSide + iconGap - 2);
    }
    painter.save();
    painter.setFont(badgeFont(font));
    painter.setPen(ink);
    const QString text = painter.fontMetrics().elidedText(badge.text, Qt::ElideRight, inner.width() + 2);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    painter.restore();
}

BadgeLabel::BadgeLabel(Badge badge, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setBadge(std::move(badge));
}

void BadgeLabel::setBadge(Badge badge)
{
    m_badge = std::move(badge);
    setAccessibleName(m_badge.text);
    setVisible(!m_badge.text.isEmpty());
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return badgeSize(m_badge, font());
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_badge, palette(), font());
}

} // namespace seatledger
