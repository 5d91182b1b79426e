// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"

#include <QStringList>

#include <algorithm>

namespace seatledger {

/// A cell as a recount writes it; none is "-".
inline QString cellText(const ReportCell &cell)
{
    struct Writer {
        QString operator()(std::monostate) const { return QStringLiteral("-"); }
        QString operator()(const QString &text) const { return text; }
        QString operator()(qint64 count) const { return QString::number(count); }
        QString operator()(double percent) const { return QString::number(percent); }
        QString operator()(const Money &money) const
        {
            return money.toText() + u' ' + money.currency().code();
        }
        QString operator()(QDate day) const { return day.toString(Qt::ISODate); }
        QString operator()(const QDateTime &moment) const { return moment.toString(Qt::ISODate); }
    };
    return std::visit(Writer(), cell);
}

/// The named columns of each row, with "|" between them.
inline QStringList reportLines(const ReportTable &table, const QStringList &columns)
{
    QStringList lines;
    for (const ReportRow &row : table.rows) {
        QStringList cells;
        for (const QString &column : columns) {
            const auto found = std::ranges::find(table.columns, column, &ReportColumn::name);
            cells.append(found == table.columns.end()
                             ? QStringLiteral("no such column")
                             : cellText(row.cells[static_cast<std::size_t>(found - table.columns.begin())]));
        }
        lines.append(cells.join(u'|'));
    }
    return lines;
}

} // namespace seatledger
