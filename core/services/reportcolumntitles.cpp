// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/reportingapplicationservice.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

struct ColumnTitle {
    QLatin1StringView column;
    const char *title;
};

constexpr std::array titles{
    ColumnTitle{"activated"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Activated")},
    ColumnTitle{"assigned"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Given")},
    ColumnTitle{"revoked"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Revoked")},
    ColumnTitle{"billing"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Billing")},
    ColumnTitle{"cost"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Cost")},
    ColumnTitle{"cost_per_month"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Cost a month")},
    ColumnTitle{"cost_to_cover_per_month"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Cost to cover a month")},
    ColumnTitle{"count"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Changes")},
    ColumnTitle{"day"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Day")},
    ColumnTitle{"days_left"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Days left")},
    ColumnTitle{"department"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Department")},
    ColumnTitle{"droppable_seats"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Seats to drop")},
    ColumnTitle{"email"_L1, QT_TRANSLATE_NOOP("ReportColumns", "E-mail")},
    ColumnTitle{"ends_on"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Last day")},
    ColumnTitle{"free"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Free")},
    ColumnTitle{"from_day"_L1, QT_TRANSLATE_NOOP("ReportColumns", "First day")},
    ColumnTitle{"held"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Held")},
    ColumnTitle{"held_here"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Held here")},
    ColumnTitle{"held_unlimited"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Held without limit")},
    ColumnTitle{"holders"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Holders")},
    ColumnTitle{"hour"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Hour")},
    ColumnTitle{"idle_cost"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Idle cost")},
    ColumnTitle{"idle_days"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Idle days")},
    ColumnTitle{"idle_per_month"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Idle a month")},
    ColumnTitle{"last_used"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Last used")},
    ColumnTitle{"license"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Licence")},
    ColumnTitle{"licenses"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Licences")},
    ColumnTitle{"member"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Member")},
    ColumnTitle{"members"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Members")},
    ColumnTitle{"metric"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Metric")},
    ColumnTitle{"month"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Month")},
    ColumnTitle{"number"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Number")},
    ColumnTitle{"order_number"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Order number")},
    ColumnTitle{"price"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Price")},
    ColumnTitle{"price_to_cover"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Price to cover")},
    ColumnTitle{"product"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Product")},
    ColumnTitle{"renewal"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Renewal")},
    ColumnTitle{"renewal_on"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Next renewal")},
    ColumnTitle{"saving_per_month"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Saving a month")},
    ColumnTitle{"seats"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Seats")},
    ColumnTitle{"share_percent"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Share")},
    ColumnTitle{"short_licenses"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Licences short")},
    ColumnTitle{"short_on"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Short from")},
    ColumnTitle{"short_seats"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Seats short")},
    ColumnTitle{"short_until"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Short until")},
    ColumnTitle{"state"_L1, QT_TRANSLATE_NOOP("ReportColumns", "State")},
    ColumnTitle{"suggestion"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Suggestion")},
    ColumnTitle{"supplier"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Supplier")},
    ColumnTitle{"until"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Until")},
    ColumnTitle{"until_day"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Last day")},
    ColumnTitle{"used_percent"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Used")},
    ColumnTitle{"vendor"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Vendor")},
    ColumnTitle{"weekday"_L1, QT_TRANSLATE_NOOP("ReportColumns", "Weekday")},
};

} // namespace

QString reportColumnTitle([[maybe_unused]] ReportKind kind, const QString &column)
{
    const auto found = std::ranges::find(titles, column, &ColumnTitle::column);
    return found == titles.end() ? column : QCoreApplication::translate("ReportColumns", found->title);
}

} // namespace seatledger
