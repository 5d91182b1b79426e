// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"

#include <QVariant>

namespace seatledger {

/// A cell as people read it: numbers grouped, days as everywhere, words of the domain translated, the day of
/// the week by its name; "∞" for seats without limit, and nothing where there is nothing.
[[nodiscard]] QString cellText(ReportKind kind, const ReportColumn &column, const ReportCell &cell);

/// Numbers, money and percents are at the right; the hour and the day of the week are no numbers.
[[nodiscard]] Qt::Alignment cellAlignment(const ReportColumn &column);

/// A cell for the table of a chart: numbers stay numbers.
[[nodiscard]] QVariant cellValue(ReportKind kind, const ReportColumn &column, const ReportCell &cell);

} // namespace seatledger
