// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/reportsources.h"

#include <QFlags>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Tables that are read together.
enum class Source {
    Assignments = 1,
    Supply = 2, ///< licences and what was bought
    Names = 4,  ///< products and vendors
    People = 8,
    Rates = 16,
    Use = 32
};
Q_DECLARE_FLAGS(Sources, Source)
Q_DECLARE_OPERATORS_FOR_FLAGS(Sources)

constexpr Sources seats = Sources(Source::Assignments) | Source::Supply;

Sources sourcesOf(ReportKind kind)
{
    switch (kind) {
    case ReportKind::SeatsOverTime:
        return seats;
    case ReportKind::Utilisation:
    case ReportKind::UtilisationByProduct:
    case ReportKind::UtilisationByVendor:
        return seats | Source::Names;
    case ReportKind::UtilisationByDepartment:
    case ReportKind::TopMembers:
        return seats | Source::People;
    case ReportKind::ForecastByMonth:
    case ReportKind::CostByMonth:
        return seats | Source::Rates;
    case ReportKind::Forecast:
    case ReportKind::Expiring:
    case ReportKind::CostByVendor:
        return seats | Source::Names | Source::Rates;
    case ReportKind::CostByDepartment:
    case ReportKind::CostByMember:
        return seats | Source::People | Source::Rates;
    case ReportKind::Holders:
        return seats | Source::Names | Source::People;
    case ReportKind::IdleSeats:
        return seats | Source::Names | Source::People | Source::Rates | Source::Use;
    case ReportKind::Activity:
        return Sources(Source::Assignments) | Source::Use;
    }
    return seats | Source::Names | Source::People | Source::Rates | Source::Use;
}

Sources sourcesOf(const ReportFilter &filter, bool isOfSome)
{
    Sources sources;
    if (isOfSome || !filter.departments.isEmpty())
        sources |= Source::People;
    if (!filter.licenses.isEmpty() || !filter.products.isEmpty() || !filter.vendors.isEmpty()
        || !filter.search.isEmpty())
        sources |= Sources(Source::Supply) | Source::Names | Source::People;
    return sources;
}

bool contain(Sources sources, const QString &table)
{
    if (table == "license_assignment"_L1)
        return sources.testFlag(Source::Assignments);
    if (table == "license"_L1 || table == "entitlement"_L1)
        return sources.testFlag(Source::Supply);
    if (table == "product"_L1 || table == "vendor"_L1)
        return sources.testFlag(Source::Names);
    if (table == "member"_L1 || table == "department"_L1)
        return sources.testFlag(Source::People);
    if (table == "exchange_rate"_L1)
        return sources.testFlag(Source::Rates);
    if (table == "activation"_L1)
        return sources.testFlag(Source::Use);
    // the time zone says what day it is, which every report is about
    return table == "setting"_L1;
}

} // namespace

bool isReadFrom(ReportKind kind, const ReportFilter &filter, bool isOfSome, const QString &table)
{
    return contain(sourcesOf(kind) | sourcesOf(filter, isOfSome), table);
}

bool areFiguresReadFrom(const ReportFilter &filter, bool isOfSome, const QString &table)
{
    return contain(seats | Source::Rates | sourcesOf(filter, isOfSome), table);
}

} // namespace seatledger
