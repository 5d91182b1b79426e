// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/tablefile.h"

#include <QAbstractTableModel>

namespace seatledger {

/// The beginning of a file as it is read, for a table. GUI thread.
class PreviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int mostColumns = 200; ///< further ones are not shown
    static constexpr int mostRows = 200;

    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const TableFilePreview &preview);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TableFilePreview m_preview;
};

} // namespace seatledger
