// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartdata.h"

#include <QBrush>
#include <QFont>
#include <QFontMetricsF>
#include <QPalette>
#include <QPen>
#include <QRectF>

class QPainter;

namespace seatledger {

/// In which colours and letters a chart is drawn: those of the window, or those of paper.
struct ChartLook {
    QPalette palette;
    QFont font; ///< of labels

    [[nodiscard]] QColor toneColor(Tone tone) const { return color(palette, tone); }
    [[nodiscard]] QFontMetricsF metrics() const { return QFontMetricsF(font); }
    [[nodiscard]] QBrush brush(const ChartFill &fill) const;
    /// The outline that keeps a pale or patterned shape apart from what is behind it.
    [[nodiscard]] QPen outline(const ChartFill &fill) const;
    [[nodiscard]] QPen gridPen() const;
};

/// Fills a shape as `fill` says; a pattern over a thin layer of its colour.
void paintFilled(QPainter &painter, const QRectF &rect, const ChartFill &fill, const ChartLook &look);

/// The mark of a part, filling `box`.
void paintMarker(QPainter &painter, const QRectF &box, const ChartPart &part, const ChartLook &look);

/// One line, cut at the end of `rect` with an ellipsis.
void paintLabel(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
                const ChartLook &look, Tone tone = Tone::TextMuted);

/// How high the legend is in this width; nought without parts.
[[nodiscard]] qreal legendHeight(const std::vector<ChartPart> &parts, qreal width, const ChartLook &look);
/// The parts of a chart in a line below it, in several lines where they do not fit.
void paintLegend(QPainter &painter, const QRectF &rect, const std::vector<ChartPart> &parts,
                 const ChartLook &look);

} // namespace seatledger
