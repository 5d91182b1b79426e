// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"

#include <QLatin1StringView>

#include <span>

namespace seatledger {

/// What a report has besides its SQL file and its columns.
struct ReportDefinition {
    ReportKind kind;
    QLatin1StringView
        target; ///< the entity whose id the file selects as `target_id`; empty: rows open nothing
    QLatin1StringView order; ///< as after ORDER BY, in columns of the file; makes the order total. {currency}
                             ///< begins with the currency that most costs a month are in
    bool isConverted = false; ///< amounts are in the currency of reports, where there is a rate
    bool isLong = false; ///< may have very many rows: they are counted only where a limit cuts them
    bool isOfSums = false; ///< read from sums over all licences: they may be behind
};

/// The reports there are, in the order of ReportKind.
[[nodiscard]] std::span<const ReportDefinition> reportDefinitions();

[[nodiscard]] const ReportDefinition *reportDefinition(ReportKind kind);

} // namespace seatledger
