// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stepchart.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace seatledger {

namespace {

constexpr ChartFill demandFill{Tone::Series1};
constexpr ChartFill supplyFill{Tone::Text};

/// An area between two lines; it takes both.
QAreaSeries *area(const QList<QPointF> &upper, const QList<QPointF> &lower)
{
    auto *above = new QLineSeries;
    auto *below = new QLineSeries;
    above->append(upper);
    below->append(lower);
    auto *series = new QAreaSeries(above, below);
    above->setParent(series);
    below->setParent(series);
    return series;
}

QList<QPointF> ground(const QList<QPointF> &line)
{
    return {QPointF(line.first().x(), 0), QPointF(line.last().x(), 0)};
}

} // namespace

void StepChart::setData(StepChartData data)
{
    m_data = std::move(data);
    takeData();
}

QDate StepChart::endOf(int datum) const
{
    return datum + 1 < count() ? m_data.steps[datum + 1].day : m_data.until;
}

QRectF StepChart::areaOf(int datum) const
{
    if (!m_days.from.isValid())
        return {};
    const qreal left = dayToX(m_frame, m_days, m_data.steps[datum].day);
    const qreal right = dayToX(m_frame, m_days, endOf(datum));
    return {left, m_frame.plot.top(), std::max(right - left, 2.0), m_frame.plot.height()};
}

bool StepChart::hasShortage() const
{
    return std::ranges::any_of(m_data.steps, [](const ChartStep &step) { return step.shortage > 0; });
}

std::vector<ChartPart> StepChart::legend() const
{
    std::vector<ChartPart> parts{{m_data.demandName, demandFill},
                                 {m_data.supplyName, supplyFill, ChartMarker::Line}};
    if (hasShortage())
        parts.push_back({m_data.shortageName, shortageFill});
    return parts;
}

QList<QPointF> StepChart::line(const Height &height) const
{
    QList<QPointF> points;
    for (int step = 0; step < count(); ++step) {
        const double y = height(m_data.steps[step]);
        points += QPointF(dayValue(m_data.steps[step].day), y);
        points += QPointF(dayValue(endOf(step)), y);
    }
    return points;
}

void StepChart::arrange(QSizeF size, const ChartLook &look)
{
    m_size = size;
    if (m_data.steps.empty()) {
        m_days = {};
        m_todayArea = {};
        return;
    }
    double largest = 0;
    for (const ChartStep &step : m_data.steps)
        largest = std::max({largest, step.demand, step.supply.value_or(0)});
    m_frame = uprightFrame(size, largest, {}, legend(), look);
    m_days = dayAxis(m_data.steps.front().day, m_data.until, m_frame, look);
    m_canvas.begin(size, m_frame.plot, look);
    QAbstractAxis *days = m_canvas.addDays(m_days.from, m_days.until, m_days.ticks);
    QAbstractAxis *values = m_canvas.addValues(Qt::AlignLeft, m_frame.scale);
    addDemand(days, values, look);
    addShortage(days, values, look);
    addSupply(days, values, look);
    m_canvas.end();
    arrangeToday(look);
}

void StepChart::addDemand(QAbstractAxis *days, QAbstractAxis *values, const ChartLook &look)
{
    const QList<QPointF> upper = line([](const ChartStep &step) { return step.demand; });
    QAreaSeries *series = area(upper, ground(upper));
    QColor pale = look.toneColor(demandFill.tone);
    pale.setAlphaF(0.28F);
    series->setBrush(pale);
    series->setPen(QPen(look.toneColor(demandFill.tone), 1.5));
    m_canvas.add(series, days, values);
}

void StepChart::addShortage(QAbstractAxis *days, QAbstractAxis *values, const ChartLook &look)
{
    QList<QPointF> upper;
    QList<QPointF> lower;
    const auto finish = [&] {
        if (upper.isEmpty())
            return;
        QAreaSeries *series = area(upper, lower);
        series->setBrush(look.brush(shortageFill));
        series->setPen(QPen(look.toneColor(shortageFill.tone), 1));
        m_canvas.add(series, days, values);
        upper.clear();
        lower.clear();
    };
    for (int at = 0; at < count(); ++at) {
        const ChartStep &step = m_data.steps[at];
        if (step.shortage <= 0) {
            finish();
            continue;
        }
        const double covered = step.demand - std::min(step.shortage, step.demand);
        for (const QDate day : {step.day, endOf(at)}) {
            upper += QPointF(dayValue(day), step.demand);
            lower += QPointF(dayValue(day), covered);
        }
    }
    finish();
}

void StepChart::addSupply(QAbstractAxis *days, QAbstractAxis *values, const ChartLook &look)
{
    // days without a supply (unlimited) are gaps: one line for each stretch between them
    QList<QPointF> stretch;
    const auto finish = [&] {
        if (stretch.isEmpty())
            return;
        auto *series = new QLineSeries;
        series->append(stretch);
        series->setPen(QPen(look.toneColor(supplyFill.tone), 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        m_canvas.add(series, days, values);
        stretch.clear();
    };
    for (int step = 0; step < count(); ++step) {
        const std::optional<double> supply = m_data.steps[step].supply;
        if (!supply) {
            finish();
            continue;
        }
        stretch += QPointF(dayValue(m_data.steps[step].day), *supply);
        stretch += QPointF(dayValue(endOf(step)), *supply);
    }
    finish();
}

void StepChart::draw(QPainter &painter, const ChartLook &look)
{
    if (m_data.steps.empty())
        return;
    m_canvas.draw(painter);
    drawValueWords(painter, m_frame, {}, look);
    drawDayWords(painter, m_frame, m_days, look);
    drawToday(painter, look);
    drawUprightLegend(painter, m_frame, m_size, legend(), look);
}

void StepChart::arrangeToday(const ChartLook &look)
{
    m_todayArea = {};
    if (!m_data.today.isValid() || m_data.today < m_days.from || m_data.today > m_days.until)
        return;
    const qreal x = dayToX(m_frame, m_days, m_data.today);
    const qreal wide = look.metrics().horizontalAdvance(tr("today")) + 2;
    const bool fitsRight = x + 4 + wide < m_frame.plot.right();
    m_todayArea = {fitsRight ? x + 4 : x - 4 - wide, m_frame.plot.top() + 2, wide, look.metrics().height()};
}

void StepChart::drawToday(QPainter &painter, const ChartLook &look) const
{
    if (m_todayArea.isEmpty())
        return;
    const qreal x = std::round(dayToX(m_frame, m_days, m_data.today)) + 0.5;
    painter.setPen(QPen(look.toneColor(Tone::TextMuted), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, m_frame.plot.top()), QPointF(x, m_frame.plot.bottom()));
    painter.fillRect(m_todayArea.adjusted(-2, 0, 2, 0), look.toneColor(Tone::Surface)); // lines may run below
    paintLabel(painter, m_todayArea, Qt::AlignLeft | Qt::AlignTop, tr("today"), look);
}

} // namespace seatledger
