// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartaxes.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartwidget.h"

namespace seatledger {

/// Columns side by side, each of several parts one on the other: quantities by month. Where there is no room
/// for all labels every second, third ... has one.
class ColumnChart final : public ChartWidget
{
    Q_OBJECT

public:
    using ChartWidget::ChartWidget;

    void setData(BarChartData data);
    [[nodiscard]] const BarChartData &data() const { return m_data; }

    [[nodiscard]] int count() const override { return static_cast<int>(m_data.bars.size()); }
    [[nodiscard]] QString describe(int datum) const override;
    [[nodiscard]] QRectF areaOf(int datum) const override;

protected:
    void arrange(QSizeF size, const ChartLook &look) override;
    void draw(QPainter &painter, const ChartLook &look) override;

private:
    void drawColumnLabels(QPainter &painter, const ChartLook &look) const;
    [[nodiscard]] qreal largest() const;

    BarChartData m_data;
    ChartCanvas m_canvas;
    UprightFrame m_frame;
    QSizeF m_size;
};

} // namespace seatledger
