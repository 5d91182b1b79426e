// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartaxes.h"

#include <QPainter>

#include <cmath>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal gap = 6;
constexpr qreal lineRoom = 44; ///< between two values
constexpr qreal legendGap = 8;

QString wordsOf(const AxisText &text, double value)
{
    return text ? text(value) : plainNumber(value);
}

qreal lineHeight(const ChartLook &look)
{
    return std::ceil(look.metrics().height());
}

} // namespace

UprightFrame uprightFrame(QSizeF size, double largest, const AxisText &axisText,
                          const std::vector<ChartPart> &legend, const ChartLook &look)
{
    const qreal line = lineHeight(look);
    const qreal legendRoom = legend.size() > 1 ? legendHeight(legend, size.width(), look) + legendGap : 0;
    const qreal top = std::ceil(line / 2) + 1;
    const qreal high = std::max<qreal>(size.height() - top - line - gap - legendRoom, 30);
    UprightFrame frame;
    frame.scale = valueScale(largest, std::max(1, static_cast<int>(high / lineRoom)), true);
    qreal words = 0;
    for (int mark = 0; mark <= frame.scale.lines(); ++mark)
        words = std::max(words, look.metrics().horizontalAdvance(wordsOf(axisText, mark * frame.scale.step)));
    const qreal left = std::ceil(words) + gap;
    frame.plot = {left, top, std::max<qreal>(size.width() - left - 4, 30), high};
    return frame;
}

qreal valueToY(const UprightFrame &frame, double value)
{
    return frame.plot.bottom() - frame.plot.height() * value / frame.scale.top;
}

void drawValueWords(QPainter &painter, const UprightFrame &frame, const AxisText &axisText,
                    const ChartLook &look)
{
    const qreal line = lineHeight(look);
    for (int mark = 0; mark <= frame.scale.lines(); ++mark) {
        const double value = mark * frame.scale.step;
        paintLabel(painter, {0, valueToY(frame, value) - line / 2, frame.plot.left() - gap, line},
                   Qt::AlignRight | Qt::AlignVCenter, wordsOf(axisText, value), look);
    }
}

void drawUprightLegend(QPainter &painter, const UprightFrame &frame, QSizeF size,
                       const std::vector<ChartPart> &legend, const ChartLook &look)
{
    if (legend.size() < 2)
        return;
    const qreal top = frame.plot.bottom() + gap + lineHeight(look) + legendGap;
    paintLegend(painter, {0, top, size.width(), size.height() - top}, legend, look);
}

DayAxis dayAxis(QDate from, QDate until, const UprightFrame &frame, const ChartLook &look)
{
    const qreal wide = look.metrics().horizontalAdvance(u"2026-12-31"_s) + 14;
    return {from, std::max(until, from.addDays(1)),
            dayTicks(from, until, std::max(2, static_cast<int>(frame.plot.width() / wide)))};
}

qreal dayToX(const UprightFrame &frame, const DayAxis &axis, QDate day)
{
    const qreal days = static_cast<qreal>(axis.from.daysTo(axis.until));
    return frame.plot.left() + frame.plot.width() * static_cast<qreal>(axis.from.daysTo(day)) / days;
}

void drawDayWords(QPainter &painter, const UprightFrame &frame, const DayAxis &axis, const ChartLook &look)
{
    const qreal line = lineHeight(look);
    for (const DayTick &tick : axis.ticks) {
        const qreal wide = look.metrics().horizontalAdvance(tick.text) + 2;
        const qreal right = frame.plot.right() + 4 - wide;
        const qreal x = std::clamp(dayToX(frame, axis, tick.day) - wide / 2, 0.0, std::max(right, 0.0));
        paintLabel(painter, {x, frame.plot.bottom() + gap, wide, line}, Qt::AlignHCenter | Qt::AlignTop,
                   tick.text, look);
    }
}

} // namespace seatledger
