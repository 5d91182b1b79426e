// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bulkeditdialog.h"

class QComboBox;
class QPlainTextEdit;

namespace seatledger {

class DateField;
class DepartmentBox;

/// Changes several members at once.
class MembersEditDialog final : public BulkEditDialog
{
    Q_OBJECT

public:
    MembersEditDialog(BookAccess access, const QList<qint64> &members, QWidget *parent = nullptr);

protected:
    RowsEdit edit() const override;
    QString changedText(int count) const override;

private:
    DepartmentBox *m_department;
    QComboBox *m_status;
    DateField *m_joinedOn;
    QPlainTextEdit *m_note;
};

} // namespace seatledger
