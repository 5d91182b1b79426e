// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartdata.h"
#include "ui/charts/chartlook.h"
#include "ui/charts/chartticks.h"

namespace seatledger {

/// Where the series of an upright chart are drawn, with room for the values at the left, the words of the
/// lower axis and the legend below.
struct UprightFrame {
    QRectF plot;
    ValueScale scale;
};

/// `largest` is the highest value there is; `axisText` none: plain numbers.
[[nodiscard]] UprightFrame uprightFrame(QSizeF size, double largest, const AxisText &axisText,
                                        const std::vector<ChartPart> &legend, const ChartLook &look);

/// Where a value is between the lower and the upper edge.
[[nodiscard]] qreal valueToY(const UprightFrame &frame, double value);

void drawValueWords(QPainter &painter, const UprightFrame &frame, const AxisText &axisText,
                    const ChartLook &look);
void drawUprightLegend(QPainter &painter, const UprightFrame &frame, QSizeF size,
                       const std::vector<ChartPart> &legend, const ChartLook &look);

/// The days of an upright chart.
struct DayAxis {
    QDate from;
    QDate until;
    std::vector<DayTick> ticks;
};
[[nodiscard]] DayAxis dayAxis(QDate from, QDate until, const UprightFrame &frame, const ChartLook &look);
[[nodiscard]] qreal dayToX(const UprightFrame &frame, const DayAxis &axis, QDate day);
void drawDayWords(QPainter &painter, const UprightFrame &frame, const DayAxis &axis, const ChartLook &look);

} // namespace seatledger
