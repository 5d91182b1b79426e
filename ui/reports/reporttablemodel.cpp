// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reporttablemodel.h"

#include "core/services/reportingapplicationservice.h"
#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/style/tokens.h"
#include "ui/reports/reportcells.h"

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// Seats that are missing stand out; noughts stand back.
QVariant toneOf(const ReportColumn &column, const ReportCell &cell)
{
    const auto *count = std::get_if<qint64>(&cell);
    if (!count)
        return {};
    if (*count == 0)
        return static_cast<int>(Tone::TextFaint);
    return column.name == "short_seats"_L1 || column.name == "short_licenses"_L1
               ? QVariant(static_cast<int>(Tone::Danger))
               : QVariant();
}

} // namespace

void ReportTableModel::setTable(ReportTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int ReportTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ReportTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant ReportTableModel::data(const QModelIndex &index, int role) const
{
    const ReportColumn &column = m_table.columns.at(index.column());
    const ReportCell &cell = m_table.rows.at(index.row()).cells.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(m_table.kind, column, cell);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(cellAlignment(column));
    case ToneRole:
        return toneOf(column, cell);
    default:
        return {};
    }
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const ReportColumn &column = m_table.columns.at(section);
    if (role == Qt::DisplayRole)
        return reportColumnTitle(m_table.kind, column.name);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(cellAlignment(column));
    return {};
}

} // namespace seatledger
