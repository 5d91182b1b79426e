// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dashboardfigures.h"
#include "core/domain/report.h"

#include <QJsonObject>

namespace seatledger::server {

/// Columns with their kinds, and rows as objects with the columns as keys.
[[nodiscard]] QJsonObject toJson(const ReportTable &table);
[[nodiscard]] QJsonObject toJson(const DashboardFigures &figures);

} // namespace seatledger::server
