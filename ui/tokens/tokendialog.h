// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/editdialog.h"
#include "ui/common/widgets/explainedchecks.h"

class QLineEdit;
class QSpinBox;

namespace seatledger {

class PickerField;

/// Makes a token: what it is used for, what it may be used for, how long it lasts; whose it is, for those who
/// manage operators. It says created() with the secret, which is in no other place.
class TokenDialog final : public EditDialog
{
    Q_OBJECT

public:
    explicit TokenDialog(BookAccess access, QWidget *parent = nullptr);

signals:
    void created(const seatledger::NewToken &token);

protected:
    Result<void> check() const override;
    void save() override;
    QString fieldOf(const QString &reason) const override;

private:
    void buildFields();
    void buildOwner();
    void showEnd();
    [[nodiscard]] TokenDraft draft() const;
    [[nodiscard]] QString ownerProblem() const;

    QLineEdit *m_name;
    PickerField *m_owner = nullptr; ///< only for those who may choose
    QSpinBox *m_days;
    EnumChecks<TokenScope> *m_scopes;
};

} // namespace seatledger
