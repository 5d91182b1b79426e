// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportchoice.h"

#include "core/domain/period.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

struct NamedPeriod {
    QLatin1StringView name;
    const char *title;
    std::pair<QDate, QDate> (*days)(QDate today);
};

std::pair<QDate, QDate> year(QDate today, int ahead)
{
    return {QDate(today.year() + ahead, 1, 1), QDate(today.year() + ahead, 12, 31)};
}

constexpr std::array periods = {
    NamedPeriod{"around"_L1, QT_TRANSLATE_NOOP("ReportChoice", "6 months back, 12 ahead"),
                [](QDate today) { return std::pair(today.addMonths(-6), today.addMonths(12)); }},
    NamedPeriod{"before-3"_L1, QT_TRANSLATE_NOOP("ReportChoice", "Last 3 months"),
                [](QDate today) { return std::pair(today.addMonths(-3), today); }},
    NamedPeriod{"before-12"_L1, QT_TRANSLATE_NOOP("ReportChoice", "Last 12 months"),
                [](QDate today) { return std::pair(today.addMonths(-12), today); }},
    NamedPeriod{"after-3"_L1, QT_TRANSLATE_NOOP("ReportChoice", "Next 3 months"),
                [](QDate today) { return std::pair(today, today.addMonths(3)); }},
    NamedPeriod{"after-12"_L1, QT_TRANSLATE_NOOP("ReportChoice", "Next 12 months"),
                [](QDate today) { return std::pair(today, today.addMonths(12)); }},
    NamedPeriod{"last-year"_L1, QT_TRANSLATE_NOOP("ReportChoice", "Last year"),
                [](QDate today) { return year(today, -1); }},
    NamedPeriod{"this-year"_L1, QT_TRANSLATE_NOOP("ReportChoice", "This year"),
                [](QDate today) { return year(today, 0); }},
    NamedPeriod{"next-year"_L1, QT_TRANSLATE_NOOP("ReportChoice", "Next year"),
                [](QDate today) { return year(today, 1); }},
};
const QString ownDays = u"days"_s;

/// The first for a name that is not known.
const NamedPeriod &namedPeriod(const QString &name)
{
    const auto named = std::ranges::find_if(periods,
                                            [&](const NamedPeriod &period) { return period.name == name; });
    return named == periods.end() ? periods.front() : *named;
}

template <typename Id>
void store(QVariantMap &map, const QString &key, const QList<Id> &ids)
{
    QVariantList values;
    for (const Id id : ids)
        values.append(id.value());
    if (!values.isEmpty())
        map.insert(key, values);
}

/// A single one is how it was stored when no more could be chosen.
template <typename Id>
QList<Id> storedIds(const QVariantMap &map, const QString &key)
{
    const QVariant stored = map.value(key);
    QList<Id> ids;
    for (const QVariant &value : stored.canConvert<qint64>() ? QVariantList{stored} : stored.toList()) {
        if (const auto id = Id::fromValue(value.toLongLong()))
            ids.append(*id);
    }
    return ids;
}

void store(QVariantMap &map, const QString &key, std::optional<QDate> day)
{
    if (day)
        map.insert(key, day->toString(Qt::ISODate));
}

