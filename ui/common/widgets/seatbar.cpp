// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/seatbar.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"

#include <QLocale>
#include <QPainter>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 6;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

std::optional<qint64> SeatFigures::free() const
{
    if (!supply)
        return std::nullopt;
    return std::max<qint64>(0, *supply - used - reserved);
}

qint64 SeatFigures::over() const
{
    return supply ? std::max<qint64>(0, used - *supply) : 0;
}

Tone SeatFigures::tone() const
{
    if (!supply)
        return Tone::Accent;
    if (used > *supply)
        return Tone::Danger;
    if (*supply == 0)
        return Tone::TextMuted; // nothing bought, nothing missing
    const bool isTight = *free() == 0 || *free() < lowBelow || used > *supply - overage;
    return isTight ? Tone::Warning : Tone::Accent;
}

QString SeatFigures::shortText() const
{
    return number(used) + u" / "_s + (supply ? number(*supply) : u"∞"_s);
}

QString SeatFigures::reservedText() const
{
    return reserved > 0 ? SeatBar::tr("%Ln reserved", nullptr, static_cast<int>(reserved)) : QString();
}

QString SeatFigures::leftText() const
{
    if (!supply)
        return SeatBar::tr("unlimited");
    if (const qint64 beyond = over(); beyond > 0)
        return SeatBar::tr("%Ln over", nullptr, static_cast<int>(beyond));
    if (*free() == 0)
        return SeatBar::tr("none left");
    const QString left = SeatBar::tr("%Ln left", nullptr, static_cast<int>(*free()));
    const qint64 byOverage = std::min(*free(), overage);
    return byOverage > 0 ? SeatBar::tr("%1, %Ln by overage", nullptr, static_cast<int>(byOverage)).arg(left)
                         : left;
}

void paintSeatBar(QPainter &painter, const QRectF &rect, const SeatFigures &figures, const QPalette &palette)
{
    const qreal corner = rect.height() / 2;
    paintRounded(painter, rect, corner, color(palette, Tone::NeutralSoft), color(palette, Tone::Border));
    if (!figures.supply || figures.used + figures.reserved <= 0)
        return;
    const double whole = double(std::max(*figures.supply, figures.used));
    const Tone tone = figures.tone();
    const QColor ink = color(palette, tone == Tone::Warning ? Tone::WarningFill : tone);
    const auto fill = [&](qint64 seats, const QColor &fillColor) {
        QRectF filled = rect;
        filled.setWidth(std::clamp(rect.width() * double(seats) / whole, rect.height(), rect.width()));
        paintRounded(painter, filled, corner, fillColor);
    };
    if (figures.reserved > 0) {
        QColor lighter = ink;
        lighter.setAlphaF(0.4F);
        fill(figures.used + figures.reserved, lighter);
    }
    if (figures.used > 0)
        fill(figures.used, ink);
    if (figures.over() > 0 && *figures.supply > 0) { // a notch where the supply ends
        const qreal x = rect.left() + rect.width() * double(*figures.supply) / whole;
        painter.fillRect(QRectF(x - 1, rect.top() - 2, 2, rect.height() + 4), color(palette, Tone::Text));
    }
}

void paintSeatCell(QPainter &painter, const QRect &rect, const SeatFigures &figures, const QPalette &palette,
                   const QFont &font)
{
    const int barWidth = std::clamp(rect.width() * 2 / 5, 0, 72);
    painter.save();
    painter.setFont(font);
    const Tone tone = figures.tone();
    painter.setPen(color(palette, tone == Tone::Accent ? Tone::Text : tone));
    QRect text = rect.adjusted(barWidth + 10, 0, 0, 0);
    if (figures.over() > 0) {
        const int after = painter.fontMetrics().horizontalAdvance(figures.shortText()) + 6;
        const int left = std::min(text.left() + after, text.right() - 14);
        paintIcon(painter, QRect(left, text.center().y() - 6, 14, 14), u"alert-triangle",
                  color(palette, Tone::Danger));
        text.setRight(left - 4);
    }
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(figures.shortText(), Qt::ElideRight, text.width()));
    painter.restore();
    paintSeatBar(painter, QRectF(rect.left(), rect.center().y() - barHeight / 2 + 1, barWidth, barHeight),
                 figures, palette);
}

SeatBar::SeatBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SeatBar::setFigures(const SeatFigures &figures)
{
    m_figures = figures;
    QStringList parts{figures.shortText(), figures.leftText()};
    if (figures.reserved > 0)
        parts.insert(1, figures.reservedText());
    setAccessibleName(tr("Seats used: %1").arg(parts.join(u", "_s)));
    update();
}

QSize SeatBar::sizeHint() const
{
    return {200, fontMetrics().height() + space(Space::Xs) + 2 + barHeight + 4};
}

QSize SeatBar::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void SeatBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect line(0, 0, width(), fontMetrics().height());
    painter.setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    painter.setPen(color(palette(), Tone::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_figures.shortText());
    const int used = painter.fontMetrics().horizontalAdvance(m_figures.shortText()) + space(Space::S);
    painter.setFont(font());
    painter.setPen(color(palette(), Tone::TextMuted));
    painter.drawText(line.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     m_figures.reservedText());
    const Tone tone = m_figures.tone();
    painter.setPen(color(palette(), tone == Tone::Accent ? Tone::TextMuted : tone));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_figures.leftText());
    paintSeatBar(painter, QRectF(0, line.bottom() + space(Space::Xs) + 2, width(), barHeight), m_figures,
                 palette());
}

} // namespace seatledger
