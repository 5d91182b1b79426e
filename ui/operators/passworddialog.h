// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/operator.h"
#include "ui/book/editdialog.h"

namespace seatledger {

class DateField;
class PasswordField;

/// Sets somebody's password, for good or until a day. The password itself never leaves the program.
class PasswordDialog final : public EditDialog
{
    Q_OBJECT

public:
    PasswordDialog(BookAccess access, const Operator &whose, QWidget *parent = nullptr);

signals:
    /// It was set; nothing takes that back.
    void passwordSet(const QString &summary);

protected:
    Result<void> check() const override;
    void save() override;
    QString fieldOf(const QString &reason) const override;

private:
    QString m_login;
    QString m_name;
    PasswordField *m_password;
    DateField *m_validUntil;
};

} // namespace seatledger
