// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "ui/charts/chartdata.h"

#include <map>
#include <utility>

namespace seatledger {

// How the reports over time become what charts show.

/// Supply and demand, with today marked.
[[nodiscard]] StepChartData seatSteps(const ReportTable &table, QDate today);
/// The same by month.
[[nodiscard]] StepChartData monthSteps(const ReportTable &table, QDate today);

/// What ends when: within 30, 60 and 90 days of the day of the report, and later; as of another day than
/// today these are named by their last days, as nothing is "within 30 days" then.
[[nodiscard]] TimelineChartData expiryData(const ReportTable &table, QDate today);

/// Row numbers by weekday (1: Monday) and hour.
using HourRows = std::map<std::pair<int, int>, int>;
[[nodiscard]] HeatMapData activityData(const ReportTable &table);
[[nodiscard]] HourRows activityRows(const ReportTable &table);

} // namespace seatledger
