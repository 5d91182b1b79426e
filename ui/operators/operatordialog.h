// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/editdialog.h"
#include "ui/common/widgets/explainedchecks.h"
#include "ui/operators/operatorcontents.h"

class QComboBox;
class QLineEdit;

namespace seatledger {

class DepartmentChecks;
class PasswordField;
class PickerField;
class TextLabel;

/// Lets somebody sign in, or changes as what they do. The login is fixed once the operator is there.
class OperatorDialog final : public EditDialog
{
    Q_OBJECT

public:
    /// To add one.
    explicit OperatorDialog(BookAccess access, QWidget *parent = nullptr);
    /// To change one.
    OperatorDialog(BookAccess access, const KnownOperator &known, QWidget *parent = nullptr);

protected:
    Result<void> check() const override;
    void save() override;
    void loadTheirs() override;
    QString fieldOf(const QString &reason) const override;

private:
    void build();
    void buildPerson();
    void buildPower();
    void fill(const OperatorDraft &draft);
    void followRole();
    void noteMember(const KnownOperator &known);
    [[nodiscard]] Role role() const;
    [[nodiscard]] OperatorDraft draft() const;
    [[nodiscard]] QString password() const;
    [[nodiscard]] std::vector<DraftField<OperatorDraft>> draftFields() const;

    std::optional<KnownOperator> m_known;
    QHash<MemberId, QString> m_memberNames;
    Form *m_power = nullptr;
    QLineEdit *m_login;
    QLineEdit *m_name;
    QComboBox *m_role;
    PickerField *m_member;
    PasswordField *m_password;
    DepartmentChecks *m_departments;
    EnumChecks<Right> *m_rights;
    TextLabel *m_noRights;
};

} // namespace seatledger
