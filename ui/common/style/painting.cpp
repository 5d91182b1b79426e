// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/painting.h"

#include "ui/common/style/icons.h"

#include <QPainter>

namespace seatledger {

using namespace Qt::StringLiterals;

void paintRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
                  const QColor &outline, qreal outlineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
    QRectF inner = rect;
    if (outline.isValid()) {
        const qreal half = outlineWidth / 2;
        inner.adjust(half, half, -half, -half);
        painter.setPen(QPen(outline, outlineWidth));
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.drawRoundedRect(inner, radius, radius);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, const QPalette &palette, qreal radius)
{
    paintRounded(painter, rect, radius, {}, color(palette, Tone::Accent), 2);
}

void paintChevron(QPainter &painter, const QRect &rect, Qt::ArrowType direction, const QColor &color,
                  int side)
{
    const QStringView name = direction == Qt::UpArrow      ? u"chevron-up"
                             : direction == Qt::LeftArrow  ? u"chevron-left"
                             : direction == Qt::RightArrow ? u"chevron-right"
                                                           : u"chevron-down";
    const QRectF target(QRectF(rect).center() - QPointF(side, side) / 2, QSizeF(side, side));
    paintIcon(painter, target, name, color);
}

void paintTextLine(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const qreal beside = rect.width() - metrics.horizontalAdvance(text);
    const qreal above = rect.height() - metrics.height();
    const qreal left = alignment.testFlag(Qt::AlignRight)     ? beside
                       : alignment.testFlag(Qt::AlignHCenter) ? beside / 2
                                                              : 0;
    const qreal top = alignment.testFlag(Qt::AlignTop)      ? 0
                      : alignment.testFlag(Qt::AlignBottom) ? above
                                                            : above / 2;
    painter.drawText(rect.topLeft() + QPointF(left, top + metrics.ascent()), text);
}

namespace stylepainting {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

qreal radius()
{
    return extent(Size::Radius);
}

} // namespace

void checkBox(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QRectF box = QRectF(option.rect);
    const QColor fill = color(palette, !enabled ? Tone::Raised : on ? Tone::Accent : Tone::Surface);
    const QColor line = color(palette, !enabled ? Tone::Border : on ? Tone::Accent : Tone::BorderStrong);
    paintRounded(painter, box, 4, fill, line);
    if (on) {
        const QStringView mark = has(option, QStyle::State_NoChange) ? u"minus" : u"check";
        paintIcon(painter, box.adjusted(1, 1, -1, -1), mark,
                  color(palette, enabled ? Tone::OnAccent : Tone::TextFaint));
    }
}

void radioButton(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QRectF box = QRectF(option.rect);
    const QColor line = color(palette, on && enabled ? Tone::Accent : Tone::BorderStrong);
    paintRounded(painter, box, box.width() / 2, color(palette, Tone::Surface), line, on ? 1.5 : 1);
    if (on) {
        const qreal gap = box.width() * 0.28;
        paintRounded(painter, box.adjusted(gap, gap, -gap, -gap), box.width(),
                     color(palette, enabled ? Tone::Accent : Tone::TextFaint));
    }
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider)
{
    const QPalette &palette = option.palette;
    if (option.minimum == option.maximum || slider.isEmpty())
        return;
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    QColor thumb = color(palette, active ? Tone::TextFaint : Tone::BorderStrong);
    QRectF rect = QRectF(slider);
    if (option.orientation == Qt::Vertical)
        rect.adjust(3, 2, -3, -2);
    else
        rect.adjust(2, 3, -2, -3);
    paintRounded(painter, rect, std::min(rect.width(), rect.height()) / 2, thumb);
}

void progressGroove(QPainter &painter, const QStyleOption &option)
{
    const QRectF rect = QRectF(option.rect);
    paintRounded(painter, rect, std::min(rect.height() / 2, radius()),
                 color(option.palette, Tone::NeutralSoft));
}

void progressContents(QPainter &painter, const QStyleOptionProgressBar &option)
{
    QRectF rect = QRectF(option.rect);
    const double range = double(option.maximum) - option.minimum;
    const qreal corner = std::min(rect.height() / 2, radius());
    if (range > 0) {
        const double part = (double(option.progress) - option.minimum) / range;
        rect.setWidth(std::max(rect.height(), rect.width() * std::clamp(part, 0.0, 1.0)));
    } else {
        // Busy without an end: a third in the middle; the caller's timer is not ours to run.
        rect.adjust(rect.width() / 3, 0, -rect.width() / 3, 0);
    }
    paintRounded(painter, rect, corner, color(option.palette, Tone::Accent));
}

void tab(QPainter &painter, const QStyleOptionTab &option)
{
    const QPalette &palette = option.palette;
    const bool selected = has(option, QStyle::State_Selected);
    QRect line = option.rect;
    line.setTop(line.bottom());
    painter.fillRect(line, color(palette, Tone::Border));
    if (selected || has(option, QStyle::State_MouseOver)) {
        line.setTop(line.bottom() - 1);
        painter.fillRect(line, color(palette, selected ? Tone::Accent : Tone::BorderStrong));
    }
    if (has(option, QStyle::State_HasFocus))
        paintFocusRing(painter, QRectF(option.rect).adjusted(2, 4, -2, -4), palette, radius() - 2);
}

} // namespace stylepainting
} // namespace seatledger