std::optional<QDate> storedDay(const QVariantMap &map, const QString &key)
{
    const QDate day = QDate::fromString(map.value(key).toString(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

} // namespace

QStringList periodNames()
{
    QStringList names;
    for (const NamedPeriod &period : periods)
        names += QString(period.name);
    return names;
}

QString periodTitle(const PeriodChoice &period)
{
    const auto text = [](std::optional<QDate> day) { return day ? displayDay(*day) : u"…"_s; };
    if (period.name == ownDays)
        return u"%1 – %2"_s.arg(text(period.from), text(period.until));
    const NamedPeriod &named = namedPeriod(period.name);
    return QCoreApplication::translate("ReportChoice", named.title);
}

std::pair<QDate, QDate> daysOf(const PeriodChoice &period, QDate today)
{
    const auto around = periods.front().days(today);
    if (period.name == ownDays)
        return {period.from.value_or(around.first), period.until.value_or(around.second)};
    const NamedPeriod &named = namedPeriod(period.name);
    return named.days(today);
}

QList<ReportField> fieldsOf(ReportKind kind)
{
    using enum ReportField;
    switch (kind) {
    case ReportKind::Utilisation:
    case ReportKind::UtilisationByProduct:
    case ReportKind::UtilisationByVendor:
    case ReportKind::UtilisationByDepartment:
        return {AsOf, Department, Vendor, Product, License, Search};
    case ReportKind::SeatsOverTime:
        return {Period, Department, Vendor, Product, License, Search};
    case ReportKind::Forecast:
    case ReportKind::ForecastByMonth:
        return {AsOf, Vendor, Product, License, Search};
    case ReportKind::Expiring:
        return {AsOf, LeadDays, Vendor, Product, License, Search};
    case ReportKind::CostByDepartment:
    case ReportKind::CostByMember:
    case ReportKind::CostByVendor:
        return {AsOf, Department, Vendor, Product, License, Search};
    case ReportKind::CostByMonth:
        return {Period, Department, Vendor, Product, License, Search};
    case ReportKind::IdleSeats:
        return {AsOf, IdleDays, Department, Vendor, Product, License, Search};
    case ReportKind::Holders:
    case ReportKind::TopMembers:
        return {AsOf, Department, Vendor, Product, License, Search};
    case ReportKind::Activity:
        return {Period, Department, Vendor, Product, License};
    }
    return {};
}

ReportFilter filterOf(const ReportChoice &choice, const QList<ReportField> &fields, QDate today)
{
    const auto has = [&](ReportField field) { return fields.contains(field); };
    ReportFilter filter;
    if (has(ReportField::Period))
        std::tie(filter.from, filter.until) = daysOf(choice.period, today);
    if (has(ReportField::AsOf))
        filter.asOf = choice.asOf;
    if (has(ReportField::Department))
        filter.departments = choice.departments;
    if (has(ReportField::Vendor))
        filter.vendors = choice.vendors;
    if (has(ReportField::Product))
        filter.products = choice.products;
    if (has(ReportField::License) && choice.license) {
        if (const auto id = LicenseId::fromValue(choice.license->id))
            filter.licenses = {*id};
    }
    if (has(ReportField::Search))
        filter.search = choice.search;
    if (has(ReportField::LeadDays))
        filter.leadDays = choice.leadDays;
    if (has(ReportField::IdleDays))
        filter.idleDays = choice.idleDays;
    return filter;
}

QVariantMap toVariant(const ReportChoice &choice)
{
    const ReportChoice usual;
    QVariantMap map;
    map.insert(u"period"_s, choice.period.name);
    store(map, u"from"_s, choice.period.from);
    store(map, u"until"_s, choice.period.until);
    store(map, u"asOf"_s, choice.asOf);
    store(map, u"department"_s, choice.departments);
    store(map, u"vendor"_s, choice.vendors);
    store(map, u"product"_s, choice.products);
    if (choice.license) {
        map.insert(u"license"_s, choice.license->id);
        map.insert(u"licenseName"_s, choice.license->title);
    }
    if (!choice.search.isEmpty())
        map.insert(u"search"_s, choice.search);
    if (choice.leadDays != usual.leadDays)
        map.insert(u"leadDays"_s, choice.leadDays);
    if (choice.idleDays != usual.idleDays)
        map.insert(u"idleDays"_s, choice.idleDays);
    return map;
}

ReportChoice choiceFromVariant(const QVariantMap &stored)
{
    ReportChoice choice;
    choice.period = {stored.value(u"period"_s, choice.period.name).toString(), storedDay(stored, u"from"_s),
                     storedDay(stored, u"until"_s)};
    choice.asOf = storedDay(stored, u"asOf"_s);
    choice.departments = storedIds<DepartmentId>(stored, u"department"_s);
    choice.vendors = storedIds<VendorId>(stored, u"vendor"_s);
    choice.products = storedIds<ProductId>(stored, u"product"_s);
    if (const qint64 license = stored.value(u"license"_s).toLongLong(); license > 0)
        choice.license = PickerItem{.id = license, .title = stored.value(u"licenseName"_s).toString()};
    choice.search = stored.value(u"search"_s).toString();
    choice.leadDays = stored.value(u"leadDays"_s, choice.leadDays).toInt();
    choice.idleDays = stored.value(u"idleDays"_s, choice.idleDays).toInt();
    return choice;
}

QVariantMap toVariant(const ReportPlace &view)
{
    QVariantMap map = toVariant(view.choice);
    map.insert(u"report"_s, toText(view.kind));
    if (!view.sortColumn.isEmpty()) {
        map.insert(u"sort"_s, view.sortColumn);
        map.insert(u"descending"_s, view.isDescending);
    }
    return map;
}

std::optional<ReportPlace> placeFromVariant(const QVariantMap &stored)
{
    const auto kind = fromText<ReportKind>(stored.value(u"report"_s).toString());
    if (!kind)
        return std::nullopt;
    return ReportPlace{.kind = *kind,
                       .choice = choiceFromVariant(stored),
                       .sortColumn = stored.value(u"sort"_s).toString(),
                       .isDescending = stored.value(u"descending"_s).toBool()};
}

} // namespace seatledger
