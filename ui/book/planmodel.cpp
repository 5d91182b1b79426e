// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/planmodel.h"

#include "ui/book/badges.h"
#include "ui/common/models/pagedtablemodelbase.h"

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

PlanModel::PlanModel(QString detailHeader, QObject *parent)
    : QAbstractTableModel(parent), m_detailHeader(std::move(detailHeader))
{}

void PlanModel::setLines(std::vector<PlanLine> lines)
{
    m_lines = std::move(lines);
    rebuild();
}

void PlanModel::setVerdicts(const std::vector<std::optional<Refusal>> &refusals)
{
    const std::size_t count = std::min(m_lines.size(), refusals.size());
    for (std::size_t i = 0; i < count; ++i) {
        m_lines[i].planned = true;
        m_lines[i].refusal = refusals[i];
    }
    if (m_onlyLeftOut)
        rebuild();
    else if (rowCount() > 0)
        emit dataChanged(index(0, VerdictColumn), index(rowCount() - 1, VerdictColumn));
}

void PlanModel::clearPlan()
{
    for (PlanLine &line : m_lines) {
        line.planned = false;
        line.refusal.reset();
    }
    rebuild();
}

void PlanModel::showOnlyLeftOut(bool only)
{
    if (std::exchange(m_onlyLeftOut, only) != only)
        rebuild();
}

void PlanModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_onlyLeftOut || m_lines[i].refusal)
            m_shown.push_back(i);
    }
    endResetModel();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlanLine &line = m_lines[lineOf(index.row())];
    if (role == IdRole)
        return line.id;
    if (index.column() == VerdictColumn)
        return verdictData(line, role);
    if (role == Qt::DisplayRole)
        return index.column() == NameColumn ? line.name : line.detail;
    if (role == ToneRole && index.column() == DetailColumn)
        return static_cast<int>(Tone::TextMuted);
    return {};
}

QVariant PlanModel::verdictData(const PlanLine &line, int role) const
{
    const Badge badge = !line.planned  ? Badge()
                        : line.refusal ? badgeOf(*line.refusal)
                        : line.isSame  ? Badge{line.granted, Tone::TextMuted, u"minus"_s}
                                       : Badge{line.granted, Tone::Success, u"check"_s};
    switch (role) {
    case Qt::DisplayRole:
        return badge.text;
    case Qt::ToolTipRole:
        return line.refusal ? line.refusal->sentence() : QString();
    case Qt::AccessibleTextRole:
        return line.refusal ? line.refusal->sentence() : badge.text;
    case CellRole:
        return line.planned ? QVariant::fromValue(badge) : QVariant();
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Name");
    case DetailColumn:
        return m_detailHeader;
    default:
        return tr("Plan");
    }
}

} // namespace seatledger
