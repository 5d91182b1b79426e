// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartlook.h"
#include "ui/charts/chartticks.h"

#include <QGraphicsScene>

class QAbstractAxis;
class QAbstractSeries;
class QCategoryAxis;
class QChart;
class QValueAxis;

namespace seatledger {

/// A Qt chart without frame, title, legend and labels, drawn by whoever owns it: series and grid lines are Qt
/// Charts', words are the owner's, at the places valueToX() and valueToY() tell. So a chart is the same on
/// the screen, in a file and on paper.
class ChartCanvas final
{
public:
    ChartCanvas();
    ~ChartCanvas();

    /// Takes away what is there. `plot` is the part of `size` where the series are.
    void begin(QSizeF size, const QRectF &plot, const ChartLook &look);
    /// An axis with a grid line every step.
    QValueAxis *addValues(Qt::Alignment side, const ValueScale &scale);
    /// An axis of days with a grid line at each tick.
    QCategoryAxis *addDays(QDate from, QDate until, const std::vector<DayTick> &ticks);
    /// An axis of so many categories, without grid lines; the first is at the bottom, or at the left: Qt
    /// Charts does not turn bars round with their axis.
    QAbstractAxis *addCategories(Qt::Alignment side, int count);
    /// Takes the series; it is drawn above those before.
    void add(QAbstractSeries *series, QAbstractAxis *horizontal, QAbstractAxis *vertical);
    void end();

    void draw(QPainter &painter);

    [[nodiscard]] const QRectF &plot() const { return m_plot; }

private:
    void style(QAbstractAxis *axis, bool hasGrid) const;

    QGraphicsScene m_scene;
    QChart *m_chart;
    QRectF m_plot;
    QSizeF m_size;
    ChartLook m_look;
};

/// A day as a number of a chart's axis.
[[nodiscard]] inline qreal dayValue(QDate day)
{
    return static_cast<qreal>(day.toJulianDay());
}

} // namespace seatledger
