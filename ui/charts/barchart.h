// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartwidget.h"

namespace seatledger {

/// Horizontal bars, one below the other, each of several parts end to end, with a label at the left and a
/// figure at the right. Shows as many of the bars, from the first, as are readable in its height.
class BarChart final : public ChartWidget
{
    Q_OBJECT

public:
    using ChartWidget::ChartWidget;

    void setData(BarChartData data);
    [[nodiscard]] const BarChartData &data() const { return m_data; }

    /// How many bars are in sight.
    [[nodiscard]] int count() const override { return m_shown; }
    [[nodiscard]] QString describe(int datum) const override;
    [[nodiscard]] QRectF areaOf(int datum) const override;

protected:
    void arrange(QSizeF size, const ChartLook &look) override;
    void draw(QPainter &painter, const ChartLook &look) override;

private:
    void fillCanvas(QSizeF size, const QRectF &plot, const ChartLook &look);
    void drawWords(QPainter &painter, const ChartLook &look) const;
    [[nodiscard]] qreal rowHeight() const;
    [[nodiscard]] QRectF rowRect(int row, qreal left, qreal width) const;
    [[nodiscard]] qreal largest() const;
    [[nodiscard]] QString axisText(double value) const;

    BarChartData m_data;
    ChartCanvas m_canvas;
    ValueScale m_scale;
    QSizeF m_size;
    int m_shown = 0;
    qreal m_figureWidth = 0;
    qreal m_tickRoom = 0; ///< between two values of the axis
};

} // namespace seatledger
