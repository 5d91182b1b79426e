// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/assignments/assignmentactiondialog.h"
#include "ui/book/bulkeditdialog.h"

class QPlainTextEdit;

namespace seatledger {

class DateField;

/// Changes the first day, the last day or the note of several assignments, each on its own: the other day of
/// each stays.
class AssignmentsEditDialog final : public BulkEditDialog
{
    Q_OBJECT

public:
    AssignmentsEditDialog(BookAccess access, const AssignmentChoice &choice, QWidget *parent = nullptr);

protected:
    RowsEdit edit() const override;
    QString changedText(int count) const override;

private:
    DateField *m_firstDay;
    DateField *m_lastDay;
    QPlainTextEdit *m_note;
};

} // namespace seatledger
