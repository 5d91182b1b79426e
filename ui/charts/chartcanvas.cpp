// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartcanvas.h"

#include <QBarCategoryAxis>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPainter>
#include <QValueAxis>

namespace seatledger {

using namespace Qt::StringLiterals;

ChartCanvas::ChartCanvas() : m_chart(new QChart)
{
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene.addItem(m_chart);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::begin(QSizeF size, const QRectF &plot, const ChartLook &look)
{
    m_chart->removeAllSeries();
    for (QAbstractAxis *axis : m_chart->axes()) {
        axis->setGridLineVisible(false); // its lines stay in the scene until the event loop takes them
        m_chart->removeAxis(axis);
        delete axis;
    }
    m_size = size;
    m_plot = plot;
    m_look = look;
    m_scene.setSceneRect(QRectF(QPointF(), size));
    m_chart->resize(size);
    m_chart->setPlotArea(plot);
}

void ChartCanvas::style(QAbstractAxis *axis, bool hasGrid) const
{
    axis->setLabelsVisible(false);
    axis->setLineVisible(false);
    axis->setMinorGridLineVisible(false);
    axis->setGridLineVisible(hasGrid);
    axis->setGridLinePen(m_look.gridPen());
}

QValueAxis *ChartCanvas::addValues(Qt::Alignment side, const ValueScale &scale)
{
    auto *axis = new QValueAxis;
    axis->setRange(0, scale.top);
    axis->setTickCount(scale.lines() + 1);
    style(axis, true);
    m_chart->addAxis(axis, side);
    return axis;
}

QCategoryAxis *ChartCanvas::addDays(QDate from, QDate until, const std::vector<DayTick> &ticks)
{
    auto *axis = new QCategoryAxis;
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setRange(dayValue(from), std::max(dayValue(until), dayValue(from) + 1));
    axis->setStartValue(dayValue(from));
    for (const DayTick &tick : ticks)
        axis->append(QString::number(tick.day.toJulianDay()), dayValue(tick.day));
    style(axis, true);
    m_chart->addAxis(axis, Qt::AlignBottom);
    return axis;
}

QAbstractAxis *ChartCanvas::addCategories(Qt::Alignment side, int count)
{
    auto *axis = new QBarCategoryAxis;
    for (int category = 0; category < count; ++category)
        axis->append(QString::number(category));
    style(axis, false);
    m_chart->addAxis(axis, side);
    return axis;
}

void ChartCanvas::add(QAbstractSeries *series, QAbstractAxis *horizontal, QAbstractAxis *vertical)
{
    m_chart->addSeries(series);
    series->attachAxis(horizontal);
    series->attachAxis(vertical);
}

void ChartCanvas::end()
{
    m_chart->layout()->activate();
}

void ChartCanvas::draw(QPainter &painter)
{
    const QRectF all(QPointF(), m_size);
    painter.save();
    m_scene.render(&painter, all, all, Qt::IgnoreAspectRatio);
    painter.restore();
}

} // namespace seatledger
