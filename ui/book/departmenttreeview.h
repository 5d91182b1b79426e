// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/department.h"

#include <QTreeWidget>

#include <optional>
#include <vector>

namespace seatledger {

/// The departments as a tree, all of it unfolded; to pick one, or to check several.
class DepartmentTreeView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit DepartmentTreeView(QWidget *parent = nullptr);

    /// Shows these in their order; those above come before those below. The first is current then.
    void setDepartments(const std::vector<Department> &departments);

    /// Puts an empty box before each.
    void uncheckAll();
    [[nodiscard]] QList<DepartmentId> checked() const;

    [[nodiscard]] std::optional<DepartmentId> current() const;
    /// The first one if there is no such department.
    void setCurrent(std::optional<DepartmentId> department);

    [[nodiscard]] static DepartmentId departmentOf(const QTreeWidgetItem *item);

public slots:
    /// Leaves only those with `text` in their names in sight, and those above them; all if it is empty.
    void narrow(const QString &text);
};

} // namespace seatledger
