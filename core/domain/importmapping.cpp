// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/importmapping.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<DayOrder>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{DayOrder::YearFirst, "year_first"_L1, QT_TRANSLATE_NOOP("domain", "Year, month, day")},
        EnumEntry{DayOrder::DayFirst, "day_first"_L1, QT_TRANSLATE_NOOP("domain", "Day, month, year")},
        EnumEntry{DayOrder::MonthFirst, "month_first"_L1, QT_TRANSLATE_NOOP("domain", "Month, day, year")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<DecimalMark>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{DecimalMark::Point, "point"_L1, QT_TRANSLATE_NOOP("domain", "1,234.50")},
        EnumEntry{DecimalMark::Comma, "comma"_L1, QT_TRANSLATE_NOOP("domain", "1.234,50")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<MatchOrigin>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{MatchOrigin::None, "none"_L1, QT_TRANSLATE_NOOP("domain", "Left out")},
        EnumEntry{MatchOrigin::Saved, "saved"_L1, QT_TRANSLATE_NOOP("domain", "By the saved mapping")},
        EnumEntry{MatchOrigin::Exact, "exact"_L1, QT_TRANSLATE_NOOP("domain", "Same name")},
        EnumEntry{MatchOrigin::Similar, "similar"_L1,
                  QT_TRANSLATE_NOOP("domain", "Similar name: please confirm")},
        EnumEntry{MatchOrigin::Chosen, "chosen"_L1, QT_TRANSLATE_NOOP("domain", "Chosen")},
    };
    return entries;
}

namespace {

QString anyOf(ImportKind kind, const QStringList &fields)
{
    QStringList titles;
    for (const QString &field : fields)
        titles.append(u"“%1”"_s.arg(importFieldTitle(kind, field)));
    return titles.join(u", "_s);
}

/// Of each of these at least one must be there.
QList<QStringList> neededFields(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Members:
        return {{u"number"_s, u"email"_s, u"username"_s}};
    case ImportKind::Licenses:
        return {{u"license"_s}};
    case ImportKind::Assignments:
        break;
    }
    return {{u"license"_s}, {u"member_number"_s, u"member_email"_s, u"member_name"_s, u"holder"_s}};
}

bool isUnconfirmed(const ColumnMatch &column)
{
    return column.origin == MatchOrigin::Similar && !column.field.isEmpty();
}

} // namespace

QStringList ImportMapping::unconfirmed() const
{
    QStringList headings;
    for (const ColumnMatch &column : columns) {
        if (isUnconfirmed(column))
            headings.append(column.heading);
    }
    return headings;
}

Result<void> ImportMapping::check() const
{
    QSet<QString> seen;
    const auto take = [&](const QString &field) -> Result<void> {
        if (!importField(kind, field))
            return failure(ErrorCode::InvalidInput,
                           QCoreApplication::translate("domain", "There is no field “%1”.").arg(field),
                           {{u"field"_s, field}});
        if (seen.contains(field))
            return failure(ErrorCode::InvalidInput,
                           QCoreApplication::translate(
                               "domain", "Two columns are taken for “%1”: leave one of them out.")
                               .arg(importFieldTitle(kind, field)),
                           {{u"field"_s, field}});
        seen.insert(field);
        return {};
    };
    for (const ColumnMatch &column : columns) {
        if (column.field.isEmpty())
            continue;
        if (auto taken = take(column.field); !taken)
            return taken;
    }
    for (const FixedValue &value : fixed) {
        if (auto taken = take(value.field); !taken)
            return taken;
        if (isSecretField(kind, value.field)) // it would be kept, and seen, with the mapping
            return failure(ErrorCode::InvalidInput,
                           QCoreApplication::translate("domain", "“%1” comes from a column of the file only.")
                               .arg(importFieldTitle(kind, value.field)),
                           {{u"field"_s, value.field}});
    }
    for (const QStringList &needed : neededFields(kind)) {
        if (std::ranges::none_of(needed, [&](const QString &field) { return seen.contains(field); }))
            return failure(ErrorCode::InvalidInput,
                           QCoreApplication::translate("domain", "No column is taken for %1: choose one.")
                               .arg(anyOf(kind, needed)),
                           {{u"field"_s, needed.first()}});
    }
    const auto open = std::ranges::find_if(columns, isUnconfirmed);
    if (open != columns.end())
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate(
                           "domain", "The column “%1” is only similar to “%2”: confirm it, or leave it out.")
                           .arg(open->heading, importFieldTitle(kind, open->field)),
                       {{u"column"_s, open->heading}});
    return {};
}

QJsonObject toJson(const ImportMapping &mapping)
{
    QJsonArray columns;
    for (const ColumnMatch &column : mapping.columns) {
        if (column.field.isEmpty())
            continue;
        QJsonObject kept{{u"heading"_s, column.heading}, {u"field"_s, column.field}};
        if (column.days)
            kept.insert(u"days"_s, toText(*column.days));
        if (column.decimals)
            kept.insert(u"decimals"_s, toText(*column.decimals));
        columns.append(kept);
    }
    QJsonArray fixed;
    for (const FixedValue &value : mapping.fixed)
        fixed.append(QJsonObject{{u"field"_s, value.field}, {u"value"_s, value.value}});
    return {{u"columns"_s, columns}, {u"fixed"_s, fixed}, {u"passes_over_free"_s, mapping.passesOverFree}};
}

ImportMapping importMappingFromJson(const QJsonObject &content)
{
    ImportMapping mapping;
    for (const QJsonValue &kept : content.value("columns"_L1).toArray()) {
        mapping.columns.push_back({.heading = kept["heading"_L1].toString(),
                                   .field = kept["field"_L1].toString(),
                                   .origin = MatchOrigin::Saved,
                                   .days = fromText<DayOrder>(kept["days"_L1].toString()),
                                   .decimals = fromText<DecimalMark>(kept["decimals"_L1].toString())});
    }
    for (const QJsonValue &kept : content.value("fixed"_L1).toArray())
        mapping.fixed.push_back({kept["field"_L1].toString(), kept["value"_L1].toString()});
    mapping.passesOverFree = content.value("passes_over_free"_L1).toBool();
    return mapping;
}

} // namespace seatledger
