// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignmentplan.h"
#include "ui/book/people.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace seatledger {

/// The people that seats are to be given to, each once, in the order they are served, and beside each what
/// the plan says. Shows all of them or only those who would be left out. GUI thread.
class RecipientsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, EmailColumn, VerdictColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Adds those who are not there yet, at the end; answers how many that were.
    int add(const std::vector<Person> &people);
    /// Takes out the people of these rows.
    void removeRows(QList<int> rows);
    /// What the plan says of each person; its items are those of members(), in the same order.
    void setPlan(const AssignmentPlan &plan);
    /// There is no plan (any more).
    void clearPlan();
    void showOnlyLeftOut(bool only);

    [[nodiscard]] std::vector<MemberId> members() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// People were added or taken out.
    void peopleChanged();

private:
    struct Line {
        Person person;
        bool planned = false;
        std::optional<Refusal> refusal = std::nullopt;
    };

    void rebuild();
    [[nodiscard]] QVariant verdictData(const Line &line, int role) const;

    std::vector<Line> m_lines;
    std::vector<std::size_t> m_shown; ///< indices into m_lines
    bool m_onlyLeftOut = false;
};

} // namespace seatledger
