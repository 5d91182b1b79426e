// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timelinechart.h"

#include <QCategoryAxis>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal headSize = 10;
constexpr qreal closest = 9; ///< pixels between two stems
constexpr int mostWords = 8; ///< lines in a tool tip

QScatterSeries::MarkerShape shapeOf(ChartMarker marker)
{
    switch (marker) {
    case ChartMarker::Diamond:
        return QScatterSeries::MarkerShapeRotatedRectangle;
    case ChartMarker::Triangle:
        return QScatterSeries::MarkerShapeTriangle;
    case ChartMarker::Circle:
        return QScatterSeries::MarkerShapeCircle;
    default:
        return QScatterSeries::MarkerShapeRectangle;
    }
}

void take(ChartEvent &stem, const ChartEvent &event)
{
    stem.size += event.size;
    stem.rows.insert(stem.rows.end(), event.rows.begin(), event.rows.end());
    const auto lines = stem.details.count(u'\n') + 1;
    if (lines < mostWords)
        stem.details += u'\n' + event.details;
    else if (!stem.details.endsWith(u'…'))
        stem.details += u"\n…"_s;
}

} // namespace

std::vector<ChartEvent> gathered(std::vector<ChartEvent> events, int days)
{
    std::ranges::stable_sort(events, {},
                             [](const ChartEvent &event) { return std::pair(event.part, event.day); });
    std::vector<ChartEvent> stems;
    for (ChartEvent &event : events) {
        const bool joins = !stems.empty() && stems.back().part == event.part
                           && stems.back().day.daysTo(event.day) < std::max(days, 1);
        if (joins)
            take(stems.back(), event);
        else
            stems.push_back(std::move(event));
    }
    std::ranges::stable_sort(stems, {}, &ChartEvent::day);
    return stems;
}

void TimelineChart::setData(TimelineChartData data)
{
    m_data = std::move(data);
    m_stems = gathered(m_data.events, 1);
    takeData();
}

QRectF TimelineChart::areaOf(int datum) const
{
    if (!m_days.from.isValid())
        return {};
    const ChartEvent &stem = m_stems[datum];
    const qreal x = dayToX(m_frame, m_days, stem.day);
    const qreal top = valueToY(m_frame, stem.size) - headSize / 2;
    return {x - closest / 2, top, closest, m_frame.plot.bottom() - top};
}

void TimelineChart::arrange(QSizeF size, const ChartLook &look)
{
    m_size = size;
    m_frame = uprightFrame(size, 1, {}, m_data.parts, look);
    const qreal days = static_cast<qreal>(std::max<qint64>(1, m_data.from.daysTo(m_data.until)));
    m_stems = gathered(m_data.events, static_cast<int>(std::ceil(closest * days / m_frame.plot.width())));
    double largest = 0;
    for (const ChartEvent &stem : m_stems)
        largest = std::max(largest, stem.size);
    m_frame = uprightFrame(size, largest * 1.05, {}, m_data.parts, look);
    const auto edge = static_cast<qint64>(
        std::ceil(days * headSize / m_frame.plot.width())); // for half a head
    m_days = dayAxis(m_data.from.addDays(-edge), m_data.until.addDays(edge), m_frame, look);
    m_canvas.begin(size, m_frame.plot, look);
    QAbstractAxis *dayLine = m_canvas.addDays(m_days.from, m_days.until, m_days.ticks);
    QAbstractAxis *values = m_canvas.addValues(Qt::AlignLeft, m_frame.scale);
    for (std::size_t part = m_data.parts.size(); part-- > 0;)
        addPart(part, dayLine, values, look);
    m_canvas.end();
}

void TimelineChart::addPart(std::size_t part, QAbstractAxis *days, QAbstractAxis *values,
                            const ChartLook &look)
{
    QList<QPointF> heads;
    for (const ChartEvent &stem : m_stems) {
        if (stem.part == part)
            heads << QPointF(dayValue(stem.day), stem.size);
    }
    if (heads.isEmpty())
        return;
    auto *points = new QScatterSeries;
    points->append(heads);
    points->setMarkerShape(shapeOf(m_data.parts[part].marker));
    points->setMarkerSize(headSize);
    points->setBrush(look.toneColor(m_data.parts[part].fill.tone));
    points->setPen(QPen(look.toneColor(Tone::Surface), 1));
    m_canvas.add(points, days, values);
}

void TimelineChart::drawStems(QPainter &painter, const ChartLook &look) const
{
    for (const ChartEvent &stem : m_stems) {
        const qreal x = dayToX(m_frame, m_days, stem.day);
        painter.setPen(
            QPen(look.toneColor(m_data.parts[stem.part].fill.tone), 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x, m_frame.plot.bottom()), QPointF(x, valueToY(m_frame, stem.size)));
    }
}

void TimelineChart::draw(QPainter &painter, const ChartLook &look)
{
    drawStems(painter, look);
    m_canvas.draw(painter);
    drawValueWords(painter, m_frame, {}, look);
    drawDayWords(painter, m_frame, m_days, look);
    drawUprightLegend(painter, m_frame, m_size, m_data.parts, look);
}

} // namespace seatledger
