// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartaxes.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartwidget.h"

namespace seatledger {

/// Supply and demand over time as steps: the demand as an area, the supply as a line, and the part of the
/// demand that nothing covers hatched.
class StepChart final : public ChartWidget
{
    Q_OBJECT

public:
    using ChartWidget::ChartWidget;

    void setData(StepChartData data);
    [[nodiscard]] const StepChartData &data() const { return m_data; }

    [[nodiscard]] int count() const override { return static_cast<int>(m_data.steps.size()); }
    [[nodiscard]] QString describe(int datum) const override { return m_data.steps.at(datum).details; }
    [[nodiscard]] QRectF areaOf(int datum) const override;
    /// Where the word at the mark of today is; empty if today is not in sight.
    [[nodiscard]] QRectF todayArea() const { return m_todayArea; }

protected:
    void arrange(QSizeF size, const ChartLook &look) override;
    void draw(QPainter &painter, const ChartLook &look) override;

private:
    using Height = std::function<double(const ChartStep &)>;

    void addDemand(QAbstractAxis *days, QAbstractAxis *values, const ChartLook &look);
    void addShortage(QAbstractAxis *days, QAbstractAxis *values, const ChartLook &look);
    void addSupply(QAbstractAxis *days, QAbstractAxis *values, const ChartLook &look);
    [[nodiscard]] QList<QPointF> line(const Height &height) const;
    [[nodiscard]] QDate endOf(int datum) const;
    [[nodiscard]] bool hasShortage() const;
    [[nodiscard]] std::vector<ChartPart> legend() const;
    void arrangeToday(const ChartLook &look);
    void drawToday(QPainter &painter, const ChartLook &look) const;

    StepChartData m_data;
    ChartCanvas m_canvas;
    UprightFrame m_frame;
    DayAxis m_days;
    QSizeF m_size;
    QRectF m_todayArea;
};

} // namespace seatledger
