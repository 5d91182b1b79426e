// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportchart.h"

#include "core/services/reportingapplicationservice.h"
#include "ui/charts/barchart.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/heatmap.h"
#include "ui/charts/stepchart.h"
#include "ui/charts/timelinechart.h"
#include "ui/reports/reportbars.h"
#include "ui/reports/reportcells.h"
#include "ui/reports/reporttimes.h"

#include <QMap>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// A chart of bars, whichever way they stand.
template <typename Chart>
class Bars final : public ReportChart
{
public:
    using Make = ReportBars (*)(const ReportTable &, const QString &currency);

    Bars(Make make, QWidget *parent) : m_make(make), m_chart(new Chart(parent)) {}

    ChartWidget *widget() const override { return m_chart; }
    bool show(const ReportTable &table, const QString &currency, QDate) override
    {
        ReportBars bars = m_make(table, currency);
        m_rows = std::move(bars.rows);
        m_chart->setData(std::move(bars.data));
        return !m_rows.empty();
    }
    std::vector<int> rowsOf(int datum) const override { return m_rows.at(datum); }

private:
    Make m_make;
    Chart *m_chart;
    std::vector<std::vector<int>> m_rows;
};

/// A step for each row.
class Steps final : public ReportChart
{
public:
    using Make = StepChartData (*)(const ReportTable &, QDate today);

    Steps(Make make, QWidget *parent) : m_make(make), m_chart(new StepChart(parent)) {}

    ChartWidget *widget() const override { return m_chart; }
    bool show(const ReportTable &table, const QString &, QDate today) override
    {
        m_chart->setData(m_make(table, today));
        const auto isAnything = [](const ChartStep &step) {
            return step.demand > 0 || step.supply.value_or(0) > 0;
        };
        return std::ranges::any_of(m_chart->data().steps, isAnything);
    }
    std::vector<int> rowsOf(int datum) const override { return {m_chart->data().steps.at(datum).row}; }

private:
    Make m_make;
    StepChart *m_chart;
};

class Timeline final : public ReportChart
{
public:
    explicit Timeline(QWidget *parent) : m_chart(new TimelineChart(parent)) {}

    ChartWidget *widget() const override { return m_chart; }
    bool show(const ReportTable &table, const QString &, QDate today) override
    {
        m_chart->setData(expiryData(table, today));
        return m_chart->count() > 0;
    }
    std::vector<int> rowsOf(int datum) const override { return m_chart->rowsOf(datum); }

private:
    TimelineChart *m_chart;
};

class Hours final : public ReportChart
{
public:
    explicit Hours(QWidget *parent) : m_chart(new HeatMap(parent)) {}

    ChartWidget *widget() const override { return m_chart; }
    bool show(const ReportTable &table, const QString &, QDate) override
    {
        m_chart->setData(activityData(table));
        m_rows = activityRows(table);
        return !table.rows.empty();
    }
    std::vector<int> rowsOf(int datum) const override
    {
        const auto row = m_rows.find({HeatMap::weekdayOf(datum), HeatMap::hourOf(datum)});
        return row == m_rows.end() ? std::vector<int>() : std::vector<int>{row->second};
    }

private:
    HeatMap *m_chart;
    HourRows m_rows;
};

} // namespace

ReportChart::~ReportChart() = default;

std::unique_ptr<ReportChart> ReportChart::of(ReportKind kind, QWidget *parent)
{
    switch (kind) {
    case ReportKind::Utilisation:
    case ReportKind::UtilisationByProduct:
    case ReportKind::UtilisationByVendor:
        return std::make_unique<Bars<BarChart>>(&utilisationBars, parent);
    case ReportKind::UtilisationByDepartment:
    case ReportKind::TopMembers:
        return std::make_unique<Bars<BarChart>>(&seatBars, parent);
    case ReportKind::Forecast:
        return std::make_unique<Bars<BarChart>>(&forecastBars, parent);
    case ReportKind::IdleSeats:
        return std::make_unique<Bars<BarChart>>(&idleBars, parent);
    case ReportKind::CostByDepartment:
    case ReportKind::CostByMember:
    case ReportKind::CostByVendor:
        return std::make_unique<Bars<BarChart>>(&costBars, parent);
    case ReportKind::CostByMonth:
        return std::make_unique<Bars<ColumnChart>>(&costColumns, parent);
    case ReportKind::SeatsOverTime:
        return std::make_unique<Steps>(&seatSteps, parent);
    case ReportKind::ForecastByMonth:
        return std::make_unique<Steps>(&monthSteps, parent);
    case ReportKind::Expiring:
        return std::make_unique<Timeline>(parent);
    case ReportKind::Activity:
        return std::make_unique<Hours>(parent);
    case ReportKind::Holders:
        return nullptr;
    }
    return nullptr;
}

QStringList currenciesOf(const ReportTable &table)
{
    if (!isCostReport(table.kind))
        return {};
    QMap<QString, std::pair<int, double>> weights; // rows, and how much
    for (const ReportRow &row : table.rows) {
        for (const ReportCell &cell : row.cells) {
            if (const auto *money = std::get_if<Money>(&cell)) {
                auto &[rows, amount] = weights[money->currency().code()];
                rows += table.kind == ReportKind::CostByMonth ? 0
                                                              : 1; // a month is one, however much it costs
                amount += money->toText().toDouble();
                break;
            }
        }
    }
    QStringList codes = weights.keys();
    std::ranges::stable_sort(codes,
                             [&](const QString &a, const QString &b) { return weights[a] > weights[b]; });
    return codes;
}

ChartTable chartTableOf(const ReportTable &table)
{
    ChartTable chart;
    for (const ReportColumn &column : table.columns) {
        if (column.type == CellType::Money || column.type == CellType::Percent)
            chart.figures += static_cast<int>(chart.headings.size());
        chart.headings += reportColumnTitle(table.kind, column.name);
    }
    for (const ReportRow &row : table.rows) {
        QVariantList cells;
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            cells += cellValue(table.kind, table.columns[column], row.cells[column]);
        chart.rows.push_back(std::move(cells));
    }
    return chart;
}

} // namespace seatledger
