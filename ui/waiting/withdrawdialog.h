// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/waitingentry.h"
#include "ui/book/operationdialog.h"

class QPlainTextEdit;

namespace seatledger {

class Form;

/// Takes people off the waiting list; asks for the reason, which stays with the entries.
class WithdrawDialog final : public OperationDialog
{
    Q_OBJECT

public:
    WithdrawDialog(BookAccess access, QList<WaitingEntryId> entries, QWidget *parent = nullptr);

protected:
    void submit() override;
    QString doneText(const OperationOutcome &outcome) const override;
    bool showRefusal(const Error &error) override;

private:
    QList<WaitingEntryId> m_entries;
    Form *m_form;
    QPlainTextEdit *m_reason;
};

} // namespace seatledger
