// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"

#include <QComboBox>

#include <optional>

namespace seatledger {

/// A choice of one department out of the tree, by its path, or of none. Loads itself; a choice made before it
/// has loaded holds.
class DepartmentBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit DepartmentBox(BookAccess access, QWidget *parent = nullptr);
    /// With another word for none.
    DepartmentBox(BookAccess access, const QString &noneText, QWidget *parent);

    /// Loads the tree again; the choice holds.
    void reload();

    void setDepartment(std::optional<DepartmentId> department);
    [[nodiscard]] std::optional<DepartmentId> department() const;
    /// The path of a department it has loaded.
    [[nodiscard]] QString pathText(std::optional<DepartmentId> department) const;

    /// The list is as wide as the longest path asks for, within limits.
    void showPopup() override;

private:
    void fill(const std::vector<Department> &departments);

    BookAccess m_book;
    std::optional<DepartmentId> m_wanted;
};

} // namespace seatledger
