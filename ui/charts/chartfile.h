// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "ui/charts/chartdata.h"

class QIODevice;

namespace seatledger {

class ChartWidget;

enum class PictureFormat { Png, Svg, Pdf };

/// Writes a chart with its title above, dark on white whatever the theme is, as large as it is on the screen
/// (PNG: with twice the pixels). Whole or not at all; the errors of WholeFile. GUI thread.
[[nodiscard]] Result<void> saveChart(ChartWidget &chart, const QString &title, const QString &path,
                                     PictureFormat format);

/// Writes the table of a chart as CSV: numbers bare, texts harmless to spreadsheets.
[[nodiscard]] Result<void> saveChartTable(const ChartTable &table, const QString &path);

/// What paper gets: the light colours, whatever the theme of the window is.
[[nodiscard]] struct ChartLook paperLook(const QFont &font);

} // namespace seatledger
