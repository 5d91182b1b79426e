// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportcells.h"

#include "core/domain/enums.h"
#include "core/domain/period.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// The word for a stable name; the name itself for one that is not known.
template <NamedEnum E>
QString word(const QString &name)
{
    const auto value = fromText<E>(name);
    return value ? displayText(*value) : name;
}

/// A count that is a number, not the name of something.
bool isPlain(const ReportColumn &column)
{
    return column.name != "weekday"_L1 && column.name != "hour"_L1;
}

QString suggestionText(const QString &suggestion)
{
    if (suggestion == "give_now"_L1)
        return QCoreApplication::translate("ReportCells", "Give it to somebody else now");
    if (suggestion == "buy_fewer"_L1)
        return QCoreApplication::translate("ReportCells", "Buy fewer at renewal");
    if (suggestion == "release"_L1)
        return QCoreApplication::translate("ReportCells", "Release it");
    return suggestion;
}

QString textOf(const ReportColumn &column, const QString &text)
{
    if (column.name == "metric"_L1)
        return word<LicenseMetric>(text);
    if (column.name == "state"_L1)
        return word<AssignmentState>(text);
    if (column.name == "billing"_L1)
        return word<BillingCycle>(text);
    if (column.name == "suggestion"_L1)
        return suggestionText(text);
    if (column.name == "renewal"_L1)
        return text == "renewed"_L1 ? QCoreApplication::translate("ReportCells", "Renewed")
                                    : QCoreApplication::translate("ReportCells", "Not renewed yet");
    return text;
}

QString textOf(const ReportColumn &column, qint64 count)
{
    if (column.name == "weekday"_L1)
        return QLocale().standaloneDayName(static_cast<int>(count));
    if (column.name == "hour"_L1)
        return QTime(static_cast<int>(count), 0).toString(u"HH:mm"_s);
    return QLocale().toString(count);
}

QString textOf(const ReportColumn &column, const QDate &day)
{
    return column.type == CellType::Month ? day.toString(u"yyyy-MM"_s) : displayDay(day);
}

QString noneText(ReportKind kind, const ReportColumn &column)
{
    // of a licence without limit; a month's row for a second currency has no seats either
    const bool isOfSeats = column.name == "seats"_L1 || column.name == "free"_L1;
    if (isOfSeats && kind != ReportKind::ForecastByMonth)
        return u"∞"_s;
    return column.name == "department"_L1 ? QCoreApplication::translate("ReportCells", "No department")
                                          : QString();
}

QString textOf(const ReportColumn &, std::monostate)
{
    return {};
}

QString textOf(const ReportColumn &, double percent)
{
    return QCoreApplication::translate("ReportCells", "%1 %").arg(QLocale().toString(percent, 'f', 1));
}

QString textOf(const ReportColumn &, const Money &money)
{
    return money.displayText();
}

QString textOf(const ReportColumn &, const QDateTime &instant)
{
    return instant.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace

QString cellText(ReportKind kind, const ReportColumn &column, const ReportCell &cell)
{
    if (std::holds_alternative<std::monostate>(cell))
        return noneText(kind, column);
    return std::visit([&](const auto &value) { return textOf(column, value); }, cell);
}

Qt::Alignment cellAlignment(const ReportColumn &column)
{
    const CellType type = column.type;
    const bool isNumber = (type == CellType::Count && isPlain(column)) || type == CellType::Money
                          || type == CellType::Percent;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QVariant cellValue(ReportKind kind, const ReportColumn &column, const ReportCell &cell)
{
    if (const auto *count = std::get_if<qint64>(&cell); count && isPlain(column))
        return *count;
    if (const auto *percent = std::get_if<double>(&cell))
        return *percent;
    if (const auto *day = std::get_if<QDate>(&cell); day && column.type == CellType::Day)
        return *day;
    const QString text = cellText(kind, column, cell);
    return text.isEmpty() ? QVariant() : QVariant(text);
}

} // namespace seatledger
