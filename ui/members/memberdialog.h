// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/member.h"
#include "ui/book/editdialog.h"

class QComboBox;
class QLineEdit;

namespace seatledger {

class DateField;
class DepartmentBox;

/// Adds a member, or changes one. Leaving is not done here but by DepartDialog, because seats come back.
class MemberDialog final : public EditDialog
{
    Q_OBJECT

public:
    /// To add one.
    explicit MemberDialog(BookAccess access, QWidget *parent = nullptr);
    /// To change one.
    MemberDialog(BookAccess access, const Member &member, QWidget *parent = nullptr);

protected:
    Result<void> check() const override;
    void save() override;
    void loadTheirs() override;

private:
    void build();
    void fill(const MemberDraft &draft);
    [[nodiscard]] std::vector<DraftField<MemberDraft>> draftFields() const;
    [[nodiscard]] MemberDraft draft() const;

    std::optional<Member> m_member;
    QLineEdit *m_number;
    QLineEdit *m_name;
    QLineEdit *m_email;
    DepartmentBox *m_department;
    QComboBox *m_status;
    DateField *m_joinedOn;
    DateField *m_leftOn;
    QPlainTextEdit *m_note;
};

} // namespace seatledger
