// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dashboardfigures.h"
#include "core/domain/report.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace seatledger::ctl {

/// The report with its rows as objects; an amount is text in major units, with its currency beside it as
/// `<column>_currency`. What is none is null.
[[nodiscard]] QJsonObject toJson(const ReportTable &table);
[[nodiscard]] QJsonObject toJson(const DashboardFigures &figures);

/// The rows as Output::table() prints them.
[[nodiscard]] QList<QJsonObject> textRows(const ReportTable &table);
/// What stands below them: as of when, how many there are, the end of the audit chain.
[[nodiscard]] QString footOf(const ReportTable &table);

[[nodiscard]] QString textOf(const DashboardFigures &figures);

} // namespace seatledger::ctl
