// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/previewmodel.h"

#include <algorithm>

namespace seatledger {

void PreviewModel::setPreview(const TableFilePreview &preview)
{
    beginResetModel();
    m_preview = preview;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min<std::size_t>(m_preview.rows.size(), mostRows));
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0
                            : static_cast<int>(std::min<qsizetype>(m_preview.headings.size(), mostColumns));
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return m_preview.rows[static_cast<std::size_t>(index.row())].value(index.column());
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? QVariant(m_preview.headings.value(section))
                                         : QVariant(section + 1);
}

} // namespace seatledger
