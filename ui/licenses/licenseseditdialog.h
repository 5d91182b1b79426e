// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bulkeditdialog.h"

class QComboBox;
class QPlainTextEdit;
class QSpinBox;

namespace seatledger {

class CountField;
class PickerField;

/// Changes several licences at once.
class LicensesEditDialog final : public BulkEditDialog
{
    Q_OBJECT

public:
    LicensesEditDialog(BookAccess access, const QList<qint64> &licenses, QWidget *parent = nullptr);

protected:
    RowsEdit edit() const override;
    QString changedText(int count) const override;

private:
    PickerField *m_owner;
    QComboBox *m_state;
    QSpinBox *m_overage;
    QSpinBox *m_devices;
    CountField *m_threshold;
    QComboBox *m_expiry;
    QPlainTextEdit *m_note;
};

} // namespace seatledger
