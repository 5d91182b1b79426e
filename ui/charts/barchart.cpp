// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include "ui/common/wording.h"

#include <QBarSet>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>
#include <numeric>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal tallestRow = 34;
constexpr qreal gap = 8;
constexpr qreal labelShare = 0.36; ///< of the width, at most
constexpr qreal barShare = 0.58;   ///< of a row's height
constexpr qreal leastTickRoom = 100; ///< between two values of the axis

qreal lowestRow(const ChartLook &look)
{
    return std::ceil(look.metrics().height()) + 5;
}

qreal widest(const std::vector<ChartBar> &bars, int count, QString ChartBar::*text, const ChartLook &look)
{
    qreal width = 0;
    for (int bar = 0; bar < count; ++bar)
        width = std::max(width, look.metrics().horizontalAdvance(bars[bar].*text));
    return std::ceil(width) + 1;
}

} // namespace

void BarChart::setData(BarChartData data)
{
    m_data = std::move(data);
    m_shown = static_cast<int>(m_data.bars.size());
    takeData();
}

QString BarChart::describe(int datum) const
{
    const ChartBar &bar = m_data.bars.at(datum);
    return bar.details.isEmpty() ? labelled(bar.label, bar.figure) : bar.details;
}

qreal BarChart::rowHeight() const
{
    return m_shown > 0 ? m_canvas.plot().height() / m_shown : 0;
}

QRectF BarChart::rowRect(int row, qreal left, qreal width) const
{
    return {left, m_canvas.plot().top() + row * rowHeight(), width, rowHeight()};
}

QRectF BarChart::areaOf(int datum) const
{
    return rowRect(datum, 2, m_size.width() - 4);
}

qreal BarChart::largest() const
{
    qreal most = m_data.full.value_or(0);
    for (int bar = 0; bar < m_shown; ++bar) {
        const std::vector<double> &values = m_data.bars[bar].values;
        most = std::max(most, std::accumulate(values.begin(), values.end(), 0.0));
    }
    return most;
}

QString BarChart::axisText(double value) const
{
    return m_data.axisText ? m_data.axisText(value) : plainNumber(value);
}

void BarChart::arrange(QSizeF size, const ChartLook &look)
{
    m_size = size;
    const qreal line = std::ceil(look.metrics().height());
    const qreal foot = line + 4
                       + (m_data.parts.size() > 1 ? legendHeight(m_data.parts, size.width(), look) + 6 : 0);
    const qreal room = std::max(size.height() - foot - 2, lowestRow(look));
    const int all = static_cast<int>(m_data.bars.size());
    m_shown = std::min(all, static_cast<int>(room / lowestRow(look)));
    const qreal labels = std::min(widest(m_data.bars, m_shown, &ChartBar::label, look),
                                  size.width() * labelShare);
    m_figureWidth = widest(m_data.bars, m_shown, &ChartBar::figure, look);
    const qreal left = labels + gap;
    const QRectF plot(left, 1, std::max<qreal>(size.width() - left - m_figureWidth - gap - 2, 20),
                      std::min(room, m_shown * tallestRow));
    // there may be one value more than is wished for: its words still stand apart
    m_tickRoom = std::max(leastTickRoom, 1.5 * look.metrics().horizontalAdvance(axisText(largest())) + 16);
    m_scale = valueScale(largest(), std::max(1, static_cast<int>(plot.width() / m_tickRoom)), m_data.isWhole);
    fillCanvas(size, plot, look);
}

void BarChart::fillCanvas(QSizeF size, const QRectF &plot, const ChartLook &look)
{
    m_canvas.begin(size, plot, look);
    QValueAxis *values = m_canvas.addValues(Qt::AlignBottom, m_scale);
    QAbstractAxis *rows = m_canvas.addCategories(Qt::AlignLeft, m_shown);
    auto *series = new QHorizontalStackedBarSeries;
    series->setBarWidth(barShare);
    for (std::size_t part = 0; part < m_data.parts.size(); ++part) {
        auto *set = new QBarSet(m_data.parts[part].name);
        set->setBrush(look.brush(m_data.parts[part].fill));
        set->setPen(look.outline(m_data.parts[part].fill));
        for (int bar = m_shown - 1; bar >= 0; --bar) // from the bottom
            set->append(m_data.bars[bar].values.at(part));
        series->append(set);
    }
    m_canvas.add(series, values, rows);
    m_canvas.end();
}

void BarChart::draw(QPainter &painter, const ChartLook &look)
{
    m_canvas.draw(painter);
    drawWords(painter, look);
}

void BarChart::drawWords(QPainter &painter, const ChartLook &look) const
{
    const QRectF &plot = m_canvas.plot();
    for (int row = 0; row < m_shown; ++row) {
        paintLabel(painter, rowRect(row, 0, plot.left() - gap), Qt::AlignLeft | Qt::AlignVCenter,
                   m_data.bars[row].label, look, Tone::Text);
        paintLabel(painter, rowRect(row, plot.right() + gap, m_figureWidth),
                   Qt::AlignRight | Qt::AlignVCenter, m_data.bars[row].figure, look);
    }
    if (m_data.full) {
        const qreal x = std::round(plot.left() + plot.width() * *m_data.full / m_scale.top) + 0.5;
        painter.setPen(QPen(look.toneColor(Tone::TextMuted), 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    const qreal line = std::ceil(look.metrics().height());
    for (int tick = 0; tick <= m_scale.lines(); ++tick) {
        const qreal x = plot.left() + plot.width() * tick / m_scale.lines();
        paintLabel(painter, {x - m_tickRoom / 2, plot.bottom() + 3, m_tickRoom, line},
                   Qt::AlignHCenter | Qt::AlignTop, axisText(tick * m_scale.step), look);
    }
    if (m_data.parts.size() > 1)
        paintLegend(painter, {0, plot.bottom() + line + 10, m_size.width(), m_size.height()}, m_data.parts,
                    look);
}

} // namespace seatledger
