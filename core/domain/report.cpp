// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/report.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<ReportKind>> enumEntries()
{
    using enum ReportKind;
    static constexpr std::array entries{
        EnumEntry{Utilisation, "utilisation"_L1, QT_TRANSLATE_NOOP("domain", "Utilisation by licence")},
        EnumEntry{UtilisationByProduct, "utilisation-by-product"_L1,
                  QT_TRANSLATE_NOOP("domain", "Utilisation by product")},
        EnumEntry{UtilisationByVendor, "utilisation-by-vendor"_L1,
                  QT_TRANSLATE_NOOP("domain", "Utilisation by vendor")},
        EnumEntry{UtilisationByDepartment, "utilisation-by-department"_L1,
                  QT_TRANSLATE_NOOP("domain", "Seats held by department")},
        EnumEntry{SeatsOverTime, "seats-over-time"_L1, QT_TRANSLATE_NOOP("domain", "Seats over time")},
        EnumEntry{Forecast, "forecast"_L1, QT_TRANSLATE_NOOP("domain", "Forecast by licence")},
        EnumEntry{ForecastByMonth, "forecast-by-month"_L1, QT_TRANSLATE_NOOP("domain", "Forecast by month")},
        EnumEntry{Expiring, "expiring"_L1, QT_TRANSLATE_NOOP("domain", "Expiring entitlements")},
        EnumEntry{CostByDepartment, "cost-by-department"_L1,
                  QT_TRANSLATE_NOOP("domain", "Cost by department")},
        EnumEntry{CostByMember, "cost-by-member"_L1, QT_TRANSLATE_NOOP("domain", "Cost by member")},
        EnumEntry{CostByVendor, "cost-by-vendor"_L1, QT_TRANSLATE_NOOP("domain", "Cost by vendor")},
        EnumEntry{CostByMonth, "cost-by-month"_L1, QT_TRANSLATE_NOOP("domain", "Cost by month")},
        EnumEntry{IdleSeats, "idle-seats"_L1, QT_TRANSLATE_NOOP("domain", "Idle seats")},
        EnumEntry{Holders, "holders"_L1, QT_TRANSLATE_NOOP("domain", "Holders of seats")},
        EnumEntry{TopMembers, "top-members"_L1, QT_TRANSLATE_NOOP("domain", "Members with the most seats")},
        EnumEntry{Activity, "activity"_L1, QT_TRANSLATE_NOOP("domain", "Activity by day and hour")},
    };
    return entries;
}

