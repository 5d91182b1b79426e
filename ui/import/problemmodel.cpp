// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/problemmodel.h"

#include <QLocale>

namespace seatledger {

void ProblemModel::setProblems(ImportKind kind, std::vector<ImportProblem> problems)
{
    beginResetModel();
    m_kind = kind;
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// What people call it; columns that are no field of ours keep their own heading.
QString ProblemModel::columnTitle(const QString &name) const
{
    const QString title = importFieldTitle(m_kind, name);
    return title.isEmpty() ? name : title;
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportProblem &problem = m_problems[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return index.column() == Row ? tr("Line %1 of the file").arg(QLocale().toString(problem.line))
                                     : problem.reason;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Row:
        return QLocale().toString(problem.row);
    case Heading:
        return columnTitle(problem.column);
    case Value:
        return problem.value;
    default:
        return problem.reason;
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Heading:
        return tr("Column");
    case Value:
        return tr("Value");
    default:
        return tr("What is wrong");
    }
}

} // namespace seatledger
