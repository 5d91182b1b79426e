// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartlook.h"

#include "ui/common/style/painting.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace seatledger {

namespace {

constexpr qreal swatch = 11;
constexpr qreal swatchGap = 6;
constexpr qreal entryGap = 18;
constexpr qreal lineGap = 4;

qreal lineHeight(const ChartLook &look)
{
    return std::ceil(look.metrics().height()) + lineGap;
}

/// Calls `place(part, corner)` for each part; answers the height of all lines.
template <typename Place>
qreal flow(const std::vector<ChartPart> &parts, qreal width, const ChartLook &look, Place place)
{
    QPointF corner;
    for (const ChartPart &part : parts) {
        const qreal wide = swatch + swatchGap + look.metrics().horizontalAdvance(part.name);
        if (corner.x() > 0 && corner.x() + wide > width)
            corner = {0, corner.y() + lineHeight(look)};
        place(part, corner);
        corner.rx() += wide + entryGap;
    }
    return corner.y() + lineHeight(look);
}

} // namespace

QBrush ChartLook::brush(const ChartFill &fill) const
{
    return {toneColor(fill.tone), fill.pattern};
}

QPen ChartLook::outline(const ChartFill &fill) const
{
    const bool isPale = fill.tone == Tone::SeriesFree;
    if (isPale)
        return {toneColor(Tone::BorderStrong), 1};
    return fill.pattern == Qt::SolidPattern ? QPen(Qt::NoPen) : QPen(toneColor(fill.tone), 1);
}

QPen ChartLook::gridPen() const
{
    return {toneColor(Tone::Border), 1};
}

void paintFilled(QPainter &painter, const QRectF &rect, const ChartFill &fill, const ChartLook &look)
{
    painter.save();
    if (fill.pattern != Qt::SolidPattern) {
        QColor pale = look.toneColor(fill.tone);
        pale.setAlphaF(0.18F);
        painter.fillRect(rect, pale);
    }
    painter.setPen(look.outline(fill));
    painter.setBrush(look.brush(fill));
    painter.drawRect(rect);
    painter.restore();
}

void paintMarker(QPainter &painter, const QRectF &box, const ChartPart &part, const ChartLook &look)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.toneColor(part.fill.tone));
    const QPointF middle = box.center();
    switch (part.marker) {
    case ChartMarker::Square:
        paintFilled(painter, box, part.fill, look);
        break;
    case ChartMarker::Diamond:
        painter.drawConvexPolygon(QPolygonF{{middle.x(), box.top()},
                                            {box.right(), middle.y()},
                                            {middle.x(), box.bottom()},
                                            {box.left(), middle.y()}});
        break;
    case ChartMarker::Triangle:
        painter.drawConvexPolygon(QPolygonF{{middle.x(), box.top()}, box.bottomRight(), box.bottomLeft()});
        break;
    case ChartMarker::Circle:
        painter.drawEllipse(box);
        break;
    case ChartMarker::Line:
        painter.drawRect(QRectF(box.left(), middle.y() - 1, box.width(), 2));
        break;
    }
    painter.restore();
}

void paintLabel(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
                const ChartLook &look, Tone tone)
{
    painter.setFont(look.font);
    painter.setPen(look.toneColor(tone));
    // a hair more than the text needs: its advance is rounded
    const QString shown = look.metrics().elidedText(text, Qt::ElideRight, rect.width() + 0.5);
    paintTextLine(painter, rect, alignment, shown);
}

qreal legendHeight(const std::vector<ChartPart> &parts, qreal width, const ChartLook &look)
{
    return parts.empty() ? 0 : flow(parts, width, look, [](const ChartPart &, QPointF) {});
}

void paintLegend(QPainter &painter, const QRectF &rect, const std::vector<ChartPart> &parts,
                 const ChartLook &look)
{
    const qreal high = lineHeight(look);
    flow(parts, rect.width(), look, [&](const ChartPart &part, QPointF corner) {
        const QPointF at = rect.topLeft() + corner;
        const QRectF box(std::round(at.x()) + 0.5, std::round(at.y() + (high - swatch) / 2) + 0.5, swatch,
                         swatch);
        paintMarker(painter, box, part, look);
        const QRectF text(at.x() + swatch + swatchGap, at.y(), rect.right() - at.x() - swatch - swatchGap,
                          high);
        paintLabel(painter, text, Qt::AlignLeft | Qt::AlignVCenter, part.name, look);
    });
}

} // namespace seatledger
