// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "ui/reports/reportchoice.h"

#include <optional>
#include <variant>

namespace seatledger {

/// A page of the window, what to search for there, and which object to select.
struct PagePlace {
    QString page;
    QString search;
    qint64 object = 0;

    friend bool operator==(const PagePlace &, const PagePlace &) = default;
};

/// Where what a row of a report is about can be seen: on its page, or as a closer report with the filters of
/// this one. Nowhere for rows about nothing in particular.
using ReportTargetPlace = std::variant<std::monostate, PagePlace, ReportPlace>;
[[nodiscard]] ReportTargetPlace placeBehind(const ReportTable &table, int row, const ReportPlace &from);

} // namespace seatledger
