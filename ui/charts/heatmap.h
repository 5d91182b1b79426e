// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartwidget.h"

namespace seatledger {

/// Days of the week by hours of the day: the fuller the cell, the more happened. The week begins as in the
/// language of the window.
class HeatMap final : public ChartWidget
{
    Q_OBJECT

public:
    using ChartWidget::ChartWidget;

    void setData(HeatMapData values);

    [[nodiscard]] int count() const override { return 7 * 24; }
    [[nodiscard]] QString describe(int datum) const override;
    [[nodiscard]] QRectF areaOf(int datum) const override;
    /// 1: Monday.
    [[nodiscard]] static int weekdayOf(int datum);
    [[nodiscard]] static int hourOf(int datum) { return datum % 24; }

protected:
    void arrange(QSizeF size, const ChartLook &look) override;
    void draw(QPainter &painter, const ChartLook &look) override;
    [[nodiscard]] int below(int datum, int lines) const override;

private:
    [[nodiscard]] double valueOf(int datum) const;
    [[nodiscard]] QString valueText(double value) const;
    void drawScale(QPainter &painter, const ChartLook &look) const;
    void drawWords(QPainter &painter, const ChartLook &look) const;

    HeatMapData m_data;
    double m_largest = 0;
    QRectF m_grid;
    QSizeF m_size;
};

} // namespace seatledger