namespace {

struct Column {
    QLatin1StringView name;
    CellType type = CellType::Text;
};

using enum CellType;

constexpr std::array utilisation{
    Column{"license"_L1},
    Column{"vendor"_L1},
    Column{"product"_L1},
    Column{"metric"_L1},
    Column{"seats"_L1, Count},
    Column{"held"_L1, Count},
    Column{"held_here"_L1, Count},
    Column{"free"_L1, Count},
    Column{"short_seats"_L1, Count},
    Column{"used_percent"_L1, Percent},
};
constexpr std::array utilisationByProduct{
    Column{"product"_L1},
    Column{"vendor"_L1},
    Column{"licenses"_L1, Count},
    Column{"seats"_L1, Count},
    Column{"held"_L1, Count},
    Column{"held_unlimited"_L1, Count},
    Column{"held_here"_L1, Count},
    Column{"free"_L1, Count},
    Column{"short_seats"_L1, Count},
    Column{"used_percent"_L1, Percent},
};
constexpr std::array utilisationByVendor{
    Column{"vendor"_L1},      Column{"licenses"_L1, Count},       Column{"seats"_L1, Count},
    Column{"held"_L1, Count}, Column{"held_unlimited"_L1, Count}, Column{"held_here"_L1, Count},
    Column{"free"_L1, Count}, Column{"short_seats"_L1, Count},    Column{"used_percent"_L1, Percent},
};
constexpr std::array utilisationByDepartment{
    Column{"department"_L1},      Column{"members"_L1, Count}, Column{"holders"_L1, Count},
    Column{"licenses"_L1, Count}, Column{"seats"_L1, Count},   Column{"share_percent"_L1, Percent},
};
constexpr std::array seatsOverTime{
    Column{"day"_L1, Day},
    Column{"until"_L1, Day},
    Column{"seats"_L1, Count},
    Column{"held"_L1, Count},
    Column{"held_unlimited"_L1, Count},
    Column{"held_here"_L1, Count},
    Column{"free"_L1, Count},
    Column{"short_licenses"_L1, Count},
    Column{"short_seats"_L1, Count},
};
constexpr std::array forecast{
    Column{"license"_L1},
    Column{"vendor"_L1},
    Column{"product"_L1},
    Column{"seats"_L1, Count},
    Column{"held"_L1, Count},
    Column{"short_on"_L1, Day},
    Column{"short_seats"_L1, Count},
    Column{"short_until"_L1, Day},
    Column{"billing"_L1},
    Column{"price_to_cover"_L1, CellType::Money},
    Column{"cost_to_cover_per_month"_L1, CellType::Money},
    Column{"renewal_on"_L1, Day},
    Column{"droppable_seats"_L1, Count},
    Column{"saving_per_month"_L1, CellType::Money},
};
constexpr std::array forecastByMonth{
    Column{"month"_L1, Month},       Column{"seats"_L1, Count},
    Column{"held"_L1, Count},        Column{"short_licenses"_L1, Count},
    Column{"short_seats"_L1, Count}, Column{"cost_to_cover_per_month"_L1, CellType::Money},
};
constexpr std::array expiring{
    Column{"license"_L1},      Column{"vendor"_L1},           Column{"product"_L1},
    Column{"ends_on"_L1, Day}, Column{"days_left"_L1, Count}, Column{"seats"_L1, Count},
    Column{"held"_L1, Count},  Column{"renewal"_L1},          Column{"order_number"_L1},
    Column{"supplier"_L1},     Column{"billing"_L1},          Column{"price"_L1, CellType::Money},
};
constexpr std::array costByDepartment{
    Column{"department"_L1},
    Column{"holders"_L1, Count},
    Column{"seats"_L1, Count},
    Column{"cost_per_month"_L1, CellType::Money},
    Column{"share_percent"_L1, Percent},
};
constexpr std::array costByMember{
    Column{"member"_L1},          Column{"number"_L1},       Column{"department"_L1},
    Column{"licenses"_L1, Count}, Column{"seats"_L1, Count}, Column{"cost_per_month"_L1, CellType::Money},
};
constexpr std::array costByVendor{
    Column{"vendor"_L1},
    Column{"licenses"_L1, Count},
    Column{"seats"_L1, Count},
    Column{"held"_L1, Count},
    Column{"cost_per_month"_L1, CellType::Money},
    Column{"idle_per_month"_L1, CellType::Money},
};
constexpr std::array costByMonth{
    Column{"month"_L1, Month},
    Column{"held"_L1, Count},
    Column{"cost"_L1, CellType::Money},
    Column{"idle_cost"_L1, CellType::Money},
};
constexpr std::array idleSeats{
    Column{"license"_L1},
    Column{"vendor"_L1},
    Column{"member"_L1},
    Column{"department"_L1},
    Column{"seats"_L1, Count},
    Column{"from_day"_L1, Day},
    Column{"last_used"_L1, Instant},
    Column{"idle_days"_L1, Count},
    Column{"suggestion"_L1},
    Column{"renewal_on"_L1, Day},
    Column{"cost_per_month"_L1, CellType::Money},
};
constexpr std::array holders{
    Column{"license"_L1},        Column{"vendor"_L1},       Column{"product"_L1},
    Column{"member"_L1},         Column{"number"_L1},       Column{"email"_L1},
    Column{"department"_L1},     Column{"seats"_L1, Count}, Column{"from_day"_L1, Day},
    Column{"until_day"_L1, Day}, Column{"state"_L1},
};
constexpr std::array topMembers{
    Column{"member"_L1},          Column{"number"_L1},       Column{"department"_L1},
    Column{"licenses"_L1, Count}, Column{"seats"_L1, Count},
};
constexpr std::array activity{
    Column{"weekday"_L1, Count},  Column{"hour"_L1, Count},    Column{"count"_L1, Count},
    Column{"assigned"_L1, Count}, Column{"revoked"_L1, Count}, Column{"activated"_L1, Count},
};

std::span<const Column> columnsOf(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Utilisation:
        return utilisation;
    case ReportKind::UtilisationByProduct:
        return utilisationByProduct;
    case ReportKind::UtilisationByVendor:
        return utilisationByVendor;
    case ReportKind::UtilisationByDepartment:
        return utilisationByDepartment;
    case ReportKind::SeatsOverTime:
        return seatsOverTime;
    case ReportKind::Forecast:
        return forecast;
    case ReportKind::ForecastByMonth:
        return forecastByMonth;
    case ReportKind::Expiring:
        return expiring;
    case ReportKind::CostByDepartment:
        return costByDepartment;
    case ReportKind::CostByMember:
        return costByMember;
    case ReportKind::CostByVendor:
        return costByVendor;
    case ReportKind::CostByMonth:
        return costByMonth;
    case ReportKind::IdleSeats:
        return idleSeats;
    case ReportKind::Holders:
        return holders;
    case ReportKind::TopMembers:
        return topMembers;
    case ReportKind::Activity:
        return activity;
    }
    return {};
}

} // namespace

std::vector<ReportColumn> reportColumns(ReportKind kind, bool withCosts)
{
    std::vector<ReportColumn> columns;
    for (const Column &column : columnsOf(kind)) {
        if (withCosts || column.type != CellType::Money)
            columns.push_back({column.name, column.type});
    }
    return columns;
}

bool isCostReport(ReportKind kind)
{
    switch (kind) {
    case ReportKind::CostByDepartment:
    case ReportKind::CostByMember:
    case ReportKind::CostByVendor:
    case ReportKind::CostByMonth:
        return true;
    default:
        return false;
    }
}

} // namespace seatledger
