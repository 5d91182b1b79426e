// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/reportdefinitions.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

std::span<const ReportDefinition> reportDefinitions()
{
    static constexpr std::array definitions{
        ReportDefinition{ReportKind::Utilisation, "license"_L1, "held DESC, license, target_id"_L1},
    };
    return definitions;
}

const ReportDefinition *reportDefinition(ReportKind kind)
{
    const std::span<const ReportDefinition> all = reportDefinitions();
    const auto found = std::ranges::find(all, kind, &ReportDefinition::kind);
    return found == all.end() ? nullptr : &*found;
}

} // namespace seatledger
