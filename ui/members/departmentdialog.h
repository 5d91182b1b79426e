// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/department.h"
#include "ui/book/editdialog.h"

class QLineEdit;

namespace seatledger {

class DepartmentBox;

/// Adds a department, or renames one and moves it, with all below it, below another one.
class DepartmentDialog final : public EditDialog
{
    Q_OBJECT

public:
    /// To add one below `parent`; none is at the top.
    DepartmentDialog(BookAccess access, std::optional<DepartmentId> parent, QWidget *window = nullptr);
    /// To change one.
    DepartmentDialog(BookAccess access, const Department &department, QWidget *window = nullptr);

protected:
    Result<void> check() const override;
    void save() override;
    void loadTheirs() override;

private:
    void build(const DepartmentDraft &draft);
    void fill(const DepartmentDraft &draft);
    [[nodiscard]] DepartmentDraft draft() const;
    [[nodiscard]] std::vector<DraftField<DepartmentDraft>> draftFields() const;

    std::optional<Department> m_department;
    QLineEdit *m_name = nullptr;
    DepartmentBox *m_parent = nullptr;
};

} // namespace seatledger
