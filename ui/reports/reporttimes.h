// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "ui/charts/chartdata.h"

#include <map>
#include <utility>

namespace seatledger {

// How the reports over time become what charts show.

/// Supply and demand; today is the day of the report.
[[nodiscard]] StepChartData seatSteps(const ReportTable &table);
/// The same by month.
[[nodiscard]] StepChartData monthSteps(const ReportTable &table);

/// What ends when: within 30, 60 and 90 days, and later.
[[nodiscard]] TimelineChartData expiryData(const ReportTable &table);

/// Row numbers by weekday (1: Monday) and hour.
using HourRows = std::map<std::pair<int, int>, int>;
[[nodiscard]] HeatMapData activityData(const ReportTable &table);
[[nodiscard]] HourRows activityRows(const ReportTable &table);

} // namespace seatledger
