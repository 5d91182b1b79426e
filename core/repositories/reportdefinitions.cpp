// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/reportdefinitions.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

std::span<const ReportDefinition> reportDefinitions()
{
    static constexpr std::array definitions{
        ReportDefinition{ReportKind::Utilisation, "license"_L1, "held DESC, license, target_id"_L1, false,
                         true},
        ReportDefinition{ReportKind::UtilisationByProduct, "product"_L1,
                         "held_here DESC, product, target_id"_L1},
        ReportDefinition{ReportKind::UtilisationByVendor, "vendor"_L1,
                         "held_here DESC, vendor, target_id"_L1},
        ReportDefinition{ReportKind::UtilisationByDepartment, "department"_L1,
                         "seats DESC, department NULLS LAST, target_id"_L1},
        ReportDefinition{
            .kind = ReportKind::SeatsOverTime, .target = {}, .order = "day"_L1, .isOfSums = true},
        ReportDefinition{ReportKind::Forecast, "license"_L1,
                         "short_on NULLS LAST, short_seats DESC NULLS LAST, saving_per_month_currency, "
                         "saving_per_month DESC NULLS LAST, license, target_id"_L1,
                         true},
        ReportDefinition{ReportKind::ForecastByMonth, {}, "month, ordinal"_L1, true},
        ReportDefinition{ReportKind::Expiring, "license"_L1, "lapse, license, entitlement_id"_L1, true, true},
        ReportDefinition{ReportKind::CostByDepartment, "department"_L1,
                         "{currency}cost_per_month DESC NULLS LAST, department NULLS LAST, "
                         "target_id"_L1,
                         true, false, true},
        ReportDefinition{ReportKind::CostByMember, "member"_L1,
                         "{currency}cost_per_month DESC NULLS LAST, member, target_id"_L1, true},
        ReportDefinition{ReportKind::CostByVendor, "vendor"_L1,
                         "{currency}cost_per_month DESC NULLS LAST, vendor"_L1, true},
        ReportDefinition{ReportKind::CostByMonth, {}, "month, cost_currency NULLS LAST"_L1, true},
        ReportDefinition{
            ReportKind::IdleSeats, "license_assignment"_L1,
            "cost_per_month_currency NULLS LAST, cost_per_month DESC NULLS LAST, idle_days DESC, "
            "target_id"_L1,
            true},
        ReportDefinition{ReportKind::Holders, "license_assignment"_L1, "license, member, target_id"_L1, false,
                         true},
        ReportDefinition{ReportKind::TopMembers, "member"_L1,
                         "seats DESC, licenses DESC, member, target_id"_L1},
        ReportDefinition{ReportKind::Activity, {}, "weekday, hour"_L1},
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
