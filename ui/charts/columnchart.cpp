// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/columnchart.h"

#include "ui/common/wording.h"

#include <QBarSet>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <cmath>
#include <numeric>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal barShare = 0.62;
constexpr qreal widestColumn = 90;

} // namespace

void ColumnChart::setData(BarChartData data)
{
    m_data = std::move(data);
    takeData();
}

QString ColumnChart::describe(int datum) const
{
    const ChartBar &bar = m_data.bars.at(datum);
    return bar.details.isEmpty() ? labelled(bar.label, bar.figure) : bar.details;
}

QRectF ColumnChart::areaOf(int datum) const
{
    const QRectF &plot = m_canvas.plot();
    const qreal wide = count() > 0 ? plot.width() / count() : 0;
    return {plot.left() + datum * wide, plot.top(), wide, plot.height()};
}

qreal ColumnChart::largest() const
{
    qreal most = 0;
    for (const ChartBar &bar : m_data.bars)
        most = std::max(most, std::accumulate(bar.values.begin(), bar.values.end(), 0.0));
    return most;
}

void ColumnChart::arrange(QSizeF size, const ChartLook &look)
{
    m_size = size;
    m_frame = uprightFrame(size, largest(), m_data.axisText, m_data.parts, look);
    m_frame.plot.setWidth(std::min(m_frame.plot.width(), count() * widestColumn));
    m_canvas.begin(size, m_frame.plot, look);
    QAbstractAxis *columns = m_canvas.addCategories(Qt::AlignBottom, count());
    QValueAxis *values = m_canvas.addValues(Qt::AlignLeft, m_frame.scale);
    auto *series = new QStackedBarSeries;
    series->setBarWidth(barShare);
    for (std::size_t part = 0; part < m_data.parts.size(); ++part) {
        auto *set = new QBarSet(m_data.parts[part].name);
        set->setBrush(look.brush(m_data.parts[part].fill));
        set->setPen(look.outline(m_data.parts[part].fill));
        for (const ChartBar &bar : m_data.bars)
            set->append(bar.values.at(part));
        series->append(set);
    }
    m_canvas.add(series, columns, values);
    m_canvas.end();
}

void ColumnChart::draw(QPainter &painter, const ChartLook &look)
{
    m_canvas.draw(painter);
    drawValueWords(painter, m_frame, m_data.axisText, look);
    drawColumnLabels(painter, look);
    drawUprightLegend(painter, m_frame, m_size, m_data.parts, look);
}

void ColumnChart::drawColumnLabels(QPainter &painter, const ChartLook &look) const
{
    if (count() == 0)
        return;
    qreal widest = 0;
    for (const ChartBar &bar : m_data.bars)
        widest = std::max(widest, look.metrics().horizontalAdvance(bar.label) + 10);
    const qreal column = areaOf(0).width();
    const int every = std::max(1, static_cast<int>(std::ceil(widest / std::max(column, 1.0))));
    const qreal line = std::ceil(look.metrics().height());
    for (int bar = 0; bar < count(); bar += every) {
        const QPointF middle(areaOf(bar).center().x(), m_frame.plot.bottom() + 6);
        paintLabel(painter, {middle.x() - widest / 2, middle.y(), widest, line},
                   Qt::AlignHCenter | Qt::AlignTop, m_data.bars[bar].label, look);
    }
}

} // namespace seatledger
