// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttablemodel.h"

#include "core/domain/period.h"
#include "ui/charts/chartticks.h"

#include <algorithm>

namespace seatledger {

namespace {

bool isNumeric(const QVariant &value)
{
    return value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int
           || value.typeId() == QMetaType::Double;
}

QString textOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDate)
        return displayDay(value.toDate());
    return isNumeric(value) ? plainNumber(value.toDouble()) : value.toString();
}

} // namespace

void ChartTableModel::setTable(ChartTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.headings.size());
}

bool ChartTableModel::isNumber(int column) const
{
    return m_table.figures.contains(column)
           || std::ranges::any_of(m_table.rows,
                                  [column](const QVariantList &row) { return isNumeric(row.value(column)); });
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    const QVariant value = m_table.rows.at(index.row()).value(index.column());
    if (role == Qt::DisplayRole)
        return textOf(value);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (isNumeric(value) || m_table.figures.contains(index.column()) ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter));
    return {};
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_table.headings.value(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

} // namespace seatledger
