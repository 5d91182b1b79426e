// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "ui/charts/chartdata.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QWidget;

namespace seatledger {

class ChartWidget;

/// The chart of a report: which one it is, and how rows become what it shows. Makes a widget, which its
/// parent owns. GUI thread.
class ReportChart
{
public:
    /// None for reports without a chart.
    [[nodiscard]] static std::unique_ptr<ReportChart> of(ReportKind kind, QWidget *parent);
    virtual ~ReportChart();

    [[nodiscard]] virtual ChartWidget *widget() const = 0;
    /// Shows the rows; of reports with money, those of one currency. What is near and what is past is said by
    /// the book's `today`. False if there is nothing to show.
    virtual bool show(const ReportTable &table, const QString &currency, QDate today) = 0;
    /// The rows behind what was clicked.
    [[nodiscard]] virtual std::vector<int> rowsOf(int datum) const = 0;
};

/// The currencies of a report's rows, the one with the most rows first, and of those the one with the largest
/// sum; none for reports whose chart is not of money.
[[nodiscard]] QStringList currenciesOf(const ReportTable &table);

/// A report's rows as the table of its chart.
[[nodiscard]] ChartTable chartTableOf(const ReportTable &table);

} // namespace seatledger
