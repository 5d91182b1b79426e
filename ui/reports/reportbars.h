// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "ui/charts/chartdata.h"

#include <vector>

namespace seatledger {

/// Bars and the rows of the report behind each.
struct ReportBars {
    BarChartData data;
    std::vector<std::vector<int>> rows;
};

// How the reports become bars; those of money show the rows of one currency.

/// Held, free and short as percents of the seats there are, the fullest first.
[[nodiscard]] ReportBars utilisationBars(const ReportTable &table, const QString &currency);
/// Seats, the most first.
[[nodiscard]] ReportBars seatBars(const ReportTable &table, const QString &currency);
/// Seats that will be short, and seats that could be dropped.
[[nodiscard]] ReportBars forecastBars(const ReportTable &table, const QString &currency);
/// Idle seats, a bar for each licence.
[[nodiscard]] ReportBars idleBars(const ReportTable &table, const QString &currency);
/// Cost a month, in use and idle where the report tells.
[[nodiscard]] ReportBars costBars(const ReportTable &table, const QString &currency);
/// Cost of each month.
[[nodiscard]] ReportBars costColumns(const ReportTable &table, const QString &currency);

} // namespace seatledger
