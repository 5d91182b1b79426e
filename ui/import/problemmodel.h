// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importrequest.h"

#include <QAbstractTableModel>

#include <vector>

namespace seatledger {

/// What is wrong with the rows of a file, for a table: row, column, value, reason. GUI thread.
class ProblemModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Row, Heading, Value, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `kind` says what the columns are called.
    void setProblems(ImportKind kind, std::vector<ImportProblem> problems);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString columnTitle(const QString &name) const;

    ImportKind m_kind = ImportKind::Members;
    std::vector<ImportProblem> m_problems;
};

} // namespace seatledger
