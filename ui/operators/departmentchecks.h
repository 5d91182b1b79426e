// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/book/departmenttreeview.h"

#include <vector>

namespace seatledger {

/// A choice of several departments out of the tree, each with all below it. Loads itself; a choice made
/// before it has loaded holds.
class DepartmentChecks final : public DepartmentTreeView
{
    Q_OBJECT

public:
    explicit DepartmentChecks(BookAccess access, QWidget *parent = nullptr);

    void choose(const std::vector<DepartmentId> &departments);
    /// In order of their ids.
    [[nodiscard]] std::vector<DepartmentId> chosen() const { return m_chosen; }
    /// The paths of departments, as far as it has loaded.
    [[nodiscard]] QString pathsText(const std::vector<DepartmentId> &departments) const;

signals:
    void changed();

private:
    void fill(const std::vector<Department> &departments);
    void showChosen();
    void takeCheck(const QTreeWidgetItem *item);

    std::vector<DepartmentId> m_chosen;
    std::vector<Department> m_all;
};

} // namespace seatledger
