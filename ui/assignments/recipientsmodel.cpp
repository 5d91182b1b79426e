// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/recipientsmodel.h"

#include "ui/book/badges.h"
#include "ui/common/models/pagedtablemodelbase.h"

#include <QSet>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

int RecipientsModel::add(const std::vector<Person> &people)
{
    QSet<MemberId> there;
    for (const Line &line : m_lines)
        there.insert(line.person.id);
    const std::size_t before = m_lines.size();
    for (const Person &person : people) {
        if (there.contains(person.id))
            continue;
        there.insert(person.id);
        m_lines.push_back({.person = person});
    }
    if (m_lines.size() == before)
        return 0;
    rebuild();
    emit peopleChanged();
    return static_cast<int>(m_lines.size() - before);
}

void RecipientsModel::removeRows(QList<int> rows)
{
    QSet<std::size_t> gone;
    for (const int row : rows) {
        if (row >= 0 && row < rowCount())
            gone.insert(m_shown[static_cast<std::size_t>(row)]);
    }
    if (gone.isEmpty())
        return;
    std::vector<Line> kept;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!gone.contains(i))
            kept.push_back(std::move(m_lines[i]));
    }
    m_lines = std::move(kept);
    rebuild();
    emit peopleChanged();
}

void RecipientsModel::setPlan(const AssignmentPlan &plan)
{
    const std::size_t count = std::min(m_lines.size(), plan.items.size());
    for (std::size_t i = 0; i < count; ++i) {
        m_lines[i].planned = true;
        m_lines[i].refusal = plan.items[i].refusal;
    }
    if (m_onlyLeftOut)
        rebuild();
    else if (rowCount() > 0)
        emit dataChanged(index(0, VerdictColumn), index(rowCount() - 1, VerdictColumn));
}

void RecipientsModel::clearPlan()
{
    for (Line &line : m_lines) {
        line.planned = false;
        line.refusal.reset();
    }
    rebuild();
}

void RecipientsModel::showOnlyLeftOut(bool only)
{
    if (only == m_onlyLeftOut)
        return;
    m_onlyLeftOut = only;
    rebuild();
}

void RecipientsModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_onlyLeftOut || m_lines[i].refusal)
            m_shown.push_back(i);
    }
    endResetModel();
}

std::vector<MemberId> RecipientsModel::members() const
{
    std::vector<MemberId> members;
    members.reserve(m_lines.size());
    for (const Line &line : m_lines)
        members.push_back(line.person.id);
    return members;
}

int RecipientsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RecipientsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecipientsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[m_shown[static_cast<std::size_t>(index.row())]];
    if (role == IdRole)
        return line.person.id.value();
    if (index.column() == VerdictColumn)
        return verdictData(line, role);
    if (role == Qt::DisplayRole)
        return index.column() == NameColumn ? line.person.name : line.person.email;
    if (role == ToneRole && index.column() == EmailColumn)
        return static_cast<int>(Tone::TextMuted);
    return {};
}

QVariant RecipientsModel::verdictData(const Line &line, int role) const
{
    const Badge badge = !line.planned  ? Badge()
                        : line.refusal ? badgeOf(*line.refusal)
                                       : Badge{tr("Gets a seat"), Tone::Success, u"check"_s};
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

QVariant RecipientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Name");
    case EmailColumn:
        return tr("E-mail");
    default:
        return tr("Plan");
    }
}

} // namespace seatledger
