// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportreader.h"

#include "ui/reports/reportcells.h"

#include <algorithm>

namespace seatledger {

int ReportReader::column(QStringView name) const
{
    const auto found = std::ranges::find(m_table.columns, name, &ReportColumn::name);
    return found == m_table.columns.end() ? -1 : static_cast<int>(found - m_table.columns.begin());
}

template <typename T>
const T *ReportReader::value(int row, QStringView name) const
{
    const int at = column(name);
    return at < 0 ? nullptr : std::get_if<T>(&m_table.rows[row].cells.at(at));
}

QString ReportReader::text(int row, QStringView name) const
{
    const QString *text = value<QString>(row, name);
    return text ? *text : QString();
}

std::optional<qint64> ReportReader::count(int row, QStringView name) const
{
    const qint64 *count = value<qint64>(row, name);
    return count ? std::optional(*count) : std::nullopt;
}

std::optional<QDate> ReportReader::day(int row, QStringView name) const
{
    const QDate *day = value<QDate>(row, name);
    return day ? std::optional(*day) : std::nullopt;
}

std::optional<Money> ReportReader::money(int row, QStringView name) const
{
    const Money *money = value<Money>(row, name);
    return money ? std::optional(*money) : std::nullopt;
}

QString rowName(const ReportTable &table, int row)
{
    return cellText(table.kind, table.columns.front(), table.rows[row].cells.front());
}

} // namespace seatledger
