// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reporttargets.h"

#include "ui/reports/reportreader.h"

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

template <typename Id>
QList<Id> chosen(qint64 id)
{
    const auto one = Id::fromValue(id);
    return one ? QList<Id>{*one} : QList<Id>();
}

/// The report that breaks one about departments, vendors or products down.
ReportPlace closer(const ReportPlace &from, ReportKind kind)
{
    return {.kind = kind, .choice = from.choice, .sortColumn = {}, .isDescending = false};
}

ReportTargetPlace closerPlace(const ReportTarget &target, const ReportPlace &from)
{
    const bool isCost = isCostReport(from.kind);
    ReportPlace place = closer(from, isCost ? ReportKind::CostByMember : ReportKind::Holders);
    place.choice.search.clear(); // it was for names of this report
    if (target.entity == "department"_L1) {
        place.choice.departments = chosen<DepartmentId>(target.id);
        return place;
    }
    if (!isCost)
        place.kind = ReportKind::Utilisation;
    if (target.entity == "vendor"_L1) {
        place.choice.vendors = chosen<VendorId>(target.id);
        return place;
    }
    if (target.entity == "product"_L1) {
        place.choice.products = chosen<ProductId>(target.id);
        return place;
    }
    return {};
}

} // namespace

ReportTargetPlace placeBehind(const ReportTable &table, int row, const ReportPlace &from)
{
    const ReportReader reader(table);
    if (table.kind == ReportKind::SeatsOverTime) {
        const std::optional<QDate> day = reader.day(row, u"day");
        ReportPlace place = closer(from, ReportKind::Utilisation);
        place.choice.asOf = day;
        return place;
    }
    const std::optional<ReportTarget> &target = reader.target(row);
    if (!target)
        return {};
    if (target->entity == "license"_L1)
        return PagePlace{u"licenses"_s, reader.text(row, u"license"), target->id};
    if (target->entity == "member"_L1)
        return PagePlace{u"members"_s, reader.text(row, u"member"), target->id};
    if (target->entity == "license_assignment"_L1)
        return PagePlace{u"assignments"_s, reader.text(row, u"license") + u' ' + reader.text(row, u"member"),
                         target->id};
    return closerPlace(*target, from);
}

} // namespace seatledger
