// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace seatledger {

/// How a shape is filled: a colour by what it stands for, and a pattern, so that nothing depends on seeing
/// the colour.
struct ChartFill {
    Tone tone = Tone::Series1;
    Qt::BrushStyle pattern = Qt::SolidPattern;

    friend bool operator==(const ChartFill &, const ChartFill &) = default;
};

/// Fewer seats than are needed, in every chart.
inline constexpr ChartFill shortageFill{Tone::SeriesShort, Qt::BDiagPattern};
/// What is there and not in use, in every chart.
inline constexpr ChartFill freeFill{Tone::SeriesFree};

/// The shape that a part of a chart is known by in the legend, and in charts of points.
enum class ChartMarker { Square, Diamond, Triangle, Circle, Line };

/// One kind of quantity in a chart: a line of its legend.
struct ChartPart {
    QString name;
    ChartFill fill = {};
    ChartMarker marker = ChartMarker::Square;
};

/// Writes a value at an axis.
using AxisText = std::function<QString(double)>;

/// One bar, or one column: a quantity of each part, end to end.
struct ChartBar {
    QString label;
    std::vector<double> values; ///< one for each part, none negative
    QString figure = {};        ///< beside the bar: "37 / 50"
    QString details = {};       ///< all of it in words, for hovering and for screen readers
};

/// Bars below each other, or columns side by side.
struct BarChartData {
    std::vector<ChartPart> parts;
    std::vector<ChartBar> bars;
    AxisText axisText = {};
    std::optional<double> full = {}; ///< where a mark says "all of it": 100 for percents
    bool isWhole = false;            ///< of things that are counted: no half ones at the axis
};

/// From `day` on, until the day of the next one.
struct ChartStep {
    QDate day;
    double demand = 0;
    std::optional<double> supply = {};
    double shortage = 0; ///< how much of the demand is not covered
    QString details = {};
    int row = -1; ///< what it stands for, by number in the caller's data
};

/// Supply and demand as steps; the days ascend, and the last step ends at `until`.
struct StepChartData {
    std::vector<ChartStep> steps;
    QDate until;
    QDate today = {}; ///< marked, if it lies within
    QString demandName;
    QString supplyName;
    QString shortageName;
};

/// Something that happens on a day.
struct ChartEvent {
    QDate day;
    double size = 0;
    std::size_t part = 0;
    QString details = {};
    std::vector<int> rows = {}; ///< what it stands for, by number in the caller's data
};

struct TimelineChartData {
    std::vector<ChartPart> parts; ///< how urgent
    std::vector<ChartEvent> events;
    QDate from;
    QDate until;
};

/// How much happens at which hour of which day of the week (0: Monday).
struct HeatMapData {
    std::array<std::array<double, 24>, 7> values{};
    std::function<QString(double)> valueText = {};
};

/// The table of a chart: texts, numbers and days, as QVariant has them.
struct ChartTable {
    QStringList headings;
    std::vector<QVariantList> rows;
    QList<int> figures = {}; ///< columns whose texts are figures, such as amounts: they stand at the right
};

} // namespace seatledger
