// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartaxes.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartwidget.h"

namespace seatledger {

/// What happens when, as stems on a line of days: the higher the more. Each part has a colour and a shape of
/// its own. What lies too close together to be told apart is drawn as one stem.
class TimelineChart final : public ChartWidget
{
    Q_OBJECT

public:
    using ChartWidget::ChartWidget;

    /// The events in any order.
    void setData(TimelineChartData data);
    [[nodiscard]] const TimelineChartData &data() const { return m_data; }

    [[nodiscard]] int count() const override { return static_cast<int>(m_stems.size()); }
    [[nodiscard]] QString describe(int datum) const override { return m_stems.at(datum).details; }
    [[nodiscard]] QRectF areaOf(int datum) const override;
    /// What a stem stands for, by the numbers of ChartEvent::rows.
    [[nodiscard]] const std::vector<int> &rowsOf(int datum) const { return m_stems.at(datum).rows; }
    [[nodiscard]] QDate dayOf(int datum) const { return m_stems.at(datum).day; }

protected:
    void arrange(QSizeF size, const ChartLook &look) override;
    void draw(QPainter &painter, const ChartLook &look) override;

private:
    void addPart(std::size_t part, QAbstractAxis *days, QAbstractAxis *values, const ChartLook &look);
    void drawStems(QPainter &painter, const ChartLook &look) const;

    TimelineChartData m_data;
    std::vector<ChartEvent> m_stems;
    ChartCanvas m_canvas;
    UprightFrame m_frame;
    DayAxis m_days;
    QSizeF m_size;
};

/// The events as stems no closer than `days` to each other, in the order of time; parts stay apart.
[[nodiscard]] std::vector<ChartEvent> gathered(std::vector<ChartEvent> events, int days);

} // namespace seatledger
